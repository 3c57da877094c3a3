"""Finds from title and unit whether a series has changes itself, and whether its figures are per day or month."""

from __future__ import annotations

import re

from workbench.core.period import Frequency
from workbench.core.series import Series

_GROWTH = re.compile(
    r"\b(growth|inflation|percent(age)? change|% change|annual %|annual change|year[- ]on[- ]year)", re.IGNORECASE
)


def is_growth(series: Series) -> bool:
    """Check whether a series' own figures are changes.

    >>> from workbench.core.series import SeriesRef
    >>> is_growth(Series(ref=SeriesRef("mine", "gdp"), title="GDP growth (annual %)"))
    True
    """
    return _GROWTH.search(f"{series.title} {series.unit}") is not None


_STEP = r"(?:month|quarter)"
_STEP_BEFORE = rf"(?:previous|preceding|prior|last)\s{_STEP}"
_STEP_ON_STEP = rf"{_STEP}[- ]on[- ]{_STEP}"
_EACH_STEP = r"(?:monthly|quarterly)\s(?:change|growth|rate)"
_ON_A_STEP = re.compile(rf"\b(?:{_STEP_BEFORE}|{_STEP_ON_STEP}|{_EACH_STEP})\b", re.IGNORECASE)
"""Words for a change on the month or quarter before."""


def grows_on_the_year(series: Series) -> bool:
    """Check whether a series' figures are changes on the year before, and not on the month or quarter before.

    >>> from workbench.core.series import SeriesRef
    >>> titles = "Inflation, change on the same month of the previous year", "GDP growth on the previous quarter", "Births"
    >>> [grows_on_the_year(Series(ref=SeriesRef("mine", "x"), title=title)) for title in titles]
    [True, False, False]
    """
    return is_growth(series) and _ON_A_STEP.search(f"{series.title} {series.unit}") is None


def is_paced(series: Series, step: Frequency | None) -> bool:
    """Check whether a series' figures are already per this step ("average monthly wage"), so that they are not divided.

    >>> from workbench.core.series import SeriesRef
    >>> is_paced(Series(ref=SeriesRef("mine", "w"), title="Average monthly wage"), Frequency.MONTH)
    True
    """
    name = step.value if step else ""
    adverb = {"day": "daily"}.get(name, f"{name}ly")
    words = f"{series.title} {series.unit}".lower()
    return bool(series.unit.per) or any(said in words for said in (adverb, f"per {name}", f"a {name}"))
