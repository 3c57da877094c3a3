"""The history of a claim in a report, one line for each review, each edit of the reading and each amendment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from workbench.core.corrections.amendment import Amendment
from workbench.core.corrections.correction import FOR_READERS, Correction
from workbench.core.report import Entry, Report
from workbench.core.verdict import Action
from workbench.report.amendment_words import amended_words
from workbench.report.language import ReaderLanguage, language_of
from workbench.report.one_line import minute, one_line
from workbench.report.reviewer_names import reviewer_names
from workbench.report.verdict_words import label_of


def history_lines(entry: Entry, report: Report) -> list[str]:
    """List every review that the report may show, and every edit of the reading, oldest first."""
    t, named = language_of(report), reviewer_names(entry, report)
    lines = [*_corrections(entry.corrections, t), *_amendments(entry.amendments, t), *_reviews(entry, report, t)]
    return [
        f"{minute(at)} UTC, {named(who)}: {t('history.taken_back', what=what) if gone else what}"
        for at, who, what, gone in sorted(lines, key=lambda each: each[0])
    ]


_Line = tuple[datetime, str, str, bool]
"""When, who, what, and whether it was taken back."""


def _reviews(entry: Entry, report: Report, t: ReaderLanguage) -> Iterator[_Line]:
    for review in entry.verdict.history:
        what = f"{t(f'history.{review.action}')} {label_of(review, entry, report)}".strip()
        note = f": {one_line(review.note)}" if review.note else ""
        undone = review.id not in entry.verdict.standing and review.action is not Action.UNDO
        yield review.at, review.reviewer, f"{what}{note}", undone


def _corrections(given: Sequence[Correction], t: ReaderLanguage) -> Iterator[_Line]:
    """Yield the corrections of the reading, and the words written for readers."""
    gone, nothing = {each.undoes for each in given}, t("history.nothing")
    for each in (each for each in given if not each.undoes):
        kind = "history.worded" if each.slot in FOR_READERS else "history.edited"
        change = one_line(f"{each.before or nothing} → {each.after or nothing}")
        yield each.at, each.reviewer, t(kind, slot=t(f"slot.{each.slot}"), change=change), each.id in gone


def _amendments(given: Sequence[Amendment], t: ReaderLanguage) -> Iterator[_Line]:
    """Yield how a person added or removed a claim."""
    gone = {each.undoes for each in given}
    for each in (each for each in given if not each.undoes):
        yield each.at, each.reviewer, one_line(amended_words(each, t)), each.id in gone
