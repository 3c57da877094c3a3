"""Pages of a PDF to lines with their places, by PDFium: the only file that speaks to it.

Every wait is bounded: so many pages, so many characters. PDFium goes to no network and runs no script that a file holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from ctypes import byref, c_float
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from workbench.ports import Raw
from workbench.readers._decoding import looks_like
from workbench.readers._refusals import DamagedFileError, LockedFileError, TooLongError, WrongKindError

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
_WIDE_GAP = 1.6
"""From how many times its height on a gap in a line parts two cells or columns."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""

_SPACE = ord(" ")
_DIVIDES = frozenset({0x02, 0xFFFE})
"""What PDFium gives for a hyphen and the end of its line, whether it divides a word or joins two."""

_LINE_ENDS = _DIVIDES | {ord("\r"), ord("\n")}
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
        return Printed(tuple(_sheets(raw, document)), _properties(document))
    except pypdfium2.PdfiumError as error:
        raise DamagedFileError(raw.origin, "PDF", "a page of it cannot be read") from error
    finally:
        document.close()


def _properties(document: Any) -> dict[str, str]:
    """What the file says of itself; nothing where that is no text."""
    try:
        return dict(document.get_metadata_dict())
    except UnicodeDecodeError:
        return {}


def _sheets(raw: Raw, document: Any) -> Iterator[Sheet]:
    if len(document) > MOST_PAGES:
        raise TooLongError(raw.origin, f"{len(document):,} pages", f"{MOST_PAGES:,}")
    characters = 0
    for number in range(len(document)):
        page = document[number]
        letters = page.get_textpage()
        characters += letters.count_chars()
        if characters > MOST_CHARACTERS:
            raise TooLongError(raw.origin, f"the characters up to page {number + 1}", f"{MOST_CHARACTERS:,}")
        upright = _upright(page.get_rotation(), *page.get_size())
        yield Sheet(page.get_height(), tuple(_lines(_words(letters, upright))))
        letters.close()
        page.close()


def _upright(turned: int, width: float, height: float) -> Callable[[Box], Box]:
    """How a box of a page that is shown turned by so many degrees stands on the page as it is seen."""
    turns: dict[int, Callable[[Box], Box]] = {
        90: lambda box: (box[1], height - box[2], box[3], height - box[0]),
        180: lambda box: (width - box[2], height - box[3], width - box[0], height - box[1]),
        270: lambda box: (width - box[3], box[0], width - box[1], box[2]),
    }
    return turns.get(turned % 360, lambda box: box)


def _lines(words: Iterable[tuple[str, Box | None]]) -> Iterator[Line]:
    """The lines of a page, cut where a wide gap parts cells or columns."""
    row, cell = 0, _Cell()
    for word, box in words:
        if box is None:
            yield from cell.line(row, word)
            row, cell = row + 1, _Cell()
            continue
        if cell.far_from(box):
            yield from cell.line(row)
            cell = _Cell()
        cell.add(word, box)
    yield from cell.line(row)


def _words(letters: Any, upright: Callable[[Box], Box]) -> Iterator[tuple[str, Box | None]]:
    """Each word with its box; a line's end has none, and gives the hyphen that stands there."""
    from pypdfium2 import raw as pdfium  # noqa: PLC0415  (heavy: loaded when a PDF is read)

    rectangle = pdfium.FS_RECTF(c_float(), c_float(), c_float(), c_float())

    def box(index: int) -> Box:
        pdfium.FPDFText_GetLooseCharBox(letters, index, byref(rectangle))
        return upright((rectangle.left, rectangle.bottom, rectangle.right, rectangle.top))

    count = letters.count_chars()
    codes = [pdfium.FPDFText_GetUnicode(letters, index) for index in range(count)]
    start = 0
    for index, code in enumerate((*codes, _SPACE)):
        ends = code in _LINE_ENDS
        if not ends and not (code == _SPACE or chr(code).isspace()):
            continue
        if start < index:
            yield _text(codes[start:index]), _around(box(start), box(index - 1))
        if ends:
            yield ("-" if code in _DIVIDES else ""), None
        start = index + 1


def _text(units: Sequence[int]) -> str:
    """The text of some units of UTF-16, as PDFium gives them; halves of pairs that stand alone become \ufffd."""
    text = "".join(map(chr, units))
    if not any(0xD800 <= unit < 0xE000 for unit in units):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _around(first: Box, last: Box) -> Box:
    """The box around a word, from those of its first and last letters; damaged files have letters that are nowhere."""
    if not all(map(isfinite, (*first, *last))):
        return (0.0, 0.0, 0.0, 0.0)
    left, right = min(first[0], last[0]), max(first[2], last[2])
    return (left, min(first[1], last[1]), right, max(first[3], last[3]))


class _Cell:
    """Words that stand together, until a wide gap or the end of the line."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.left = self.bottom = float("inf")
        self.right = self.top = float("-inf")

    def far_from(self, box: Box) -> bool:
        """Whether a word's box lies a wide gap away, to the right or back at the left."""
        if not self.words:
            return False
        wide = _WIDE_GAP * max(self.top - self.bottom, 1.0)
        return box[0] - self.right > wide or self.left - box[2] > wide

    def add(self, word: str, box: Box) -> None:
        """Takes a word in."""
        self.words.append(word)
        self.left, self.bottom = min(self.left, box[0]), min(self.bottom, box[1])
        self.right, self.top = max(self.right, box[2]), max(self.top, box[3])

    def line(self, row: int, hyphen: str = "") -> Iterator[Line]:
        """The line, where it has words."""
        if self.words:
            yield Line(" ".join(self.words) + hyphen, self.left, self.bottom, self.right, self.top, row)
