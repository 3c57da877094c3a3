"""A speaker who says a wrong figure and corrects it at once claims the second alone."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

TAKEN_BACK = [
    ("en", "It was 5 million, no, sorry, 6 million people in 2016."),
    ("en", "It was 5 million people, sorry, 6 million people in 2016."),
    ("en", "It was 5 – correction – 6 million people in 2016."),
    ("de", "Es waren 5, nein, Entschuldigung, 6 Millionen Menschen im Jahr 2016."),
    ("de", "Es waren nicht 5, pardon, 6 Millionen Menschen im Jahr 2016."),
    ("mk", "Имаше 5, не, извинете, 6 милиони луѓе во 2016."),
]
KEPT = [
    ("en", "It was 5 million, sorry to say, that year."),
    ("en", "It was 5 million in 2015. No, it cannot be 6 million."),
    ("de", "Es waren 5 Millionen, nein, das war zu viel."),
]


@pytest.mark.parametrize(("language", "said"), TAKEN_BACK)
def test_the_figure_that_is_taken_back_claims_nothing(language: str, said: str):
    lows = [str(claim.amount.value.low) for claim in read_text(said, language=language).claims if claim.amount]
    assert lows == ["6000000"]


@pytest.mark.parametrize(("language", "said"), KEPT)
def test_words_of_regret_without_another_figure_take_nothing_back(language: str, said: str):
    lows = [str(claim.amount.value.low) for claim in read_text(said, language=language).claims if claim.amount]
    assert lows[0] == "5000000"
