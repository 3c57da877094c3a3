"""Whether a claim in words alone is about the number of something, and a series about its share or rate: only a figure has a unit that tells.

"The number of female members was higher in Malta" is not measured by their share.
"""

from __future__ import annotations

from workbench.core.quantity import Dimension
from workbench.core.series import Series
from workbench.match.query.query import Query
from workbench.match.titles.title_units import unit_of

_RATED = frozenset({Dimension.SHARE, Dimension.RATE})


def rate_for_number(query: Query, series: Series) -> str | None:
    """Give the reason where the words ask for a number and a series gives a share or a rate; None where they do not.

    Args:
        query: The query of a claim.
        series: The series.
    """
    if query.of_number and unit_of(series).dimension in _RATED:
        return "gives a share or a rate, the claim speaks of a number"
    return None
