"""Coverage of a claim by fact checks: by the words of each field, by the best sentence, by word pairs.

A speaker says "I wouldn't have wanted it", and the check that covers it quotes him in its third sentence. The score adds: BM25 of
the claim, the heading and the body, each separately (Robertson & Zaragoza 2009, section 3.6, on why fields are not one text); the
most similar sentence (Dice, words weighted by rarity); pairs of adjacent words; and the nearness in meaning of the claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from workbench.match.index.passages import Passages, PassageWords
from workbench.match.index.postings import SATURATION

Scores = NDArray[np.float64]

FIELD_WEIGHTS = (0.25, 0.25, 0.5)
"""Weights of the claim, the heading and the body."""
SENTENCE, PAIRS, MEANING = 0.7, 0.2, 0.3
"""Weights of the best sentence, of word pairs and of the cosine."""
FULL = sum(FIELD_WEIGHTS) * (SATURATION + 1) + SENTENCE + PAIRS + MEANING
"""Highest score: a text equal to all three fields."""

_LENGTH_WEIGHT = 0.75


@dataclass(frozen=True, slots=True)
class CoverageQuery:
    """The words of what was said.

    Attributes:
        numbers: The numbers of its words that occur in some text, ascending.
        weights: The weight of each: the rarer, the higher.
        whole: The total weight of all words, also of those that occur in no text.
        pairs: The codes of pairs of adjacent words, ascending, with their weights.
    """

    numbers: NDArray[np.int64]
    weights: Scores
    whole: float
    pairs: NDArray[np.int64]
    pair_weights: Scores


class Covering:
    """Scores how far the texts of an archive cover what was said."""

    def __init__(self, passages: Passages, rarity: Scores, unknown: float) -> None:
        """Take the texts, the weight of each of their words, and the weight of an unknown word."""
        self._passages, self._rarity, self._unknown = passages, rarity, unknown
        self._average = passages.field_lengths()

    def asked(self, said: Sequence[str]) -> CoverageQuery:
        """Convert the stems of what was said, in order, to numbers and weights."""
        found = [self._passages.number(key) for key in said]
        known = np.unique(np.array([n for n in found if n is not None], dtype=np.int64))
        strange = len({key for key, n in zip(said, found, strict=True) if n is None})
        pairs = {(a, b) for a, b in pairwise(found) if a is not None and b is not None}
        size = max(1, len(self._rarity))
        codes = np.unique(np.array([a * size + b for a, b in pairs], dtype=np.int64))
        return CoverageQuery(
            numbers=known,
            weights=self._rarity[known],
            whole=float(self._rarity[known].sum()) + strange * self._unknown,
            pairs=codes,
            pair_weights=self._rarity[codes // size] + self._rarity[codes % size],
        )

    def scores(self, asked: CoverageQuery, texts: Sequence[int], meaning: Scores) -> Scores:
        """Score how far each of some texts covers what was said, 0 to 1; `meaning` is the nearness in meaning of each."""
        if not asked.whole or not len(texts):
            return np.zeros(len(texts))
        looked = self._passages.look(texts)
        at = np.searchsorted(asked.numbers, looked.words)
        at[at == len(asked.numbers)] = 0
        found = asked.numbers[at] == looked.words if len(asked.numbers) else np.zeros(len(at), dtype=bool)
        total = self._by_fields(asked, looked, at, found) + SENTENCE * self._by_sentence(asked, looked, at, found)
        total += PAIRS * self._by_pairs(asked, looked, found) + MEANING * np.maximum(meaning, 0.0)
        return np.minimum(total / FULL, 1.0)

    def _by_fields(
        self, asked: CoverageQuery, looked: PassageWords, at: NDArray[np.int64], found: NDArray[np.bool_]
    ) -> Scores:
        """Compute BM25 of each field, as a share of the maximum for what was said."""
        many, fields, width = len(looked.lengths), len(FIELD_WEIGHTS), max(1, len(asked.numbers))
        place = (looked.text[found] * fields + looked.field[found]) * width + at[found]
        often = np.bincount(place, minlength=many * fields * width).reshape(many, fields, width)
        held = (1 - _LENGTH_WEIGHT) + _LENGTH_WEIGHT * looked.lengths / self._average
        gain = often * (SATURATION + 1) / (often + SATURATION * held[:, :, None])
        summed: Scores = np.einsum("tfw,f,w->t", gain, np.array(FIELD_WEIGHTS), asked.weights) / asked.whole
        return summed

    def _by_sentence(
        self, asked: CoverageQuery, looked: PassageWords, at: NDArray[np.int64], found: NDArray[np.bool_]
    ) -> Scores:
        """Word overlap (Dice) of the most similar sentence."""
        many = int(looked.sentence[-1]) + 1 if len(looked.sentence) else 0
        if not many:
            return np.zeros(len(looked.lengths))
        width = max(1, len(asked.numbers))
        pairs = np.unique(looked.sentence[found] * width + at[found])
        shared = np.bincount(pairs // width, weights=asked.weights[pairs % width], minlength=many)
        own = np.bincount(looked.sentence, weights=self._rarity[looked.words], minlength=many)
        best = np.zeros(len(looked.lengths))
        owner = np.zeros(many, dtype=np.int64)  # a sentence without words has no length and shares nothing
        owner[looked.sentence] = looked.text
        np.maximum.at(best, owner, 2 * shared / np.maximum(asked.whole + own, 1e-9))
        return best

    def _by_pairs(self, asked: CoverageQuery, looked: PassageWords, found: NDArray[np.bool_]) -> Scores:
        """Compute the weighted share of the adjacent word pairs that are adjacent in the text too."""
        best = np.zeros(len(looked.lengths))
        if not len(asked.pairs):
            return best
        first = np.flatnonzero(found[:-1] & found[1:] & (looked.sentence[:-1] == looked.sentence[1:]))
        codes = looked.words[first].astype(np.int64) * max(1, len(self._rarity)) + looked.words[first + 1]
        at = np.searchsorted(asked.pairs, codes)
        at[at == len(asked.pairs)] = 0
        same = asked.pairs[at] == codes
        width = len(asked.pairs)
        found = np.unique(looked.text[first][same] * width + at[same])
        np.add.at(best, found // width, asked.pair_weights[found % width])
        return best / asked.whole
