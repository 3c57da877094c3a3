"""The questions of a stretch as a whole, in place of those of a plain level or change."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.compare.doubts import adds_up
from workbench.compare.figure import Claimed, claimed_change, claimed_level
from workbench.compare.question import Question, level_question
from workbench.compare.readings import gives_growth
from workbench.compare.stretches.bases import base_of, said_base
from workbench.compare.stretches.periods import whole_years
from workbench.compare.stretches.said import (
    Stretch,
    Whole,
    annual_rate_of,
    bound_of,
    grown_as_level,
    growth_of,
    mean_of,
    pace_of,
    trend_of,
    without_per,
)
from workbench.core.claim import Change, ChangeMode, Claim, Mention
from workbench.core.interval import Interval
from workbench.core.period import Period
from workbench.core.quantity import PERCENT, Amount, Dimension
from workbench.core.series import Series

_PERCENTAGES = {Dimension.SHARE, Dimension.POINTS}


def changed(claim: Claim, mention: Mention[Change], series: Series, period: tuple[Period, ...]) -> list[Question]:
    """The questions of a change that is said of a stretch as a whole; none where it is a plain one."""
    trend = trend_of(claim)
    if trend is not None:
        return [_trend(trend, mention.noun, period)]
    growth = growth_of(claim)
    if growth is not None:
        return _growth(growth, mention.noun, series, period)
    if _goes_on(mention.noun, period) and gives_growth(claim, series):
        return _growth(Stretch(Whole.COMPOUND), mention.noun, series, period)
    return []


def meant(claim: Claim, mention: Mention[Amount], series: Series, period: tuple[Period, ...]) -> Question | None:
    """The question of a level that is said to be a mean over a stretch; None where it is a plain one."""
    if series.unit.dimension is Dimension.INDEX and (base := said_base(claim)) not in {None, base_of(series)}:
        return replace(level_question(mention, series, period), stretch=Stretch(Whole.TURNED, base or 0))
    if period and (rate := annual_rate_of(claim)) is not None:
        return _annual_rate(rate, mention.noun, series, period)
    if period and not adds_up(series) and (bound := bound_of(claim)) is not None:
        return replace(level_question(mention, series, period), stretch=bound)
    pace = pace_of(claim) if adds_up(series) else None
    if pace is not None and not _paced(series, pace):
        return _mean(pace, mention, series, period)
    if period and (change := grown_as_level(claim)) is not None:
        return next(iter(_growth(Stretch(Whole.YEARLY, words="a year"), change, series, period)), None)
    stretch = mean_of(claim) if period else None
    if stretch is None or not _longer(period, series):
        return None
    return _mean(stretch, mention, series, period)


def _mean(stretch: Stretch, mention: Mention[Amount], series: Series, period: tuple[Period, ...]) -> Question:
    """The question of a mean or a pace: what is counted in each year, month or day."""
    amount = replace(mention, noun=mention.noun.in_unit(without_per(mention.noun.unit)))
    return replace(level_question(amount, series, period), part="mean", stretch=stretch)


def _trend(stretch: Stretch, change: Change, period: tuple[Period, ...]) -> Question:
    anything = Claimed(None, Interval(None, None), Decimal(0), exact=False)
    return Question(part="trend", claimed=anything, unit=PERCENT, period=period, base=change.base, stretch=stretch)


def _growth(stretch: Stretch, change: Change, series: Series, period: tuple[Period, ...]) -> list[Question]:
    """Growth a year, of levels or, where the series is itself growth, of its rates."""
    if change.amount is None:
        return []
    amount = change.amount.noun
    rates = series.unit.dimension in _PERCENTAGES
    asked = Question(
        part="growth",
        claimed=claimed_change(amount, change.direction, ChangeMode.RELATIVE),
        unit=PERCENT,
        mode=None if rates else ChangeMode.RELATIVE,
        period=period,
        base=change.base,
        amount=amount.in_unit(PERCENT),
        stretch=stretch,
    )
    return [asked]


def _paced(series: Series, pace: Stretch) -> bool:
    """Whether a series counts by the day or month itself ("average monthly wage"), so that nothing is divided."""
    step = pace.step.value if pace.step else ""
    adverb = {"day": "daily"}.get(step, f"{step}ly")
    words = f"{series.title} {series.unit}".lower()
    return bool(series.unit.per) or adverb in words or f"per {step}" in words or f"a {step}" in words


def _annual_rate(stretch: Stretch, amount: Amount, series: Series, period: tuple[Period, ...]) -> Question:
    """Growth of a month or a quarter at an annual rate."""
    mode = None if series.unit.dimension in _PERCENTAGES else ChangeMode.RELATIVE
    claimed = claimed_level(amount)
    return Question(
        part="growth", claimed=claimed, unit=PERCENT, mode=mode, period=period, amount=amount, stretch=stretch
    )


def _goes_on(change: Change, period: tuple[Period, ...]) -> bool:
    """Whether a change in percent goes over more than one year from a year that is named."""
    sized = change.mode is ChangeMode.RELATIVE and change.amount is not None and change.base is not None
    return sized and any(reading.end.year - change.base.start.year > 1 for reading in period if change.base)


def _longer(period: tuple[Period, ...], series: Series) -> bool:
    """Whether a stretch is made of several of the series' own figures."""
    lasts = series.frequency.months if series.frequency else None
    whole = whole_years(period)
    if lasts is None:
        return whole is not None and whole[1] > whole[0]
    days = max((reading.end - reading.start).days for reading in period)
    return days > lasts * 31
