"""The month in which a country's fiscal year begins, where that is not January.

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
"""The month in which the fiscal year begins, by ISO 3166 alpha-3. Countries that are not listed use calendar years."""

NAMED_BY_START = frozenset({"JPN", "SGP", "HKG"})
"""Countries where "fiscal 2021" begins in 2021."""


def year_from(first: int, month: int) -> Period:
    """Make the period of twelve months that begins with a month.

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
    """Read the first year of a label such as ``2021/22``, ``2021–2022`` or ``FY 2021/22``; None for another label.

    ``2011-12`` with a hyphen is December 2011 in ISO 8601, and is not split.

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
    """Find the twelve months that a label of two years means in a country; from April where unknown, as most countries print it.

    >>> labelled_year(2021, "USA").label, labelled_year(2021).label
    ('Oct 2021–Sep 2022', 'Apr 2021–Mar 2022')
    """
    return year_from(first, FISCAL_BEGINS.get(place or "", _APRIL))


def own_fiscal_year(readings: tuple[Period, ...], place: str | None) -> tuple[Period, ...]:
    """Order the readings of a fiscal year, the country's own fiscal year first.

    Args:
        readings: Readings of twelve months each, likeliest first; other readings ("both calendar years") stay after them.
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
