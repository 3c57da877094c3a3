"""Titles are found by a model once that has every title, and by the package's table until then; the best are told by the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from workbench.catalogue import Index
from workbench.core.series import Series, SeriesRef
from workbench.match.query.query import query_of_text
from workbench.match.words.word_vectors import meanings
from workbench.ports.meaning_encoder import Encoder, Packed, Vector

DAY = date(2026, 1, 5)
TITLES = ["Physicians (per 1,000 people)", "Rail lines (total route-km)", "Wheat yield", "Unemployment, total"]


class Lengths:
    """A model that finds texts of one length alike, in a space of its own width; it has read some titles."""

    trust = 2.0

    def __init__(self, space: str = "lengths") -> None:
        self.space = space
        self.read: set[str] = set()

    def ready(self, texts: Sequence[str]) -> bool:
        return self.read.issuperset(texts)

    def vector(self, text: str) -> Vector | None:
        found = np.zeros(64, dtype=np.float32)
        found[len(text) % 64] = 1
        return found

    def packed(self, texts: Iterable[str]) -> Packed:
        listed = list(texts)
        self.read.update(listed)
        rows = [self.vector(text) for text in listed]
        return (np.stack(rows) * 127).astype(np.int8) if rows else np.zeros((0, 64), dtype=np.int8)


def listed(titles: Sequence[str]) -> list[Series]:
    return [Series(ref=SeriesRef("mine", f"{n}"), title=title) for n, title in enumerate(titles)]


@pytest.fixture
def model() -> Lengths:
    return Lengths()


@pytest.fixture
def index(path: Path, model: Lengths) -> Iterator[Index]:
    with Index(path, model) as made:
        made.replace("mine", listed(TITLES), DAY)
        yield made


def near(index: Index, text: str) -> str:
    return max(index.find(query_of_text(text), sources=["mine"]), key=lambda hit: hit.near).series.title


def told_by_length(index: Index) -> bool:
    """Return whether the titles that share words with a question are told by the model: of its own length alike, all others not at all."""
    hits = index.find(query_of_text(TITLES[0]), sources=["mine"])
    return {float(hit.near) for hit in hits} <= {0.0, 1.0}


def test_until_every_title_is_read_the_table_finds_and_the_model_reads_the_best(index: Index, model: Lengths):
    index.put_in_order()
    found: Encoder = index.encoder
    assert found is meanings()
    assert not model.read
    assert told_by_length(index)
    assert model.read


def test_once_every_title_is_read_the_model_tells(index: Index, model: Lengths):
    model.packed(index.titles())
    index.put_in_order()
    assert index.encoder is model
    assert near(index, "x" * len(TITLES[1])) == TITLES[1]
    assert near(index, "x" * len(TITLES[2])) == TITLES[2]


def test_a_list_with_new_titles_is_told_by_the_table_until_they_are_read(index: Index, model: Lengths):
    model.packed(index.titles())
    index.put_in_order()
    index.replace("mine", listed([*TITLES, "Doctors"]), DAY)
    assert index.encoder is meanings()
    assert told_by_length(index)
    model.packed(["Doctors"])
    index.put_in_order()
    assert index.encoder is model


def test_an_index_that_a_model_told_is_made_anew_where_the_model_is_gone(index: Index, model: Lengths, path: Path):
    model.packed(index.titles())
    index.put_in_order()
    with Index(path, model) as again:
        assert again.encoder is model
    for other in (None, Lengths("another")):
        with Index(path, other) as again:
            assert again.encoder is meanings()
            assert told_by_length(again) == (other is not None)
            assert again.problems == ()


def test_every_title_comes_once(index: Index):
    index.replace("other", [Series(ref=SeriesRef("other", "1"), title=TITLES[0])], DAY)
    titles = index.titles()
    assert set(TITLES) < set(titles)
    assert len(titles) == len(set(titles))
