"""What a share is a share of: a part of health spending is no part of GDP."""

from __future__ import annotations

from workbench.core.quantity import Dimension
from workbench.core.series import Series
from workbench.match.query.query import Query
from workbench.match.words.normalisation import keys, naming
from workbench.match.words.statistic_words import marks_of

OUTPUT = frozenset(keys("GDP gross domestic product national income GNI"))
"""Stems of names for the economy's output."""

_SHARES = frozenset({Dimension.SHARE, Dimension.POINTS})


def share_of_another(query: Query, series: Series) -> str | None:
    """Contradict where the claim is a share of GDP, and the title a share of something else; None where it is not.

    Its words may be the same apart from that: "health spending as a share of GDP" and "out-of-pocket expenditure as a share of health
    expenditure".
    """
    if series.unit.dimension not in _SHARES:  # an index of GDP per head is no share
        return None
    if query.unit is None or query.unit.dimension not in _SHARES or not _is_of_output(query):
        return None
    base = naming(marks_of(series.title).base)
    if not base or not base.isdisjoint(OUTPUT):
        return None
    return "is a share of something else than GDP, of which the claim is a share"


def _is_of_output(query: Query) -> bool:
    """Check whether a share is one of GDP: by its own words, or by those of its sentence where it names no whole."""
    if query.base:
        return not query.base.isdisjoint(OUTPUT)
    return any(naming(way.stems) <= OUTPUT for each in query.concepts for way in each.ways if naming(way.stems))
