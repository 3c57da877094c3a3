"""Research: finds the series that measure a claim, and compares their figures.

Sources are asked in parallel; one that fails becomes a Problem, and the others' answers are used. The order of candidates is fixed
before any figure is fetched.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.compare import cross_check
from workbench.consistency import own_arithmetic
from workbench.core.candidate import Candidate, SeenBefore
from workbench.core.claim import Claim
from workbench.core.errors import NoSuchRecordError, Problem
from workbench.core.finding import Finding
from workbench.core.series import Series, SeriesRef
from workbench.desk.catalogue.search_summary import search_summary
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.researching.candidate_ranking import own_names, ranked, relisted
from workbench.desk.researching.fact_checks_elsewhere import checked_elsewhere
from workbench.desk.researching.revised import revised_since
from workbench.desk.series_references import listed_series, own_ref
from workbench.desk.services.fetch_and_compare import Asked, ask
from workbench.desk.services.own_series_list import named_in_file, own_series, unused
from workbench.desk.services.services_asked import services_asked
from workbench.desk.verdicts import citations
from workbench.desk.verdicts.earlier_version_claims import fully_read
from workbench.match import rank_known, rank_series, search_words
from workbench.match.memory.series_memory import NOTHING
from workbench.ports import CandidateRow, Researched, Tell, silent

if TYPE_CHECKING:
    from workbench.match.memory.series_memory import Recalled

ASKED = 3
"""Number of best candidates whose figures are fetched at once. The reviewer may pick any other."""

MOST_ASKED = 6
"""Maximum number of candidates that are asked where better ones have no figure for the claim's place and years."""

SHOWN = 12
"""Maximum number of candidates listed."""

_OF_A_SOURCE = frozenset({"source-failed", "own-file-unused"})
"""Kinds of problems with a source as a whole: they remain as long as the source is used."""


async def research(
    ports: DeskPorts,
    claim: Claim,
    tell: Tell,
    *,
    fresh: bool = False,
    recalled: Recalled = NOTHING,
    ahead: bool = False,
) -> Researched:
    """Research a claim and store the result; with `ahead` only if nobody researched it in the meantime."""
    result = with_formulas(ports, await look_up(ports, claim, tell, fresh=fresh, recalled=recalled))
    if ahead and (there := ports.store.research(claim.id)) is not None:
        return there
    revisions = revised_since(ports.store.research(claim.id), result)
    return citations.keep(ports, replace(result, ahead=ahead, problems=(*result.problems, *revisions)))


async def look_up(
    ports: DeskPorts, claim: Claim, tell: Tell = silent, *, fresh: bool = False, recalled: Recalled = NOTHING
) -> Researched:
    """Rank candidates, ask the best ones and compare; heavy computation runs in a thread, so that the screen stays responsive."""
    own, problems = await own_series(ports, tell)
    candidates = await asyncio.to_thread(ranked, ports, claim, own, recalled, SHOWN)
    usable = [c for c in candidates if c.usable]
    outcomes, elsewhere = await asyncio.gather(
        _ask_best(ports, claim, usable, tell, fresh=fresh),
        checked_elsewhere(ports, claim, fresh=fresh),
    )
    before = await asyncio.to_thread(known, ports, claim)
    return Researched(
        claim=claim.id,
        at=ports.clock(),
        candidates=_rows(candidates, outcomes),
        findings=cross_check((*(f for o in outcomes for f in o.findings), *_own(ports, claim))),
        problems=(
            *ports.catalogue.problems,
            *problems,
            *(p for o in outcomes for p in o.problems),
            *unused(ports, own, candidates, [f for o in outcomes for f in o.findings], problems),
            *elsewhere.problems,
        ),
        searched=search_summary(ports, claim, len(usable))
        + services_asked([each.candidate for each in outcomes], candidates)
        + _own_left_out(ports, own, usable),
        known=before,
        elsewhere=elsewhere.found,
    )


async def _ask_best(
    ports: DeskPorts, claim: Claim, usable: Sequence[Candidate], tell: Tell, *, fresh: bool
) -> Sequence[Asked]:
    """Ask the best candidates in parallel, and the next ones in place of those without a figure for the claim."""
    outcomes: list[Asked] = []
    rest = usable[:MOST_ASKED]
    while rest and (wanted := ASKED - sum(not each.empty for each in outcomes)) > 0:
        now, rest = rest[:wanted], rest[wanted:]
        outcomes += await asyncio.gather(*(ask(ports, claim, each, tell, fresh=fresh) for each in now))
    return outcomes


def candidates(ports: DeskPorts, claim: Claim, recalled: Recalled, limit: int) -> tuple[Candidate, ...]:
    """Rank the series of the catalogue that may measure a claim."""
    return ranked(ports, claim, (), recalled, limit)


async def examine(
    ports: DeskPorts, claim: Claim, series: Series, tell: Tell, recalled: Recalled = NOTHING, *, fresh: bool = False
) -> Researched:
    """Ask one series that the reviewer named, and add its findings to the claim's research."""
    lying = ports.store.research(claim.id) or await research(ports, claim, tell, fresh=fresh, recalled=recalled)
    outcome = await ask_named(ports, claim, series, tell, fresh=fresh)
    result = with_asked(ports, claim, lying, outcome, recalled)
    revisions = [each for each in revised_since(lying, result) if each not in result.problems]
    return citations.keep(ports, replace(result, problems=(*result.problems, *revisions)))


async def ask_named(
    ports: DeskPorts, claim: Claim, series: Series, tell: Tell = silent, *, fresh: bool = False
) -> Asked:
    """Ask one series that somebody named, and compare; nothing is stored."""
    return await ask(ports, claim, rank_series(claim, [series], 1)[0], tell, fresh=fresh, named=True)


def with_asked(
    ports: DeskPorts, claim: Claim, lying: Researched, outcome: Asked, recalled: Recalled = NOTHING
) -> Researched:
    """Replace the results of one series in a research by new ones; nothing is stored."""
    ref = outcome.candidate.series.ref
    others = tuple(f for f in lying.findings if f.formula or f.series is None or f.series.ref != ref)
    result = replace(
        lying,
        at=ports.clock(),
        ahead=False,
        candidates=_with_finding(lying.candidates, outcome),
        findings=cross_check((*outcome.findings, *others)),
        problems=_still(ports, lying, outcome, ref),
    )
    return relisted(ports, claim, result, recalled) if recalled.remembered else result


def _still(ports: DeskPorts, lying: Researched, outcome: Asked, ref: SeriesRef) -> tuple[Problem, ...]:
    """Join the problems of a series that was asked again with those of the others that still hold."""
    source = next((s.info.title for s in (*ports.own, *ports.sources.values()) if s.info.name == ref.source), "")
    replaced = {note for f in lying.findings if f.series is not None and f.series.ref == ref for note in f.notes}
    here = _at_hand(ports, lying)
    others = (
        p
        for p in lying.problems
        if p.where != source and p not in replaced and (p.kind not in _OF_A_SOURCE or p.where in here)
    )
    return tuple(dict.fromkeys((*outcome.problems, *others)))


def _at_hand(ports: DeskPorts, lying: Researched) -> frozenset[str]:
    """List the titles of the currently given files and of the asked services, without files of an earlier research."""
    names = {row.candidate.series.ref.source for row in lying.candidates}
    services = [ports.sources[name] for name in names if name in ports.sources]
    return frozenset(source.info.title for source in (*ports.own, *services))


def known(ports: DeskPorts, claim: Claim) -> tuple[SeenBefore, ...]:
    """Find earlier claims about the same thing: repeats and variants, also in synonyms."""
    asked = replace(claim, measure=f"{claim.measure} {search_words(claim)}")
    return rank_known(claim, map(fully_read, ports.store.alike(asked)))


async def one_series(ports: DeskPorts, claim: Claim, ref: SeriesRef, tell: Tell) -> Series:  # noqa: ARG001  (asked for their sake)
    """Find a series by its name: in the catalogue, as part of a listed table, or in the user's own files.

    A name with members (``eurostat:une_rt_a?sex=F``) may also belong to an unlisted table, which only its source can check.

    Raises:
        NoSuchRecordError: There is no such series.
        UnknownNameError: The user's file has no such series; the message gives the nearest name.
    """
    ref = own_ref(ports, ref)
    table, members, _ = ref.key.partition("?")
    if (series := listed_series(ports, ref)) is not None:
        return series
    if (own := await named_in_file(ports, ref)) is not None:
        return own
    if members and ref.source in ports.sources:
        return Series(ref=ref, title=table)
    raise NoSuchRecordError("series", str(ref))


def with_formulas(ports: DeskPorts, result: Researched) -> Researched:
    """Add the earlier findings of the reviewer's formulas to a research: a new search must not remove a person's calculation."""
    lying = ports.store.research(result.claim)
    kept = tuple(found for found in lying.findings if found.formula) if lying else ()
    return replace(result, findings=(*kept, *result.findings))


def _own(ports: DeskPorts, claim: Claim) -> tuple[Finding, ...]:
    siblings = [other for other in ports.store.claims_in(claim.document) if other.id != claim.id]
    return own_arithmetic(claim, siblings)


def _rows(candidates: Sequence[Candidate], outcomes: Iterable[Asked]) -> tuple[CandidateRow, ...]:
    asked = {o.candidate.series.ref: o.row for o in outcomes}
    return tuple(replace(asked.get(c.series.ref, CandidateRow(c)), candidate=c) for c in candidates)


def _with_finding(rows: Sequence[CandidateRow], outcome: Asked) -> tuple[CandidateRow, ...]:
    ref, asked = outcome.candidate.series.ref, outcome.row
    if all(row.candidate.series.ref != ref for row in rows):
        return (*rows, asked)
    return tuple(replace(asked, candidate=row.candidate) if row.candidate.series.ref == ref else row for row in rows)


def _own_left_out(ports: DeskPorts, own: Sequence[Series], usable: Sequence[Candidate]) -> str:
    """Say that none of the user's own files certainly measures the claim; empty where one does, or there are none."""
    files = own_names(ports)
    if not own or any(each.series.ref.source in files for each in usable):
        return ""
    return f" None of the {len(own):,} series of your own files is sure to measure it."
