"""The base year of an index (the year set to 100), from its unit, title or description."""

from __future__ import annotations

import re

from workbench.core.series import Series

_BASE = re.compile(r"\b((?:19|20)\d\d)\s?=\s?100\b")


def base_of(series: Series) -> int | None:
    """Find the base year of a series' index; None where it names none.

    >>> from workbench.core.series import SeriesRef
    >>> base_of(Series(ref=SeriesRef("mine", "cpi"), title="Consumer prices, index, 2015=100"))
    2015
    """
    found = _BASE.search(f"{series.unit} {series.title} {series.description}")
    return int(found[1]) if found else None
