"""Rechecks verdicts: fetches their figures again from the offices and reports revisions.

A revision is stored in the claim's research, both bodies stay in the archive, and the verdict keeps the finding it was given on. A
person decides what to publish about it (`correct --revised`).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.core.claim import Claim
from workbench.core.errors import Problem, UsageError, WorkbenchError
from workbench.core.finding import Finding
from workbench.core.revision import Revision
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.formulas.formulas import NOT_SEARCHED, Formulas
from workbench.desk.publication.entry_building import findings_of
from workbench.desk.publication.verdict_revisions import rests_on, revisions
from workbench.desk.researching.research import ask_named, one_series, with_asked
from workbench.desk.verdicts import citations
from workbench.ports import Answer, ClaimFilter, Fetch, Progress, Request, Researched, Tell, silent

_AT_ONCE = 20
"""Number of claims that are rechecked in parallel; each service has its own rate limit."""


class Recheck(StrEnum):
    """The outcome of rechecking a verdict."""

    SAME = "same"
    REVISED = "revised"
    FAILED = "failed"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Rechecked:
    """A verdict whose figures were fetched again.

    Attributes:
        claim: The claim's id.
        came: The outcome.
        asked: The findings of the verdict; empty where it rests on no series.
        revisions: What was revised.
        why: Why there is no result, one sentence; empty otherwise.
    """

    claim: str
    came: Recheck
    asked: tuple[Finding, ...] = ()
    revisions: tuple[Revision, ...] = ()
    why: str = ""


class NothingIsAskedError(UsageError):
    """Rechecking is impossible offline."""

    def __init__(self) -> None:
        super().__init__("Nothing is asked offline, so nothing can be rechecked.", "Run recheck without --offline.")


async def recheck(ports: DeskPorts, wanted: ClaimFilter, tell: Tell = silent) -> AsyncIterator[Rechecked]:
    """Fetch the figures of some claims' verdicts again, and store revisions.

    Args:
        ports: The parts of the desk.
        wanted: Which claims.
        tell: Called with the progress.

    Raises:
        NothingIsAskedError: The desk is offline.
    """
    if ports.offline:
        raise NothingIsAskedError
    again, done = replace(ports, fetch=_asking_anew(ports.fetch)), 0
    keys, of = _keys(ports, wanted), ports.store.count_claims(wanted)
    for batch in (keys[at : at + _AT_ONCE] for at in range(0, len(keys), _AT_ONCE)):
        for result in await asyncio.gather(*(_recheck(again, ports.store.claim(key)) for key in batch)):
            done += 1
            tell(Progress("asking again", done, of))
            yield result


def _keys(ports: DeskPorts, wanted: ClaimFilter) -> Sequence[str]:
    keys: list[str] = []
    while rows := ports.store.claims(wanted, len(keys), 500):
        keys += [row.id for row in rows]
    return keys


def _asking_anew(fetch: Fetch) -> Fetch:
    """Wrap the fetch so that each request goes to its service once, with revalidation (the service may say that nothing changed)."""
    asked: set[Request] = set()

    async def ask(request: Request, *, fresh: bool = False) -> Answer:
        first = request not in asked
        asked.add(request)
        return await fetch(replace(request, revalidate=first and not fresh), fresh=first or fresh)

    return ask


async def _recheck(ports: DeskPorts, claim: Claim) -> Rechecked:
    before = rests_on(findings_of(ports, claim))
    if not before:
        return Rechecked(claim.id, Recheck.NOTHING, why="The verdict rests on no figure of a series.")
    lying = ports.store.research(claim.id) or Researched(claim=claim.id, at=ports.clock(), searched=NOT_SEARCHED)
    try:
        now = await (_formula if before[0].formula else _series)(ports, claim, before[0], lying)
    except WorkbenchError as error:
        return Rechecked(claim.id, Recheck.FAILED, before, why=error.message)
    if found := revisions(ports, before, now):
        citations.keep(ports, now)
    return Rechecked(claim.id, Recheck.REVISED if found else Recheck.SAME, before, found)


async def _series(ports: DeskPorts, claim: Claim, before: Finding, lying: Researched) -> Researched:
    """Update the research with the current figures of a finding's series. Raises WorkbenchError where there are none."""
    if before.series is None:
        raise NoAnswerNowError(())
    outcome = await ask_named(ports, claim, await one_series(ports, claim, before.series.ref, silent))
    if not outcome.findings:
        raise NoAnswerNowError(outcome.problems)
    return with_asked(ports, claim, lying, outcome)


async def _formula(ports: DeskPorts, claim: Claim, before: Finding, lying: Researched) -> Researched:
    """Update the research with the current result of a reviewer's formula."""
    worked = await Formulas(ports).work_out(claim, before.formula, try_only=True)
    others = tuple(each for each in lying.findings if each.formula != before.formula)
    return replace(lying, at=ports.clock(), findings=(worked.finding, *others))


class NoAnswerNowError(WorkbenchError):
    """A series no longer has figures, or its source failed."""

    exit_code = 3

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0].message if problems else "The source has no answer.")
