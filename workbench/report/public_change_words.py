"""Sentences on what was corrected, updated and withdrawn, for the top of a claim in every format.

The old and the new rating, why, which figure, since when (IFCN code of principles, commitment 5).
"""

from __future__ import annotations

from workbench.core.reviews.public_change import PublicChange
from workbench.core.reviews.published import ChangeKind
from workbench.report.language import ENGLISH, ReaderLanguage

_HEADS = {
    ChangeKind.CORRECTED: "change.corrected",
    ChangeKind.UPDATED: "change.updated",
    ChangeKind.WITHDRAWN: "change.taken_away",
    ChangeKind.RESTORED: "change.restored",
}


def public_change_words(change: PublicChange, t: ReaderLanguage = ENGLISH) -> str:
    """Describe a change in one or two sentences.

    >>> from datetime import datetime
    >>> when = datetime(2026, 5, 3, 9, 0)
    >>> public_change_words(PublicChange(ChangeKind.CORRECTED, when, "False", "Mostly true", "We read the wrong year."))
    'Corrected on 3 May 2026: the verdict was “False” and is “Mostly true” now. We read the wrong year.'
    """
    head = t(_HEADS[change.kind], day=t.day(change.at))
    parts = [f"{head} {_verdicts(change, t)}", _figures(change, t), " ".join(change.why.split())]
    return " ".join(part for part in parts if part)


def _verdicts(change: PublicChange, t: ReaderLanguage) -> str:
    if change.kind is ChangeKind.WITHDRAWN:
        return t("change.no_longer", before=change.before)
    if change.before == change.after:
        return t("change.as_before", after=change.after)
    return t("change.was_and_is", before=change.before, after=change.after)


def _figures(change: PublicChange, t: ReaderLanguage) -> str:
    before, after = change.figure_before, change.figure_after
    if before and after:
        return t("change.figure_was_and_is", before=before, after=after)
    return t("change.figure_is", after=after) if after else ""


def public_change_record(change: PublicChange) -> dict[str, str | None]:
    """Return the JSON record of a change."""
    return {
        "kind": change.kind.value,
        "at": change.at.isoformat(),
        "before": change.before or None,
        "after": change.after or None,
        "why": change.why or None,
        "figure_before": change.figure_before or None,
        "figure_after": change.figure_after or None,
        "says": public_change_words(change),
    }
