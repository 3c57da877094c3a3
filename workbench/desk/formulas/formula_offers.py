"""Offers stored formulas for a claim: those of claims with the same measure and shape."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.claim import Claim
from workbench.core.reviewers.saved_formula import SavedFormula, Shape, shape_of

LEAST = 0.5
"""Minimum share of common words in the measures of two claims, for a formula to be offered."""

MOST = 5


def offers(claim: Claim, kept: Sequence[SavedFormula]) -> Sequence[SavedFormula]:
    """Find the formulas of other claims of the same shape, the most similar first, of equally similar ones the newest; each text once.

    Args:
        claim: The claim.
        kept: The formulas in force, newest first.
    """
    shape = shape_of(claim)
    alike = [(likeness(shape, each.shape), each) for each in kept if each.claim != claim.id]
    near = sorted((pair for pair in alike if pair[0] >= LEAST), key=lambda pair: -pair[0])
    return tuple({each.general: each for _, each in reversed(near)}.values())[::-1][:MOST]


def likeness(one: Shape, other: Shape) -> float:
    """Compute the share of common words of two shapes, 0 to 1; 0 where kind, mode or unit differ.

    >>> from workbench.core.claim import ClaimKind
    >>> a = Shape(words="asylum applications", kind=ClaimKind.CHANGE)
    >>> likeness(a, Shape(words="applications for asylum", kind=ClaimKind.CHANGE))
    1.0
    >>> likeness(a, Shape(words="asylum applications", kind=ClaimKind.LEVEL))
    0.0
    """
    from workbench.match.words.frame_words import FRAME_WEIGHT  # noqa: PLC0415  (the matcher is loaded by the first formula)
    from workbench.match.words.normalisation import is_frame, keys  # noqa: PLC0415  (likewise)

    if (one.kind, one.mode, one.dimension) != (other.kind, other.mode, other.dimension):
        return 0.0
    ours, theirs = set(keys(one.words)), set(keys(other.words))

    def weight(words: set[str]) -> float:
        return sum(FRAME_WEIGHT if is_frame(word) else 1.0 for word in words)

    every = weight(ours | theirs)
    return weight(ours & theirs) / every if every else 0.0
