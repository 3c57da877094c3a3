"""Statistics of the desk: claims by stage, reviewer, speaker, topic and week; backlog, corrections, and working times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from workbench.core.encoding.codec import UnreadableRecordError
from workbench.core.reviews.desk_statistics import DeskNumbers, ReviewTally
from workbench.core.reviews.working_time import median_minutes, working_time
from workbench.core.verdict import Action, Review, Stage, valid_reviews
from workbench.desk.desk_ports import DeskPorts, whole
from workbench.ports import ClaimFilter, ClaimRow

_PAGE = 2_000


_AFTER = {Action.CORRECT, Action.UPDATE, Action.WITHDRAW}


def numbers(ports: DeskPorts, wanted: ClaimFilter) -> DeskNumbers:
    """Compute the statistics of the claims that match a filter, without those that are set aside."""
    found, every, given = DeskNumbers(), list[Review](), 0
    wanted = replace(wanted, folded=False, order="text")
    while rows := ports.store.claims(wanted, given, _PAGE):
        given += len(rows)
        there = [row for row in rows if not row.damaged and row.stage != Stage.ASIDE]
        histories = _reviews(ports, there)
        for row in there:
            every += (history := histories.get(row.id, ()))
            _count(found, row, valid_reviews(history))
    _time(found, every)
    return found


def _reviews(ports: DeskPorts, rows: Sequence[ClaimRow]) -> Mapping[str, Sequence[Review]]:
    """Read the reviews of claims that have any; none for one that cannot be read, which `doctor` reports."""
    store = whole(ports).store
    keys = [row.id for row in rows if row.stage != Stage.OPEN or row.deferred or row.tags]
    found: dict[str, Sequence[Review]] = {}
    try:
        return store.histories(keys) if keys else {}
    except UnreadableRecordError:
        for key in keys:
            try:
                found[key] = store.reviews(key)
            except UnreadableRecordError:
                store.pass_over("claim", key)
    return found


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
            tally = table.setdefault(name, ReviewTally())
            tally.claims += 1
            tally.rated += Action.RATE in done
            tally.published += out
            tally.corrected += changed
    _count_events(found, standing)


def _count_events(found: DeskNumbers, standing: Sequence[Review]) -> None:
    """Count who did what to a claim, and in which weeks, each once per claim."""
    by_whom = {(review.reviewer, _kind(review)) for review in standing}
    by_week = {(f"{review.at:%G-W%V}", _kind(review)) for review in standing}
    for table, done in ((found.reviewers, by_whom), (found.weeks, by_week)):
        for name in {name for name, _ in done}:
            tally = table.setdefault(name, ReviewTally())
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
