"""The desk in numbers: claims by stage, reviewer, speaker, topic and week; backlog, corrections, and how long claims took."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta

from workbench.core.codec import UnreadableRecordError
from workbench.core.errors import NoSuchRecordError
from workbench.core.verdict import Action, Review, Stage, count_in
from workbench.core.working_time import median_minutes, working_time
from workbench.desk.desk_ports import DeskPorts, whole
from workbench.ports import ClaimFilter, ClaimRow

_PAGE = 2_000


@dataclass(slots=True)
class Tally:
    """What was done in one place: by a reviewer, of a speaker, in a week.

    Attributes:
        claims: How many claims it has.
        rated: How many of them were rated.
        published: How many were published.
        corrected: How many were corrected, updated or withdrawn after that.
        minutes: Time that a claim took, the one in the middle; None where no beginning is known.
    """

    claims: int = 0
    rated: int = 0
    published: int = 0
    corrected: int = 0
    minutes: float | None = None


@dataclass(slots=True)
class DeskNumbers:
    """The desk in numbers.

    Attributes:
        stages: Claims by stage.
        deferred: Open ones that are put off.
        disputed: Those whose reviewers differ.
        published: Those that readers were ever given.
        erred: Published ones that were corrected since we erred.
        revised: Published ones whose figures were revised.
        withdrawn: Published ones that were withdrawn.
        corrected: Published ones of any of these three kinds.
        timed: Claims whose working time is known.
        minutes: That time, in minutes, of the claim in the middle.
        reviewers: By name.
        speakers: By name; claims of nobody known are under the empty one.
        topics: By tag; a claim with two counts under both, one without under the empty one.
        weeks: By ISO week ("2026-W48"), of what was done in it.
    """

    stages: dict[str, int] = field(default_factory=dict)
    deferred: int = 0
    disputed: int = 0
    published: int = 0
    erred: int = 0
    revised: int = 0
    withdrawn: int = 0
    corrected: int = 0
    timed: int = 0
    minutes: float | None = None
    reviewers: dict[str, Tally] = field(default_factory=dict)
    speakers: dict[str, Tally] = field(default_factory=dict)
    topics: dict[str, Tally] = field(default_factory=dict)
    weeks: dict[str, Tally] = field(default_factory=dict)


_AFTER = {Action.CORRECT, Action.UPDATE, Action.WITHDRAW}


def numbers(ports: DeskPorts, wanted: ClaimFilter) -> DeskNumbers:
    """The desk in numbers, of the claims that a filter lets through; those that are set aside are not counted."""
    found, every = DeskNumbers(), list[Review]()
    for row in _rows(ports, replace(wanted, folded=False, order="text")):
        history = _reviews(ports, row)
        every += history
        _count(found, row, count_in(history))
    _time(found, every)
    return found


def _rows(ports: DeskPorts, wanted: ClaimFilter) -> Iterator[ClaimRow]:
    given = 0
    while rows := ports.store.claims(wanted, given, _PAGE):
        yield from (row for row in rows if not row.damaged and row.stage != Stage.ASIDE)
        given += len(rows)


def _reviews(ports: DeskPorts, row: ClaimRow) -> Sequence[Review]:
    """The reviews of a claim; none of one that nobody touched, or that cannot be read, of which doctor tells."""
    if row.stage == Stage.OPEN and not (row.deferred or row.tags):
        return ()
    with suppress(NoSuchRecordError):
        try:
            return whole(ports).store.reviews(row.id)
        except UnreadableRecordError:
            ports.store.pass_over("claim", row.id)
    return ()


def _count(found: DeskNumbers, row: ClaimRow, standing: Sequence[Review]) -> None:
    found.stages[row.stage] = found.stages.get(row.stage, 0) + 1
    found.deferred += row.deferred and row.stage == Stage.OPEN
    found.disputed += row.disputed
    done = {review.action for review in standing}
    out = Action.PUBLISH in done
    changed = out and bool(done & _AFTER)
    found.published += out
    found.erred += out and Action.CORRECT in done
    found.revised += out and Action.UPDATE in done
    found.withdrawn += out and Action.WITHDRAW in done
    found.corrected += changed
    for table, names in ((found.speakers, (row.speaker,)), (found.topics, row.tags or ("",))):
        for name in names:
            tally = table.setdefault(name, Tally())
            tally.claims += 1
            tally.rated += Action.RATE in done
            tally.published += out
            tally.corrected += changed
    _count_events(found, standing)


def _count_events(found: DeskNumbers, standing: Sequence[Review]) -> None:
    """Who did what to a claim, and in which weeks: each once for a claim."""
    by_whom = {(review.reviewer, _kind(review)) for review in standing}
    by_week = {(f"{review.at:%G-W%V}", _kind(review)) for review in standing}
    for table, done in ((found.reviewers, by_whom), (found.weeks, by_week)):
        for name in {name for name, _ in done}:
            tally = table.setdefault(name, Tally())
            tally.claims += 1
            tally.rated += (name, "rated") in done
            tally.published += (name, "published") in done
            tally.corrected += (name, "corrected") in done


def _kind(review: Review) -> str:
    if review.action in _AFTER:
        return "corrected"
    return {Action.RATE: "rated", Action.PUBLISH: "published"}.get(review.action, "")


def _time(found: DeskNumbers, every: Sequence[Review]) -> None:
    taken = working_time(every)
    by_claim: dict[str, timedelta] = {}
    for (_, claim), time in taken.items():
        by_claim[claim] = by_claim.get(claim, timedelta()) + time
    found.timed, found.minutes = len(by_claim), median_minutes(by_claim.values())
    for name, tally in found.reviewers.items():
        tally.minutes = median_minutes(time for (who, _), time in taken.items() if who == name.casefold())
