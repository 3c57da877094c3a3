"""Years that do not begin in January: fiscal, school and crop years, by country.

"fiscal 2021" began in October 2020 in Washington, in April 2020 in Delhi and in January 2021 in Berlin.
The first months by country are in `workbench.core.dates.fiscal_year_starts`.
"""

from __future__ import annotations

from datetime import date

from workbench.core.dates.fiscal_year_starts import FISCAL_BEGINS, NAMED_BY_START, year_from
from workbench.core.period import Period, span, year
from workbench.extract.words.time_phrases import Resolve, TimeContext, sane

FISCAL, SCHOOL, SEASON, CALENDAR = "fiscal", "school", "season", "calendar"
KINDS = {
    "fiscal": FISCAL, "financial": FISCAL, "tax": FISCAL, "budget": FISCAL, "fy": FISCAL, "school": SCHOOL,
    "academic": SCHOOL, "university": SCHOOL, "sy": SCHOOL, "ay": SCHOOL, "calendar": CALENDAR, "cy": CALENDAR,
}  # fmt: skip
"""The kind of year by the word before "year"."""
_ANY_FISCAL, _ANY_SCHOOL, _ANY_OTHER = (4, 7, 10), (9, 8, 7), (9, 7, 4)
_SCHOOL_IN_CALENDAR_YEAR = frozenset({"AUS", "NZL", "ZAF", "BRA", "ARG", "SGP"})


def fiscal_year(y: int, kind: str) -> Resolve:
    """Resolve a fiscal or school year named by one year: that of the country of the speech, then the calendar year.

    >>> [str(p) for p in fiscal_year(2021, FISCAL)(TimeContext(place="USA"))]
    ['Oct 2020–Sep 2021', '2021']
    >>> [str(p) for p in fiscal_year(2020, FISCAL)(TimeContext(place="JPN"))], fiscal_year(2021, FISCAL)(TimeContext())[0].label
    (['Apr 2020–Mar 2021', '2020'], '2021')
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        if kind == CALENDAR or not sane(y):
            return (year(y),) if sane(y) else ()
        if kind != FISCAL:
            return (year(y), *(year_from(first, m) for first in (y - 1, y) for m in _ANY_SCHOOL))
        begins = FISCAL_BEGINS.get(around.place or "")
        if begins is not None:
            return (year_from(y if around.place in NAMED_BY_START else y - 1, begins), year(y))
        return (year(y), *(year_from(y - 1, m) for m in reversed(_ANY_FISCAL)), year_from(y, 4))

    return resolve


def split_year(first: int, kind: str | None) -> Resolve:
    """Resolve two years with a slash: the twelve months of a fiscal, school or sports year, or both years whole.

    Where the country of the speech has fiscal years of its own, its offices write them so, and that is the first reading.

    >>> [str(split_year(2019, FISCAL)(TimeContext(place=place))[0]) for place in ("GBR", "AUS", None)]
    ['Apr 2019–Mar 2020', 'Jul 2019–Jun 2020', 'Apr 2019–Mar 2020']
    >>> str(split_year(2020, SCHOOL)(TimeContext())[0]), str(split_year(2020, None)(TimeContext())[0])
    ('Sep 2020–Aug 2021', '2020–2021')
    >>> str(split_year(2022, None)(TimeContext(place="ZAF"))[0])
    'Apr 2022–Mar 2023'
    """
    both = span(date(first, 1, 1), date(first + 2, 1, 1))

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        own = FISCAL_BEGINS.get(around.place or "")
        months: tuple[int, ...] = {FISCAL: _ANY_FISCAL, SCHOOL: _ANY_SCHOOL}.get(kind or "", _ANY_OTHER)
        if own is not None and kind != SCHOOL:
            months = (own, *(m for m in months if m != own))
        turns = tuple(year_from(first, m) for m in months)
        plain = kind == CALENDAR or (kind is None and own is None)
        return (both, *turns) if plain else (*turns, both)

    return resolve


def current(side: int, kind: str) -> Resolve:
    """Resolve this, the last (-1) or the next (1) fiscal or school year, where it does not begin in January.

    >>> str(current(0, FISCAL)(TimeContext(date(2021, 12, 2), place="USA"))[0])
    'Oct 2021–Sep 2022'
    """

    def resolve(around: TimeContext) -> tuple[Period, ...]:
        said = around.said
        if said is None or not sane(said.year + side):
            return ()
        here = year(said.year + side)
        begins = _begins(kind, around.place)
        if begins is None:
            return (here,)
        return (year_from(said.year + side - (said.month < begins), begins), here)

    return resolve


def _begins(kind: str, place: str | None) -> int | None:
    """Find the first month of a kind of year; None for January."""
    if kind == FISCAL:
        return FISCAL_BEGINS.get(place or "")
    return None if kind != SCHOOL or place in _SCHOOL_IN_CALENDAR_YEAR else _ANY_SCHOOL[0]
