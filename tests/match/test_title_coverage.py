"""A title that says five things more, and one that leaves out what was meant, explain a claim worse than one that does neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.match import query_of_text
from workbench.match.query.title_coverage import TitleCoverage, both_covered
from workbench.match.words.normalisation import is_frame, keys


def value(said: str, title: str) -> float:
    stems = frozenset(keys(title))
    return TitleCoverage(query_of_text(said)).of(stems, sum(not is_frame(key) for key in stems))


@pytest.mark.parametrize(
    ("said", "better", "worse"),
    [
        ("unemployment", "Unemployment, total", "Unemployment with advanced education, youth"),
        ("population without drinking water", "People using drinking water", "Population, total"),
        ("carbon dioxide emissions", "Carbon dioxide emissions (total)", "Carbon dioxide emissions from waste"),
        ("jobless women", "Unemployment, female", "Unemployment, male"),
        ("internet users", "Individuals using the Internet", "Secure Internet servers"),
    ],
)
def test_a_shorter_series_comes_first_where_nothing_more_was_said(said: str, better: str, worse: str):
    assert value(said, better) > value(said, worse)


def test_a_title_that_shares_no_word_explains_nothing():
    assert value("unemployment", "Forest area") == 0


@given(st.floats(0, 1), st.floats(0, 1))
def test_both_shares_must_be_high(one: float, other: float):
    assert 0 <= both_covered(one, other) <= 1
    assert both_covered(one, other) == both_covered(other, one)
    assert both_covered(one, other) <= 2 * min(one, other) + 1e-4


@given(st.text(max_size=100), st.text(max_size=100))
def test_any_title_explains_any_words_somehow(said: str, title: str):
    assert 0 <= value(said, title) <= 1
