"""Find doubtful PxWeb figures without a mark: zeros before a series begins, future years, old tables.

MakStat writes 0 for years before a series begins, has projections among its tables, and keeps discontinued tables under
their names. A missing figure must never be read as zero, nor a projection as an outcome.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby, takewhile

from sources._text.printable_text import clean
from workbench.core.errors import Problem
from workbench.core.period import Frequency, add_months
from workbench.core.series import Observation, Status

ZEROS = frozenset({"MakStat"})
"""Installations that write 0 for years without data."""

_FAR = 100
_ENOUGH = 3
_LATE = {Frequency.MONTH: 9, Frequency.QUARTER: 15, Frequency.HALF: 20, Frequency.WEEK: 6, Frequency.DAY: 30}
_LATE_YEARS = 36
_AHEAD = re.compile(
    r"\b(?:projections?|forecasts?)\b|проекци|прогноз|proj?ekc|parashikim|prognos|framskriv", re.IGNORECASE
)


def without_leading_zeros(title: str, found: Sequence[Observation]) -> tuple[list[Observation], list[Problem]]:
    """Mark zeros at the beginning of a place's series as missing, where all later figures are far from zero.

    Args:
        title: The installation's name for readers.
        found: The figures, in order of place and time.
    """
    kept: list[Observation] = []
    gone: list[Observation] = []
    for _, group in groupby(found, key=lambda one: one.place):
        mine = list(group)
        zeros = list(takewhile(lambda one: one.value is None or one.value == 0, mine))
        rest = [(one.value, one.step) for one in mine[len(zeros) :] if one.value is not None]
        if len(rest) >= _ENOUGH and all(abs(value) >= _FAR * step for value, step in rest):
            gone += [one for one in zeros if one.value is not None]
            mine = [*map(_missing, zeros), *mine[len(zeros) :]]
        kept += mine
    return kept, [_left_out(title, gone)] if gone else []


def _missing(one: Observation) -> Observation:
    if one.value is None:
        return one
    note = "coded 0 by the office before the series begins"
    return replace(one, value=None, step=Decimal(1), status=Status.MISSING, evidence=None, note=note)


def _left_out(title: str, gone: Sequence[Observation]) -> Problem:
    first, last = gone[0].period.label, gone[-1].period.label
    span = first if first == last else f"{first}–{last}"
    message = f"the figures of {span} are coded 0 and were taken as missing, since the series begins after them."
    return Problem(title, message, "Look at the office's own table if a zero is meant.", "zero-for-missing")


def holds_projections(path: str, table: str) -> bool:
    """Check whether a table's name says that it has projections.

    >>> holds_projections("Naselenie/Proekcii/125.px", "Population 2022-2070"), holds_projections("a.px", "Births")
    (True, False)
    """
    return bool(_AHEAD.search(f"{table} {path}"))


def with_outlook(found: Sequence[Observation], today: date, *, projected: bool) -> list[Observation]:
    """Mark figures that can only be forecasts.

    Args:
        found: The figures.
        today: The day of the answer; a period that begins after it is a forecast.
        projected: Whether the table has projections; then a period that is not over is a forecast too.
    """
    return [
        replace(one, status=Status.FORECAST)
        if one.value is not None and (one.period.end if projected else one.period.start) > today
        else one
        for one in found
    ]


def age_of(title: str, path: str, table: str, found: Sequence[Observation], today: date) -> list[Problem]:
    """Return the caveat about a table's newest figure: that it is old, or that the table has projections.

    Args:
        title: The installation's name for readers.
        path: The table.
        table: The table's title.
        found: All figures read from it.
        today: The day of the answer.
    """
    newest = max((one.period for one in found if one.value is not None), key=lambda period: period.end, default=None)
    problems = []
    if any(one.status is Status.FORECAST for one in found) or holds_projections(path, table):
        message = "this table holds projections; figures of years that are not over are marked as forecasts."
        problems.append(
            Problem(title, message, "A projection is no outcome: look for counted figures.", "may-be-forecast")
        )
    elif newest and add_months(newest.end, _LATE.get(newest.frequency, _LATE_YEARS)) < today:
        message = f"the table {clean(path.rpartition('/')[2], 60)} ends in {newest.label}."
        problems.append(Problem(title, message, "Look for the table that took its place.", "frozen-table"))
    return problems


def stamp_of(updated: date | None, found: Sequence[Observation]) -> date | None:
    """Return the table's day of update.

    None where it is before its newest figure, so that it is evidently not maintained.
    """
    newest = max((one.period.end for one in found if one.value is not None), default=None)
    forecast = any(one.status is Status.FORECAST for one in found)
    return None if updated and newest and updated < newest and not forecast else updated
