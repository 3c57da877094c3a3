"""Was this checked before by others: fact checks by the hundred thousand, searched by claim, heading and text.

Newsrooms have checked most of what is said on a stage, under other words. The few hundred checks that
share telling words with what was said, or are near it in meaning, are looked at sentence by sentence (`covering`); of the
best, what they say differently is named: another figure, period or place makes a variant, a denial or the other way a reversal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from workbench.core.candidate import Known, Relationship
from workbench.core.claim import Reading
from workbench.match.checked_before.claim_differences import (
    Difference,
    difference,
    same_sort,
    slots_of,
    slots_of_reading,
)
from workbench.match.checked_before.fact_check_coverage import Covering, Scores
from workbench.match.checked_before.measure_similarity import ALIKE, likeness
from workbench.match.index.inverted_index import Inverted
from workbench.match.index.passages import Passages
from workbench.match.index.postings import Postings, count, digest, joined, of_words
from workbench.match.query.query import Query, query_of
from workbench.match.words.concepts import Concept, Way
from workbench.match.words.keys import LONGEST_TEXT, keys
from workbench.match.words.meaning import Vector, meanings, nearest

BODY = 4_000
"""Most characters read of a fact check's text. Its beginning says what it covers."""

_LOOKED_AT, _NEAR = 200, 50
"""Most checks, found by words and by meaning, that are compared sentence by sentence."""

_FIELDS = np.array([1.0, 1.0, 0.5], dtype=np.float32)
"""Weights of a word in the claim, the heading and the body, for retrieval."""

_AT_ONCE = 4_000
"""Batch size: checks whose words are sorted at once."""
_UNPACKED, _FULL = 2_000, 127
"""Vectors unpacked at once, which stay in the processor's own memory (a fifth of the time that all at once take), and what they are packed by."""

_UNREAD = "Alike in words; slots were not read."

Read = Callable[[str], Reading]


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim of an archive of fact checks.

    Attributes:
        id: Its id there.
        text: The claim that was checked.
        title: The heading of the check.
        body: Its text.
        speaker: Who said it.
        said: When, where known.
    """

    id: str
    text: str
    title: str = ""
    body: str = ""
    speaker: str = ""
    said: date | None = None


class KnownIndex:
    """An archive of fact checks in memory.

    `read` gives the slots of a text, so that what differs can be named; it is called for the few best records alone.
    The texts of the checks are kept as numbers, not as letters: some two kilobytes a check.
    """

    def __init__(self, rows: Iterable[Checked], read: Read | None = None, body: int = BODY) -> None:
        """List the checks; so many characters of their texts are looked at."""
        kept: list[Checked] = []
        self._passages = Passages(len(_FIELDS), (_fields(row, body, kept) for row in rows))
        self._rows = tuple(kept)
        self._read = read
        self._readings: dict[str, Reading] = {}
        postings = _postings(self._passages)
        self._index = Inverted(postings)
        self._covering = Covering(self._passages, *_rarity(self._passages, postings))
        self._meanings = meanings().packed(row.text for row in self._rows)

    def rank(self, text: str, limit: int = 10, reading: Reading | None = None) -> tuple[Known, ...]:
        """Return the fact checks that cover a text, likeliest first.

        Args:
            text: What was said.
            limit: How many.
            reading: What was read in it; without it, words alone decide and nothing is said to differ.
        """
        said = keys(text[:LONGEST_TEXT])
        near = self._near(text)
        found = list(dict.fromkeys([*self._by_words(said, limit), *nearest(near, max(_NEAR, limit))]))
        scores = self._covering.scores(self._covering.asked(said), found, near[found].astype(np.float64))
        order = np.lexsort((np.array(found), -scores))[:limit]
        best = [(self._rows[found[n]], float(scores[n])) for n in order.tolist() if scores[n] > 0]
        return tuple(self._known_from(row, score, text, reading) for row, score in best)

    def _near(self, text: str) -> Vector:
        vector = meanings().vector(text)
        if vector is None or not self._rows:
            return np.zeros(len(self._rows), dtype=np.float32)
        parts = (self._meanings[n : n + _UNPACKED] for n in range(0, len(self._rows), _UNPACKED))
        near = [np.einsum("ij,j->i", part.astype(np.float32), vector) for part in parts]
        cosines: Vector = (np.concatenate(near) / _FULL).astype(np.float32)
        return cosines

    def _by_words(self, said: Sequence[str], limit: int) -> list[int]:
        concepts = tuple(Concept(key, (Way((key,)),)) for key in dict.fromkeys(said))
        return [n for n, _ in self._index.search(Query(" ".join(said), concepts), max(_LOOKED_AT, limit))]

    def _known_from(self, row: Checked, score: float, text: str, reading: Reading | None) -> Known:
        if reading is None or self._read is None:
            return Known(row.id, row.text, round(score, 4), (), Relationship.REPEAT, _UNREAD)
        theirs = self._readings.get(row.id)
        if theirs is None:
            theirs = self._readings[row.id] = self._read(row.text)
        difference = _claim_difference(text, reading, row.text, theirs)
        return Known(row.id, row.text, round(score, 4), difference.differs, difference.relationship, difference.because)


def _fields(row: Checked, body: int, kept: list[Checked]) -> tuple[str, str, str]:
    """Return the texts of a check, which itself is kept without its body; who said it is a sentence of the body's."""
    kept.append(replace(row, body=""))
    return row.text, row.title, f"{row.speaker}. {row.body[:body]}"


def _postings(passages: Passages) -> Postings:
    """Return posting lists of the checks, computed in batches, since all words of a large archive take gigabytes."""
    stems = list(passages.numbers)
    parts = [
        _part(passages, stems, range(n, min(n + _AT_ONCE, passages.size))) for n in range(0, passages.size, _AT_ONCE)
    ]
    return replace(joined(parts), often=np.zeros(0, dtype=np.float32)) if parts else count(())


def _part(passages: Passages, stems: Sequence[str], texts: range) -> Postings:
    looked = passages.look(texts)
    lengths = (looked.lengths @ _FIELDS).astype(np.float32)
    there, found = np.unique(looked.words, return_inverse=True)
    weights = _FIELDS[looked.field]
    return of_words([stems[n] for n in there], found.astype(np.int32), looked.text.astype(np.int32), weights, lengths)


def _rarity(passages: Passages, postings: Postings) -> tuple[Scores, float]:
    """Inverse document frequency of each word, and of a word that no check has."""
    digests = np.fromiter(map(digest, passages.numbers), dtype=np.uint64, count=len(passages.numbers))
    rows = np.searchsorted(postings.digests, digests)
    held = np.diff(postings.starts)[rows]
    size = passages.size
    return np.log(1 + (size - held + 0.5) / (held + 0.5)), float(np.log(1 + (size + 0.5) / 0.5))


def _claim_difference(text: str, reading: Reading, other: str, theirs: Reading) -> Difference:
    """Difference of two claims about one thing in two texts; of the whole texts, where no two claims match."""
    pairs = [
        (likeness(query_of(mine).concepts, query_of(their).concepts), mine, their)
        for mine in reading.claims
        for their in theirs.claims
        if same_sort(slots_of(mine), slots_of(their))
    ]
    words, mine, their = max(pairs, key=lambda pair: pair[0], default=(0.0, None, None))
    if mine is None or their is None or words < ALIKE:
        return difference(slots_of_reading(text, reading), slots_of_reading(other, theirs))
    return difference(slots_of(mine), slots_of(their))
