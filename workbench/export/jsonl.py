"""JSON Lines: one claim per line, for scripts that stream."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.core.report import Entry, Report, in_order
from workbench.report.report_records import Json, entry_records, snapshot_record
from workbench.report.sealing import sealed_text


class JsonLinesExporter:
    """One JSON object per line for each claim."""

    name = "jsonl"
    suffix = "jsonl"
    title = "JSON Lines"
    for_readers = False

    def export(self, report: Report) -> bytes:
        """Return the claims in the report's order, UTF-8."""
        return b"".join(self.parts(report))

    def parts(self, report: Report) -> Iterator[bytes]:
        """Yield the claims, one at a time."""
        for entry, record in entry_records(report):
            yield (sealed_text({**record, "sources": _sources(entry, report)}) + "\n").encode("utf-8")


def _sources(entry: Entry, report: Report) -> list[Json]:
    """Return the archived bodies behind the figures of a claim: a line stands for itself."""
    cells = {cell.snapshot for finding in entry.findings for cell in finding.evidence()}
    return [snapshot_record(body) for body in in_order(report.bodies_of(entry)) if body.id in cells]


EXPORTER = JsonLinesExporter()
