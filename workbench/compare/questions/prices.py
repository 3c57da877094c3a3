"""Nominal against real, adjusted against raw: what the claim says of it and what the series is are told, and never mixed.

A rise "in real terms" is not measured by figures at each year's prices, nor a nominal one by figures at constant prices: these are
UNDECIDED. Where the claim says neither, the series' own kind is told. Seasonal adjustment changes no yearly figure much, so that it is
told and bars nothing; a change from month to month in figures that are not adjusted is mostly the season's.
"""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.compare.questions.question import Question
from workbench.core.claim import Claim
from workbench.core.finding import Caveat
from workbench.core.period import Period
from workbench.core.relations import Adjustment, Prices
from workbench.core.series import Series

_IS_REAL = re.compile(
    r"\bconstant\s(?:\d{4}\s)?(?:prices|us|usd|lcu|local|international|\w*\s?dollars|euros)|\bchain[\s-]?linked\b|\breal\b|\bvolumes?\b",
    re.IGNORECASE,
)
_IS_NOMINAL = re.compile(
    r"\bcurrent\s(?:prices|us|usd|lcu|local|international|\w*\s?dollars|euros)|\bnominal\b", re.IGNORECASE
)
_IS_RAW = re.compile(
    r"\b(?:un|not\s|non[\s-]?|neither\s)(?:seasonally\s)?adjusted\b|\boriginal\b|\braw\b", re.IGNORECASE
)


def marked(claim: Claim, series: Series, question: Question) -> Question:
    """A question with what is to be said of prices and of the season; blocked where real and nominal would be mixed."""
    mixed = _mixed(claim, series)
    if mixed is not None and question.blocked is None:
        return replace(question, blocked=mixed)
    told = (*_prices(claim, series, question), *_season(claim, series))
    return replace(question, caveats=(*question.caveats, *told)) if told else question


def prices_of(series: Series) -> Prices | None:
    """Whether a series is at constant or at current prices, as its unit or its words say; None where they do not.

    >>> from workbench.core.series import SeriesRef
    >>> ref = SeriesRef("mine", "gdp")
    >>> prices_of(Series(ref=ref, title="GDP (constant 2015 US$)")).name, prices_of(Series(ref=ref, title="GDP (current US$)")).name
    ('REAL', 'NOMINAL')
    """
    if series.unit.prices:
        return Prices.REAL if series.unit.prices.startswith(Prices.REAL) else Prices.NOMINAL
    words = f"{series.title} {series.unit}"
    real, nominal = _IS_REAL.search(words), _IS_NOMINAL.search(words)
    if bool(real) == bool(nominal):
        return None
    return Prices.REAL if real else Prices.NOMINAL


def _mixed(claim: Claim, series: Series) -> Caveat | None:
    said, is_ = claim.prices, prices_of(series)
    if not said or not is_ or said is is_:
        return None
    if said is Prices.REAL:
        return Caveat(
            "prices",
            "The claim speaks of real terms; the series is at the prices of each year, and its change holds theirs.",
        )
    return Caveat(
        "prices", "The claim speaks of nominal figures; the series is at constant prices, with inflation taken out."
    )


def _prices(claim: Claim, series: Series, question: Question) -> tuple[Caveat, ...]:
    """What is told where one side does not say."""
    said, is_ = claim.prices, prices_of(series)
    if said and not is_:
        kind = "real" if said is Prices.REAL else "nominal"
        return (
            Caveat(
                "prices-unknown", f"The claim speaks of {kind} figures; the series does not say at whose prices it is."
            ),
        )
    if is_ is Prices.NOMINAL and not said and question.mode is not None and question.beside is None:
        return (Caveat("nominal", "The series is at the prices of each year: its change holds that of prices."),)
    return ()


def season(series: Series, new: Period, old: Period) -> tuple[Caveat, ...]:
    """What is told of a change from one month or quarter to the next in figures that are not adjusted for the season."""
    short = new.months in {1, 3} and new.previous() == old
    if not short or not series.adjusted or not _IS_RAW.search(series.adjusted):
        return ()
    text = f"From {old.label} to {new.label} the season changes too, and the series is not adjusted for it ({series.adjusted})."
    return (Caveat("season", text),)


def _season(claim: Claim, series: Series) -> tuple[Caveat, ...]:
    if claim.adjustment is None or not series.adjusted:
        return ()
    is_ = Adjustment.RAW if _IS_RAW.search(series.adjusted) else Adjustment.ADJUSTED
    if claim.adjustment is is_:
        return ()
    text = f"The claim speaks of {claim.adjustment.value} figures; the series is: {series.adjusted}."
    return (Caveat("adjustment", text),)
