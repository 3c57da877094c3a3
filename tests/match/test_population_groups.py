"""Whom some words count, and of what age."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.series import Series, SeriesRef
from workbench.match import query_of_text
from workbench.match.fit.fit_group import fit_group
from workbench.match.words.age_groups import OLDEST, ages, narrow
from workbench.match.words.population_groups import groups


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ages 15-24", {(15, 24)}), ("aged 25 to 54 years", {(25, 54)}), ("Age: From 55 to 64 years", {(55, 64)}),
        ("65 years or over", {(65, OLDEST)}), ("15+", {(15, OLDEST)}), ("15 years and older", {(15, OLDEST)}),
        ("children under 5", {(0, 4)}), ("under-5 mortality", {(0, 4)}), ("between ages 30 and 70", {(30, 70)}),
        ("adults 18 and over", {(18, OLDEST)}), ("15 to 24 year-olds", {(15, 24)}),
        ("From 10 to 49 persons employed", set()), ("PM2.5", set()), ("below 50 percent of median income", set()), ("", set()),
    ],
)  # fmt: skip
def test_ages_are_read_however_they_are_written(text: str, found: set[tuple[int, int]]):
    assert ages(text) == found


def test_all_grown_ups_are_no_group():
    assert not narrow((15, OLDEST))
    assert not narrow((15, 64))
    assert narrow((80, OLDEST))
    assert narrow((0, 4))


def test_another_age_is_said_in_words():
    series = Series(ref=SeriesRef("mine", "a"), title="Unemployment, youth total (ages 15-24)")
    fit = fit_group(query_of_text("unemployment of people aged 25 to 54"), series)
    assert fit.because == "counts those aged 15 to 24, the claim says aged 25 to 54"


def test_a_fifth_of_incomes_is_a_group():
    assert groups({"q2"}) == groups({"poorest"}) == {"a part of all incomes"}


@given(st.text(max_size=200))
def test_any_text_is_searched_for_ages(text: str):
    assert all(low >= 0 and high <= OLDEST for low, high in ages(text))
