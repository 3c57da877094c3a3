"""PDF: the page of the HTML report on paper, tagged, so that a screen reader finds its headings, lists and tables.

WeasyPrint draws it (the extra ``pdf``), which needs Pango on the machine. Nothing is fetched while it is drawn.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from workbench.core.errors import MissingPackageError
from workbench.core.report import Report
from workbench.export.html import HtmlExporter

PAPER = """
@page { size: A4; margin: 20mm 18mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #56636d; } }
body { max-width: none; padding: 0; font-size: 10.5pt; }
article { margin-top: 1.6rem; } h1, h2, h3, .changed { break-after: avoid; } tr, .verdict, .changed, .drawn, .sources li, .history li { break-inside: avoid; } .verdict { break-before: avoid; }
thead { display: table-header-group; }
"""
"""What paper asks for beside the page's own look."""


INK = {
    "grid": 'stroke="#d9dfe3"',
    "series": 'stroke="#0b5cad" stroke-width="2"',
    "point": 'fill="#0b5cad"',
    "point provisional": 'fill="#ffffff" stroke="#0b5cad" stroke-width="1.5"',
    "break": 'stroke="#56636d" stroke-dasharray="2 3"',
    "band": 'fill="#b3261e" fill-opacity="0.25"',
    "claimed": 'fill="#b3261e"',
    "claimed-word": 'fill="#b3261e" font-weight="600"',
    "measured-word": 'fill="#0b5cad" font-weight="600"',
    "tick": 'fill="#56636d"',
}
"""The colours of each class of a chart, which is drawn from attributes alone: the page's style does not reach into a picture."""


class PdfExporter:
    """A document of pages."""

    name = "pdf"
    suffix = "pdf"
    title = "PDF"
    binary = True

    def export(self, report: Report) -> bytes:
        """Return the document. Raises MissingPackageError where WeasyPrint is not installed, or Pango is not on the machine."""
        weasyprint = _weasyprint()
        page = HtmlExporter().export(report).decode("utf-8")
        for name, ink in INK.items():
            page = page.replace(f' class="{name}" ', f' class="{name}" {ink} ')
        paper = weasyprint.CSS(string=PAPER)
        drawn = weasyprint.HTML(string=page, url_fetcher=_nothing_fetched)
        with _fonts_dated(report.made):
            made: bytes = drawn.write_pdf(
                stylesheets=[paper],
                pdf_tags=True,
                pdf_variant="pdf/ua-1",
                pdf_identifier=b"claim-workbench",
                full_fonts=False,
            )
        return made


@contextmanager
def _fonts_dated(made: datetime) -> Iterator[None]:
    """Give the fonts in a document the report's time, so that the same report has the same bytes.

    Where the machine lacks HarfBuzz's subsetter, WeasyPrint lets fontTools cut the fonts, and that writes the present
    time into each, or the one in this variable (reproducible-builds.org/specs/source-date-epoch).
    """
    given = os.environ.get(_EPOCH)
    os.environ[_EPOCH] = str(int(made.timestamp()))
    try:
        yield
    finally:
        if given is None:
            del os.environ[_EPOCH]
        else:
            os.environ[_EPOCH] = given


_EPOCH = "SOURCE_DATE_EPOCH"


def _weasyprint() -> Any:
    try:
        import weasyprint  # noqa: PLC0415  (an extra, and half a second)
    except ImportError as error:
        raise MissingPackageError("PDF", "weasyprint", "pdf") from error
    except OSError as error:  # what cffi says of a library that is not there
        raise MissingPackageError("PDF", "weasyprint", "pdf", _library(error)) from error
    return weasyprint


def _library(error: OSError) -> str:
    """Return the name of the library in what was said of it."""
    words = str(error).split("'")
    return words[1] if len(words) > 2 else "Pango"


def _nothing_fetched(url: str) -> Any:
    raise ValueError(f"nothing is fetched for a report: {url[:80]}")


EXPORTER = PdfExporter()
