"""Words that share no letter are near where they mean the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.match.words import word_vectors
from workbench.match.words.word_vectors import DIMENSIONS, cosines, meanings, nearest, nearness


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        ("jobless people", "Unemployment, total", "Wheat production"),
        ("doctors", "Physicians (per 1,000 people)", "Rail lines (total route-km)"),
        ("murders", "Intentional homicides", "Merchandise exports"),
        ("babies dying", "Mortality rate, infant", "Fertilizer consumption"),
    ],
)
def test_other_words_for_one_thing_are_nearer_than_another_thing(said: str, right: str, wrong: str):
    near = cosines(said, meanings().packed([right, wrong]))
    assert near[0] > near[1]


def test_another_script_is_near_nothing():
    assert meanings().vector("Безработица") is None
    assert not cosines("Безработица", meanings().packed(["Unemployment"])).any()
    assert not meanings().packed(["Безработица"]).any()


@given(text=st.text(max_size=200))
def test_a_text_is_nearest_itself(text: str):
    vector = meanings().vector(text)
    if vector is not None:
        assert float(vector @ vector) == pytest.approx(1, abs=1e-3)
        assert nearness(vector, meanings().packed([text]))[0] == pytest.approx(1, abs=0.02)


@given(near=st.lists(st.floats(-1, 1, width=32), max_size=40), limit=st.integers(0, 50))
def test_the_nearest_are_the_largest_above_nothing(near: list[float], limit: int):
    found = nearest(np.array(near, dtype=np.float32), limit)
    assert found == sorted((n for n, x in enumerate(near) if x > 0), key=lambda n: (-near[n], n))[:limit]


def test_the_table_is_as_wide_as_it_says_and_small():
    assert meanings().packed(["a"]).shape == (1, DIMENSIONS)
    files = list((Path(word_vectors.__file__).parents[1] / "vectors").iterdir())
    assert {file.name for file in files} == {"words.txt", "vectors.npy", "sizes.npy", "inner.npy", "outer.npy"}
    assert sum(file.stat().st_size for file in files) <= 8_000_000


def test_the_layer_reads_what_words_mean_together():
    """A plain sum lies the same whatever stands beside a word; here what a word adds depends on the others."""
    one, other, both = meanings().vectors(["growth", "population", "growth population"])
    span = np.stack([one, other])
    left, *_ = np.linalg.lstsq(span.T, both, rcond=None)
    assert np.linalg.norm(both - left @ span) > 0.1
