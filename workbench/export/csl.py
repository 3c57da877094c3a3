"""CSL-JSON: the sources of a report as Zotero, Pandoc and word processors cite them."""

from __future__ import annotations

from datetime import date
from typing import Any

from workbench.core.report import Report
from workbench.report.flat_tables import printed
from workbench.report.json_records import json_text
from workbench.report.references import Reference, references

Json = dict[str, Any]


class CslExporter:
    """A list of datasets, each with the query and its day."""

    name = "csl"
    suffix = "csl.json"
    title = "CSL-JSON of the sources"

    def export(self, report: Report) -> bytes:
        """Return the list, UTF-8."""
        return (json_text([item(each) for each in references(report)], indent=1) + "\n").encode("utf-8")


def item(one: Reference) -> Json:
    """Return the CSL item of a source."""
    series, body = one.series, one.body
    publisher = printed(series.publisher) if series else ""
    found: Json = {
        "id": one.key,
        "type": "dataset",
        "title": printed(one.title),
        "author": [{"literal": publisher}] if publisher else [],
        "publisher": publisher,
        "issued": _day(series.updated) if series and series.updated else None,
        "accessed": _day(body.fetched.date()),
        "URL": printed(series.url if series and series.url else body.url),
        "archive_location": f"sha256:{body.id}",
        "source": printed(body.url),
        "rights": printed(series.licence) if series else "",
        "note": sample_note(one),
    }
    return {key: value for key, value in found.items() if value not in (None, "", [])}


def sample_note(one: Reference) -> str:
    """Return the note on a source that was answered by a sample; empty for others."""
    return f"Sample answer of {printed(one.body.sample)}, not live." if one.body.sample else ""


def _day(day: date) -> Json:
    return {"date-parts": [[day.year, day.month, day.day]]}


EXPORTER = CslExporter()
