"""The questions about a span of time as a whole, in place of those of a plain level or change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal

from workbench.compare.alignment.align import adds_up
from workbench.compare.claimed_figure import Claimed, claimed_change
from workbench.compare.questions.change_readings import gives_growth
from workbench.compare.questions.claimed_trend import (
    annual_rate_of,
    bound_of,
    grown_as_level,
    growth_of,
    mean_of,
    pace_of,
    trend_of,
    without_per,
)
from workbench.compare.questions.question import Question, level_question
from workbench.compare.series_words.growth_series import is_paced
from workbench.compare.series_words.series_index_base import base_of
from workbench.compare.trends.span_periods import whole_years
from workbench.compare.unit_conversion import SAME
from workbench.core.claim import Change, ChangeMode, Claim, Mention
from workbench.core.interval import Interval
from workbench.core.period import Period
from workbench.core.quantity import PERCENT, Amount, Dimension
from workbench.core.relations import Trend, TrendKind
from workbench.core.series import Series


@dataclass(frozen=True, slots=True)
class _Said:
    """A claimed level, with the series and the span of its question."""

    claim: Claim
    level: Mention[Amount]
    series: Series
    period: tuple[Period, ...]

    def question(self, trend: Trend) -> Question:
        """Build the question of the level over the span."""
        return replace(level_question(self.level, self.series, self.period), trend=trend)


def change_over_span(
    claim: Claim, mention: Mention[Change], series: Series, period: tuple[Period, ...]
) -> list[Question]:
    """List the questions of a change that is stated for a span as a whole; none for a plain one."""
    trend = trend_of(claim)
    if trend is not None:
        return [_trend(trend, mention.value, period)]
    rates = gives_growth(claim, series)
    growth = growth_of(claim)
    if growth is None and rates and _goes_on(mention.value, period):
        growth = Trend(TrendKind.COMPOUND)
    asked = _growth(growth, mention.value, period, rates=rates) if growth is not None else None
    return [asked] if asked is not None else []


def level_over_span(
    claim: Claim, mention: Mention[Amount], series: Series, period: tuple[Period, ...]
) -> Question | None:
    """Build the question of a level that is stated for a span as a whole; None for a plain one."""
    said = _Said(claim, mention, series, period)
    return next((asked for way in _WAYS if (asked := way(said)) is not None), None)


def _turned(said: _Said) -> Question | None:
    base = said.claim.index_base if said.series.unit.dimension is Dimension.INDEX else None
    return None if base in {None, base_of(said.series)} else said.question(Trend(TrendKind.REBASED, base or 0))


def _at_annual_rate(said: _Said) -> Question | None:
    trend = annual_rate_of(said.claim) if said.period else None
    if trend is None:
        return None
    mode = None if gives_growth(said.claim, said.series) else ChangeMode.RELATIVE
    return replace(said.question(trend), part="growth", unit=PERCENT, mode=mode, fit=SAME, blocked=None, caveats=())


def _bounded(said: _Said) -> Question | None:
    trend = bound_of(said.claim) if said.period and not adds_up(said.series) else None
    return said.question(trend) if trend is not None else None


def _pace(said: _Said) -> Question | None:
    pace = pace_of(said.claim) if adds_up(said.series) else None
    return None if pace is None or is_paced(said.series, pace.step) else _mean(said, pace)


def _grown(said: _Said) -> Question | None:
    change = grown_as_level(said.claim) if said.period else None
    if change is None:
        return None
    rates = gives_growth(said.claim, said.series)
    return _growth(Trend(TrendKind.YEARLY, words="a year"), change, said.period, rates=rates)


def _averaged(said: _Said) -> Question | None:
    trend = mean_of(said.claim) if said.period and _longer(said.period, said.series) else None
    return _mean(said, trend) if trend is not None else None


_WAYS = (_turned, _at_annual_rate, _bounded, _pace, _grown, _averaged)


def _mean(said: _Said, trend: Trend) -> Question:
    """Build the question of a mean or a pace: what is counted in each year, month or day."""
    amount = replace(said.level, value=said.level.value.in_unit(without_per(said.level.value.unit)))
    return replace(level_question(amount, said.series, said.period), part="mean", trend=trend)


def _trend(trend: Trend, change: Change, period: tuple[Period, ...]) -> Question:
    anything = Claimed(None, Interval(None, None), Decimal(0), exact=False)
    return Question(part="trend", claimed=anything, unit=PERCENT, period=period, base=change.base, trend=trend)


def _growth(trend: Trend, change: Change, period: tuple[Period, ...], *, rates: bool) -> Question | None:
    """Ask for growth a year: of levels, or of the rates of a series that is itself growth."""
    if change.amount is None:
        return None
    amount = change.amount.value
    return Question(
        part="growth",
        claimed=claimed_change(amount, change.direction, ChangeMode.RELATIVE),
        unit=PERCENT,
        mode=None if rates else ChangeMode.RELATIVE,
        period=period,
        base=change.base,
        amount=amount.in_unit(PERCENT),
        trend=trend,
    )


def _goes_on(change: Change, period: tuple[Period, ...]) -> bool:
    """Check whether a change in percent covers more than one year from a named year."""
    sized = change.mode is ChangeMode.RELATIVE and change.amount is not None and change.base is not None
    # only the first reading: a month without a year is also read as that of the next year, which would seem longer
    return sized and bool(period) and change.base is not None and _last_year(period[0]) - change.base.start.year > 1


def _last_year(period: Period) -> int:
    # the end is the day after the period: that of December is in the next year
    return (period.end - timedelta(days=1)).year


def _longer(period: tuple[Period, ...], series: Series) -> bool:
    """Check whether a span has several of the series' own figures."""
    lasts = series.frequency.months if series.frequency else None
    whole = whole_years(period)
    if lasts is None:
        return whole is not None and (whole[1] > whole[0] or not adds_up(series))
    days = max((reading.end - reading.start).days for reading in period)
    return days > lasts * 31
