"""Remove running headers and footers, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from workbench.readers._pdf_pages import PageSheet, PdfLine

_EDGE = 3
"""Most running lines at the top and at the bottom of a page."""

_SHARE = 0.4
"""Minimum share of pages that have a running line. Left and right pages often differ."""

_MARGIN = 0.13
"""Share of the page's height above and below in which running lines stand."""

_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|pg\.?|seite|стр\.?|страна|str\.?)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|von|од|od)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)


def without_running_lines(sheets: Sequence[PageSheet]) -> list[PageSheet]:
    """Remove the lines that occur at the edges of many pages, with any number in them."""
    standing = Counter(key for sheet in sheets for key in {_key(line) for line in _edges(sheet)})
    least = max(2, _SHARE * len(sheets))
    running = {key for key, count in standing.items() if count >= least}
    return [_without(sheet, running) for sheet in sheets]


def _without(sheet: PageSheet, running: set[str]) -> PageSheet:
    edges = {line for line in _edges(sheet) if _key(line) in running or _NUMBER.fullmatch(line.text)}
    kept = tuple(line for line in sheet.lines if line not in edges)
    return replace(sheet, lines=kept) if kept else sheet


def _edges(sheet: PageSheet) -> list[PdfLine]:
    """Return the lines of a page's first and last rows in its margins."""
    rows = sorted({round(line.bottom) for line in sheet.lines})
    outer = {*rows[:_EDGE], *rows[-_EDGE:]}
    low, high = _MARGIN * sheet.height, (1 - _MARGIN) * sheet.height
    return [line for line in sheet.lines if round(line.bottom) in outer and not low < line.bottom < high]


def _key(line: PdfLine) -> str:
    """Return a line without its numbers, for comparison."""
    return re.sub(r"\d+", "#", line.text.casefold())
