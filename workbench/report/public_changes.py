"""Sentences on what was corrected, updated and withdrawn, for the top of a claim in every format.

What was said before, what is said now, why, which figure, since when (IFCN code of principles, commitment 5).
"""

from __future__ import annotations

from workbench.core.public_change import PublicChange
from workbench.core.published import ChangeKind

_HEADS = {
    ChangeKind.CORRECTED: "Corrected",
    ChangeKind.UPDATED: "Updated, since the figures were revised,",
    ChangeKind.WITHDRAWN: "Withdrawn",
    ChangeKind.RESTORED: "Published again",
}


def public_change_words(change: PublicChange) -> str:
    """A change in one or two sentences.

    >>> from datetime import datetime
    >>> when = datetime(2026, 5, 3, 9, 0)
    >>> public_change_words(PublicChange(ChangeKind.CORRECTED, when, "False", "Mostly true", "We read the wrong year."))
    'Corrected on 3 May 2026: the verdict was “False” and is “Mostly true” now. We read the wrong year.'
    """
    head = f"{_HEADS[change.kind]} on {change.at.day} {change.at:%B %Y}"
    parts = [f"{head}: {_verdicts(change)}", _figures(change), " ".join(change.why.split())]
    return " ".join(part for part in parts if part)


def _verdicts(change: PublicChange) -> str:
    if change.kind is ChangeKind.WITHDRAWN:
        return f"the verdict was “{change.before}” and is given no longer."
    if change.before == change.after:
        return f"the verdict is “{change.after}” as before."
    return f"the verdict was “{change.before}” and is “{change.after}” now."


def _figures(change: PublicChange) -> str:
    before, after = change.figure_before, change.figure_after
    if before and after:
        return f"The figure was {before} and is {after} now."
    return f"It rests on the figure {after} now." if after else ""


def public_change_record(change: PublicChange) -> dict[str, str | None]:
    """The JSON record of a change."""
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
