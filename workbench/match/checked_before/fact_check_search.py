"""Search in an archive of others' fact checks, hundreds of thousands of them, by claim, heading and text.

Newsrooms have checked most public claims already, in other words. The few hundred checks that share rare words with the claim, or
are near it in meaning, are compared sentence by sentence (`fact_check_coverage`). For the best of these the differences are named:
another figure, period or place makes a variant, a denial or the opposite direction a reversal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from workbench.core.candidate import Relationship, SeenBefore
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
from workbench.match.words.normalisation import LONGEST_TEXT, keys
from workbench.match.words.word_vectors import Vector, meanings, nearest

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

    `read` reads the slots of a text, so that differences can be named; it is called only for the few best records.
    The texts of the checks are stored as word numbers, not as letters: about two kilobytes a check.
    """

    def __init__(self, rows: Iterable[Checked], read: Read | None = None, body: int = BODY) -> None:
        """Index the checks, with a limit on the characters of their texts."""
        kept: list[Checked] = []
        self._passages = Passages(len(_FIELDS), (_fields(row, body, kept) for row in rows))
        self._rows = tuple(kept)
        self._read = read
        self._readings: dict[str, Reading] = {}
        postings = _postings(self._passages)
        self._index = Inverted(postings)
        self._covering = Covering(self._passages, *_rarity(self._passages, postings))
        self._meanings = meanings().packed(row.text for row in self._rows)

    def rank(self, text: str, limit: int = 10, reading: Reading | None = None) -> tuple[SeenBefore, ...]:
        """Return the fact checks that cover a text, likeliest first.

        Args:
            text: What was said.
            limit: How many.
            reading: What was read in it; without it, words alone decide and no differences are named.
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

    def _known_from(self, row: Checked, score: float, text: str, reading: Reading | None) -> SeenBefore:
        if reading is None or self._read is None:
            return SeenBefore(row.id, row.text, round(score, 4), (), Relationship.REPEAT, _UNREAD)
        theirs = self._readings.get(row.id)
        if theirs is None:
            theirs = self._readings[row.id] = self._read(row.text)
        difference = _claim_difference(text, reading, row.text, theirs)
        return SeenBefore(
            row.id, row.text, round(score, 4), difference.differs, difference.relationship, difference.because
        )


def _fields(row: Checked, body: int, kept: list[Checked]) -> tuple[str, str, str]:
    """Split a check into its fields, with the speaker as a sentence of the body, and append the check without body to `kept`."""
    kept.append(replace(row, body=""))
    return row.text, row.title, f"{row.speaker}. {row.body[:body]}"


def _postings(passages: Passages) -> Postings:
    """Build the posting lists of the checks in batches, since all words of a large archive together take gigabytes."""
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
    """Compare the two claims of two texts that are about one thing; the whole texts, where no two claims match."""
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
