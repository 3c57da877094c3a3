"""One log for tables of everything that was corrected in a check: the published verdict, the reading of the words, claims made by hand.

The sentences for readers are in `public_change_words`, edits of a reading in `reading_correction_records`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from workbench.core.corrections.amendment import BY_HAND
from workbench.core.report import Entry, Report
from workbench.core.verdict import Action, Review, nothing_yet, with_review
from workbench.report.amendment_words import amended_words
from workbench.report.verdict_words import label_of


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """Something that was corrected.

    Attributes:
        at: When.
        what: ``verdict``, the slot of the reading, or ``claim`` for a claim that was added, joined or split.
        before: The old value.
        after: The new value.
        why: The reviewer's reason; for a reading, what was typed.
        reviewer: Who.
        counts: Whether it was not taken back.
    """

    at: datetime
    what: str
    before: str
    after: str
    why: str
    reviewer: str
    counts: bool = True


def change_log(entry: Entry, report: Report) -> list[LoggedChange]:
    """List all corrections of a claim's published verdict and of its reading, and how it was made by hand, oldest first."""
    return sorted(
        [*_verdicts(entry, report), *_readings(entry), *_by_hand(entry)], key=lambda each: (each.at, each.what)
    )


def _verdicts(entry: Entry, report: Report) -> Iterator[LoggedChange]:
    """Yield each review that changed or withdrew the published rating."""
    now, had = nothing_yet(entry.claim.id, entry.verdict.scale), None
    for review in (each for each in entry.verdict.history if each.id in entry.verdict.standing):
        now = with_review(now, review)
        if had is not None and (now.out is None or (now.out.rating, now.out.scale) != (had.rating, had.scale)):
            yield _verdict(had, now.out, review, entry, report)
        had = now.out


def _verdict(had: Review, has: Review | None, by: Review, entry: Entry, report: Report) -> LoggedChange:
    stands = (
        "withdrawn" if has is None and by.action is Action.WITHDRAW else label_of(has, entry, report) if has else ""
    )
    note = by.note or (has.note if has else "")
    return LoggedChange(by.at, "verdict", label_of(had, entry, report), stands, note, by.reviewer)


def _readings(entry: Entry) -> Iterator[LoggedChange]:
    gone = {each.undoes for each in entry.corrections}
    for each in entry.corrections:
        if not each.undoes:
            counts = each.id not in gone
            yield LoggedChange(each.at, each.slot.value, each.before, each.after, each.said, each.reviewer, counts)


def _by_hand(entry: Entry) -> Iterator[LoggedChange]:
    """Yield how a person added or removed the claim."""
    gone = {each.undoes for each in entry.amendments}
    for each in entry.amendments:
        if not each.undoes and each.kind in BY_HAND:
            yield LoggedChange(each.at, "claim", "", amended_words(each), each.said, each.reviewer, each.id not in gone)
