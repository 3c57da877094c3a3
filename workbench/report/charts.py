"""Chart data of a finding: the measured points, and the claimed one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.core.claim import ChangeMode, Claim
from workbench.core.finding import Finding
from workbench.core.number import EXACT, decimal
from workbench.core.period import Period
from workbench.core.series import Observation, Status
from workbench.core.trace import work


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One measured figure: its period, its value, and whether the publisher calls it final."""

    period: Period
    value: Decimal
    final: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The points of a chart, in order of time, and the claimed one.

    Attributes:
        measured: The official figures; missing ones are left out, never drawn as zero.
        claimed: The period and the value that the words would put there; None where the claim has none to draw.
        unit: The series' unit.
    """

    measured: tuple[ChartPoint, ...]
    claimed: tuple[Period, Decimal] | None
    unit: str


NOT_DRAWN = frozenset({"rank", "trend", "comparison", "growth", "mean"})
"""Parts whose claimed figure is no point of the series: a rank, a number of steps, a figure of a whole period."""


def chart(claim: Claim, finding: Finding) -> Chart:
    """Gives what there is to draw for a finding."""
    points = tuple(
        ChartPoint(o.period, o.value, o.status is Status.FINAL)
        for o in sorted(finding.observations, key=lambda o: o.period)
        if o.value is not None
    )
    unit = str(finding.series.unit) if finding.series else finding.unit
    return Chart(points, _claimed(claim, finding), unit)


def _claimed(claim: Claim, finding: Finding) -> tuple[Period, Decimal] | None:
    if finding.claimed is None or finding.period is None or not finding.observations or finding.part in NOT_DRAWN:
        return None
    if claim.change is None:
        return finding.period, finding.claimed
    base = _value_at(finding.observations, finding.base)
    if base is None:
        return None
    return finding.period, _moved(base, finding.claimed, claim.change.value.mode)


def _value_at(observations: tuple[Observation, ...], period: Period | None) -> Decimal | None:
    return next((o.value for o in observations if o.period == period and o.value is not None), None)


def _moved(base: Decimal, by: Decimal, mode: ChangeMode) -> Decimal:
    if mode is ChangeMode.RELATIVE:
        factor = EXACT.add(decimal(1), EXACT.divide(by, decimal(100)))
        return work("scale", base, factor)
    if mode is ChangeMode.MULTIPLE:
        return work("scale", base, by)
    return work("sum", base, by)
