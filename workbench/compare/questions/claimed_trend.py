"""The trend, mean or yearly growth with which a claim's figures are compared, as its words and figures allow."""

from __future__ import annotations

from dataclasses import replace

from workbench.compare.questions.change_readings import STEPS
from workbench.core.claim import Change, ChangeMode, Claim, Direction, Mention
from workbench.core.document import Span
from workbench.core.period import year
from workbench.core.quantity import Amount, Dimension, Relation, Unit
from workbench.core.relations import Trend, TrendKind

_YEARLY = frozenset({"year", "annum"})
_BOUNDS = {
    Relation.BETWEEN,
    Relation.MORE_THAN,
    Relation.JUST_OVER,
    Relation.AT_LEAST,
    Relation.LESS_THAN,
    Relation.AT_MOST,
}
_FROM_A_YEAR = frozenset({"from-to", "since"})
_SINCE = "since"


def _said(claim: Claim, kind: TrendKind, figure: Mention[Amount] | None = None) -> Trend | None:
    """Find the claim's trend of one kind, about one of its figures where given; None where it has none."""
    at = None if figure is None else figure.span
    return next((each for each in claim.trends if each.kind is kind and each.figure == at), None)


def trend_of(claim: Claim) -> Trend | None:
    """Find the trend of a claimed rise or fall without a size; None for a plain one."""
    change = claim.change.value if claim.change else None
    if change is None or change.amount or change.origin or change.target:
        return None
    if change.direction is Direction.FLAT:
        return _said(claim, TrendKind.EACH) if change.denied is not None and _lasts(claim) else None
    return _said(claim, TrendKind.IN_A_ROW) or _said(claim, TrendKind.EACH)


def counts_steps(claim: Claim, words: Span) -> bool:
    """Check whether words count steps of a trend: "three consecutive quarters" is no amount.

    A claim may consist of such words alone, where the sentence makes another claim of what rose.
    """
    counts = (each.span for each in claim.trends if each.kind is TrendKind.IN_A_ROW)
    return any(span is not None and span.overlaps(words) for span in counts)


def pace_of(claim: Claim) -> Trend | None:
    """Find the pace of a claimed figure (so many per day, week, month or quarter); None where the words name none."""
    if claim.amount is None or claim.change is not None:
        return None
    step = STEPS.get(claim.amount.value.unit.per)
    if step is not None:
        return Trend(TrendKind.PACE, step=step, words=f"per {step.value}")
    if claim.amount.value.unit.dimension not in {Dimension.COUNT, Dimension.MONEY, Dimension.PHYSICAL}:
        return None
    return _said(claim, TrendKind.PACE, claim.amount)


def mean_of(claim: Claim) -> Trend | None:
    """Find the mean that a claimed level is over a span of time; None where it is not said to be one."""
    if claim.amount is None:
        return None
    if (said := _said(claim, TrendKind.MEAN, claim.amount)) is not None:
        return said
    per = claim.amount.value.unit.per
    if not _lasts(claim):
        return None
    if per in _YEARLY:
        return Trend(TrendKind.MEAN, words=f"per {per}")
    yearly = _said(claim, TrendKind.YEARLY, claim.amount)
    said = yearly if yearly is not None and yearly.way is None else _said(claim, TrendKind.EACH)
    return None if said is None else replace(said, kind=TrendKind.MEAN)  # a figure for each year is not their sum


def annual_rate_of(claim: Claim) -> Trend | None:
    """Find the annual rate that a claimed percentage is for a month or quarter; None where it is not said to be one."""
    months = claim.period.value.months if claim.period else None
    if months not in {1, 3} or claim.amount is None or claim.amount.value.unit.dimension is not Dimension.SHARE:
        return None
    return _said(claim, TrendKind.ANNUAL_RATE, claim.amount)


def bound_of(claim: Claim) -> Trend | None:
    """Find a bound for every figure of a span: "has been below 5 percent since 2015"; None for a plain bound."""
    amount = claim.amount.value if claim.amount and claim.change is None else None
    since = claim.period is not None and claim.period.rule == _SINCE
    if amount is None or not since or amount.relation not in _BOUNDS:
        return None
    return Trend(TrendKind.ALL)


def growth_of(claim: Claim) -> Trend | None:
    """Find the yearly growth that a claimed growth in percent is; None where it is that of the whole span."""
    change = claim.change.value if claim.change else None
    if change is None or change.mode is not ChangeMode.RELATIVE or change.amount is None or not _lasts(claim):
        return None
    if change.amount.value.unit.per in _YEARLY:
        return Trend(TrendKind.YEARLY)
    said = _said(claim, TrendKind.MEAN, change.amount) or _said(claim, TrendKind.YEARLY, change.amount)
    return None if said is None else replace(said, kind=TrendKind.YEARLY)


def grown_as_level(claim: Claim) -> Change | None:
    """Find the growth in "grew on average 3 percent a year" where the percentage was read as a level; else None.

    With "between 2010 and 2020" or "since 2010" the base is that first year.
    """
    amount = claim.amount
    share = amount is not None and amount.value.unit.dimension is Dimension.SHARE
    if amount is None or not share or claim.change is not None or claim.period is None or not _lasts(claim):
        return None
    said = _said(claim, TrendKind.YEARLY, amount)
    if said is None or said.way is None:
        return None
    base = year(claim.period.value.start.year) if claim.period.rule in _FROM_A_YEAR else None
    return Change(said.way, ChangeMode.RELATIVE, amount, base)


def _lasts(claim: Claim) -> bool:
    """Check whether the claim's period is longer than a year."""
    period = claim.period.value if claim.period else None
    return period is not None and (period.end - period.start).days > 366


def without_per(unit: Unit) -> Unit:
    """Drop "per year" or "per day" from a unit: what is counted in each of them."""
    if unit.per not in _YEARLY and unit.per not in STEPS:
        return unit
    dimension = (
        Dimension.COUNT if unit.dimension is Dimension.RATE and unit.name not in {"percentage", ""} else unit.dimension
    )
    return Unit(dimension, unit.name, unit.code, "", unit.prices)
