"""Join a page's letters to words with their positions; PDFium's own character codes are only used here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from ctypes import byref, c_float
from math import isfinite
from typing import Any

from workbench.readers._superscripts import raised

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""

_SMALL, _RAISED_BY = 0.85, 0.12
"""A raised figure is at most 0.85 of the height of the letters beside it, and stands at least 0.12 of that height above their foot."""

_SPACE = ord(" ")
_DIVIDES = frozenset({0x02, 0xFFFE})
"""Characters that PDFium gives for a hyphen at the end of a line."""

_LINE_ENDS = _DIVIDES | {ord("\r"), ord("\n")}


def upright(turned: int, width: float, height: float) -> Callable[[Box], Box]:
    """Rotate a box by the angle of its page."""
    turns: dict[int, Callable[[Box], Box]] = {
        90: lambda box: (box[1], height - box[2], box[3], height - box[0]),
        180: lambda box: (width - box[2], height - box[3], width - box[0], height - box[1]),
        270: lambda box: (width - box[3], box[0], width - box[1], box[2]),
    }
    return turns.get(turned % 360, lambda box: box)


def words_of(letters: Any, upright: Callable[[Box], Box]) -> Iterator[tuple[str, Box | None]]:
    """Yield each word with its box; a line's end has no box, and yields the hyphen there."""
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
            yield _word(codes[start:index], start, box)
        if ends:
            yield ("-" if code in _DIVIDES else ""), None
        start = index + 1


def _word(units: Sequence[int], start: int, box: Callable[[int], Box]) -> tuple[str, Box]:
    """Return a word with its box; raised digits at its end or before it become superscript characters."""
    around, last = box(start), start + len(units) - 1
    if len(units) > 1 and _may_be_note(units[0]) and _is_raised(around, box(last)):
        mark = next((n for n, unit in enumerate(units) if not _may_be_note(unit)), 0)
        rest, _ = _word(units[mark:], start + mark, box) if mark else ("", around)
        return raised("", _text(units[:mark])) + rest, _around(around, box(last))
    up = 0
    while up < len(units) - 1 and _may_be_note(units[-1 - up]) and _is_raised(box(last - up), around):
        up += 1
    whole = len(units) - up
    plain, end = _text(units[:whole]), box(last - up)
    if not up:
        return plain, _around(around, end)
    return plain + raised(plain, _text(units[whole:])), _around(around, (*end[:2], box(last)[2], end[3]))


def _may_be_note(unit: int) -> bool:
    return unit < 0x80 and (chr(unit).isdigit() or chr(unit) in "[](),")


def _is_raised(letter: Box, first: Box) -> bool:
    """Check whether a letter is small and raised compared with the first one of its word."""
    height = first[3] - first[1]
    return letter[3] - letter[1] < _SMALL * height and letter[1] > first[1] + _RAISED_BY * height


def _text(units: Sequence[int]) -> str:
    """Return the text of some units of UTF-16, as PDFium gives them; halves of pairs that stand alone become \ufffd."""
    text = "".join(map(chr, units))
    if not any(0xD800 <= unit < 0xE000 for unit in units):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _around(first: Box, last: Box) -> Box:
    """Return the box of a word from its first and last letters; in damaged files, letters may lack a position."""
    if not all(map(isfinite, (*first, *last))):
        return (0.0, 0.0, 0.0, 0.0)
    left, right = min(first[0], last[0]), max(first[2], last[2])
    return (left, min(first[1], last[1]), right, max(first[3], last[3]))
