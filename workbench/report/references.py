"""The sources of a report as a list of references: each request to a source on a day, with the cells read from its answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.core.attachment import Attachment
from workbench.core.evidence import Snapshot
from workbench.core.report import Entry, Report
from workbench.core.series import Series
from workbench.report.attachment_records import attached_citation
from workbench.report.source_citations import cited_bodies


@dataclass(slots=True)
class Reference:
    """A source that the report uses.

    Attributes:
        number: Its place in the report, from 1.
        key: A citation key: the series, the year of the request, and the first digits of the hash.
        series: The series that was read from it; None where none is known.
        title: What it is called.
        body: The archived body: request, day, hash.
        cells: Pointers into the body with the values read there; each once, in order.
        claims: The ids of the claims that rest on it.
    """

    number: int
    key: str
    series: Series | None
    title: str
    body: Snapshot
    cells: dict[str, str] = field(default_factory=dict)
    claims: dict[str, None] = field(default_factory=dict)


class References:
    """The references of a report, numbered in the order of their first use."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str, str], Reference] = {}
        self._keys: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Reference]:
        return iter(self._found.values())

    def of(self, entry: Entry, report: Report) -> list[Reference]:
        """Find or add the references of a claim, each once, in order of its findings."""
        by_number: dict[int, Reference] = {}
        for finding in entry.findings:
            for series, body in cited_bodies(finding, report):
                one = self._one(series, finding.title, body)
                one.claims.setdefault(entry.claim.id)
                one.cells.update(
                    (pointer, step.says)
                    for trace in finding.traces
                    for step in trace.steps
                    if step.evidence is not None and step.evidence.snapshot == body.id
                    for pointer in step.evidence.pointers
                    if pointer not in one.cells
                )
                by_number[one.number] = one
        for attached in entry.attached:
            if attached.body is not None:
                one = self._attached(attached, attached.body)
                one.claims.setdefault(entry.claim.id)
                by_number[one.number] = one
        return list(by_number.values())

    def _attached(self, attachment: Attachment, body: Snapshot) -> Reference:
        """Make the reference of a page or file that a reviewer attached, with the passage as its cell."""
        cited = attached_citation(attachment)
        one = self._one(None, cited.title, body)
        if cited.quote:
            one.cells.setdefault(cited.where or "quote", cited.quote)
        return one

    def _one(self, series: Series | None, title: str, body: Snapshot) -> Reference:
        same = (body.id, body.url, body.fetched.isoformat(), str(series.ref) if series else "")
        if same not in self._found:
            key = self._key(series, body)
            self._found[same] = Reference(len(self._found) + 1, key, series, series.title if series else title, body)
        return self._found[same]

    def _key(self, series: Series | None, body: Snapshot) -> str:
        words = re.sub(r"[^a-z0-9]+", "-", str(series.ref if series else body.source).casefold()).strip("-")[:60]
        key = f"{words or 'source'}-{body.fetched.year}-{body.id[:8]}"
        self._keys[key] += 1
        return key if self._keys[key] == 1 else f"{key}-{self._keys[key]}"


def references(report: Report) -> References:
    """Collect every reference of a report."""
    found = References()
    for entry in report.entries:
        found.of(entry, report)
    return found
