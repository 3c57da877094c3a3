"""Excludes series, and undoes choices, reviews, corrections and evidence with one key.

After a choice, the candidates of the claim are ranked again at once, without any request.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from workbench.core.attachment import Attachment
from workbench.core.claim import Claim
from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import Correction
from workbench.core.errors import NoSuchRecordError
from workbench.core.reviewers.series_choice import Choice, ChoiceKind
from workbench.core.series import Series, SeriesRef
from workbench.core.verdict import Review
from workbench.desk.correcting import slot_corrections
from workbench.desk.correcting.amending import Amending
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.evidence import attaching
from workbench.desk.memory.remembering import Remembering
from workbench.desk.reviewing import bulk_decisions
from workbench.desk.series_references import need_source
from workbench.desk.verdicts import citations, verdicts

Undone: TypeAlias = Review | Choice | Correction | Attachment | Amendment
"""What undo can take back."""


def bar(ports: DeskPorts, memory: Remembering, claim: Claim, ref: SeriesRef, by: str) -> Choice:
    """Store that a series is not what a claim means. Raises MemoryOffError, UnknownNameError for its source."""
    ref = need_source(ports, claim.id, ref) or ref
    choice = memory.choose(ChoiceKind.BARRED, claim, _listed(ports, claim, ref), by)
    _relist(ports, memory, claim)
    return choice


def forget(ports: DeskPorts, memory: Remembering, choices: Iterable[Choice], by: str) -> int:
    """Forget choices; return how many."""
    gone = tuple(choices)
    count = memory.void(gone, by)
    if not count:
        return 0
    for key in dict.fromkeys(choice.claim for choice in gone if choice.claim):
        try:
            _relist(ports, memory, ports.store.claim(key))
        except NoSuchRecordError:  # it was imported from another desk
            continue
    return count


def undo(ports: DeskPorts, memory: Remembering, claim: str | None, by: str) -> Undone | None:
    """Take back the newest of the last review, choice, correction, attachment and amendment."""
    key = ports.store.claim_id(claim) if claim else None
    if (gone := _last_by_hand(ports, memory, key, by)) is not None:
        return gone
    while (choice := memory.last(key, by)) is not None:
        if not _is_last(ports, choice, verdicts.last_standing(ports, key, by)):
            break
        if forget(ports, memory, [choice], by):  # else somebody took it back in the meantime
            return choice
    last = verdicts.last_standing(ports, key, by)
    if key is None and last is not None and last.batch:
        bulk_decisions.take_back_batch(ports, memory, last)
        return last
    undone = verdicts.undo(ports, key, by)
    if undone is not None:
        memory.take_back_rating(undone)
    return undone


def _last_by_hand(
    ports: DeskPorts, memory: Remembering, claim: str | None, by: str
) -> Correction | Attachment | Amendment | None:
    """Take back the last correction, attachment or amendment if nothing was added after it; None otherwise."""
    amending = Amending(ports)
    amended = amending.last_standing(claim, by)
    corrected, attached = slot_corrections.last_standing(ports, claim, by), attaching.last_standing(ports, claim, by)
    mine = [each.id for each in (amended, corrected, attached) if each is not None]
    if not mine:
        return None
    others = (memory.last(claim, by), verdicts.last_standing(ports, claim, by))
    last = ports.store.last_added([*mine, *(each.id for each in others if each is not None)])
    if amended is not None and last == amended.id:
        return amending.take_back(amended, by)
    if corrected is not None and last == corrected.id:
        return slot_corrections.take_back(ports, corrected, by)
    return attaching.take_back(ports, attached, by) if attached is not None and last == attached.id else None


def _is_last(ports: DeskPorts, choice: Choice, review: Review | None) -> bool:
    """Check whether a choice was stored after a review, whatever their times say."""
    return review is None or ports.store.last_added([choice.id, review.id]) == choice.id


def _listed(ports: DeskPorts, claim: Claim, ref: SeriesRef) -> Series:
    """Look up a series in the claim's research, else in the catalogue; only its name where neither has it."""
    from workbench.desk.researching.candidate_ranking import known_series  # noqa: PLC0415  (taking a verdict back loads no matching)

    lying = ports.store.research(claim.id)
    rows = lying.candidates if lying else ()
    there = next((row.candidate.series for row in rows if row.candidate.series.ref == ref), None)
    return there or known_series(ports, ref) or Series(ref=ref, title=ref.key)


def _relist(ports: DeskPorts, memory: Remembering, claim: Claim) -> None:
    lying = ports.store.research(claim.id)
    if lying is not None and lying.candidates:
        from workbench.desk.researching.candidate_ranking import relisted  # noqa: PLC0415  (as above)

        citations.keep(ports, relisted(ports, claim, lying, memory.recall(claim)))
