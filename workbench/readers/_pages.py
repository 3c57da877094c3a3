"""Pages of a PDF to lines with their places, by PDFium: the only file that speaks to it.

Every wait is bounded: so many pages, so many characters. PDFium goes to no network and runs no script that a file holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float
from dataclasses import dataclass, field
from typing import Any

from workbench.ports import Raw
from workbench.readers._decoding import looks_like
from workbench.readers._refusals import DamagedFileError, LockedFileError, TooLongError, WrongKindError

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
_WIDE_GAP = 1.6
"""From how many times its height on a gap in a line parts two cells or columns."""

_DIVIDES = "\x02\ufffe"
"""What PDFium gives for a hyphen and the end of its line, whether it divides a word or joins two."""

_LINE_ENDS = "\r\n" + _DIVIDES
_PASSWORD, _SECURITY = 4, 5
_MARK_WITHIN = 1_024


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text on one line of a page, in points from the page's lower left corner.

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
        """How high its letters are."""
        return max(self.top - self.bottom, 1.0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its lines in the order of the file."""

    height: float
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A whole file."""

    sheets: tuple[Sheet, ...]
    properties: dict[str, str] = field(default_factory=dict)


def read_pages(raw: Raw) -> Printed:
    """Gives the pages of a PDF.

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
        return Printed(tuple(_sheets(raw, document)), document.get_metadata_dict())
    except pypdfium2.PdfiumError as error:
        raise DamagedFileError(raw.origin, "PDF", "a page of it cannot be read") from error
    finally:
        document.close()


def _sheets(raw: Raw, document: Any) -> Iterator[Sheet]:
    if len(document) > MOST_PAGES:
        raise TooLongError(raw.origin, f"{len(document):,} pages", f"{MOST_PAGES:,}")
    characters = 0
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        characters += words.count_chars()
        if characters > MOST_CHARACTERS:
            raise TooLongError(raw.origin, f"the characters up to page {number + 1}", f"{MOST_CHARACTERS:,}")
        yield Sheet(page.get_height(), tuple(_lines(words)))
        words.close()
        page.close()


def _lines(words: Any) -> Iterator[Line]:
    """The lines of a page, cut where a wide gap parts cells or columns."""
    row, cell = 0, _Cell()
    for letter, box in _letters(words):
        if letter in _LINE_ENDS:
            cell.add("-" * (letter in _DIVIDES), box)
            yield from cell.line(row)
            row, cell = row + 1, _Cell()
            continue
        if not letter.isspace() and cell.far_from(box):
            yield from cell.line(row)
            cell = _Cell()
        cell.add(letter, box)
    yield from cell.line(row)


def _letters(words: Any) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Each character with its box: left, bottom, right, top."""
    from pypdfium2 import raw as pdfium  # noqa: PLC0415

    box = pdfium.FS_RECTF(c_float(), c_float(), c_float(), c_float())
    high = 0
    for index in range(words.count_chars()):
        code = pdfium.FPDFText_GetUnicode(words, index)
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004  (the first half of a pair in UTF-16)
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:  # noqa: PLR2004  (the second half)
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        pdfium.FPDFText_GetLooseCharBox(words, index, byref(box))
        yield chr(code), (box.left, box.bottom, box.right, box.top)


class _Cell:
    """Letters that stand together, until a wide gap or the end of the line."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.left = self.bottom = float("inf")
        self.right = self.top = float("-inf")

    def far_from(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a letter's box lies a wide gap away, to the right or back at the left."""
        if self.right < self.left:
            return False
        wide = _WIDE_GAP * max(self.top - self.bottom, 1.0)
        return box[0] - self.right > wide or self.left - box[0] > wide

    def add(self, letter: str, box: tuple[float, float, float, float]) -> None:
        """Takes a letter in; spaces have no extent, since the file often stretches them."""
        self.letters.append(letter)
        if not letter.isspace() and box[2] > box[0]:
            self.left, self.bottom = min(self.left, box[0]), min(self.bottom, box[1])
            self.right, self.top = max(self.right, box[2]), max(self.top, box[3])

    def line(self, row: int) -> Iterator[Line]:
        """The line, where it has words."""
        text = " ".join("".join(self.letters).split())
        if text and self.left < self.right:
            yield Line(text, self.left, self.bottom, self.right, self.top, row)
