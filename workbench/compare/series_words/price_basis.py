"""The prices of a series (constant or current) and its seasonal adjustment, from its unit and its words."""

from __future__ import annotations

import re

from workbench.core.quantity import Unit
from workbench.core.relations import Adjustment, Prices
from workbench.core.series import Series

_MONEY = r"(?:prices|us|usd|lcu|local|international|\w*\s?dollars|euros)"
_REAL = re.compile(
    rf"\bconstant\s(?:\d{{4}}\s)?{_MONEY}|\bchain[\s-]?linked\b|\breal\b|\bvolumes?\b",
    re.IGNORECASE,
)
_NOMINAL = re.compile(rf"\bcurrent\s{_MONEY}|\bnominal\b", re.IGNORECASE)
_PURCHASING_POWER = re.compile(
    r"\bPPPs?\b|\bPPS\b|\bpurchasing[\s-]power|\binternational\s?(?:dollars?\b|\$)", re.IGNORECASE
)
_ADJUSTED = re.compile(r"\b(?:un|not\s|non[\s-]?)?(?:seasonally|calendar)[\s-]adjusted\b", re.IGNORECASE)
_RAW = re.compile(r"\b(?:un|not\s|non[\s-]?|neither\s)(?:seasonally\s)?adjusted\b|\boriginal\b|\braw\b", re.IGNORECASE)


def prices_of(series: Series) -> Prices | None:
    """Find whether a series is at constant or at current prices, from its unit or words; None where they do not say.

    >>> from workbench.core.series import SeriesRef
    >>> ref = SeriesRef("mine", "gdp")
    >>> prices_of(Series(ref=ref, title="GDP (constant 2015 US$)")).name, prices_of(Series(ref=ref, title="GDP (current US$)")).name
    ('REAL', 'NOMINAL')
    """
    if series.unit.prices:
        return Prices.REAL if is_real(series.unit) else Prices.NOMINAL
    words = f"{series.title} {series.unit}"
    real, nominal = _REAL.search(words), _NOMINAL.search(words)
    if bool(real) == bool(nominal):
        return None
    return Prices.REAL if real else Prices.NOMINAL


def is_real(unit: Unit) -> bool:
    """Check whether a unit is at constant prices, by what it says about them.

    >>> from workbench.core.quantity import Dimension
    >>> is_real(Unit(Dimension.MONEY, "dollar", "USD", prices="constant 2015"))
    True
    """
    return unit.prices.startswith(Prices.REAL)


def is_at_purchasing_power(series: Series) -> bool:
    """Check whether a series' title or unit says that its money is converted at purchasing power parities.

    >>> from workbench.core.series import SeriesRef
    >>> ref = SeriesRef("mine", "gdp")
    >>> [is_at_purchasing_power(Series(ref=ref, title=title)) for title in ("GDP, PPP", "GDP (US$)")]
    [True, False]
    """
    return _PURCHASING_POWER.search(f"{series.title} {series.unit} {series.description}") is not None


def adjustment_of(series: Series) -> Adjustment | None:
    """Find whether a series is seasonally adjusted; None where it does not say.

    >>> from workbench.core.series import SeriesRef
    >>> adjustment_of(Series(ref=SeriesRef("mine", "u"), title="Unemployment", adjusted="Unadjusted data")).name
    'RAW'
    """
    said = series.adjusted or next((found[0] for found in _ADJUSTED.finditer(series.title)), "")
    if not said:
        return None
    return Adjustment.RAW if _RAW.search(said) else Adjustment.ADJUSTED
