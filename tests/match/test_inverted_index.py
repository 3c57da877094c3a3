"""Adding up what words gain, held against doing it the long way round."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbench.match.index.inverted_index import OTHER_WAYS, Inverted
from workbench.match.index.postings import LENGTH_WEIGHT, SATURATION, Postings, count, joined, part_of
from workbench.match.query.query import Query
from workbench.match.words.concepts import Concept, Way

STEMS = st.sampled_from(["a", "b", "c", "d", "e", "f", "g"])
FIELD = st.tuples(st.lists(STEMS, max_size=6), st.sampled_from([1.0, 0.5, 0.25]))
TEXTS = st.lists(st.lists(FIELD, max_size=2), max_size=40)
WAY = st.builds(Way, st.lists(STEMS, min_size=1, max_size=2).map(tuple), st.sampled_from([1.0, 0.7]))
CONCEPT = st.builds(
    Concept,
    st.just("said"),
    st.lists(WAY, min_size=1, max_size=3).map(tuple),
    st.sampled_from([1.0, 0.4, 0.1]),
    st.booleans(),
)
QUERY = st.lists(CONCEPT, max_size=5).map(lambda concepts: Query("said", tuple(concepts)))

Texts = Sequence[Sequence[tuple[Sequence[str], float]]]


def the_long_way(texts: Texts, query: Query) -> list[float]:
    """Return the score of every text, as the rule says it."""
    often: list[Counter[str]] = [Counter() for _ in texts]
    for held, text in zip(often, texts, strict=True):
        for stems, weight in text:
            for stem in stems:
                held[stem] += weight
    lengths = [sum(len(stems) * weight for stems, weight in text) for text in texts]
    average = sum(lengths) / len(lengths) if lengths else 0.0
    scores = []
    for held, length in zip(often, lengths, strict=True):
        norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / (average or 1.0))
        score = 0.0
        for concept in query.concepts:
            best = 0.0
            for way in concept.ways:
                gain = sum(
                    rarity(often, stem) * held[stem] * (SATURATION + 1) / (held[stem] + norm) * way.sure
                    for stem in dict.fromkeys(way.stems)
                    if held[stem]
                )
                best = max(best, gain) + OTHER_WAYS * min(best, gain)
            score += best * concept.share
        scores.append(score)
    return scores


def rarity(often: Sequence[Counter[str]], stem: str) -> float:
    texts = sum(stem in held for held in often)
    return math.log(1 + (len(often) - texts + 0.5) / (texts + 0.5))


@settings(max_examples=examples(150), deadline=None)
@given(texts=TEXTS, query=QUERY, limit=st.integers(1, 12), dear=st.sampled_from([0, 3, 10_000]))
def test_the_best_are_the_best_of_all(texts: Texts, query: Query, limit: int, dear: int):
    """Whether the rest is looked up for a few texts alone, or all are added up, the answer is the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("workbench.match.index.inverted_index._DEAR", dear)
        patch.setattr("workbench.match.index.inverted_index._SAMPLED", 1)
        found = Inverted(texts).search(query, limit)
    scores = the_long_way(texts, query)
    best = sorted((score for score in scores if score > 0), reverse=True)[:limit]
    assert [score for _, score in found] == pytest.approx(best, rel=1e-4)
    assert [scores[number] for number, _ in found] == pytest.approx(best, rel=1e-4)


@settings(max_examples=examples(60), deadline=None)
@given(texts=TEXTS, query=QUERY)
def test_scores_of_some_are_those_of_all(texts: Texts, query: Query):
    numbers = np.arange(0, len(texts), 2, dtype=np.int32)
    found = Inverted(texts).scores(query, numbers).tolist()
    assert found == pytest.approx(the_long_way(texts, query)[::2], rel=1e-4, abs=1e-6)


@settings(max_examples=examples(60), deadline=None)
@given(texts=TEXTS, query=QUERY, start=st.integers(0, 20), length=st.integers(0, 20))
def test_a_search_may_keep_to_some_texts(texts: Texts, query: Query, start: int, length: int):
    index = Inverted(texts)
    everywhere = dict(index.search(query, len(texts) + 1))
    within = index.search(query, len(texts) + 1, [(start, start + length)])
    assert dict(within) == {n: score for n, score in everywhere.items() if start <= n < start + length}


def equal(one: Postings, other: Postings) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in Postings.__slots__)


@settings(max_examples=examples(80), deadline=None)
@given(texts=TEXTS, cut=st.integers(0, 40))
def test_lists_that_are_parted_and_joined_are_as_if_counted_at_once(texts: Texts, cut: int):
    cut = min(cut, len(texts))
    whole = count(texts)
    assert equal(joined([count(texts[:cut]), count(texts[cut:])]), whole)
    assert equal(joined([part_of(whole, 0, cut), part_of(whole, cut, len(texts))]), whole)


def test_of_equal_texts_the_earlier_comes_first():
    query = Query("a", (Concept("a", (Way(("a",)),)),))
    found = Inverted([[(["a"], 1.0)]] * 50).search(query, 7)
    assert [number for number, _ in found] == list(range(7))


def test_an_index_without_texts_finds_nothing():
    query = Query("a", (Concept("a", (Way(("a",)),)),))
    assert Inverted([]).search(query, 5) == []
    assert Inverted([[], []]).search(query, 5) == []
    assert Inverted([]).full(query) > 0
