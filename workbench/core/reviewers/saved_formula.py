"""Formulas that reviewers wrote for claims, as they are stored. They are only ever added.

A figure that no series gives directly is often needed again every year. A formula is stored as written for its claim, and with the
claim's place and periods left open, together with the claim's shape. The next claim of that shape is offered the formula; it is never
computed without being asked for.
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
    """The properties that two claims must share for one formula to fit both.

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
    """Take the shape of a claim: what it measures and how, without its place, its period and its figure."""
    change = claim.change.value if claim.change else None
    amount = claim.figure
    return Shape(
        words=claim.measure,
        kind=claim.kind,
        mode=change.mode if change else None,
        dimension=amount.value.unit.dimension if amount else Dimension.UNKNOWN,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFormula:
    """A stored formula. Never changed, never deleted; dropping one is a row of its own.

    Attributes:
        claim: The id of the claim that it was written for.
        quote: That claim's words, shown where the formula is offered.
        text: The formula as it was computed, every series under its full name.
        general: The same with the claim's place and periods left open.
        shape: The claim's shape.
        reviewer: Who wrote it.
        at: When, in UTC.
        drops: Whether this row drops the formula: it is no longer offered.
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
        """Twelve hex digits, a hash of all fields: the same formula, stored twice at one moment, has one id."""
        shape = (self.shape.words, self.shape.kind.value, self.shape.mode, self.shape.dimension.value)
        when = self.at.astimezone(UTC).isoformat()
        text = repr((self.claim, self.text, self.general, shape, self.reviewer, when, self.drops))
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]


def standing_formulas(kept: Iterable[SavedFormula]) -> tuple[SavedFormula, ...]:
    """Select the formulas in force, newest first, each once for its claim, without those that were dropped since.

    Args:
        kept: Newest first by order of arrival, not by time: a clock may have been set back.
    """
    newest: dict[tuple[str, str], SavedFormula] = {}
    for each in reversed(tuple(kept)):
        about = (each.claim, each.text)
        newest.pop(about, None)
        if not each.drops:
            newest[about] = each
    return tuple(newest.values())[::-1]
