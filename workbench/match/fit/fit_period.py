"""Fit of a series to the period of a claim: the length of its observations, and the years that it covers."""

from __future__ import annotations

import re

from workbench.core.period import Period
from workbench.core.series import Series
from workbench.match.fit.slot_fit import SlotFit
from workbench.match.query.query import Query

_YEAR = 12
_EACH = {1: "monthly", 3: "quarterly", 6: "half-yearly", _YEAR: "yearly"}
_STEP_BY_STEP = re.compile(r"\bover the (?:month|quarter) before\b", re.IGNORECASE)
_PERIOD_NAMES = {1: "one month", 3: "one quarter", 6: "half a year", _YEAR: "one year"}


def fit_period(query: Query, series: Series) -> SlotFit:
    """Check whether the observations have the length, and cover the years, of the claim's period."""
    period = query.period
    if period is None:
        return _step(query.months, series)
    if series.last is not None and period.start.year > series.last:
        return SlotFit(0.0, f"ends in {series.last}, before {period.label}")
    if series.first is not None and period.start.year < series.first:
        return SlotFit(0.0, f"begins in {series.first}, after {period.label}")
    if (step := _STEP_BY_STEP.search(series.title)) and (period.months or 0) >= _YEAR and query.months is None:
        return SlotFit(0.3, f"tells what became of it {step[0].lower()}, and the claim speaks of {period.label}")
    return _length(period, series)


def _length(period: Period, series: Series) -> SlotFit:
    lasts = series.frequency.months if series.frequency else None
    if lasts is None or period.months is None:
        return SlotFit(0.6, "how long its observations last is not known")
    each, shorter = _EACH[lasts], period.months < _YEAR
    if period.months % lasts == 0 and (period.start.month - 1) % lasts == 0:
        return SlotFit(1.0, f"{each} figures make up {period.label}")
    if lasts > period.months:
        return SlotFit(0.1, f"a {each} series has no figure for {period.label} alone", coarse=shorter)
    return SlotFit(0.3, f"{each} figures do not add up to {period.label}", coarse=shorter)


def _step(months: int | None, series: Series) -> SlotFit:
    """Check whether a series has a figure for each month or quarter, so that it shows the change from one to the next."""
    lasts = series.frequency.months if series.frequency else None
    if months is None or lasts is None or lasts <= months:
        return SlotFit(0.5, "the claim names no period")
    stretch = _PERIOD_NAMES.get(months, f"{months} months")
    return SlotFit(0.1, f"a {_EACH[lasts]} series has no figure for {stretch} alone", coarse=months < _YEAR)
