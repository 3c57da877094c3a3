"""What is known without any request: verdicts whose figures have been revised, and those whose offices have not been asked for long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.publication.approval_and_correction import READERS_HAVE
from workbench.desk.publication.entry_building import findings_of
from workbench.desk.publication.rechecking import Recheck, Rechecked
from workbench.desk.publication.verdict_revisions import rests_on, revisions
from workbench.ports import ClaimFilter

OVERDUE = "overdue-recheck"
"""The kind of the problem. It is a reminder, not a fault of the desk."""

DAYS = 30
"""Number of days after which an office should be asked again for a published figure."""

_PAGE = 500


def known(ports: DeskPorts, wanted: ClaimFilter = READERS_HAVE) -> Iterator[Rechecked]:
    """Yield what earlier rechecks found about the verdicts of some claims, also those of a background worker or a colleague."""
    for key in _keys(ports, wanted):
        before = rests_on(findings_of(ports, ports.store.claim(key)))
        if not before:
            yield Rechecked(key, Recheck.NOTHING, why="The verdict rests on no figure of a series.")
            continue
        found = revisions(ports, before, ports.store.research(key))
        yield Rechecked(key, Recheck.REVISED if found else Recheck.SAME, before, found)


def overdue(ports: DeskPorts) -> Iterator[Problem]:
    """Yield a problem where published figures were fetched too long ago; figures from samples and files cannot be fetched again."""
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
    """Find the oldest request among those for a verdict's figures; None where no office can be asked."""
    bodies = {key for finding in rests_on(findings) for key in finding.rests_on()}
    known_ = [
        snapshot for key in bodies if (snapshot := ports.archive.snapshot(key)) is not None and not snapshot.sample
    ]
    asked = [ports.archive.latest(each.url, samples=False) or each for each in known_ if each.url.startswith("http")]
    return min((each.fetched for each in asked), default=None)
