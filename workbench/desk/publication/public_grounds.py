"""What published verdicts rest on, read for many at once where it is to be recomputed and nothing else of their claims is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from workbench.core.attachment import Attachment, standing_attachments
from workbench.core.finding import Finding
from workbench.core.report import Entry
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.publication import report_entries
from workbench.desk.publication.report_entries import ReportEntries, Standing, only


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a claim's verdict rests on: its findings, and what was attached and counts."""

    findings: Sequence[Finding]
    attached: Sequence[Attachment]


def of_claims(ports: DeskPorts, entries: Sequence[Entry], public: Mapping[str, Standing]) -> Iterator[Grounds]:
    """Return what the published verdicts of a report rest on; a claim that cannot be read is passed over, as it is in the report.

    Those of a page or less are read whole: the report that is written next has them then.
    """
    if isinstance(entries, ReportEntries) and len(entries.standing) > report_entries.PAGE:
        return _alone(ports, public)
    return of_entries(only(entries, public, _as_it_is))


def of_entries(entries: Iterable[Entry]) -> Iterator[Grounds]:
    """Return what some claims rest on that are read whole."""
    return (Grounds(entry.findings, entry.attached) for entry in entries)


def _alone(ports: DeskPorts, public: Mapping[str, Standing]) -> Iterator[Grounds]:
    """Yield the findings and attachments by themselves, a page of claims at a time."""
    for at in range(0, len(public), report_entries.PAGE):
        some = dict(islice(public.items(), at, at + report_entries.PAGE))
        named = {key for each in some.values() for key in each.rests}
        there = ports.store.grounds(sorted(named), list(some))
        for key, each in some.items():
            if key in there.attachments and all(one in there.findings for one in each.rests):
                findings = [there.findings[one] for one in each.rests]
                yield Grounds(findings, standing_attachments(there.attachments[key]))


def _as_it_is(entry: Entry) -> Entry:
    return entry
