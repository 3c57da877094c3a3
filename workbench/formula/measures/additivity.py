"""Additivity over time: flows add up; stocks and averages do not."""

from __future__ import annotations

from workbench.compare.alignment.align import AVERAGED, adds_up
from workbench.compare.series_words import growth_series
from workbench.core.quantity import Dimension
from workbench.core.series import Additivity, Series

__all__ = ["adds_up", "is_growth", "why_no_sum"]


def why_no_sum(series: Series) -> str:
    """Say why the figures of several periods are not added up; empty where they are.

    >>> from workbench.core.series import SeriesRef
    >>> why_no_sum(Series(ref=SeriesRef("a", "b"), title="Population", adds=Additivity.LAST))
    '“Population” is counted at one time: its figures of several periods are not added up.'
    """
    if series.adds is Additivity.LAST:
        return f"“{series.title}” is counted at one time: its figures of several periods are not added up."
    if series.adds is Additivity.MEAN or (series.adds is Additivity.UNKNOWN and series.unit.dimension in AVERAGED):
        return f"“{series.title}” is an average or a rate: its figures of several periods are not added up."
    return ""


def is_growth(series: Series) -> bool:
    """Check by its title whether the figures of a series are themselves changes in percent."""
    return series.unit.dimension is Dimension.SHARE and growth_series.is_growth(series)
