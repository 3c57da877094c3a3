"""What a figure of one series comes to beside one sentence, its words and the title's weighed as the desk does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from workbench.compare import check, decided_by_words_or_figures, outcome, stands_alone
from workbench.core.claim import Claim
from workbench.core.period import Period, year
from workbench.core.series import Observation, Series
from workbench.extract import read_text
from workbench.match import in_english, unmatched_words

LATER = date(2022, 3, 1)
"""The day on which everything was said: after every figure."""


@lru_cache(maxsize=1_024)
def _claim(text: str, language: str) -> Claim:
    """Return the first claim of a sentence, which is put to several figures by one test after another."""
    return read_text(text, language=language, said=LATER).claims[0]


def outcome_of(text: str, language: str, series: Series, value: str, otherwise: int) -> str:
    """Return the outcome of a sentence's first claim beside a figure for its place and period, or for the year `otherwise`."""
    claim = _claim(text, language)
    period = claim.period.value if claim.period else year(otherwise)
    return outcome_of_claim(claim, series, {period: value})


def outcome_of_claim(claim: Claim, series: Series, figures: Mapping[Period, str]) -> str:
    """Return the outcome of a claim beside figures of its place."""
    asked = in_english(claim)
    rows = [
        Observation(ref=series.ref, place=claim.place or "", period=period, value=Decimal(value))
        for period, value in figures.items()
    ]
    left = unmatched_words(asked, series)
    decided = decided_by_words_or_figures(
        check(asked, series, rows, today=LATER),
        left.unanswered,
        left.only_in_title,
        left.uncounted,
        kinds=left.kinds,
        unread=left.unread,
        apart=left.apart,
        alone=stands_alone(claim),
    )
    return outcome(decided)[0]
