"""JSON Lines: a claim a line, for scripts that read as they go."""

from __future__ import annotations

from workbench.core.report import Entry, Report
from workbench.report.records import json_text
from workbench.report.report_records import Json, entry_record, snapshot_record


class JsonLinesExporter:
    """One JSON object a claim, one a line."""

    name = "jsonl"
    suffix = "jsonl"
    title = "JSON Lines"
    for_readers = False

    def export(self, report: Report) -> bytes:
        """The claims in the report's order, UTF-8."""
        lines = (json_text(_line(entry, report)) + "\n" for entry in report.entries)
        return "".join(lines).encode("utf-8")


def _line(entry: Entry, report: Report) -> Json:
    """A claim with the archived bodies behind its figures: a line stands for itself."""
    cells = {cell.snapshot for finding in entry.findings for cell in finding.evidence()}
    cited = {body for finding in entry.findings for body in finding.bodies}
    carried = {body.id for body in cited}
    cited |= {body for key, body in report.snapshots.items() if key not in carried}
    behind = sorted((b for b in cited if b.id in cells), key=lambda b: (b.id, b.fetched, b.url))
    return {**entry_record(entry, report), "sources": [snapshot_record(body) for body in behind]}


EXPORTER = JsonLinesExporter()
