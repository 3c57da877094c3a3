"""Ranks series for a record, with the reviewers' memory where requested."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from workbench.core.claim import Claim, Reading
from workbench.core.series import Series, SeriesRef
from workbench.desk.batch.record import Json, Record
from workbench.desk.batch.record_reading import read
from workbench.report import json_records

if TYPE_CHECKING:
    from workbench.core.candidate import Candidate
    from workbench.match import Query
    from workbench.match.memory.series_memory import Memory, Recalled
    from workbench.ports.meaning_encoder import Encoder

MOST_CLAIMS = 60
"""Most claims of one record that are ranked. A text with more is a document."""

CLEARLY = 0.1
"""By how much the words of a claim must find a better series than all words of its text.

Formal sentences name what is measured in all their parts: of 658 such sentences (`series-oecd-claims`) the whole text finds the right
title first for 380, the claim's words for 312, and this rule for 381.
"""

OpenMemory = Callable[[], "Memory"]
"""Opens the reviewers' memory, once per process."""


class Titles(Protocol):
    """Titles in which candidates are searched."""

    def rank(self, query: Query, limit: int, picked: Sequence[Series] = ()) -> Sequence[Candidate]:
        """Rank the candidates for a query, best first; `picked` are series that people picked for such words before."""
        ...

    def known(self, refs: Collection[SeriesRef]) -> Sequence[Series]:
        """Select those of some series that are among the titles."""
        ...


class ListedTitles:
    """Titles of a few files, in memory."""

    def __init__(self, series: Sequence[Series], reader: Encoder | None = None, *, own: bool = False) -> None:
        """Index the titles; `reader` is an encoder for the best of a query, by default the package's table of words.

        `own` says that they come from the user's own files of figures.
        """
        from workbench.match import TitleIndex

        self._series = tuple(series)
        self._index = TitleIndex(series, reader=reader, own=own)

    def rank(self, query: Query, limit: int, picked: Sequence[Series] = ()) -> Sequence[Candidate]:
        """Return the candidates for a query, best first."""
        return self._index.rank(query, limit, picked)

    def known(self, refs: Collection[SeriesRef]) -> Sequence[Series]:
        """Return those of some series that are among the titles, in their order."""
        return [each for each in self._series if each.ref in refs]


class SeriesIndex(Protocol):
    """An index on the disk, as `workbench.catalogue.Index` is one."""

    def rank(self, query: Query, limit: int = 12, picked: Sequence[Series] = ()) -> Sequence[Candidate]:
        """Return the candidates for a query, best first."""
        ...

    def get(self, ref: SeriesRef) -> Series | None:
        """Return one series by its name."""
        ...


class IndexedTitles:
    """The titles of an index on the disk."""

    def __init__(self, index: SeriesIndex) -> None:
        self._index = index

    def rank(self, query: Query, limit: int, picked: Sequence[Series] = ()) -> Sequence[Candidate]:
        """Return the candidates for a query, best first."""
        return self._index.rank(query, limit, picked)

    def known(self, refs: Collection[SeriesRef]) -> Sequence[Series]:
        """Return those of some series that the index has, in the order in which they are asked for."""
        return [each for ref in refs if (each := self._index.get(ref)) is not None]


def candidates_of(
    record: Record, *, titles: Callable[[], Titles], limit: int, memory: OpenMemory | None = None
) -> Json:
    """Make the answer of `match`: ``{"id","candidates"}``.

    A record may be a title, a sentence or a passage. All its words are asked; where they find nothing usable, so are those of its first
    claim alone, and the better list is given: what a speaker says besides is not what is measured.

    Args:
        record: The text.
        titles: Opens the titles, once per process.
        limit: How many candidates.
        memory: Opens the memory that has a say; None where none has.
    """
    from workbench.match import query_of, query_of_text

    reading = read(record, MOST_CLAIMS)
    recalled = recalled_in(memory, record.text, reading)
    found = rank(titles(), query_of_text(record.text, reading), limit, recalled)
    if reading.claims and not (found and found[0].usable):
        of_claim = rank(titles(), query_of(reading.claims[0]), limit, recalled)
        found = of_claim if _best(of_claim) > _best(found) + CLEARLY else found
    return {"id": record.id, "candidates": [json_records.candidate_record(candidate) for candidate in found]}


def _best(found: Sequence[Candidate]) -> float:
    """Return the score of the first candidate; 0 where there is none."""
    return found[0].score if found else 0.0


def rank(titles: Titles, query: Query, limit: int, recalled: Recalled) -> Sequence[Candidate]:
    """Rank the candidates among some titles, with the memory's part of the score."""
    if not recalled.remembered:
        return titles.rank(query, limit)
    picked = titles.known([remembered.series for remembered in recalled.listed])
    return recalled.ranked(titles.rank(query, limit + len(recalled.remembered), picked), limit)


def recalled_in(memory: OpenMemory | None, text: str, reading: Reading) -> Recalled:
    """Find earlier choices for a text; none where the memory was not requested."""
    from workbench.match.memory.series_memory import NOTHING, sought_in

    return memory().recall(sought_in(text, reading)) if memory else NOTHING


def recalled_for(memory: OpenMemory | None, claim: Claim) -> Recalled:
    """Find earlier choices for a claim."""
    from workbench.match.memory.series_memory import NOTHING, sought_for

    return memory().recall(sought_for(claim)) if memory else NOTHING


def named_as_in_files(recalled: Recalled, series: Iterable[Series]) -> Recalled:
    """Rename earlier choices for the user's files, whose names may be those of a service or another file."""
    from workbench.match.memory.series_memory import Recalled

    by_name = {str(ref): remembered for ref, remembered in recalled.remembered.items()}
    by_key = {ref.key: remembered for ref, remembered in recalled.remembered.items()}
    found = ((each.ref, by_name.get(each.ref.key) or by_key.get(each.ref.key)) for each in series)
    return Recalled({ref: replace(remembered, series=ref) for ref, remembered in found if remembered is not None})
