"""Whether a Eurostat table still goes on, and how far behind a place is.

Eurostat freezes tables under their old codes and answers with the last figures that they had. The
newest period of the answer is held against the newest of the table, and that against the day of the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sources._eurostat.codes import SUCCESSORS
from sources._eurostat.faults import TITLE
from sources._eurostat.series import EurostatTable
from workbench.core.errors import Problem
from workbench.core.period import Frequency, Period, add_months
from workbench.core.place import place_name
from workbench.core.series import Observation

_LATE = {Frequency.MONTH: 9, Frequency.QUARTER: 15, Frequency.HALF: 20, Frequency.WEEK: 6, Frequency.DAY: 6}
_LATE_YEARS = 36
_BEHIND = 18


def freshness(table: str, read: EurostatTable, found: Sequence[Observation], today: date) -> list[Problem]:
    """Return what a checker must know of a table's age, as Problems.

    Args:
        table: Its code.
        read: What came.
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
    """Yield places whose newest figure is well before the newest of the table."""
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
