"""Read DBnomics' periods, which are given as the publisher wrote them and by the day on which each begins.

Publishers write periods in their own ways; where that cannot be read, day and frequency are used.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from sources._text.printable_text import clean
from sources._text.time_stamps import read_day
from workbench.core.dates.period_codes import read_time, write_time
from workbench.core.period import Frequency, Period, day, half, month, quarter, year

FREQUENCIES: Mapping[str, Frequency] = MappingProxyType(
    {
        "annual": Frequency.YEAR,
        "bi-annual": Frequency.HALF,
        "quarterly": Frequency.QUARTER,
        "monthly": Frequency.MONTH,
        "weekly": Frequency.WEEK,
        "daily": Frequency.DAY,
    }
)


def time_of(written: Any, start: Any, frequency: Frequency | None) -> str:
    """Return the code of a period: as the publisher wrote it where readable, else from its first day.

    >>> time_of("2021-Q3", "2021-07-01", None), time_of("3. Quartal 2021", "2021-07-01", Frequency.QUARTER)
    ('2021-Q3', '2021-Q3')
    """
    text = clean(written, 40)
    try:
        return write_time(read_time(text))
    except ValueError:
        begun = read_day(start)
        made = _from(begun, frequency) if begun else None
        return write_time(made) if made else text


def _from(begun: date, frequency: Frequency | None) -> Period | None:
    match frequency:
        case Frequency.YEAR:
            return year(begun.year)
        case Frequency.HALF:
            return half(begun.year, 1 if begun.month < 7 else 2)
        case Frequency.QUARTER:
            return quarter(begun.year, (begun.month + 2) // 3)
        case Frequency.MONTH:
            return month(begun.year, begun.month)
        case Frequency.DAY:
            return day(begun)
        case _:
            return None
