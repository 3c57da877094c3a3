"""The year that an index sets to 100, as its unit, its title or its description says."""

from __future__ import annotations

import re

from workbench.core.series import Series

_BASE = re.compile(r"\b((?:19|20)\d\d)\s?=\s?100\b")


def base_of(series: Series) -> int | None:
    """Return the year that a series sets to 100; None where it says none.

    >>> from workbench.core.series import SeriesRef
    >>> base_of(Series(ref=SeriesRef("mine", "cpi"), title="Consumer prices, index, 2015=100"))
    2015
    """
    found = _BASE.search(f"{series.unit} {series.title} {series.description}")
    return int(found[1]) if found else None
