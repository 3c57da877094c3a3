"""Whether a claim is about the number of something though its figure has no unit: "twice as many women", "the number of seats"."""

from __future__ import annotations

from collections.abc import Collection

from workbench.core.claim import AS_MANY, Claim
from workbench.match.words.statistic_words import names_number


def is_of_number(claim: Claim, said: Collection[str]) -> bool:
    """Check whether a claim without a unit is about how many there are.

    Args:
        claim: The claim.
        said: The English words of its sentence.
    """
    if counts_heads(claim):
        return names_number({*said, "number"})
    return (claim.amount is None or claim.change is not None) and names_number(said)


def counts_heads(claim: Claim) -> bool:
    """Check whether a multiple is one of how many there are, and not of so many in a hundred, nor of a figure told before.

    >>> from workbench.extract import read_text
    >>> said = "In 2020 there were twice as many women as in 2010.", "In 2020 it cost twice as much as in 2010."
    >>> [counts_heads(read_text(each).claims[0]) for each in said]
    [True, False]
    """
    many = claim.change is not None and claim.change.rule == AS_MANY
    return many and not claim.per_many and not claim.measure_from_before
