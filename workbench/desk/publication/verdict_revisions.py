"""Revisions of verdicts' figures: compares the finding of a verdict with later findings from its series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime

from workbench.core.errors import NoSuchRecordError
from workbench.core.finding import Finding
from workbench.core.revision import Revision, figures_gone, revised_figures, same_comparison
from workbench.desk.desk_ports import DeskPorts
from workbench.ports import Researched


def rests_on(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Select the findings that a verdict rests on: the first with a measured figure, and the others of its series."""
    measured = [each for each in findings if each.series is not None and each.trace.evidence()]
    return tuple(each for each in measured if _series(each) == _series(measured[0]))


def revisions(ports: DeskPorts, findings: Sequence[Finding], lying: Researched | None) -> tuple[Revision, ...]:
    """Find the revisions of a verdict's figures, as far as its series was asked since.

    Args:
        ports: The parts of the desk.
        findings: The findings at the time of the verdict.
        lying: The current findings.
    """
    now = lying.findings if lying else ()
    return tuple(_revisions(ports, rests_on(findings), now, lying.at)) if lying else ()


def _revisions(ports: DeskPorts, before: Sequence[Finding], now: Sequence[Finding], at: datetime) -> Iterator[Revision]:
    for one in before:
        same = [each for each in now if same_comparison(one, each) and each.measured is not None]
        after = same[0] if same else None
        of_series = any(_series(each) == _series(one) for each in now)
        figures = revised_figures(one, after) if after else figures_gone(one) if of_series else ()
        if figures:
            yield Revision(one, after, figures, _since(ports, one, after, at))


def _series(finding: Finding) -> tuple[object, str]:
    return (finding.series.ref if finding.series else None, finding.formula)


def _since(ports: DeskPorts, before: Finding, after: Finding | None, at: datetime) -> datetime:
    """Find when the bodies of only the later finding were first fetched."""
    new = [key for key in after.rests_on() if key not in before.rests_on()] if after else []
    return min((first for key in new if (first := _first_fetch(ports, key)) is not None), default=at)


def _first_fetch(ports: DeskPorts, body: str) -> datetime | None:
    with suppress(NoSuchRecordError):
        return min((each.fetched for each in ports.archive.fetches(body)), default=None)
    return None
