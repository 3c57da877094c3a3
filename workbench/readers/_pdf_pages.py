"""Read the pages of a PDF as lines with positions; only this module uses PDFium.

Time is limited by the numbers of pages and characters. PDFium uses no network and runs no scripts of a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench.ports import Raw
from workbench.readers._decoding import looks_like
from workbench.readers._pdf_words import Box, upright, words_of
from workbench.readers._reading_errors import DamagedFileError, LockedFileError, TooLongError, WrongKindError

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
_WIDE_GAP = 1.6
"""Smallest gap between cells or columns, in heights of the line."""

_SHARED = 0.6
"""Share of its height that a word has in common with its line."""

_TOUCHES = 0.1
"""Largest gap inside a word, in heights of the line."""

_PASSWORD, _SECURITY = 4, 5
_MARK_WITHIN = 1_024


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A piece of text on one line of a page, in points from the page's lower left corner.

    Attributes:
        row: The number of the line it was part of: cells of one row share it.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    row: int = 0

    @property
    def height(self) -> float:
        """The height of its letters."""
        return max(self.top - self.bottom, 1.0)


@dataclass(frozen=True, slots=True)
class PageSheet:
    """One page: its lines in the order of the file."""

    height: float
    lines: tuple[PdfLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A whole file."""

    sheets: tuple[PageSheet, ...]
    properties: dict[str, str] = field(default_factory=dict)


def read_pages(raw: Raw) -> Printed:
    """Return the pages of a PDF.

    Raises:
        ReadingError: No PDF, locked, damaged, or too long.
    """
    import pypdfium2  # noqa: PLC0415  (a compiled library that only PDF files need)

    if b"%PDF-" not in raw.body[:_MARK_WITHIN]:
        raise WrongKindError(raw.origin, "a PDF", looks_like(raw.body))
    try:
        document = pypdfium2.PdfDocument(raw.body)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) in {_PASSWORD, _SECURITY}:
            raise LockedFileError(raw.origin, "PDF") from error
        raise DamagedFileError(raw.origin, "PDF", "it cannot be opened") from error
    try:
        return Printed(tuple(_sheets(raw, document)), _properties(document))
    except pypdfium2.PdfiumError as error:
        raise DamagedFileError(raw.origin, "PDF", "a page of it cannot be read") from error
    finally:
        document.close()


def _properties(document: Any) -> dict[str, str]:
    """Return the file's properties; empty ones where these are not text."""
    try:
        return dict(document.get_metadata_dict())
    except UnicodeDecodeError:
        return {}


def _sheets(raw: Raw, document: Any) -> Iterator[PageSheet]:
    if len(document) > MOST_PAGES:
        raise TooLongError(raw.origin, f"{len(document):,} pages", f"{MOST_PAGES:,}")
    characters = 0
    for number in range(len(document)):
        page = document[number]
        letters = page.get_textpage()
        characters += letters.count_chars()
        if characters > MOST_CHARACTERS:
            raise TooLongError(raw.origin, f"the characters up to page {number + 1}", f"{MOST_CHARACTERS:,}")
        turn = upright(page.get_rotation(), *page.get_size())
        yield PageSheet(page.get_height(), tuple(_lines(words_of(letters, turn))))
        letters.close()
        page.close()


def _lines(words: Iterable[tuple[str, Box | None]]) -> Iterator[PdfLine]:
    """Yield the lines of a page, cut where a wide gap parts cells or columns.

    PDFium ends a line at every raised or lowered letter; words directly after such an end belong to the same line.
    """
    row, cell, ended = 0, _Cell(), False
    for word, box in words:
        if box is None and not word:
            ended = True
            continue
        if box is None or (ended and not cell.goes_on_in(box)):
            yield from cell.line(row, word if box is None else "")
            row, cell = row + 1, _Cell()
        if box is None:
            ended = False
            continue
        if cell.far_from(box):
            yield from cell.line(row)
            cell = _Cell()
        cell.add(word, box, spaced=not (ended and cell.touches(box)))
        ended = False
    yield from cell.line(row)


class _Cell:
    """Words up to a wide gap or the end of the line."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.left = self.bottom = float("inf")
        self.right = self.top = float("-inf")

    def far_from(self, box: Box) -> bool:
        """Check whether a word's box is a wide gap away, to the right or back at the left."""
        if not self.words:
            return False
        wide = _WIDE_GAP * max(self.top - self.bottom, 1.0)
        return box[0] - self.right > wide or self.left - box[2] > wide

    def goes_on_in(self, box: Box) -> bool:
        """Check whether a word is on the same line, directly after the last one or below a raised letter."""
        if not self.words or self.far_from(box):
            return False
        shared = min(self.top, box[3]) - max(self.bottom, box[1])
        return box[0] >= self.right - 1.0 and shared > _SHARED * min(self.top - self.bottom, box[3] - box[1])

    def touches(self, box: Box) -> bool:
        """Check whether a word follows the last one without a space."""
        return bool(self.words) and box[0] - self.right < _TOUCHES * (self.top - self.bottom)

    def add(self, word: str, box: Box, *, spaced: bool = True) -> None:
        """Add a word, after a space if it is separate from the last."""
        if spaced or not self.words:
            self.words.append(word)
        else:
            self.words[-1] += word
        self.left, self.bottom = min(self.left, box[0]), min(self.bottom, box[1])
        self.right, self.top = max(self.right, box[2]), max(self.top, box[3])

    def line(self, row: int, hyphen: str = "") -> Iterator[PdfLine]:
        """Yield the line, where it has words."""
        if self.words:
            yield PdfLine(" ".join(self.words) + hyphen, self.left, self.bottom, self.right, self.top, row)
