"""Ranks the candidates of a claim by what they measure and by the reviewers' memory.

A series that was picked for such words is included even if the catalogue's search does not find it; one that was barred for this very
claim stays in the list, with the reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.series import Series, SeriesRef
from workbench.desk.catalogue.search_summary import recounted
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.series_references import listed_series, own_ref
from workbench.match import hits_among, query_of, rank_hits, rank_series
from workbench.ports import CandidateRow, Researched

if TYPE_CHECKING:
    from workbench.match.memory.series_memory import Recalled, Remembered


def ranked(
    ports: DeskPorts, claim: Claim, own: Sequence[Series], recalled: Recalled, limit: int
) -> tuple[Candidate, ...]:
    """Rank the best candidates from the catalogue's search, the titles of the user's `own` files, and the memory."""
    encoder = ports.catalogue.model or ports.catalogue.encoder
    query, many = query_of(claim), limit + len(recalled.remembered)
    hits = [*ports.catalogue.find(query, many), *hits_among(query, own, encoder)]
    files = own_names(ports)
    wanted = list(_remembered(ports, recalled, {hit.series.ref: hit.series for hit in hits}))
    found = [
        each for each in rank_hits(query, hits, many, wanted, encoder, own=files) if _worth_showing(each, recalled)
    ]
    return recalled.ranked(found, limit)


def own_names(ports: DeskPorts) -> frozenset[str]:
    """List the source names of the user's own files."""
    return frozenset(source.info.name for source in ports.own)


def _worth_showing(candidate: Candidate, recalled: Recalled) -> bool:
    """Check whether a candidate is worth showing: one that is not usable and shares no word with the claim was found by chance."""
    shares_words = any(part.name == "words" and part.value for part in candidate.parts)
    return candidate.usable or shares_words or candidate.series.ref in recalled.remembered


def relisted(ports: DeskPorts, claim: Claim, lying: Researched, recalled: Recalled) -> Researched:
    """Update the ranking after a choice, without a search or a request. An excluded series is no longer evidence."""
    files = own_names(ports)
    fresh = sorted(
        (_anew(claim, row.candidate, recalled, files) for row in lying.candidates),
        key=lambda c: c.order,
    )
    found = {row.candidate.series.ref: row for row in lying.candidates}
    barred = {ref for ref, remembered in recalled.remembered.items() if remembered.barred is not None}
    rows = tuple(
        CandidateRow(each) if each.series.ref in barred else replace(found[each.series.ref], candidate=each)
        for each in recalled.ranked(fresh, len(fresh))
    )
    usable = sum(row.candidate.usable for row in rows)
    left = tuple(f for f in lying.findings if f.formula or f.series is None or f.series.ref not in barred)
    searched = recounted(lying.searched, usable)
    return replace(lying, at=ports.clock(), candidates=rows, findings=left, searched=searched)


def known_series(ports: DeskPorts, ref: SeriesRef, title: str = "") -> Series | None:
    """Look up a series in the catalogue, itself or as part of a table; only its name where just its source is available."""
    ref = own_ref(ports, ref)
    if (series := listed_series(ports, ref)) is not None:
        return series
    here = ref.source in ports.sources or any(own.info.name == ref.source for own in ports.own)
    return Series(ref=ref, title=title or ref.key) if here else None


def _remembered(ports: DeskPorts, recalled: Recalled, there: dict[SeriesRef, Series]) -> Iterator[Series]:
    for remembered in recalled.listed:
        series = there.get(remembered.series) or known_series(ports, remembered.series, remembered.title)
        if series is not None:
            yield series


def _anew(claim: Claim, candidate: Candidate, recalled: Recalled, files: Collection[str]) -> Candidate:
    """Remove the memory's part from a candidate; where the memory knows or knew it, whether its words bar it is decided again."""
    from workbench.match.memory.series_memory import spoken_of, without_memory  # noqa: PLC0415  (loaded by the first choice)

    remembered: Remembered | None = recalled.remembered.get(candidate.series.ref)
    bare = without_memory(candidate)
    if remembered is None and not spoken_of(candidate):
        return bare
    picked = [bare.series] if remembered in recalled.listed else []
    again = rank_series(claim, [bare.series], 1, picked, own=files)[0]
    return replace(bare, barred=again.barred, doubt=again.doubt, probability=again.probability)
