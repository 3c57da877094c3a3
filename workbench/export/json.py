"""JSON: the whole report as one value, exact digits throughout."""

from __future__ import annotations

from workbench.core.report import Report
from workbench.report.records import json_text
from workbench.report.report_records import report_record


class JsonExporter:
    """One JSON object."""

    name = "json"
    suffix = "json"
    title = "JSON"
    for_readers = False

    def export(self, report: Report) -> bytes:
        """The report, indented, UTF-8."""
        return (json_text(report_record(report), indent=1) + "\n").encode("utf-8")


EXPORTER = JsonExporter()
