"""Slips: possible explanations of a wrong claim, the mistake that would make it true. A slip is never an agreement.

"450 applications in 2021" is wrong, and 450 is the figure for 2019. Whoever writes the correction wants to know that; the finding's
own agreement (APART) does not change.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.core.period import Period
from workbench.core.series import Series
from workbench.core.trace import Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """The nearest period, unit, place or source with which the claimed figure is right.

    Attributes:
        kind: A stable key: ``other-period``, ``other-base``, ``part-for-whole``, ``scale``, ``direction``, ``other-place``, …
        says: The sentence that a reader sees. It begins with "It would hold".
        trace: How the fitting figure was computed; it is replayed from archived bytes like any other.
        size: How large the slip is, from 1 (the adjacent year) upwards; smaller ones are listed first.
        chance: The share of the tried figures that would fit by chance if they were evenly distributed: 0.08 is one in twelve.
        series: The series of the fitting figure; None where it is the finding's own.
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
        """List its lines of arithmetic, as a reader sees them, without those that another trace shows already."""
        return tuple(step.says for step in self.trace.steps if step not in shown.steps)
