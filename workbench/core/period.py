"""Periods of time, half-open: from a day up to another day, which is excluded."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from workbench.core.months import SHORT as SHORT_MONTHS


class Frequency(StrEnum):
    """How long one observation lasts. `SPAN` is any other stretch, such as nine months."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    SPAN = "span"

    @property
    def months(self) -> int | None:
        """Length in whole months; None for days, weeks and spans."""
        return {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(self.value)


def add_months(day: date, months: int) -> date:
    """Return the same day of the month after some months, or that month's last day.

    >>> add_months(date(2024, 3, 31), -1)
    datetime.date(2024, 2, 29)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days ``[start, end)`` with the frequency it belongs to."""

    start: date
    end: date
    frequency: Frequency = Frequency.SPAN

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"a period runs forward: {self.start} to {self.end}")

    @property
    def months(self) -> int | None:
        """Length in whole months where it begins and ends on the same day of a month; else None."""
        n = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
        return n if n > 0 and self.end.day == self.start.day else None

    def moved(self, months: int) -> Period:
        """Move the period by some months, forward or (negative) back."""
        return Period(add_months(self.start, months), add_months(self.end, months), self.frequency)

    def year_ago(self) -> Period:
        """Return the period a year before: "the same period last year"."""
        return self.moved(-12)

    def previous(self) -> Period:
        """Return the stretch of the same length that ends where this one begins."""
        if self.months is not None:
            return self.moved(-self.months)
        length = self.end - self.start
        return Period(self.start - length, self.start, self.frequency)

    def contains(self, other: Period) -> bool:
        """Check whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Period) -> bool:
        """Check whether the two have a day in common."""
        return self.start < other.end and other.start < self.end

    @property
    def label(self) -> str:
        """A short name: ``2021``, ``2021-Q3``, ``Sep 2021``, ``Jan–Sep 2021``, ``2 Dec 2021``.

        >>> Period(date(2021, 1, 1), date(2021, 10, 1)).label
        'Jan–Sep 2021'
        """
        last = self.end - timedelta(days=1)
        n = self.months if self.start.day == 1 else None
        if n == 12 and self.start.month == 1:
            return str(self.start.year)
        if n == 3 and self.start.month % 3 == 1:
            return f"{self.start.year}-Q{self.start.month // 3 + 1}"
        if n == 1:
            return f"{SHORT_MONTHS[self.start.month - 1]} {self.start.year}"
        if n is not None and n % 12 == 0 and self.start.month == 1:
            return f"{self.start.year}–{last.year}"
        if n is not None and self.start.year == last.year:
            return f"{SHORT_MONTHS[self.start.month - 1]}–{SHORT_MONTHS[last.month - 1]} {last.year}"
        if n is not None:
            return f"{SHORT_MONTHS[self.start.month - 1]} {self.start.year}–{SHORT_MONTHS[last.month - 1]} {last.year}"
        if last == self.start:
            return _day(self.start)
        return f"{_day(self.start)}–{_day(last)}"

    def __str__(self) -> str:
        return self.label


def _day(day: date) -> str:
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def year(y: int) -> Period:
    """Return a calendar year."""
    return Period(date(y, 1, 1), date(y + 1, 1, 1), Frequency.YEAR)


def quarter(y: int, q: int) -> Period:
    """Return a calendar quarter, q from 1 to 4."""
    start = date(y, 3 * q - 2, 1)
    return Period(start, add_months(start, 3), Frequency.QUARTER)


def half(y: int, h: int) -> Period:
    """Return a half-year, h 1 or 2."""
    start = date(y, 6 * h - 5, 1)
    return Period(start, add_months(start, 6), Frequency.HALF)


def month(y: int, m: int) -> Period:
    """Return a calendar month."""
    start = date(y, m, 1)
    return Period(start, add_months(start, 1), Frequency.MONTH)


def day(d: date) -> Period:
    """Return one day."""
    return Period(d, d + timedelta(days=1), Frequency.DAY)


def span(start: date, end: date) -> Period:
    """Make a period of any length, with the frequency that its ends imply (a whole calendar year is a YEAR, and so on)."""
    whole = Period(start, end)
    n = whole.months if start.day == 1 else None
    if n == 12 and start.month == 1:
        return year(start.year)
    if n == 6 and start.month in {1, 7}:
        return Period(start, end, Frequency.HALF)
    if n == 3 and start.month % 3 == 1:
        return Period(start, end, Frequency.QUARTER)
    if n == 1:
        return Period(start, end, Frequency.MONTH)
    if end - start == timedelta(days=1):
        return day(start)
    return whole
