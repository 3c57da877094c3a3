"""Titles that share no word with what was said, found for their meaning in the index's own file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.catalogue import Index
from workbench.catalogue.title_clusters import grouped
from workbench.core.series import Series, SeriesRef
from workbench.match.words.word_vectors import meanings

DAY = date(2026, 1, 5)
TITLES = ["Physicians (per 1,000 people)", "Rail lines (total route-km)", "Wheat yield", "Unemployment, total"]


def listed(source: str, titles: list[str]) -> list[Series]:
    return [Series(ref=SeriesRef(source, f"{n}"), title=title) for n, title in enumerate(titles)]


@pytest.fixture
def index(tmp_path: Path):
    with Index(tmp_path / "catalogue.sqlite") as made:
        made.replace("mine", listed("mine", TITLES), DAY)
        yield made


def test_other_words_find_a_title_for_its_meaning(index: Index):
    found = index.search("medics", sources=["mine"], meaning="doctors")
    assert found[0].title == TITLES[0]


def test_words_come_before_meaning_and_nothing_comes_twice(index: Index):
    found = [series.title for series in index.search("wheat", sources=["mine"], meaning="crops of wheat")]
    assert found[0] == "Wheat yield"
    assert len(found) == len(set(found))


def test_without_a_meaning_words_alone_find(index: Index):
    assert index.search("medics", sources=["mine"]) == []


def test_a_new_list_takes_the_old_ones_place(index: Index):
    index.replace("mine", listed("mine", ["Wheat yield", "Nurses"]), DAY)
    assert [s.title for s in index.search("medics", sources=["mine"], meaning="doctors")] == ["Nurses"]


def test_the_limit_holds_for_both_together(index: Index):
    assert len(index.search("wheat rail", limit=2, sources=["mine"], meaning="doctors")) <= 2


def test_another_script_finds_by_words_alone(index: Index):
    assert index.search("wheat", sources=["mine"], meaning="пшеница")[0].title == "Wheat yield"


@settings(max_examples=20, deadline=None)
@given(titles=st.lists(st.text(max_size=40), max_size=60))
def test_every_known_title_is_in_one_group(titles: list[str]):
    packed = meanings().packed(titles)
    members = [int(n) for _, group in grouped(packed) for n in group]
    assert sorted(members) == list(np.flatnonzero(packed.any(axis=1)))
