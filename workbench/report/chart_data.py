"""Chart data of a finding: the measured points, and the claimed one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.core.claim import ChangeMode, Claim
from workbench.core.finding import Finding
from workbench.core.number import EXACT, decimal
from workbench.core.period import Period
from workbench.core.series import Observation, Status
from workbench.core.trace import apply_operation


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One measured figure: its period, its value, and what the publisher says of it."""

    period: Period
    value: Decimal
    status: Status

    @property
    def final(self) -> bool:
        """Whether the publisher stands by it, after a break in the series too."""
        return self.status in {Status.FINAL, Status.BREAK}


@dataclass(frozen=True, slots=True)
class Chart:
    """The points of a chart, in order of time, and the claimed one.

    Attributes:
        measured: The official figures; missing ones are left out, never drawn as zero.
        claimed: The period and the value that the words would put there; None where the claim has none to draw.
        unit: The series' unit.
        band: What the words may stand for where the claimed point is; an open end is None. None where there is no such range.
        source: Who publishes the figures.
    """

    measured: tuple[ChartPoint, ...]
    claimed: tuple[Period, Decimal] | None
    unit: str
    band: tuple[Decimal | None, Decimal | None] | None = None
    source: str = ""


NOT_DRAWN = frozenset({"rank", "trend", "comparison", "growth", "mean"})
"""Parts whose claimed figure is no point of the series: a rank, a number of steps, a figure of a whole period."""


def chart(claim: Claim, finding: Finding) -> Chart:
    """Return what there is to draw for a finding."""
    points = tuple(
        ChartPoint(o.period, o.value, o.status)
        for o in sorted(finding.observations, key=lambda o: o.period)
        if o.value is not None
    )
    unit = str(finding.series.unit) if finding.series else finding.unit
    source = (finding.series.publisher or finding.series.ref.source) if finding.series else ""
    return Chart(points, _drawn(claim, finding, finding.claimed), unit, _band(claim, finding), source)


def _band(claim: Claim, finding: Finding) -> tuple[Decimal | None, Decimal | None] | None:
    """Return the ends of the claimed range, as points of the series."""
    within = finding.claimed_range
    if within is None or _drawn(claim, finding, finding.claimed) is None:
        return None
    ends = [_drawn(claim, finding, end) for end in (within.low, within.high)]
    low, high = (end[1] if end else None for end in ends)
    return (high, low) if low is not None and high is not None and low > high else (low, high)


def _drawn(claim: Claim, finding: Finding, value: Decimal | None) -> tuple[Period, Decimal] | None:
    """Where a claimed figure stands on the chart: the level itself, or the measured base with the change; None where it is no point."""
    if value is None or finding.period is None or not finding.observations or finding.part in NOT_DRAWN:
        return None
    if claim.change is None:
        return finding.period, value
    base = _value_at(finding.observations, finding.base)
    if base is None:
        return None
    return finding.period, _moved(base, value, claim.change.value.mode)


def _value_at(observations: tuple[Observation, ...], period: Period | None) -> Decimal | None:
    return next((o.value for o in observations if o.period == period and o.value is not None), None)


def _moved(base: Decimal, by: Decimal, mode: ChangeMode) -> Decimal:
    if mode is ChangeMode.RELATIVE:
        factor = EXACT.add(decimal(1), EXACT.divide(by, decimal(100)))
        return apply_operation("scale", base, factor)
    if mode is ChangeMode.MULTIPLE:
        return apply_operation("scale", base, by)
    return apply_operation("sum", base, by)
