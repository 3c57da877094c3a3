"""Pages of paper: what belongs together stays on one page."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest

from workbench.core.report import Report
from workbench.export.html import HtmlExporter
from workbench.export.pdf import EXPORTER


@pytest.fixture(scope="module", autouse=True)
def _weasyprint() -> None:
    pytest.importorskip(
        "weasyprint", reason="weasyprint is not installed"
    )  # by the one process that draws, not by all that collect


def test_a_chart_keeps_its_legend_and_a_heading_what_it_heads(report: Report):
    """Over many places on a page: the same claim behind texts of other lengths."""
    first = report.entries[0]
    entries = tuple(
        replace(first, claim=replace(first.claim, context=f"{first.claim.context} " + "More was said. " * n * 12))
        for n in range(8)
    )
    pages = pypdfium2.PdfDocument(EXPORTER.export(replace(report, entries=entries)))
    texts = [page.get_textpage().get_text_range().split() for page in pages]
    assert len(texts) > 8
    assert not [number for number, words in enumerate(texts) if " ".join(words).startswith("official figures")]
    ends = [re.sub(r" \d+ / \d+$", "", " ".join(words)) for words in texts]
    assert not [number for number, words in enumerate(ends) if words.endswith("Who checked")]


def test_a_page_that_a_browser_prints_keeps_them_too(report: Report):
    page = HtmlExporter().export(report).decode()
    printed = page[page.index("@media print") :]
    for rule in ("h1, h2, h3, .changed { break-after: avoid; }", ".drawn,", ".verdict { break-before: avoid; }"):
        assert rule in printed
