"""JSON Lines: a claim a line, for scripts that read as they go."""

from __future__ import annotations

from workbench.core.records import json_text
from workbench.core.report import Report
from workbench.export._records import entry_record


class JsonLinesExporter:
    """One JSON object a claim, one a line."""

    name = "jsonl"
    suffix = "jsonl"
    title = "JSON Lines"

    def export(self, report: Report) -> bytes:
        """The claims in the report's order, UTF-8."""
        lines = (json_text(entry_record(entry, report)) + "\n" for entry in report.entries)
        return "".join(lines).encode("utf-8")


EXPORTER = JsonLinesExporter()
