"""DOCX: the evidence as numbered exhibits, for lawyers and users of word processors.

First come the claims, each with its verdict and the numbers of its exhibits; then the exhibits, each one query to a
source on one day: the exact query, the hash of the answer, and each cell that was read with its pointer. python-docx
provides the styles; the body is streamed, so that thousands of exhibits fit in memory.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from workbench.core.errors import MissingPackageError
from workbench.core.report import Entry, Report
from workbench.report.attachment_records import attached_citation
from workbench.report.attribution_words import said_by
from workbench.report.flat_tables import printed
from workbench.report.language import ReaderLanguage, language_of, runs_right_to_left
from workbench.report.references import Reference, References
from workbench.report.reviewer_names import reviewer_names
from workbench.report.revision_words import revised_of
from workbench.report.verdict_words import changes_of, draft_words, verdict_words

_BODY = "word/document.xml"
_MARK = "<w:sectPr"
_FIRST_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive, so that the same report has the same bytes."""

_SHOWN_CELLS = 200
"""Most cells of an exhibit that are listed."""


class DocxExporter:
    """Numbered exhibits."""

    name = "docx"
    suffix = "docx"
    title = "DOCX exhibits"
    binary = True

    def export(self, report: Report) -> bytes:
        """Return the document. Raises MissingPackageError where python-docx is not installed."""
        template = zipfile.ZipFile(io.BytesIO(_styled(report)))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in template.namelist():
                if name != _BODY:
                    archive.writestr(_info(name), template.read(name))
            head, _, tail = template.read(_BODY).decode("utf-8").partition(_MARK)
            with archive.open(_info(_BODY), "w") as body:
                body.write(head.encode())
                for block in blocks(report):
                    body.write(block.encode("utf-8", "replace"))
                body.write((_MARK + tail).encode())
        return out.getvalue()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _FIRST_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _styled(report: Report) -> bytes:
    """Return a document without a word in it, with its styles and properties."""
    try:
        from docx import Document  # noqa: PLC0415  (for this format alone)
    except ImportError as error:
        raise MissingPackageError("DOCX", "python-docx") from error

    document, out = Document(), io.BytesIO()
    made: datetime = report.made.astimezone(UTC).replace(tzinfo=None)
    about = document.core_properties
    about.title, about.author, about.comments = printed(report.title)[:255], printed(report.publisher.name)[:255], ""
    about.created = about.modified = made
    about.last_modified_by = about.author
    document.save(out)
    return out.getvalue()


def blocks(report: Report) -> Iterator[str]:
    """Yield the paragraphs and tables of the body, each as XML."""
    exhibits, t = References(), language_of(report)
    yield paragraph(report.title, "Title")
    who = " · ".join(part for part in (report.publisher.name, report.publisher.url, report.publisher.contact) if part)
    yield paragraph(" · ".join(part for part in (who, f"{report.made:%Y-%m-%d %H:%M} UTC") if part))
    if drafts := draft_words(report):
        yield paragraph(drafts, "Intense Quote")
    yield paragraph(t("report.claims_title"), "Heading 1")
    for number, entry in enumerate(report.entries, start=1):
        yield from _claim(number, entry, report, exhibits)
    yield paragraph(t("exhibits.title"), "Heading 1")
    for exhibit in exhibits:
        yield from _exhibit(exhibit, t)
    yield paragraph(t("report.method"), "Heading 1")
    yield paragraph(t("report.method_text"))


def _claim(number: int, entry: Entry, report: Report, exhibits: References) -> Iterator[str]:
    written, t, named = entry.claim.report_words, language_of(report), reviewer_names(entry, report)
    yield paragraph(t("exhibits.claim", number=number, id=entry.claim.id), "Heading 2")
    if written.headline:
        yield paragraph(written.headline, bold=True)
    yield paragraph(entry.claim.context, "Quote")
    yield paragraph(f"{said_by(entry, t)}. {entry.document.title} {entry.document.url}")
    for change in changes_of(entry, t):
        yield paragraph(change, "Intense Quote")
    yield paragraph(f"{t('claim.verdict')} {verdict_words(entry, report)}", bold=True)
    context = f"{t('claim.context')} {written.context}" if written.context else ""
    tags = f"{t('claim.topics')} {', '.join(written.tags)}" if written.tags else ""
    for words in (written.summary, entry.verdict.note, *revised_of(entry, t), context, tags):
        if words:
            yield paragraph(words)
    for finding in entry.findings:
        yield paragraph(f"{t(f'finding.{finding.agreement}')}: {finding.title}. {finding.why}")
    for attached in entry.attached:
        yield paragraph(attached_citation(attached, t, named).says)
    yield paragraph(_cited(sorted(one.number for one in exhibits.of(entry, report)), entry, t))


def _cited(numbers: list[int], entry: Entry, t: ReaderLanguage) -> str:
    """Return the exhibits of a claim; what was searched where there is none."""
    if not numbers:
        return entry.searched or t("exhibits.none")
    return t(f"exhibits.cited_{'one' if len(numbers) == 1 else 'other'}", numbers=", ".join(map(str, numbers)))


def _exhibit(one: Reference, t: ReaderLanguage) -> Iterator[str]:
    yield paragraph(t("exhibits.exhibit", number=one.number, title=one.title), "Heading 2")
    yield table([(t(f"exhibits.{name}"), value) for name, value in _exhibit_rows(one, t).items() if value])
    yield paragraph(t("exhibits.cells"), "Heading 3")
    cells = list(one.cells.items())
    yield table([(t("exhibits.pointer"), t("exhibits.stands_there")), *cells[:_SHOWN_CELLS]])
    if len(cells) > _SHOWN_CELLS:
        yield paragraph(t("exhibits.more_cells", count=t.number(len(cells) - _SHOWN_CELLS)))


def _exhibit_rows(one: Reference, t: ReaderLanguage) -> dict[str, str]:
    """Return what is known of an exhibit, by the key of its name."""
    series, body = one.series, one.body
    return {
        "publisher": series.publisher if series else "",
        "series": str(series.ref) if series else "",
        "page": series.url if series else "",
        "licence": series.licence if series else "",
        "query": body.url,
        "posted": body.asked,
        "asked": f"{body.fetched:%Y-%m-%d %H:%M:%S} UTC",
        "answer": t(
            "exhibits.answer_words", type=body.media_type or t("exhibits.unknown_type"), size=t.number(body.size)
        ),
        "sha256": body.id,
        "not_live": t("source.sample", sample=body.sample) if body.sample else "",
        "claims": ", ".join(one.claims),
    }


# --- XML -------------------------------------------------------------------------------------------------


def paragraph(words: str, style: str = "", *, bold: bool = False) -> str:
    """Return a paragraph, in the direction in which its words are read."""
    named = f'<w:pStyle w:val="{style.replace(" ", "")}"/>' if style else ""
    return f"<w:p>{_look(named, words)}{_run(words, bold=bold)}</w:p>"


def table(lines: list[tuple[str, str]]) -> str:
    """Return a table of two columns."""
    grid = '<w:tblGrid><w:gridCol w:w="2600"/><w:gridCol w:w="6400"/></w:tblGrid>'
    look = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9000" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    made = "".join(f"<w:tr>{_cell(name, 2600, bold=True)}{_cell(value, 6400)}</w:tr>" for name, value in lines)
    return f"<w:tbl>{look}{grid}{made}</w:tbl>{paragraph('')}"


def _cell(words: str, width: int, *, bold: bool = False) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(words, bold=bold)}</w:tc>'


def _look(named: str, words: str) -> str:
    look = named + ("<w:bidi/>" if runs_right_to_left(words) else "")
    return f"<w:pPr>{look}</w:pPr>" if look else ""


def _run(words: str, *, bold: bool) -> str:
    if not words:
        return ""
    look = ("<w:b/>" if bold else "") + ("<w:rtl/>" if runs_right_to_left(words) else "")
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(printed(words))}</w:t></w:r>'


EXPORTER = DocxExporter()
