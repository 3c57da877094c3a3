"""The candidates of a claim in the order that what they measure and the reviewers' memory give them.

A series that was picked for such words is among them whether the catalogue's search finds it or not; one that was barred for this
very claim stays in sight, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.candidate import Candidate
from workbench.core.claim import Claim
from workbench.core.series import Series, SeriesRef
from workbench.desk.tools import Tools
from workbench.match import rank_series
from workbench.ports import CandidateRow, Researched

if TYPE_CHECKING:
    from workbench.match.memory import Recalled, Remembered


_USABLE = re.compile(r"^\d+ usable\b")
"""How the sentence on a search begins where it found something."""


def ranked(
    tools: Tools, claim: Claim, series: Sequence[Series], recalled: Recalled, limit: int
) -> tuple[Candidate, ...]:
    """The best candidates among what was found and what is remembered."""
    there = {each.ref: each for each in series}
    wanted = list(_remembered(tools, recalled, there))
    more = [each for each in wanted if each.ref not in there]
    return recalled.ranked(rank_series(claim, [*series, *more], limit + len(recalled.told), wanted), limit)


def relisted(tools: Tools, claim: Claim, lying: Researched, recalled: Recalled) -> Researched:
    """What lies on the desk, after a choice: nothing is searched or asked, and what was barred is no evidence any more."""
    fresh = sorted(
        (_anew(claim, row.candidate, recalled) for row in lying.candidates),
        key=lambda c: (c.barred is not None, -c.score),
    )
    found = {row.candidate.series.ref: row.finding for row in lying.candidates}
    barred = {ref for ref, told in recalled.told.items() if told.barred is not None}
    rows = tuple(
        CandidateRow(each, None if each.series.ref in barred else found[each.series.ref])
        for each in recalled.ranked(fresh, len(fresh))
    )
    usable = sum(row.candidate.barred is None for row in rows)
    left = tuple(f for f in lying.findings if f.formula or f.series is None or f.series.ref not in barred)
    searched = _USABLE.sub(f"{usable} usable", lying.searched)
    return replace(lying, at=tools.clock(), candidates=rows, findings=left, searched=searched)


def known_series(tools: Tools, ref: SeriesRef, title: str = "") -> Series | None:
    """A series as the catalogue has it, itself or as part of a table; by its name alone where only its source is here."""
    series = tools.catalogue.get(ref) or tools.catalogue.get(SeriesRef(ref.source, ref.key.partition("?")[0]))
    if series is not None:
        return replace(series, ref=ref)
    here = ref.source in tools.sources or any(own.info.name == ref.source for own in tools.own)
    return Series(ref=ref, title=title or ref.key) if here else None


def _remembered(tools: Tools, recalled: Recalled, there: dict[SeriesRef, Series]) -> Iterator[Series]:
    for told in recalled.listed:
        series = there.get(told.series) or known_series(tools, told.series, told.title)
        if series is not None:
            yield series


def _anew(claim: Claim, candidate: Candidate, recalled: Recalled) -> Candidate:
    """A candidate as it would be without memory; one that memory speaks of, now or before, is ranked once more."""
    from workbench.match.memory import spoken_of, without_memory  # noqa: PLC0415  (loaded by the first choice)

    series = candidate.series
    told: Remembered | None = recalled.told.get(series.ref)
    if told is None and not spoken_of(candidate):
        return without_memory(candidate)
    return rank_series(claim, [series], 1, [series] if told in recalled.listed else [])[0]
