"""Unit, adjustment and release day of an ONS series.

The unit comes in two halves ("£" and "m") or stands at the end of the title, and a day of release is
written as the hour before midnight in Greenwich.
"""

from __future__ import annotations

from datetime import date, timedelta

from sources._text.time_stamps import read_day
from sources._text.unit_parser import ReadUnit, read_unit
from sources._text.units_in_titles import unit_of_title
from workbench.core.quantity import Dimension, Unit

_MIDNIGHT = "T23:00:00.000Z"
_SCALES = {
    "m": "million",
    "mn": "million",
    "bn": "billion",
    "000s": "thousands",
    "000's": "thousands",
    "000": "thousands",
}


def unit_of(before: str, unit: str, title: str) -> ReadUnit:
    """Return the unit of a series: of its two halves, else of its title.

    >>> read = unit_of("£", "m", "Gross Domestic Product")
    >>> read.unit.code, str(read.scale), str(unit_of("", "", "Household debt: Seasonally adjusted £bn").scale)
    ('GBP', '1000000', '1000000000')
    >>> str(unit_of("", "", "Unemployment rate (aged 16 and over, seasonally adjusted): %").unit)
    'percentage'
    """
    read = read_unit(_spelt(f"{before}{unit}" or _tail(title)))
    if read.unit.dimension is Dimension.UNKNOWN and read.scale != 1:
        return ReadUnit(Unit(Dimension.COUNT, ""), read.scale)
    if read.unit.dimension is not Dimension.UNKNOWN:
        return read
    return read_unit("%") if "%" in title else unit_of_title(title)


def _tail(title: str) -> str:
    """Return the last word of a title where it is a unit."""
    last = (title.replace(":", " ").split() or [""])[-1]
    return last if last.startswith(("£", "%")) or last.lower() in _SCALES else ""


def _spelt(words: str) -> str:
    """Return a unit with its multiplier in full: ``£m`` is millions of pounds.

    >>> _spelt("£m"), _spelt("000s"), _spelt("Index 2015=100")
    ('£ million', 'thousands', 'Index 2015=100')
    """
    pound, rest = ("£ ", words[1:].strip()) if words.startswith("£") else ("", words)
    return pound + _SCALES.get(rest.lower(), rest)


def released(stamp: object) -> date | None:
    """Return the day of a release in London: midnight there is the hour before in summer.

    >>> released("2024-05-21T23:00:00.000Z").isoformat(), released("2024-02-14T00:00:00.000Z").isoformat()
    ('2024-05-22', '2024-02-14')
    """
    day = read_day(stamp)
    late = isinstance(stamp, str) and stamp.endswith(_MIDNIGHT)
    return day + timedelta(days=1) if day and late and day != date.max else day
