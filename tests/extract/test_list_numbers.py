"""The number of an item is no figure: "2. Wages rose by 4 percent" says one thing."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.extract import read_text

SAID = {
    "en": "wages rose by 4 percent in 2019.",
    "de": "die Löhne stiegen 2019 um 4 Prozent.",
    "mk": "платите пораснаа за 4 проценти во 2019.",
    "fr": "les salaires ont augmenté de 4 pour cent en 2019.",
}


@each("language", SAID)
@each("item", ["1. ", "2. ", "3) ", "12. ", "103. ", "4.) "])
@each("capital", [False, True])
def test_an_item_is_read_as_its_words_are(language: str, item: str, capital: bool) -> None:
    words = SAID[language][0].upper() + SAID[language][1:] if capital else SAID[language]
    bare, listed = read_text(words, language=language), read_text(item + words, language=language)
    assert [str(m.value) for m in listed.amounts] == [str(m.value) for m in bare.amounts]
    assert [claim.quote for claim in listed.claims] == [claim.quote for claim in bare.claims]


@pytest.mark.parametrize(
    "said", ["2.5 percent of wages.", "2 percent of wages.", "3,000 jobs were lost.", "5 of them left."]
)
def test_a_sentence_that_begins_with_a_figure_keeps_it(said: str) -> None:
    first = read_text(said).amounts[0]
    assert first.span.start == 0


@pytest.mark.parametrize("said", ["a", "1. a", "- A -", "(b)", "I."])
def test_a_letter_alone_says_nothing(said: str) -> None:
    reading = read_text(said)
    assert (reading.claims, reading.amounts, reading.worth) == ((), (), 0.0)
