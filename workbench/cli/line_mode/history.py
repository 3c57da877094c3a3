"""The history of a claim in sentences: reviews, choices of series, corrections, amendments, attachments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from workbench.cli.line_mode.output_sentences import history_lines
from workbench.core.claim import Claim
from workbench.core.reviewers.series_choice import ChoiceKind
from workbench.report.amendment_words import amended_words
from workbench.report.attachment_records import attached_citation
from workbench.report.decision_words import done_words
from workbench.tui.safe_text import one_line

if TYPE_CHECKING:
    from workbench.desk import Desk


class Event(Protocol):
    """An action with its time and reviewer."""

    @property
    def at(self) -> datetime:
        """When."""

    @property
    def reviewer(self) -> str:
        """Who."""


def history_sentences(desk: Desk, claim: Claim) -> Iterator[str]:
    """Yield a sentence for each action on a claim, oldest first."""
    verdict = desk.verdict(claim.id)
    events = list(zip((each.at for each in verdict.history), history_lines(verdict, desk.scale), strict=True))
    events += [(each.at, _sentence(what, each, undone)) for what, each, undone in _events(desk, claim)]
    yield from (words for _, words in sorted(events, key=lambda each: each[0]))


def _events(desk: Desk, claim: Claim) -> Iterator[tuple[str, Event, Event | None]]:
    """Yield actions other than reviews: the description, the action, and the one that took it back."""
    choices = desk.memory.of(claim.id)
    gone = {each.undoes: each for each in choices if each.undoes}
    for each in (each for each in choices if each.kind is not ChoiceKind.FORGOTTEN):
        yield done_words(each, desk.scale), each, gone.get(each.id)
    given = desk.corrections(claim.id)
    back = {each.undoes: each for each in given if each.undoes}
    for one in (one for one in given if not one.undoes):
        yield f"put right: {one.slot.value} {one.change}", one, back.get(one.id)
    yield from _by_hand(desk, claim)


def _by_hand(desk: Desk, claim: Claim) -> Iterator[tuple[str, Event, Event | None]]:
    amended = desk.amending.of_claim(claim)
    gone = {each.undoes: each for each in amended if each.undoes}
    for each in (each for each in amended if not each.undoes):
        yield amended_words(each), each, gone.get(each.id)
    attached = desk.attachments(claim.id)
    back = {one.undoes: one for one in attached if one.undoes}
    for one in (one for one in attached if not one.undoes):
        cited = attached_citation(one)
        yield f"attached {one.kind.value}: {cited.title or cited.note}", one, back.get(one.id)


def _sentence(what: str, done: Event, undone: Event | None) -> str:
    gone = f" This was taken back by {one_line(undone.reviewer)}." if undone is not None else ""
    return f"{done.at:%d %B %Y, %H:%M}: {one_line(what)} by {one_line(done.reviewer)}.{gone}"
