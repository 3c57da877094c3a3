"""A formula that a reviewer wrote for a claim, as it is kept: formulas are only ever added to.

The arithmetic that no series holds is found once and wanted every year. A formula is kept as it was written for
its claim and with the claim's own place and periods left open, beside the claim's shape, so that the next claim of that shape is
offered it. It is offered, never worked out by itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from workbench.core.claim import ChangeMode, Claim, ClaimKind
from workbench.core.quantity import Dimension


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The properties that two claims share where one formula serves both.

    Attributes:
        words: The words that say what is measured.
        kind: Level, change, share, …
        mode: How the change is measured; None for a claim without one.
        dimension: What kind of figure is claimed; unknown where there is none.
    """

    words: str
    kind: ClaimKind
    mode: ChangeMode | None = None
    dimension: Dimension = Dimension.UNKNOWN


def shape_of(claim: Claim) -> Shape:
    """Return the shape of a claim: what it measures and how, without its place, its period and its figure."""
    change = claim.change.value if claim.change else None
    amount = claim.figure
    return Shape(
        words=claim.measure,
        kind=claim.kind,
        mode=change.mode if change else None,
        dimension=amount.value.unit.dimension if amount else Dimension.UNKNOWN,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFormula:
    """A formula as it is kept. Never changed, never deleted; dropping one is a row of its own.

    Attributes:
        claim: The id of the claim that it was written for.
        quote: That claim's words, for whoever is offered the formula.
        text: The formula as it was worked out, every series under its whole name.
        general: The same with the claim's place and periods left open.
        shape: The claim's shape.
        reviewer: Who wrote it.
        at: When, in UTC.
        drops: Whether this says that the formula is not to be offered any more.
    """

    claim: str
    quote: str
    text: str
    general: str
    shape: Shape
    reviewer: str
    at: datetime
    drops: bool = False

    @property
    def id(self) -> str:
        """Twelve hex digits over all of it: the same formula, kept twice at one moment, is one."""
        shape = (self.shape.words, self.shape.kind.value, self.shape.mode, self.shape.dimension.value)
        when = self.at.astimezone(UTC).isoformat()
        text = repr((self.claim, self.text, self.general, shape, self.reviewer, when, self.drops))
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]


def standing_formulas(kept: Iterable[KeptFormula]) -> tuple[KeptFormula, ...]:
    """Return the formulas that stand, newest first, each once for its claim; those that were dropped since do not.

    Args:
        kept: The newest first, in the order in which they came in: a clock may have been set back.
    """
    newest: dict[tuple[str, str], KeptFormula] = {}
    for each in reversed(tuple(kept)):
        about = (each.claim, each.text)
        newest.pop(about, None)
        if not each.drops:
            newest[about] = each
    return tuple(newest.values())[::-1]
