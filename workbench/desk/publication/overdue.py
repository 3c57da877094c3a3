"""What is known without asking anybody: verdicts whose figures were revised since, and those whose offices were not asked for long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.publication.entries import findings_of
from workbench.desk.publication.publication import READERS_HAVE
from workbench.desk.publication.rechecking import Recheck, Rechecked
from workbench.desk.publication.revisions import rests_on, revisions
from workbench.ports import ClaimFilter

OVERDUE = "overdue-recheck"
"""The kind of the problem; nothing is wrong with the desk for it."""

DAYS = 30
"""So many days after an office was asked last for a figure that readers have, it should be asked again."""

_PAGE = 500


def known(ports: DeskPorts, wanted: ClaimFilter = READERS_HAVE) -> Iterator[Rechecked]:
    """Yield what earlier rechecks found of the verdicts of some claims, a worker's or a colleague's too."""
    for key in _keys(ports, wanted):
        before = rests_on(findings_of(ports, ports.store.claim(key)))
        if not before:
            yield Rechecked(key, Recheck.NOTHING, why="The verdict rests on no figure of a series.")
            continue
        found = revisions(ports, before, ports.store.research(key))
        yield Rechecked(key, Recheck.REVISED if found else Recheck.SAME, before, found)


def overdue(ports: DeskPorts) -> Iterator[Problem]:
    """Yield a sentence where figures that readers have were asked for too long ago; figures of samples and files cannot be asked for."""
    asked = [_asked_last(ports, findings_of(ports, ports.store.claim(key))) for key in _keys(ports, READERS_HAVE)]
    dated = [each for each in asked if each is not None]
    late = [each for each in dated if each < ports.clock() - timedelta(days=DAYS)]
    if late:
        message = f"The figures of {len(late):,} of {len(dated):,} were asked for over {DAYS} days ago, first on {min(late):%Y-%m-%d}."
        hint = "Ask again whether they were revised: workbench recheck, or each night workbench jobs add recheck."
        yield Problem("published verdicts", message, hint, OVERDUE)


def _keys(ports: DeskPorts, wanted: ClaimFilter) -> Iterator[str]:
    done = 0
    while rows := ports.store.claims(wanted, done, _PAGE):
        yield from (row.id for row in rows if not row.damaged)
        done += len(rows)


def _asked_last(ports: DeskPorts, findings: tuple[Finding, ...]) -> datetime | None:
    """When the office was asked that was asked longest ago of those that a verdict rests on; None where none can be."""
    bodies = {key for finding in rests_on(findings) for key in finding.rests_on()}
    known_ = [
        snapshot for key in bodies if (snapshot := ports.archive.snapshot(key)) is not None and not snapshot.sample
    ]
    asked = [ports.archive.latest(each.url, samples=False) or each for each in known_ if each.url.startswith("http")]
    return min((each.fetched for each in asked), default=None)
