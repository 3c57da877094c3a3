"""Days as people write them in datelines and tables: read only where there is one right reading."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from workbench.core.months import months

_NUMBERS = months("en", "de", "mk")
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
WRITTEN_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\ (?:of\ )?(?:{_MONTH})\.?,?\ \d{{4}}"
    rf"|(?:{_MONTH})\.?\ \d{{1,2}}(?:st|nd|rd|th)?,?\ \d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}\.\ ?\d{1,2}\.\ ?\d{4})"
)
"""A regular expression for a day with its year that has only one reading. It may be compiled with VERBOSE and IGNORECASE."""

_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?({_MONTH})\.?,?\s+(\d{{4}})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][0-9:.,+Zz -]*)?", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})\.?", re.ASCII)
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?(?:\s+\d{1,2}:[0-9:]+)?", re.ASCII)
_SLASHES = re.compile(
    r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[ T,]+\d{1,2}:[0-9:]+(?:\s?[ap]m)?)?", re.ASCII | re.IGNORECASE
)


class DayOrder(StrEnum):
    """Order of day and month in ``03/04/2021``: unknown, day first, or month first."""

    UNKNOWN = ""
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


def read_day(written: str, order: DayOrder = DayOrder.UNKNOWN) -> date:
    """Read the day that a date names.

    Args:
        written: ISO (a time of day is dropped), ``2.12.2021``, ``2 December 2021``, ``Dec 2, 2021``, ``13/11/2021``.
        order: Which number comes first between slashes, where both could be a month.

    Raises:
        ValueError: It is no date, names no day of the calendar, or could be two days; says which.

    >>> read_day("Thursday, 2 December 2021"), read_day("2.12.2021")
    (datetime.date(2021, 12, 2), datetime.date(2021, 12, 2))
    >>> read_day("2. Dezember 2021"), read_day("2 декември 2021")
    (datetime.date(2021, 12, 2), datetime.date(2021, 12, 2))
    """
    text = _WEEKDAY.sub("", " ".join(written.split()))
    if found := _DAY_FIRST.fullmatch(text):
        return _day(found[3], _NUMBERS[found[2].lower()], found[1])
    if found := _MONTH_FIRST.fullmatch(text):
        return _day(found[3], _NUMBERS[found[1].lower()], found[2])
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return _day(found[1], found[2], found[3])
    if found := _DOTS.fullmatch(text):
        return _day(found[3], found[2], found[1])
    if found := _SLASHES.fullmatch(text):
        return _between_slashes(found[1], found[2], found[3], order)
    raise ValueError("it is not a date")


def _day(year: str | int, month: str | int, day: str | int) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise ValueError("the calendar has no such day") from error


def _between_slashes(first: str, second: str, year: str, order: DayOrder) -> date:
    """Read a date with slashes. The order of day and month must be given, unless only one is possible."""
    months = 12
    if order is DayOrder.UNKNOWN and int(first) <= months and int(second) <= months and first != second:
        raise ValueError("it may be day first or month first")
    if order is DayOrder.MONTH_FIRST or (order is DayOrder.UNKNOWN and int(second) > months):
        return _day(year, first, second)
    return _day(year, second, first)
