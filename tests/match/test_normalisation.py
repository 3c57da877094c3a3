"""What counts as the same word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.match.words.normalisation import LONGEST_TEXT, keys, words
from workbench.match.words.thesaurus import thesaurus


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of Migrants' applications", ["the", "number", "of", "migrants", "applications"]),
        ("CO₂ in the U.S. economy", ["co2", "in", "the", "us", "economy"]),
        ("Macedonia’s PM2.5, 24.2 %", ["macedonia", "pm2", "5", "24.2"]),
        ("ÉCONOMIE", ["economie"]),
        ("…—!\x00\x1b[31m", ["31m"]),
    ],
)
def test_words_are_folded(text: str, expected: list[str]):
    assert words(text) == expected


def test_words_of_grammar_and_reporting_name_nothing():
    assert keys("According to the minister, it rose by more than half over the past year") == []


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing(text: str):
    once = words(text)
    assert words(" ".join(once)) == [part for word in once for part in words(word)]


def test_a_pasted_page_is_read_to_its_limit_alone():
    assert len(words("a " * LONGEST_TEXT * 10)) <= LONGEST_TEXT


def test_every_phrase_of_the_thesaurus_means_something():
    for said, entry in thesaurus().entries.items():
        assert entry.means, said
        assert all(phrase for phrase in entry.means), said


def test_a_denial_that_is_written_into_a_word_is_a_word():
    assert words("Noninstitutionalized") == words("non-institutionalized") == ["non", "institutionalized"]
    assert words("nonsense nonetheless") == ["nonsense", "nonetheless"]
