"""What is read of words, looked for of speeches and found for claims, all of it: the folder `cards` has a file for each.

Where a weight, a word or a reason is to change, `python -m tests.match.cards` writes the cards anew, and what it changed is to be read.
"""

from __future__ import annotations

import pytest

from tests.match.cards import MADE, cards

CASES = [(family, words, card) for family in MADE for words, card in cards(family)]


@pytest.mark.parametrize(("family", "words", "card"), CASES, ids=[f"{family}: {words}" for family, words, _ in CASES])
def test_words_have_their_card(family, words, card):
    assert MADE[family](words) == card


YEARS = ["1900", "1999", "2000", "2021", "2099"]
NO_YEARS = ["1899", "2100", "199", "20211", "19x9", "", "year", "²⁰²¹", "20.1"]


def test_years_of_two_centuries_are_no_words_of_a_title():
    from workbench.match.words.concepts import is_year

    assert [word for word in (*YEARS, *NO_YEARS) if is_year(word)] == YEARS
