"""Looking for the words that an expression needs first hides nothing that the expression would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.extract.words.needed_words import may_match, needed
from workbench.extract.words.word_files import raw_tables
from workbench.extract.words.word_patterns import numbered_pattern, word_pattern

TABLES = ("qualifiers", "tenses", "statements")
LANGUAGES = ("en", "de")


def _words(language: str) -> list[re.Pattern[str]]:
    keys = [
        (table, key) for table in TABLES for key, said in raw_tables(language)[table].items() if isinstance(said, list)
    ]
    return [pattern for table, key in keys if (pattern := word_pattern(table, key, language)) is not None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_an_expression_of_a_word_file_matches_holds_what_it_needs(language: str):
    patterns = _words(language) + [
        pattern
        for key in ("rank", "first_time", "in_a_row", "each", "average", "every")
        if (pattern := numbered_pattern("relations", key, language)) is not None
    ]
    guarded = [pattern for pattern in patterns if needed(pattern)]
    assert len(guarded) > len(patterns) / 2, "most have words that they need"

    def matches(pattern: re.Pattern[str]) -> st.SearchStrategy[tuple[re.Pattern[str], str]]:
        plain = st.from_regex(pattern, fullmatch=True).map(lambda text: text.encode("ascii", "ignore").decode())
        return st.tuples(st.just(pattern), plain)

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(guarded).flatmap(matches))
    def check(matched: tuple[re.Pattern[str], str]) -> None:
        pattern, text = matched
        assert pattern.search(text) is None or may_match(pattern, text)

    check()


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (r"\bthan\b", "More THAN 5"),
        (r"(?:(?:rose|fell)\s)?(?:by|to)\s\d", "to 5"),
        (r"(?:very|quite)*high", "high"),
        (r"(?i:EU)|per\s(?P<what>\w+)", "per head"),
        (r"record(?=\s(?:high|low))", "a record low"),
        (r"(?<=the )(?:top|last)\s(?!of)", "the last one"),
        (r"(?:un)?employ(?:ed|ment)?s?", "Employs"),
        (r"(a|b)(?(1)c|d)", "ac"),
        ("ſet", "set"),
        ("K", "\u212a"),
    ],
)
def test_a_match_is_never_passed_over(said: str, text: str):
    pattern = re.compile(said, re.IGNORECASE)
    assert pattern.search(text)
    assert may_match(pattern, text)


def test_what_holds_nothing_of_it_is_not_searched():
    pattern = re.compile(r"\b(?:ranks?|comes?)\s(?:first|third)\b|\brecord\b", re.IGNORECASE)
    texts = ("It ranks third", "It comes to 5 percent", "a Record", "Nothing of the kind")
    assert [may_match(pattern, text) for text in texts] == [True, False, True, False]
