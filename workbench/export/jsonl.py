"""JSON Lines: a claim a line, for scripts that read as they go."""

from __future__ import annotations

from workbench.core.records import json_text
from workbench.core.report import Entry, Report
from workbench.export._records import Json, entry_record, snapshot_record


class JsonLinesExporter:
    """One JSON object a claim, one a line."""

    name = "jsonl"
    suffix = "jsonl"
    title = "JSON Lines"

    def export(self, report: Report) -> bytes:
        """The claims in the report's order, UTF-8."""
        lines = (json_text(_line(entry, report)) + "\n" for entry in report.entries)
        return "".join(lines).encode("utf-8")


def _line(entry: Entry, report: Report) -> Json:
    """A claim with the archived bodies behind its figures: a line stands for itself."""
    cells = {cell.snapshot for finding in entry.findings for cell in finding.evidence()}
    behind = [snapshot_record(report.snapshots[key]) for key in sorted(cells) if key in report.snapshots]
    return {**entry_record(entry, report), "sources": behind}


EXPORTER = JsonLinesExporter()
