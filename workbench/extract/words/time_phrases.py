"""Phrases of time before their date is known: where they stand, and how to turn them into periods.

Two readers use them. The reader of amounts must leave the "9" of "the first 9 months" alone whether or not the day of
the speech is known; the reader of periods needs that day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from workbench.core.period import Period


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What is needed to turn a phrase of time into a period.

    Attributes:
        said: The day the words were said; None where unknown.
        main: The period of the same sentence that it may refer to ("the same period"); None where there is none.
        behind: The next period of the sentence that has its own year; None where there is none.
        place: The country of the speech, ISO 3166 alpha-3, whose calendar is used; None where unknown.
    """

    said: date | None = None
    main: Period | None = None
    behind: Period | None = None
    place: str | None = None


DEPENDENT_RULES = frozenset({"same-period", "that-period", "year-before", "earlier", "following-unit", "later-than"})
"""Rules of phrases that refer to a period named before, perhaps in the sentence before."""

Resolve = Callable[[TimeContext], tuple[Period, ...]]


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A run of tokens that names a time.

    Attributes:
        first: The index of its first token.
        end: The index behind its last token.
        rule: The rule that read it.
        resolve: Gives its readings, the most likely first; none where it needs the day of the speech and that is
            unknown.
        dependent: Whether it depends on another period of the sentence.
        yearless: Whether it names a month or day without a year, which the next period of the sentence may have.
    """

    first: int
    end: int
    rule: str
    resolve: Resolve
    dependent: bool = False
    yearless: bool = False


def fixed(*periods: Period) -> Resolve:
    """Build a `resolve` for readings that do not depend on the day of the speech.

    >>> from workbench.core.period import year
    >>> str(fixed(year(2021))(TimeContext())[0])
    '2021'
    """
    return lambda _: periods


NOWHERE: tuple[Period, ...] = ()
EARLIEST, LATEST = 1000, 2999


def sane(year: int) -> bool:
    """Check whether a year is in the range of the calendar.

    >>> sane(2021), sane(20210)
    (True, False)
    """
    return EARLIEST <= year <= LATEST
