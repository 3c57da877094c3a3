"""Time codes as statistics services write them: one reader for all of them.

Forms (from the services' documentation and recorded answers): ``2021``, ``2021Q3``, ``2021-Q3``, ``2021K3``, ``2021M09``,
``2021-09``, ``2021-S1``, ``2021-B1``, ``2021H1``, ``2021-W05``, ``2021-A1``, ``2021-09-30``. Codes are never sorted as text.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.core.period import Frequency, Period, day, half, month, quarter, span, year

_QUARTER = r"[QK](?P<q>[1-4])"
_MONTH = r"M(?P<m>\d{1,2})"
_HALF = r"[SBH](?P<h>[12])"
_WEEK = r"W(?P<w>\d{1,2})"
_YEAR = r"A1?"
_ISO_MONTH_OR_DAY = r"(?P<iso>(?<=-)\d{2}(?:-(?P<d>\d{2}))?)"
_CODE = re.compile(
    rf"(?P<y>\d{{4}})(?:-?(?:{_QUARTER}|{_MONTH}|{_HALF}|{_WEEK}|{_YEAR}|{_ISO_MONTH_OR_DAY}))?\Z", re.ASCII
)


def read_time(code: str) -> Period:
    """Read the period that a time code names; ``from/to`` is any span of days, the end exclusive, as `write_time` writes it.

    Raises:
        ValueError: The code has none of the known forms, or names no day of the calendar.

    >>> read_time("2021M09").label, read_time("2021-Q3").label, read_time("2021").label
    ('Sep 2021', '2021-Q3', '2021')
    >>> read_time("2021-01-01/2021-10-01").label
    'Jan–Sep 2021'
    """
    first, slash, after = code.strip().partition("/")
    if slash:
        return span(date.fromisoformat(first), date.fromisoformat(after))
    found = _CODE.match(code.strip())
    if not found:
        raise ValueError(f"not a time code: {code[:40]!r}")
    y = int(found["y"])
    if found["q"]:
        return quarter(y, int(found["q"]))
    if found["h"]:
        return half(y, int(found["h"]))
    if found["m"]:
        return month(y, int(found["m"]))
    if found["w"]:
        monday = date.fromisocalendar(y, int(found["w"]), 1)
        return Period(monday, monday + timedelta(days=7), Frequency.WEEK)
    if found["d"]:
        return day(date.fromisoformat(code.strip()))
    if found["iso"]:
        return month(y, int(found["iso"]))
    return year(y)


def write_time(period: Period) -> str:
    """Write a period as a time code in ISO and SDMX form; a span as ``from/to`` with the end exclusive.

    >>> write_time(month(2021, 9)), write_time(quarter(2021, 3))
    ('2021-09', '2021-Q3')
    """
    start = period.start
    match period.frequency:
        case Frequency.YEAR if start.month == 1 and start.day == 1:
            return str(start.year)
        case Frequency.HALF:
            return f"{start.year}-S{1 if start.month < 7 else 2}"
        case Frequency.QUARTER:
            return f"{start.year}-Q{(start.month + 2) // 3}"
        case Frequency.MONTH:
            return f"{start.year}-{start.month:02}"
        case Frequency.DAY:
            return start.isoformat()
        case _:
            return f"{start.isoformat()}/{period.end.isoformat()}"
