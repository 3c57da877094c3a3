"""Parse time periods of SDMX services besides the common codes.

`workbench.core.dates.period_codes` parses the codes that all services share; SDMX also has dates with a time of day
(``2021-01-01T00:00:00``), a start with a length (``2021-01/P3M``) and trimesters (SDMX technical notes, section 4.2).
"""

from __future__ import annotations

import re
from datetime import date

from sources._cube.cube import Member
from sources._cube.observations import period_of
from workbench.core.dates.period_codes import read_time
from workbench.core.period import Frequency, Period, half, month, quarter, span, year

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?\Z", re.ASCII)
_START_AND_LENGTH = re.compile(r"(\d{4}-\d{2})(?:-01)?(?:T[\d:.]+Z?)?/P(1Y|6M|3M|1M)\Z", re.ASCII)
_TRIMESTER = re.compile(r"(\d{4})-T([1-3])\Z", re.ASCII)


def sdmx_period(member: Member) -> Period:
    """Parse the period of a member of the time dimension.

    Raises:
        ValueError: It is no period.

    >>> sdmx_period(Member("2021-01/P3M", "")).label, sdmx_period(Member("2021-09-30T00:00:00", "")).label
    ('2021-Q1', '30 Sep 2021')
    """
    code = member.code.strip()
    if found := _MOMENT.match(code):
        return read_time(found[1])
    if found := _START_AND_LENGTH.match(code):
        return _long(date.fromisoformat(f"{found[1]}-01"), found[2])
    if found := _TRIMESTER.match(code):
        first = 4 * int(found[2]) - 3
        return span(month(int(found[1]), first).start, month(int(found[1]), first + 3).end)
    return period_of(Member(code, member.label))


def _long(start: date, length: str) -> Period:
    """Return the period with a first day and a length; one that begins within a quarter is no quarter."""
    if length == "1M":
        return month(start.year, start.month)
    made = {
        "1Y": year(start.year),
        "6M": half(start.year, 1 + start.month // 7),
        "3M": quarter(start.year, (start.month + 2) // 3),
    }[length]
    if made.start != start:
        raise ValueError("a period that the calendar does not have")
    return made


def of_times(members: tuple[Member, ...]) -> bool:
    """Check whether all members are time codes, for a body that does not name its time dimension."""
    if not members:
        return False
    try:
        return all(sdmx_period(one).frequency in Frequency for one in members)
    except ValueError:
        return False
