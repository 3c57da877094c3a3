"""Move footnotes of printed pages behind the text, so that a sentence continued on the next page stays whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from statistics import median

from workbench.readers._pdf_pages import PageSheet, PdfLine

_SMALLER = 0.92
"""Largest height of a note's letters, as a share of the file's usual letters."""

_MARK = re.compile(r"(?:[⁰¹²³⁴-⁹]{1,3}|\d{1,3}[.)]?|[*†‡§]{1,3})\s?(?=[^\W\d_]|[“\"'(])")


def without_footnotes(sheets: Sequence[PageSheet]) -> tuple[list[PageSheet], list[list[PdfLine]]]:
    """Remove the footnotes from pages, and return the lines of each note.

    A footnote has smaller letters than the text, is below all of it, and begins with a mark.
    """
    heights = [line.height for sheet in sheets for line in sheet.lines for _ in line.text.split()]
    usual = median(heights) if heights else 0.0
    parted = [_parted(sheet, usual) for sheet in sheets]
    return [sheet for sheet, _ in parted], list(chain.from_iterable(notes for _, notes in parted))


def _parted(sheet: PageSheet, usual: float) -> tuple[PageSheet, list[list[PdfLine]]]:
    body = [line for line in sheet.lines if line.height >= _SMALLER * usual]
    foot = min((line.bottom for line in body), default=0.0)
    below = [line for line in sheet.lines if line.height < _SMALLER * usual and line.top <= foot + 1.0]
    notes = list(_notes(below))
    if not notes or len(below) == len(sheet.lines):
        return sheet, []
    taken = {id(line) for note in notes for line in note}
    return replace(sheet, lines=tuple(line for line in sheet.lines if id(line) not in taken)), notes


def _notes(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    """Split the lines from the first mark on into notes; lines before it are no notes."""
    note: list[PdfLine] = []
    for line in lines:
        if _MARK.match(line.text):
            if note:
                yield note
            note = [line]
        elif note:
            note.append(line)
    if note:
        yield note
