"""JSON: the whole report as one value, with exact digits."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

import msgspec

from workbench.core.errors import UsageError
from workbench.core.evidence import Snapshot
from workbench.core.report import Report, in_order
from workbench.report.json_records import json_text
from workbench.report.report_records import Json, about_record, entry_records, snapshot_record
from workbench.report.sealing import sealed_text


@dataclass(frozen=True, slots=True)
class JsonExporter:
    """One JSON object.

    Attributes:
        evidence: Whether to include the archived bodies, in Base64, so that another desk can recompute the figures.
    """

    evidence: bool = False
    name: ClassVar[str] = "json"
    suffix: ClassVar[str] = "json"
    title: ClassVar[str] = "JSON"
    for_readers: ClassVar[bool] = False

    def with_options(self, options: Mapping[str, str]) -> JsonExporter:
        """Return the same format with ``evidence`` ("yes" or "no").

        Raises UsageError for an option of another format.
        """
        other = next((name for name in options if name != "evidence"), None)
        if other is not None:
            raise UsageError(f"The format json has no option {other}.", "evidence is one.")
        return replace(self, evidence=options.get("evidence") == "yes")

    def export(self, report: Report) -> bytes:
        """Return the report, indented, UTF-8."""
        return b"".join(self.parts(report))

    def parts(self, report: Report) -> Iterator[bytes]:
        """Yield the report claim by claim; the archived bodies, including attachments, come last."""
        yield json_text(about_record(report), indent=1).removesuffix("\n}").encode() + b',\n "claims": ['
        bodies: set[Snapshot] = set()
        begins = b"\n"
        for entry, record in entry_records(report):
            yield begins + _in_claims(sealed_text(record))
            bodies.update(report.bodies_of(entry))
            bodies.update(each.body for each in entry.attached if each.body is not None)
            begins = b",\n"
        sources = json_text([self._source(body, report) for body in in_order(bodies)], indent=1)
        closed = "]" if begins == b"\n" else "\n ]"
        yield f'{closed},\n "sources": {_within(sources, " ").lstrip()}\n}}\n'.encode()

    def _source(self, body: Snapshot, report: Report) -> Json:
        record = snapshot_record(body)
        if not self.evidence or report.read is None:
            return record
        return {**record, "body": base64.b64encode(report.read(body.id)).decode("ascii")}


def _in_claims(record: str) -> bytes:
    """Return a claim's record, indented as a member of a list that is a member of the report."""
    return msgspec.json.format(f"[[{record}]]".encode(), indent=1).removeprefix(b"[\n [\n").removesuffix(b"\n ]\n]")


def _within(text: str, margin: str) -> str:
    """Return lines of JSON further in; no text in JSON has a line end of its own."""
    return margin + text.replace("\n", f"\n{margin}")


EXPORTER = JsonExporter()
