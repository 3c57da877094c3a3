"""Was this said or checked before: repeats, variants and reversals, told apart by words first and slots second.

Few and right: a claim about another thing is no variant, however like its figures are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from workbench.core.candidate import Known, Relationship
from workbench.core.claim import Claim, Reading
from workbench.match.inverted import Inverted
from workbench.match.keys import keys
from workbench.match.query import Concept, Query, query_of, query_of_text
from workbench.match.slots import Difference, difference, same_sort, slots_of, slots_of_reading

ALIKE = 0.5
"""How much of what two claims name must be the same for them to speak of one thing: half, counted both ways."""

_WORDS, _SLOTS = 0.7, 0.3

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


def rank_known(claim: Claim, others: Iterable[Claim], limit: int = 10) -> tuple[Known, ...]:
    """Claims that say the same thing as this one, the likest first; those of another thing are left out.

    Returns:
        Repeats (every slot the same), variants (naming what differs) and reversals.
    """
    mine, slots = query_of(claim), slots_of(claim)
    found: list[Known] = []
    for other in others:
        if other.id == claim.id:
            continue
        theirs = slots_of(other)
        words = likeness(mine.concepts, query_of(other).concepts)
        if words >= ALIKE and same_sort(slots, theirs):
            found.append(_known(other.id, other.quote, words, difference(slots, theirs)))
    return tuple(sorted(found, key=lambda known: -known.score)[:limit])


def known_in(claim: Claim, key: str, text: str, reading: Reading) -> Known | None:
    """How a text of somebody else's stands to a claim; None where it speaks of another thing, whatever words they share.

    Args:
        claim: The claim.
        key: What the text is called.
        text: The text, such as the claim that another newsroom reviewed.
        reading: What was read in it.
    """
    slots, theirs = slots_of(claim), slots_of_reading(text, reading)
    concepts = [query_of_text(text, reading).concepts, *(query_of(other).concepts for other in reading.claims)]
    words = max(likeness(query_of(claim).concepts, each) for each in concepts)
    return _known(key, text, words, difference(slots, theirs)) if words >= ALIKE else None


def _known(key: str, text: str, words: float, apart: Difference) -> Known:
    score = round(_WORDS * words + _SLOTS * apart.agreement, 4)
    return Known(key, text, score, apart.differs, apart.relationship, apart.because)


def likeness(one: Sequence[Concept], other: Sequence[Concept]) -> float:
    """How much of what two claims name is the same, 0 to 1, counted from both sides (Dice)."""
    one, other = [c for c in one if not c.hint], [c for c in other if not c.hint]
    total = sum(c.weight for c in one) + sum(c.weight for c in other)
    if not total:
        return 0.0
    return (_shared(one, other) + _shared(other, one)) / total


def _shared(one: Sequence[Concept], other: Sequence[Concept]) -> float:
    return sum(c.weight * max((_same(c, d) for d in other), default=0.0) for c in one)


def _same(one: Concept, other: Concept) -> float:
    """1 for the same words or the same entry of the thesaurus, else what share of the words is the same."""
    mine, theirs = set(one.ways[0].stems), set(other.ways[0].stems)
    if mine == theirs or (one.entry is not None and one.entry == other.entry):
        return 1.0
    return len(mine & theirs) / len(mine | theirs)


class KnownIndex:
    """An archive of fact checks in memory, searched by claim, heading and text.

    `read` gives the slots of a text, so that what differs can be named; it is called for the few best records alone.
    """

    def __init__(self, rows: Iterable[Checked], read: Read | None = None, body: int = 2_000) -> None:
        self._rows = tuple(rows)
        self._read = read
        self._readings: dict[str, Reading] = {}
        self._index = Inverted(
            (
                ((keys(f"{row.text} {row.speaker}"), 1.0), (keys(row.title), 1.0), (keys(row.body[:body]), 0.3))
                for row in self._rows
            ),
            common=0.2,
        )

    def rank(self, text: str, limit: int = 10, reading: Reading | None = None) -> tuple[Known, ...]:
        """The fact checks that cover a text, likeliest first.

        Args:
            text: What was said.
            limit: How many.
            reading: What was read in it; without it, words alone decide and nothing is said to differ.
        """
        query = query_of_text(text)  # figures and places stay: in an archive they are words like others
        full = self._index.full(query)
        found = [(self._rows[n], score / full) for n, score in self._index.search(query, 5 * limit)]
        scored = sorted(((_blend(query, row, score), row) for row, score in found), key=lambda item: -item[0])
        return tuple(self._told(row, score, text, reading) for score, row in scored[:limit])

    def _told(self, row: Checked, score: float, text: str, reading: Reading | None) -> Known:
        if reading is None or self._read is None:
            return Known(
                row.id, row.text, round(score, 4), (), Relationship.REPEAT, "Alike in words; slots were not read."
            )
        theirs = self._readings.get(row.id)
        if theirs is None:
            theirs = self._readings[row.id] = self._read(row.text)
        apart = difference(slots_of_reading(text, reading), slots_of_reading(row.text, theirs))
        return Known(row.id, row.text, round(score, 4), apart.differs, apart.relationship, apart.because)


def _blend(query: Query, row: Checked, score: float) -> float:
    own = " ".join(concept.said for concept in query.concepts)
    return min(1.0, score) * 0.8 + fuzz.token_set_ratio(own, row.text.casefold()) / 100 * 0.2
