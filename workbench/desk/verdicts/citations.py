"""The archived bodies behind a finding, as they were when the finding was made: what was asked, and on which day.

A body is kept under its hash, and the same answer may come again: for another claim, on another day, to
another question. What a published check cites must not move with that, so each finding carries its own citations from the research
on. Findings from before that are cited as the archive stood when they were rated.
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
    """Return findings with the answers that were just read for them."""
    there = {body.id: body for body in read}
    return tuple(_citing(each, there.get) for each in findings)


def keep(ports: DeskPorts, researched: Researched) -> Researched:
    """Keep a research, each finding with all that it cites: what it or one beside it carries, or the archive's newest."""
    there = {body.id: body for each in researched.findings for body in each.bodies}
    findings = [
        _citing(each, lambda key: there.get(key) or ports.archive.snapshot(key)) for each in researched.findings
    ]
    whole = replace(researched, findings=tuple(findings))
    ports.store.keep_research(whole)
    return whole


def cited_on(ports: DeskPorts, findings: Iterable[Finding], day: datetime) -> tuple[Finding, ...]:
    """Return findings with what they cite; those from before citations were kept with what the archive had at that moment."""
    return tuple(_citing(each, lambda key, one=each: _fetched(ports, key, one, day)) for each in findings)  # type: ignore[misc]  # the default binds it


def _citing(finding: Finding, body: Callable[[str], Snapshot | None]) -> Finding:
    carried = {each.id for each in finding.bodies}
    found = [body(key) for key in finding.rests_on() if key not in carried]
    new = tuple(each for each in found if each is not None)
    return replace(finding, bodies=(*finding.bodies, *new)) if new else finding


def _fetched(ports: DeskPorts, key: str, finding: Finding, day: datetime) -> Snapshot | None:
    """Return the newest fetch of a body until a moment, by the finding's own source where it asked, live before a sample."""
    try:
        every = ports.archive.fetches(key)
    except NoSuchRecordError:
        return None
    source = finding.series.ref.source if finding.series else ""
    own = [each for each in every if each.source == source] or list(every)
    then = [each for each in own if each.fetched <= day] or own[-1:]
    return min(then, key=lambda each: bool(each.sample))
