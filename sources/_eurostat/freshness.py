"""Check whether a Eurostat table is still updated, and whether a place lags behind.

Eurostat keeps discontinued tables under their old codes, with their last figures. The newest period of the answer is
compared with the newest of the table, and that with the day of the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sources._eurostat.error_answers import TITLE
from sources._eurostat.replaced_tables import SUCCESSORS
from sources._eurostat.series_metadata import EurostatTable
from workbench.core.errors import Problem
from workbench.core.period import Frequency, Period, add_months
from workbench.core.place import place_name
from workbench.core.series import Observation

_LATE = {Frequency.MONTH: 9, Frequency.QUARTER: 15, Frequency.HALF: 20, Frequency.WEEK: 6, Frequency.DAY: 6}
_LATE_YEARS = 36
_BEHIND = 18


def freshness(table: str, read: EurostatTable, found: Sequence[Observation], today: date) -> list[Problem]:
    """Return Problems about the age of a table.

    Args:
        table: Its code.
        read: The table as fetched.
        found: All figures read from it.
        today: The day of the answer.
    """
    latest = read.latest or max((o.period for o in found), key=_end, default=None)
    frozen = _frozen(table, latest, today)
    return [*([frozen] if frozen else []), *_behind(latest, found)]


def _end(period: Period) -> date:
    return period.end


def _frozen(table: str, latest: Period | None, today: date) -> Problem | None:
    successor = SUCCESSORS.get(table.lower(), "")
    months = _LATE.get(latest.frequency, _LATE_YEARS) if latest else 0
    late = latest is not None and add_months(latest.end, months) < today
    if not late and not successor:
        return None
    until = f" It ends in {latest.label}." if latest else ""
    hint = f"The figures go on in eurostat:{successor}." if successor else "Look for the table that took its place."
    return Problem(TITLE, f"the table {table} is no longer updated.{until}", hint, "frozen-table")


def _behind(latest: Period | None, found: Sequence[Observation]) -> Iterator[Problem]:
    """Yield the places whose newest figure is much older than the newest of the table."""
    newest: dict[str, Period] = {}
    for o in found:
        if o.value is not None and (o.place not in newest or o.period.end > newest[o.place].end):
            newest[o.place] = o.period
    for place, period in newest.items():
        if latest and add_months(period.end, _BEHIND) < latest.end:
            message = (
                f"its newest figure for {place_name(place)} is of {period.label}; the table goes to {latest.label}."
            )
            yield Problem(TITLE, message, "Later years of this place are not there.", "series-behind")
