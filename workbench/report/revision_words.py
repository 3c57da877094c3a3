"""Words for figures that an office revised after a verdict was given on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.core.number import exact, shown
from workbench.core.place import place_name
from workbench.core.report import Entry
from workbench.core.revision import RevisedFigure, Revision
from workbench.report.language import ENGLISH, ReaderLanguage


def revised_of(entry: Entry, t: ReaderLanguage = ENGLISH) -> list[str]:
    """List what was revised since the verdict, one line per figure; empty for a claim whose findings are not shown."""
    shown_here = {finding.id for finding in entry.findings}
    return _lines([each for each in entry.revisions if each.before.id in shown_here], t)


def revision_lines(revisions: Sequence[Revision], t: ReaderLanguage = ENGLISH) -> list[str]:
    """List the revised figures, one per line, and the old and the new agreement where it changed."""
    moved = [each for each in revisions if each.moves_word]
    return _lines(revisions, t) + [_words(each) for each in moved]


def revised_short(revisions: Sequence[Revision]) -> str:
    """Say the first revised figure in a few words; empty where there is none."""
    figure = next((figure for each in revisions for figure in each.figures), None)
    if figure is None:
        return ""
    return f"revised since: {shown(figure.before)}, now {'none' if figure.after is None else shown(figure.after)}"


def revision_record(revision: Revision) -> dict[str, Any]:
    """Return a revision as scripts read it."""
    before, after = revision.before, revision.after
    return {
        "series": str(before.series.ref) if before.series else None,
        "title": before.title,
        "part": before.part,
        "since": revision.since.isoformat(),
        "figures": [_figure_record(each) for each in revision.figures],
        "then": {"agreement": before.agreement.value, "measured": exact(before.measured) if before.measured is not None else None},
        "now": {"agreement": after.agreement.value, "measured": exact(after.measured) if after.measured is not None else None, "finding": after.id}
        if after
        else None,
    }  # fmt: skip


def _lines(revisions: Sequence[Revision], t: ReaderLanguage) -> list[str]:
    """List each figure once, although several parts of a claim may use it."""
    return list(dict.fromkeys(_line(figure, each, t) for each in revisions for figure in each.figures))


def _line(figure: RevisedFigure, revision: Revision, t: ReaderLanguage) -> str:
    return t(
        "finding.revised" if figure.after is not None else "finding.revised_away",
        what=", ".join(part for part in (_publisher(revision), *_where(figure, t)) if part),
        before=shown(figure.before),
        after=shown(figure.after) if figure.after is not None else "",
        day=t.day(revision.since.date()),
    )


def _publisher(revision: Revision) -> str:
    series = revision.before.series
    return (series.publisher or series.title) if series else ""


def _where(figure: RevisedFigure, t: ReaderLanguage) -> tuple[str, ...]:
    return (place_name(figure.place), t.period(figure.period.label)) if figure.period else ()


def _words(revision: Revision) -> str:
    now = revision.after.agreement.words if revision.after else "UNDECIDED"
    return f"{revision.before.agreement.words} then, {now} now: {revision.after.why if revision.after else 'no figure'}"


def _figure_record(figure: RevisedFigure) -> dict[str, Any]:
    period = figure.period
    return {
        "place": figure.place or None,
        "period": [period.start.isoformat(), period.end.isoformat()] if period else None,
        "before": exact(figure.before),
        "after": exact(figure.after) if figure.after is not None else None,
    }
