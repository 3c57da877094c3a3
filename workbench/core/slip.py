"""Possible explanation of a wrong claim: what would make it true. It is never an agreement.

"450 applications in 2021" is wrong by the figures, and 450 is the figure of 2019. Whoever writes the correction wants to know; the
finding's own word (APART) stays what it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.core.period import Period
from workbench.core.series import Series
from workbench.core.trace import Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """The nearest period, unit, place or provider under which the claimed figure holds.

    Attributes:
        kind: A stable key: ``other-period``, ``other-base``, ``part-for-whole``, ``scale``, ``direction``, ``other-place``, …
        says: The sentence that a reader sees. It begins with "It would hold".
        trace: How the figure that would fit was worked out; it replays from archived bytes like any other.
        size: How large a slip it takes, from 1 (the year next to it) upward: smaller ones come first.
        chance: How many of the figures that were tried would fit by accident, were they strewn evenly: 0.08 is one in twelve.
        series: The other series; None where it is the finding's own.
        place: The place whose figure fits.
        period: The period whose figure fits.
        base: For changes, the period that it is measured from.
    """

    kind: str
    says: str
    trace: Trace
    size: int = 1
    chance: Decimal = Decimal(0)
    series: Series | None = None
    place: str | None = None
    period: Period | None = None
    base: Period | None = None

    @property
    def measured(self) -> Decimal | None:
        """The figure that would fit, unrounded, in the claim's unit."""
        return self.trace.result

    def lines(self, shown: Trace) -> tuple[str, ...]:
        """Return its lines of arithmetic, as a reader sees them, without those that another trace shows already."""
        return tuple(step.says for step in self.trace.steps if step not in shown.steps)
