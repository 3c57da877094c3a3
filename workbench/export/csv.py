"""CSV: one row per finding, and one for a claim without findings; safe to open in spreadsheets.

A cell that begins with ``= + - @``, a tab or a carriage return is a formula to a spreadsheet (OWASP, "CSV Injection"); such a
cell gets an apostrophe in front, unless it is a plain number. So does an id that reads as a number ("123456789012", "12345e678901"), which
a spreadsheet would round or write in another form; the import of this file takes the apostrophe off again.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from workbench.core.errors import UsageError, printable
from workbench.core.finding import Finding
from workbench.core.number import decimal, plain
from workbench.core.report import Entry, Report
from workbench.report.attachment_records import attached_citation
from workbench.report.fact_checks_elsewhere_words import elsewhere_of
from workbench.report.figure_citations import Citing, citing
from workbench.report.finding_words import notes_of
from workbench.report.one_line import one_line
from workbench.report.reader_headline import reader_headline
from workbench.report.recording_links import heard_link
from workbench.report.source_citations import citations, unheard
from workbench.report.verdict_words import changes_of, rating_of, ratings_of

COLUMNS = (
    "claim", "quote", "sentence", "speaker", "role", "said", "place", "document", "url", "kind", "period", "rating",
    "rating_label", "stage", "note", "reviewer", "agreement", "claimed", "measured", "difference", "unit", "why", "series",
    "series_title", "licence", "query", "fetched", "sha256", "sample", "caveats", "heard_at", "heard_link",
    "notes", "publisher", "series_page", "method", "definition", "updated", "vintages", "own_places", "scales", "series_notes",
    "slips", "elsewhere", "disputed", "ratings", "changes", "attached", "headline", "summary", "context", "tags", "address",
)  # fmt: skip

FORMULA = ("=", "+", "-", "@", "\t", "\r")
IDS = frozenset({"claim", "sha256"})
FIGURES = frozenset({"claimed", "measured", "difference"})
DELIMITERS = {"tab": "\t", "\\t": "\t"}
"""How delimiters are written that no command line takes as they are."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?:e\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CsvExporter:
    """Comma-separated values, UTF-8 with a mark so that spreadsheets know, CRLF as RFC 4180 says.

    Attributes:
        delimiter: The character between cells.
        decimal: The decimal mark of figures, a point or a comma.
        bom: Whether the file begins with the mark.
    """

    delimiter: str = ","
    decimal: str = "."
    bom: bool = True
    name: ClassVar[str] = "csv"
    suffix: ClassVar[str] = "csv"
    title: ClassVar[str] = "CSV"
    for_readers: ClassVar[bool] = False

    def with_options(self, options: Mapping[str, str]) -> CsvExporter:
        """Return the same format as the user wants it: ``delimiter``, ``decimal`` and ``bom`` ("yes" or "no").

        With a decimal comma and no delimiter named, semicolons stand between the cells, as spreadsheets of those countries read it.

        Raises:
            UsageError: The delimiter is not a single character, or the decimal mark is invalid.
        """
        if other := next((name for name in options if name not in {"delimiter", "decimal", "bom"}), None):
            raise UsageError(f"The format csv has no option {other}.", "delimiter, decimal and bom are those of csv.")
        mark = options.get("decimal", self.decimal)
        usual = ";" if mark == "," and self.delimiter == "," else self.delimiter
        sign = options.get("delimiter", usual)
        sign = DELIMITERS.get(sign, sign)
        if len(sign) != 1 or sign.isalnum() or sign in "\"\r\n'-.\0 ":
            raise UsageError(f"“{printable(sign, 20)}” is no delimiter.", 'Give one sign: "," ";" "|" or tab.')
        if mark not in {".", ","}:
            raise UsageError(f"“{printable(mark, 20)}” is no decimal mark.", 'Give "." or ",".')
        return replace(self, delimiter=sign, decimal=mark, bom=options.get("bom", "yes") != "no")

    def export(self, report: Report) -> bytes:
        """Return the rows, in the report's order."""
        return b"".join(self.parts(report))

    def parts(self, report: Report) -> Iterator[bytes]:
        """Yield the rows, a claim at a time."""
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\r\n", delimiter=self.delimiter)
        writer.writerow(COLUMNS)
        yield (codecs.BOM_UTF8 if self.bom else b"") + _taken(out)
        for entry in report.entries:
            common = self._cells(_claim_cells(entry, report))
            for own in _own_cells(entry, report):
                cells = common | self._cells(own)
                writer.writerow([cells.get(name, "") for name in COLUMNS])
            yield _taken(out)

    def _cells(self, row: dict[str, str]) -> dict[str, str]:
        return {name: self._cell(name, value) for name, value in row.items() if value}

    def _cell(self, name: str, value: str) -> str:
        cell = guarded(value)
        if name in IDS and _NUMBER.fullmatch(cell):
            return f"'{cell}"
        return cell.replace(".", self.decimal) if name in FIGURES else cell


def _taken(out: io.StringIO) -> bytes:
    """Return what was written since it was last taken."""
    written = out.getvalue()
    out.seek(0)
    out.truncate()
    return written.encode("utf-8", "backslashreplace")


def guarded(cell: str) -> str:
    """Escape a cell so that no spreadsheet reads it as a formula.

    >>> guarded("=1+1"), guarded("-36.5"), guarded("asylum")
    ("'=1+1", '-36.5', 'asylum')
    """
    if not cell.isprintable():
        cell = "".join(c for c in cell if c.isprintable())
    if not cell.lstrip().startswith(FORMULA):
        return cell
    try:
        decimal(cell)
    except ValueError:
        return f"'{cell}"
    return cell


def _own_cells(entry: Entry, report: Report) -> list[dict[str, str]]:
    """Return what stands beside the claim's own cells in each of its rows; one row, where nothing was found."""
    return [_finding_cells(finding, report) for finding in entry.findings] or [
        {"why": entry.searched, "notes": " ".join(unheard(entry))}
    ]


def _claim_cells(entry: Entry, report: Report) -> dict[str, str]:
    claim, verdict, written = entry.claim, entry.verdict, entry.claim.report_words
    who = claim.attribution.speaker if claim.attribution else None
    rating = rating_of(entry, report)
    return {
        "claim": claim.id, "quote": one_line(claim.quote), "sentence": one_line(claim.context),
        "speaker": who.name if who else "", "role": who.role if who else "",
        "said": claim.said.isoformat() if claim.said else "", "place": claim.place or "", "document": entry.document.title,
        "url": entry.document.url, "kind": claim.kind.value, "period": str(claim.period.value) if claim.period else "",
        "rating": verdict.rating or "", "rating_label": rating.label if rating else "", "stage": verdict.stage.value,
        "note": one_line(verdict.note), "reviewer": _reviewers(entry), "disputed": "yes" if verdict.disputed else "",
        "ratings": "; ".join(f"{who}: {label}" for who, label in ratings_of(entry, report)),
        "heard_at": entry.document.heard_at(claim.span.start), "heard_link": heard_link(entry.document, claim.span.start),
        "changes": " ".join(reversed(changes_of(entry))),
        "attached": "; ".join(attached_citation(each).says for each in entry.attached),
        "headline": reader_headline(claim), "summary": written.summary, "context": written.context, "tags": ", ".join(written.tags),
        "address": written.address,
        "elsewhere": "; ".join(" ".join(part for part in (whom, url) if part) for whom, _, url in elsewhere_of(entry)),
    }  # fmt: skip


def _reviewers(entry: Entry) -> str:
    """Return reviewers whose ratings count; for a claim without ratings, its last reviewer."""
    verdict = entry.verdict
    rated = dict.fromkeys(one_line(review.reviewer) for review in verdict.ratings)
    return "; ".join(rated) or (verdict.last.reviewer if verdict.last else "")


def _finding_cells(finding: Finding, report: Report) -> dict[str, str]:
    cited, citation = citations(finding, report), citing(finding)
    return {
        **_series_cells(finding, citation),
        "agreement": finding.agreement.value, "unit": finding.unit, "why": finding.why,
        "claimed": "" if finding.claimed is None else plain(finding.claimed),
        "measured": "" if finding.measured is None else plain(finding.measured),
        "difference": "" if finding.difference is None else plain(finding.difference),
        "series": str(finding.series.ref) if finding.series else "", "series_title": finding.title,
        "licence": citation.licence, "query": " ".join(c.query for c in cited),
        "fetched": " ".join(c.fetched for c in cited), "sha256": " ".join(c.sha256 for c in cited),
        "sample": " ".join(c.sample for c in cited if c.sample), "caveats": " ".join(c.says for c in finding.caveats),
        "slips": " ".join(slip.says for slip in finding.slips),
    }  # fmt: skip


def _series_cells(finding: Finding, citation: Citing) -> dict[str, str]:
    """Return columns on the figures besides the archived bodies."""
    return {
        "notes": " ".join(notes_of(finding)), "publisher": citation.publisher, "series_page": citation.page, "method": citation.method,
        "definition": one_line(citation.definition),
        "updated": citation.updated.isoformat() if citation.updated else "",
        "vintages": " ".join(day.isoformat() for day in citation.vintages), "own_places": " ".join(citation.own_places),
        "scales": "; ".join(citation.scales), "series_notes": one_line(" ".join(citation.notes)),
    }  # fmt: skip


EXPORTER = CsvExporter()
