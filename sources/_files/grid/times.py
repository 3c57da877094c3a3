"""Parse times as people write them in heads of columns or at the start of rows.

Besides codes, there are "2021 [YR2021]", "Jan-21", "Year ending June 2023" and, where a spreadsheet was saved as text,
44440 for September 2021. Unknown forms are not read as times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from sources._cube.cube import Member
from sources._files.fiscal_labels import fiscal_code, fiscal_period
from sources._formats.px.times import month_named, part_named, part_of_year
from sources._formats.px.times import period_of as labelled
from workbench.core.dates.fiscal_year_starts import labelled_year, split_year
from workbench.core.period import Frequency, Period, add_months, day, half, month, quarter, span, year
from workbench.evidence.xlsx_dates import day_of

_BRACKETED = re.compile(
    r"\s*\[(?:YR)?[^\[\]]{0,12}\]\Z|\A(?:YR|CY|X)(?=\d{4}\Z)|\A(?:year|calendar year|in)\s+(?=\d{4}\b)",
    re.IGNORECASE,
)
_FLAGGED = re.compile(
    r"(?<=\d)\s*(?:\(?\b(?:p|r|e|f|prov\.?|provisional|est\.?|estimate|revised|forecast|projected)\)?|\*)\Z",
    re.IGNORECASE,
)
_SHORT = re.compile(r"([^\W\d_]{3,9})[.\s'’/-]{1,2}(\d{2})\Z")
_GLUED = re.compile(r"([^\W\d_]{3,9})(\d{4})\Z")
_ENDING = re.compile(
    r"(?:year|12 months|ye|y/e) (?:ending|ended|to)?\s*(?:\d{1,2} )?([^\W\d_]{3,9})\.? ['’]?(\d{4}|\d\d)\Z",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"([^\W\d_]{3,9})\.?(?:\s(\d{4}))?\s?(?:-|–|—|to|bis)\s?([^\W\d_]{3,9})\.?[\s-]['’]?(\d{4}|\d\d)\Z",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4}) ([^\W\d_]{3,9}\.?\s?(?:-|–|—)\s?[^\W\d_]{3,9}\.?)\Z")
_DAYS = re.compile(r"(\d{1,2}([./-])\d{1,2}\2\d{4})\s?(?:-|–|—|to|bis)\s?(\d{1,2}([./-])\d{1,2}\4\d{4})\Z")
_THREE_TO = re.compile(r"(?:3|three) months (?:to|ending|ended) ([^\W\d_]{3,9}) (\d{4})\Z", re.IGNORECASE)
_INITIALS = re.compile(r"(?:(\d{4}) )?([JFMASOND]{3})(?:[ -]['’]?(\d{4}|\d\d))?\Z")
_EACH_MONTH = "JFMAMJJASOND"
_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})\Z")
_NAMED_DAY = re.compile(
    r"(?:(\d{1,2})\.?\s([^\W\d_]{3,9})\.?|([^\W\d_]{3,9})\.?\s(\d{1,2}),)\s(\d{4})\Z", re.IGNORECASE
)
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])/(1[3-9]|2\d|3[01])/(\d{4})\Z")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\Z")
_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}\S*\Z")
_SERIAL = re.compile(r"[3-7]\d{4}\Z")
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d(?:\.0+)?\Z")
_ANY_YEAR, _FOUR = re.compile(r"-?[0-9]{1,5}\Z"), re.compile(r"[1-9][0-9]{3}\Z")
_NUMBERED_QUARTER = r"Q([1-4])|([1-4])(?:st|nd|rd|th) (?:quarter|qtr\.?)|(?:quarter|qtr)\.?\s?([1-4])|([1-4])Q"
_YEAR_BEFORE, _YEAR_AFTER = r"(?:(\d{4})\s*)?", r"(?:\s*,?\s*(\d{4}|(?<=Q)\d\d))?"
_QUARTER = re.compile(rf"{_YEAR_BEFORE}(?:{_NUMBERED_QUARTER}){_YEAR_AFTER}\Z", re.IGNORECASE)
_MOST_MONTHS = 24
_STEPS = ((1, month), (3, lambda y, m: quarter(y, (m + 2) // 3)), (12, lambda y, _: year(y)))


@lru_cache(maxsize=20_000)
def head_period(text: str) -> Period | None:
    """Parse the period of a head; None for another head.

    >>> [p.label for t in ("2021 [YR2021]", "Jan-21", "2021*", "2021.0", "Q3 2021", "2021 (p)") if (p := head_period(t))]
    ['2021', 'Jan 2021', '2021', '2021', '2021-Q3', '2021']
    >>> [p.label for t in ("Mar-May 1992", "Dec-Feb 1993", "Jan–Mar 2024", "31.12.2020", "Q1 2023/24") if (p := head_period(t))]
    ['Mar–May 1992', 'Dec 1992–Feb 1993', '2024-Q1', '31 Dec 2020', '2023-Q2']
    >>> head_period("JAN2009").label, head_period("Sept2009").label, head_period("Table2009")
    ('Jan 2009', 'Sep 2009', None)
    >>> [p.label for t in ("MAM 1992", "DJF 1993", "2021 OND", "SON-21") if (p := head_period(t))]
    ['Mar–May 1992', 'Dec 1992–Feb 1993', '2021-Q4', 'Sep–Nov 2021']
    >>> head_period("2021/22").label, head_period("FY 2020-21").label
    ('Apr 2021–Mar 2022', 'Apr 2020–Mar 2021')
    >>> head_period("Year ending June 2023").start.isoformat(), head_period("16000"), head_period("1234 b")
    ('2022-07-01', None, None)
    """
    bare = _FLAGGED.sub("", _BRACKETED.sub("", " ".join(text[:60].split())))
    if not bare or not any(c.isdigit() for c in bare):
        return None
    if (fiscal := fiscal_code(bare)) is not None:
        return fiscal_period(fiscal, "GBR")  # a time; its months depend on the country
    if _YEAR.match(bare):
        return year(int(bare[:4]))
    if (first := split_year(bare)) is not None:
        return labelled_year(first)
    if found := _STAMP.match(bare):
        bare = found[1]
    with suppress(ValueError):
        return _worded(bare) or labelled(Member("", bare))
    return None


def _worded(text: str) -> Period | None:
    if (found := _SHORT.match(text)) and (n := month_named(found[1])):
        return month(_full(found[2]), n)
    if (found := _GLUED.match(text)) and (n := month_named(found[1])):
        return month(int(found[2]), n)
    if (found := _ENDING.match(text)) and (n := month_named(found[1])):
        end = add_months(date(_full(found[2]), n, 1), 1)
        return span(add_months(end, -12), end)
    if (found := _QUARTER.match(text)) and (y := found[1] or found[6]):
        return quarter(int(y) + (2000 if len(y) == 2 else 0), _number(found))
    return _months(text) or _day(text)


def _full(written: str) -> int:
    """Return a year of four digits, also from the last two: 61 to 99 are in the 20th century."""
    y = int(written)
    return y if len(written) > 2 else 2000 + y - (100 if y > 60 else 0)


def _number(found: re.Match[str]) -> int:
    """Return the number of the quarter in a match of `_QUARTER`, before or after its word."""
    return int(found[2] or found[3] or found[4] or found[5])


def _months(text: str) -> Period | None:
    """Parse a range of months ("Mar-May 1992", "Dec-Feb 1993", "Three months to May 1992", "1.4.2021-31.3.2022")."""
    if (days := _DAYS.match(text)) and (begins := _day_first(days[1])) and (ends := _day_first(days[3])):
        whole = begins.day == 1 and (ends + timedelta(days=1)).day == 1
        return _between(begins, ends.replace(day=1)) if whole else None
    if quarter_of := _by_initials(text):
        return quarter_of
    if year_first := _YEAR_FIRST.match(text):
        text = f"{year_first[2]} {year_first[1]}"
    if (found := _THREE_TO.match(text)) and (n := month_named(found[1])):
        return _between(add_months(date(int(found[2]), n, 1), -2), date(int(found[2]), n, 1))
    found = _MONTHS.match(text)
    first, last = (month_named(found[1]), month_named(found[3])) if found else (0, 0)
    if found is None or not first or not last:
        return None
    y = _full(found[4])
    return _between(date(int(found[2] or (y if first <= last else y - 1)), first, 1), date(y, last, 1))


def _by_initials(text: str) -> Period | None:
    """Parse three months by their initials ("MAM 1992", "DJF 2021"); the year is that of the last month."""
    found = _INITIALS.match(text)
    at = (_EACH_MONTH * 2).find(found[2]) if found else -1
    if found is None or at < 0 or bool(found[1]) == bool(found[3]):
        return None
    last = date(_full(found[1] or found[3]), (at + 2) % 12 + 1, 1)
    return _between(add_months(last, -2), last)


def _between(first: date, last: date) -> Period | None:
    """Return the period from one month to another, as a quarter, half or year where it is one."""
    end = add_months(last, 1)
    many = (end.year - first.year) * 12 + end.month - first.month
    if many <= 0 or many > _MOST_MONTHS:
        return None
    if many == 12 and first.month == 1:
        return year(first.year)
    if many == 1:
        return month(first.year, first.month)
    if many == 3 and first.month % 3 == 1:
        return quarter(first.year, first.month // 3 + 1)
    if many == 6 and first.month % 6 == 1:
        return half(first.year, first.month // 6 + 1)
    return span(first, end)


def _day(text: str) -> Period | None:
    """Parse a date with the day before the month ("31.12.2020", "31 December 2020").

    With slashes, only if unambiguous.
    """
    if (named := _NAMED_DAY.match(text)) and (n := month_named(named[2] or named[3])):
        return day(date(int(named[5]), n, int(named[1] or named[4])))
    found = _DAY.match(text)
    first = _day_first(text)
    return None if first is None or found is None or (found[2] != "." and int(found[1]) <= 12) else day(first)


def _day_first(text: str) -> date | None:
    found = _DAY.match(text)
    return date(int(found[4]), int(found[3]), int(found[1])) if found else None


def is_year_number(text: str) -> bool:
    """Check whether a cell under "Year" is a year, even an ancient one; years before 1000 are not read as periods.

    >>> is_year_number("-10000"), is_year_number("1270"), is_year_number("16.4")
    (True, True, False)
    """
    return bool(_ANY_YEAR.match(text))


def cell_period(text: str) -> Period | None:
    """Parse the period of a cell in a column of times: as in a head, or any year of four digits.

    >>> cell_period("1270").label
    '1270'
    """
    found = head_period(text)
    return year(int(text)) if found is None and _FOUR.match(text) else found


def head_part(text: str, over: Period | None) -> Period | None:
    """Parse a head below that of a year as a part of that year: "Q1", "Jan", "2nd quarter".

    >>> head_part("Q2", year(2021)).label, head_part("Feb", year(2021)).label, head_part("Total", year(2021)).label
    ('2021-Q2', 'Feb 2021', '2021')
    """
    if over is None or over.frequency is not Frequency.YEAR:
        return None
    if text.lower() in {"", "total", "year", "annual", "all year"}:
        return over
    if (found := _QUARTER.match(text)) and not (found[1] or found[6]):
        return quarter(over.start.year, _number(found))
    part = part_named(Member("", text))
    with suppress(ValueError):
        return part_of_year(over.start.year, *part) if part else None
    return None


def is_part(text: str) -> bool:
    """Check whether a head names a part of a year, without a year."""
    return bool(text) and text.lower() not in {"total", "year", "annual"} and head_part(text, year(2000)) is not None


def head_periods(heads: Sequence[str]) -> list[Period | None]:
    """Parse the periods of some heads; days at monthly, quarterly or yearly distance are read as those periods.

    >>> [p.label for p in head_periods(["44197", "44228", "44256"]) if p]
    ['Jan 2021', 'Feb 2021', 'Mar 2021']
    >>> [p.label for p in head_periods(["Albania", "2020-01-01", "2021-01-01"]) if p]
    ['2020', '2021']
    """
    found = [head_period(head) for head in heads]
    if not any(found):
        found = _serials(heads)
    return widened(found)


def days_in_order(cells: Sequence[str]) -> list[str]:
    """Rewrite the dates of a column as ISO if one of them shows that the month comes before the day.

    >>> days_in_order(["1/2/2020", "1/31/2020"]), days_in_order(["1/2/2020", "31/1/2020"])
    (['2020-01-02', '2020-01-31'], ['1/2/2020', '31/1/2020'])
    """
    if not any(_MONTH_FIRST.match(cell.strip()) for cell in cells):
        return list(cells)
    return [_SLASHED.sub(lambda d: f"{d[3]}-{int(d[1]):02}-{int(d[2]):02}", cell.strip()) for cell in cells]


def widened(found: list[Period | None]) -> list[Period | None]:
    """Replace days at the distance of months, quarters or years by those periods.

    >>> [p.label for p in widened([day(date(2020, 12, 31)), day(date(2021, 12, 31))]) if p]
    ['2020', '2021']
    """
    days = [one for one in found if one]
    if len(days) < 2 or any(one.frequency is not Frequency.DAY for one in days):
        return found
    starts = [one.start for one in days]
    step = _even_step(starts)
    widen = next((make for months, make in _STEPS if months == step), None)
    return [widen(one.start.year, one.start.month) if one and widen else one for one in found]


def _serials(heads: Sequence[str]) -> list[Period | None]:
    """Parse serial day numbers of a spreadsheet saved as text: at least three, at even distances of months."""
    whole = [int(head) if _SERIAL.match(head) else 0 for head in heads]
    days = [day_of(serial) if serial else None for serial in whole]
    starts = [one for one in days if one]
    if len(starts) < 3 or not _even_step(starts):
        return [None] * len(heads)
    return [day(one) if one else None for one in days]


def _even_step(starts: Sequence[date]) -> int:
    """Return the months between days that are all the first or all the last of their month; 0 for other days."""
    first = all(one.day == 1 for one in starts)
    last = all(add_months(one.replace(day=1), 1).toordinal() - one.toordinal() == 1 for one in starts)
    if not (first or last):
        return 0
    gaps = {abs((b.year - a.year) * 12 + b.month - a.month) for a, b in pairwise(starts)}
    return (
        min(gaps) if gaps and all(gap and gap % min(gaps or {1}) == 0 for gap in gaps if min(gaps)) and min(gaps) else 0
    )


def is_forecast_head(text: str) -> bool:
    """Check whether a head says that the figures below are forecasts."""
    return bool(re.search(r"\b(?:forecast|projected|projection|f)\)?\Z", text.strip(), re.IGNORECASE))
