"""Reports figures that an office revised since a claim's last research, also for claims without a verdict."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.core.number import shown
from workbench.core.place import place_name
from workbench.core.revision import RevisedFigure, revised_figures, same_comparison
from workbench.ports import Researched

REVISED = "revised"
"""Kind of the problems that report a revision."""


def revised_since(before: Researched | None, now: Researched) -> tuple[Problem, ...]:
    """Make a Problem for each figure that differs from the earlier research, after the revisions that that one reported.

    Args:
        before: The earlier research; None where there was none.
        now: The new research.
    """
    if before is None:
        return ()
    known = [each for each in before.problems if each.kind == REVISED]
    return tuple(dict.fromkeys((*known, *_revised(before, now))))


def _revised(before: Researched, now: Researched) -> Iterator[Problem]:
    for one in before.findings:
        same = next((each for each in now.findings if same_comparison(one, each)), None)
        for figure in revised_figures(one, same) if same and one.series and same.trace.steps else ():
            if figure.period is not None and figure.after is not None:
                revision = _revision(figure, before, now)
                yield Problem(_office(one), revision, "What the office published then is in the archive.", REVISED)


def _revision(figure: RevisedFigure, before: Researched, now: Researched) -> str:
    where = f"{place_name(figure.place)}, {figure.period.label}" if figure.period else place_name(figure.place)
    then, since = before.at.date().isoformat(), now.at.date().isoformat()
    return f"{where}: {shown(figure.before)} when it was asked on {then}, {shown(figure.after or figure.before)} since {since}."


def _office(finding: Finding) -> str:
    series = finding.series
    return (series.publisher or series.title) if series else ""
