"""Whether a claim in words alone is about the number of something, and a series about its share or rate: only a figure has a unit that tells.

"The number of female members was higher in Malta" is not measured by their share.
"""

from __future__ import annotations

from workbench.core.change import ChangeMode
from workbench.core.quantity import Dimension
from workbench.core.series import Series
from workbench.match.query.query import Query
from workbench.match.titles.title_units import unit_of
from workbench.match.words.normalisation import words

_SHARE = frozenset({"share", "proportion", "percentage", "percent"})
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


def number_for_rate(query: Query, series: Series) -> str | None:
    """Give the reason where the words ask how large a share has become, and a series counts; None where they do not.

    Args:
        query: The query of a claim.
        series: The series.
    """
    if query.change is ChangeMode.MULTIPLE and _is_of_share(query) and unit_of(series).dimension is Dimension.COUNT:
        return "gives a number, the claim speaks of a share"
    return None


def _is_of_share(query: Query) -> bool:
    return not query.of_number and (query.of_rate or not _SHARE.isdisjoint(words(query.text)))


def is_of_other_sort(query: Query, series: Series, other: Series) -> bool:
    """Check whether the words ask for a number and only the other series gives a share or a rate, or the other way round.

    Args:
        query: The query of a claim.
        series: The series that was taken to measure it.
        other: The other series.
    """
    one, two = (unit_of(each).dimension for each in (series, other))
    if query.of_number:
        return one not in _RATED and two in _RATED
    return _is_of_share(query) and one in _RATED and two is Dimension.COUNT
