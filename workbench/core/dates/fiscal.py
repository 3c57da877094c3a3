"""In which month a country's fiscal year begins, where that is not January.

Source: the CIA's World Factbook, "Fiscal year", for the central government; Thailand and Haiti begin in October as the United States
do. In Japan, Singapore and Hong Kong one number names the year in which the fiscal year begins, elsewhere that in which it ends.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from workbench.core.period import Period, add_months, span

FISCAL_BEGINS: Mapping[str, int] = {
    **dict.fromkeys(("GBR", "IND", "JPN", "CAN", "ZAF", "HKG", "SGP", "BWA", "NAM", "LSO", "MWI"), 4),
    **dict.fromkeys(("AUS", "NZL", "PAK", "BGD", "EGY", "KEN", "TZA", "UGA", "NPL", "ETH", "BTN", "MUS"), 7),
    "FJI": 8,
    **dict.fromkeys(("USA", "THA", "HTI", "PRI"), 10),
}
"""The month, by ISO 3166 alpha-3; countries that are not here count in calendar years."""

NAMED_BY_START = frozenset({"JPN", "SGP", "HKG"})
"""Where "fiscal 2021" begins in 2021."""


def year_from(first: int, month: int) -> Period:
    """Return the twelve months from the first of a month.

    >>> year_from(2021, 10).label
    'Oct 2021–Sep 2022'
    """
    start = date(first, month, 1)
    return span(start, add_months(start, 12))


_SPLIT = re.compile(
    r"(?:FY\s?|financial\syear\s|fiscal\syear\s)?((?:19|20)\d\d)\s?(?:([/–])|-)\s?((?:19|20)?\d\d)", re.IGNORECASE
)
_APRIL = 4
_MONTHS = 12


def split_year(label: str) -> int | None:
    """Return the first year of a label such as ``2021/22``, ``2021–2022`` or ``FY 2021/22``; None for another label.

    With a dash, ``2011-12`` is December 2011 in the standard form of dates, and stays so.

    >>> split_year("2021/22"), split_year("2021-22"), split_year("2011-12"), split_year("2021/23")
    (2021, 2021, None, None)
    """
    found = _SPLIT.fullmatch(label.strip())
    if found is None:
        return None
    first, last = int(found[1]), int(found[3][-2:])
    month = found[2] is None and len(found[3]) == 2 and last <= _MONTHS
    return first if (first + 1) % 100 == last and not month else None


def labelled_year(first: int, place: str | None = None) -> Period:
    """Return the twelve months that a label of two years names in a country; from April where that is not known, as the most print it.

    >>> labelled_year(2021, "USA").label, labelled_year(2021).label
    ('Oct 2021–Sep 2022', 'Apr 2021–Mar 2022')
    """
    return year_from(first, FISCAL_BEGINS.get(place or "", _APRIL))


def own_fiscal_year(readings: tuple[Period, ...], place: str | None) -> tuple[Period, ...]:
    """Return the readings of a fiscal year, that of a country's own first.

    Args:
        readings: Twelve months each, likeliest first; others ("both calendar years") are kept behind.
        place: The country whose fiscal year is meant.

    >>> april, october = year_from(2020, 4), year_from(2020, 10)
    >>> [period.label for period in own_fiscal_year((april, october), "USA")]
    ['Oct 2020–Sep 2021', 'Apr 2020–Mar 2021']
    """
    begins = FISCAL_BEGINS.get(place or "")
    if begins is None:
        return readings
    own = [
        period for period in readings if period.months == 12 and (period.start.month, period.start.day) == (begins, 1)
    ]
    return tuple(dict.fromkeys((*own, *readings)))
