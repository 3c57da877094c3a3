"""The default title of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from workbench.core.document import Document
from workbench.core.encoding.codec import UnreadableRecordError
from workbench.core.errors import NoSuchRecordError
from workbench.core.report import Entry
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.publication.entry_paging import ReportEntries, Standing
from workbench.report.language import ENGLISH, ReaderLanguage


def title_of(
    ports: DeskPorts, entries: Sequence[Entry], standing: Mapping[str, Standing], t: ReaderLanguage = ENGLISH
) -> str:
    """Make the default title of a report: that of the only document, else the number of claims."""
    titles: set[str] = set()
    for document in _documents(ports, entries, standing):
        titles.add(document.title)
        if len(titles) > 1:
            break
    return (titles.pop() if len(titles) == 1 else "") or t.count("report.checked", len(standing))


def first_document(ports: DeskPorts, entries: Sequence[Entry], standing: Mapping[str, Standing]) -> Document | None:
    """Find the document of the first claim; None where there is none."""
    return next(_documents(ports, entries, standing), None)


def _documents(ports: DeskPorts, entries: Sequence[Entry], standing: Mapping[str, Standing]) -> Iterator[Document]:
    """Yield the documents of claims, each once; those that cannot be read are skipped."""
    there = {} if isinstance(entries, ReportEntries) else {entry.document.id: entry.document for entry in entries}
    for key in dict.fromkeys(each.document for each in standing.values()):
        with suppress(UnreadableRecordError, NoSuchRecordError):
            yield there.get(key) or ports.store.document(key)
