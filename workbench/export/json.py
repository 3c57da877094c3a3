"""JSON: the whole report as one value, exact digits throughout."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.core.evidence import Snapshot
from workbench.core.report import Report, in_order
from workbench.report.records import json_text
from workbench.report.report_records import about_record, entry_record, snapshot_record


class JsonExporter:
    """One JSON object."""

    name = "json"
    suffix = "json"
    title = "JSON"
    for_readers = False

    def export(self, report: Report) -> bytes:
        """The report, indented, UTF-8."""
        return b"".join(self.parts(report))

    def parts(self, report: Report) -> Iterator[bytes]:
        """The report, a claim at a time; the sources behind all of them come last."""
        yield json_text(about_record(report), indent=1).removesuffix("\n}").encode() + b',\n "claims": ['
        bodies: set[Snapshot] = set()
        begins = "\n"
        for entry in report.entries:
            yield (begins + _within(json_text(entry_record(entry, report), indent=1), "  ")).encode()
            bodies.update(report.bodies_of(entry))
            begins = ",\n"
        sources = json_text([snapshot_record(body) for body in in_order(bodies)], indent=1)
        closed = "]" if begins == "\n" else "\n ]"
        yield f'{closed},\n "sources": {_within(sources, " ").lstrip()}\n}}\n'.encode()


def _within(text: str, margin: str) -> str:
    """Lines of JSON further in; no text in JSON has a line end of its own."""
    return margin + text.replace("\n", f"\n{margin}")


EXPORTER = JsonExporter()
