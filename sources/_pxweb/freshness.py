"""Check whether a PxWeb table is still updated: the caveat about old tables and projections, and the day of update.

Offices keep discontinued tables under their names, with their last figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sources._pxweb.projections import holds_projections
from sources._text.printable_text import clean
from workbench.core.errors import Problem
from workbench.core.period import Frequency, add_months
from workbench.core.series import Observation, Status

_LATE = {Frequency.MONTH: 9, Frequency.QUARTER: 15, Frequency.HALF: 20, Frequency.WEEK: 6, Frequency.DAY: 30}
_LATE_YEARS = 36


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
