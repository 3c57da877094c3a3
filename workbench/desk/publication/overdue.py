"""What is known without any request: verdicts whose figures have been revised, and those whose offices have not been asked for long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from workbench.core.errors import Problem
from workbench.core.finding import Finding
from workbench.core.settings.recheck_days import RECHECK_DAYS
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.publication.approval_and_correction import READERS_HAVE
from workbench.desk.publication.entry_building import findings_of
from workbench.desk.publication.rechecking import Recheck, Rechecked
from workbench.desk.publication.verdict_revisions import rests_on, revisions
from workbench.ports import ClaimFilter

OVERDUE = "overdue-recheck"
"""The kind of the problem. It is a reminder, not a fault of the desk."""

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
    dated, days = [day for _, day in _asked(ports)], ports.recheck_days or RECHECK_DAYS
    late = [each for each in dated if each < ports.clock() - timedelta(days=days)]
    if late:
        message = f"The figures of {len(late):,} of {len(dated):,} were asked for over {days} days ago, first on {min(late):%Y-%m-%d}."
        hint = "Ask again whether they were revised: workbench recheck; a team's workers do by themselves."
        yield Problem("published verdicts", message, hint, OVERDUE)


def due(ports: DeskPorts) -> Sequence[str]:
    """List the published claims whose figures a worker should ask for again by now; none where the settings say never, or nothing is fetched."""
    if not ports.recheck_days or ports.offline:
        return ()
    before = ports.clock() - timedelta(days=ports.recheck_days)
    return [key for key, day in _asked(ports) if day < before]


def _asked(ports: DeskPorts) -> Iterator[tuple[str, datetime]]:
    """Yield the published claims whose figures an office can be asked for, each with the day of the oldest request."""
    for key in _keys(ports, READERS_HAVE):
        day = _asked_last(ports, findings_of(ports, ports.store.claim(key)))
        if day is not None:
            yield key, day


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
