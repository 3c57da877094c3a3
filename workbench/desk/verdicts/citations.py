"""Citations of a finding's archived bodies, as they were when the finding was made: the request and the day.

A body is stored under its hash, and the same answer may come again: for another claim, on another day, to another request. The
citations of a published check must not change by that, so each finding stores its own from research on. Older findings are cited as the
archive was when they were rated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from workbench.core.errors import NoSuchRecordError
from workbench.core.evidence import Snapshot
from workbench.core.finding import Finding
from workbench.desk.desk_ports import DeskPorts
from workbench.ports import Researched


def read_now(findings: Iterable[Finding], read: Iterable[Snapshot]) -> tuple[Finding, ...]:
    """Add the citations of the answers just read to findings."""
    there = {body.id: body for body in read}
    return tuple(_citing(each, there.get) for each in findings)


def keep(ports: DeskPorts, researched: Researched) -> Researched:
    """Store a research, each finding with all its citations: its own, those of another finding of it, or the archive's newest."""
    there = {body.id: body for each in researched.findings for body in each.bodies}
    findings = [
        _citing(each, lambda key: there.get(key) or ports.archive.snapshot(key)) for each in researched.findings
    ]
    whole = replace(researched, findings=tuple(findings))
    ports.store.keep_research(whole)
    return whole


def cited_on(ports: DeskPorts, findings: Iterable[Finding], day: datetime) -> tuple[Finding, ...]:
    """Complete the citations of findings; for findings without stored citations, from the archive at that moment."""
    return tuple(_citing(each, lambda key, one=each: _fetched(ports, key, one, day)) for each in findings)  # type: ignore[misc]  # the default binds it


def _citing(finding: Finding, body: Callable[[str], Snapshot | None]) -> Finding:
    carried = {each.id for each in finding.bodies}
    found = [body(key) for key in finding.rests_on() if key not in carried]
    new = tuple(each for each in found if each is not None)
    return replace(finding, bodies=(*finding.bodies, *new)) if new else finding


def _fetched(ports: DeskPorts, key: str, finding: Finding, day: datetime) -> Snapshot | None:
    """Find the newest fetch of a body up to a moment, preferring the finding's own source, and a live one to a sample."""
    try:
        every = ports.archive.fetches(key)
    except NoSuchRecordError:
        return None
    source = finding.series.ref.source if finding.series else ""
    own = [each for each in every if each.source == source] or list(every)
    then = [each for each in own if each.fetched <= day] or own[-1:]
    return min(then, key=lambda each: bool(each.sample))
