"""Read labels of fiscal years and quarters, whose months depend on the country: "FY24", "Q1 FY24", "Q3 2023/24".

A head is read before the country of its figures is known. So the label is kept as a code, which is later converted for
the table's country.
"""

from __future__ import annotations

import re
from datetime import date

from workbench.core.dates.fiscal_year_starts import FISCAL_BEGINS, NAMED_BY_START, split_year, year_from
from workbench.core.period import Period, add_months, quarter, span, year

_YEARS = r"(?P<years>(?:FY\s?)?(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d)|FY\s?(?:(?:19|20)\d\d|'?\d\d))"
_LABEL = re.compile(rf"(?:Q(?P<before>[1-4])[\s,-]*)?{_YEARS}(?:[\s,-]*Q(?P<behind>[1-4]))?", re.IGNORECASE)
_CODE = re.compile(r"FY(?P<first>\d{4})(?:/(?P<last>\d{4}))?(?:-Q(?P<quarter>[1-4]))?")
_THIS_CENTURY = 60


def fiscal_code(label: str) -> str | None:
    """Return the code of a fiscal year named by one number, or of a fiscal quarter; None for another label.

    >>> fiscal_code("Q1 FY24"), fiscal_code("FY2024"), fiscal_code("2023/24 Q3"), fiscal_code("2023/24"), fiscal_code("Q1 2024")
    ('FY2024-Q1', 'FY2024', 'FY2023/2024-Q3', None, None)
    """
    found = _LABEL.fullmatch(label.strip())
    if found is None:
        return None
    number = found["before"] or found["behind"]
    years = re.sub(r"FY\s?'?", "", found["years"], flags=re.IGNORECASE)
    if (first := split_year(years)) is not None:
        return f"FY{first}/{first + 1}-Q{number}" if number else None
    if not years.isdecimal():
        return None
    named = int(years) if len(years) == 4 else int(years) + (2000 if int(years) <= _THIS_CENTURY else 1900)
    return f"FY{named}" + (f"-Q{number}" if number else "")


def fiscal_period(code: str, place: str) -> Period:
    """Return the period of a code in a country.

    Args:
        code: As `fiscal_code` gives it.
        place: The country's code; empty where it is not known.

    Raises:
        ValueError: It is no such code, or a quarter without a known country.

    >>> [fiscal_period("FY2024-Q1", place).label for place in ("USA", "GBR", "JPN", "DEU")]
    ['2023-Q4', '2023-Q2', '2024-Q2', '2024-Q1']
    >>> fiscal_period("FY2024", "USA").label, fiscal_period("FY2024", "").label
    ('Oct 2023–Sep 2024', '2024')
    """
    found = _CODE.fullmatch(code)
    if found is None or (not place and found["quarter"]):
        raise ValueError(f"no fiscal year of a country: {code[:20]!r}")
    named, number = int(found["first"]), int(found["quarter"] or 0)
    begins = FISCAL_BEGINS.get(place, 1)
    by_start = begins == 1 or bool(found["last"]) or place in NAMED_BY_START
    first = named if by_start else named - 1
    if not number:
        return year(first) if begins == 1 else year_from(first, begins)
    start = add_months(date(first, begins, 1), 3 * (number - 1))
    return quarter(start.year, start.month // 3 + 1) if start.month % 3 == 1 else span(start, add_months(start, 3))
