"""The grounds of published verdicts, read for many claims at once, for recomputing them without reading the whole claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from workbench.core.attachment import Attachment, standing_attachments
from workbench.core.finding import Finding
from workbench.core.report import Entry
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.publication import entry_paging
from workbench.desk.publication.entry_paging import ReportEntries, Standing, only


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a claim's verdict rests on: its findings, and the valid attachments."""

    findings: Sequence[Finding]
    attached: Sequence[Attachment]


def of_claims(ports: DeskPorts, entries: Sequence[Entry], public: Mapping[str, Standing]) -> Iterator[Grounds]:
    """Read the grounds of a report's published verdicts; a claim that cannot be read is skipped, as in the report.

    For a page of claims or less the whole claims are read, since the report that is written next needs them.
    """
    if isinstance(entries, ReportEntries) and len(entries.standing) > entry_paging.PAGE:
        return _alone(ports, public)
    return of_entries(only(entries, public, _as_it_is))


def of_entries(entries: Iterable[Entry]) -> Iterator[Grounds]:
    """Take the grounds from completely read claims."""
    return (Grounds(entry.findings, entry.attached) for entry in entries)


def _alone(ports: DeskPorts, public: Mapping[str, Standing]) -> Iterator[Grounds]:
    """Yield only the findings and attachments, a page of claims at a time."""
    for at in range(0, len(public), entry_paging.PAGE):
        some = dict(islice(public.items(), at, at + entry_paging.PAGE))
        named = {key for each in some.values() for key in each.rests}
        there = ports.store.grounds(sorted(named), list(some))
        for key, each in some.items():
            if key in there.attachments and all(one in there.findings for one in each.rests):
                findings = [there.findings[one] for one in each.rests]
                yield Grounds(findings, standing_attachments(there.attachments[key]))


def _as_it_is(entry: Entry) -> Entry:
    return entry
