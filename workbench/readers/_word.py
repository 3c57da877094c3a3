"""The words of a Word document's body: what a reader of the printed page sees, tracked insertions taken and deletions not.

The library's own paragraphs leave out content controls and tracked insertions; a speech that was edited would lose words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_SHOWN = frozenset(
    {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText", f"{_W}txbxContent", f"{_W}pict"}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_MARKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
BETWEEN_CELLS = " | "


def body_lines(body: Any) -> Iterator[str]:
    """Gives the paragraphs of a body in order, each row of a table as one with bars between its cells."""
    for element in body.iterchildren():
        if element.tag == f"{_W}p":
            yield from _boxes(element)
            if words := _paragraph(element):
                yield words
        elif element.tag == f"{_W}tbl":
            yield "\n".join(line for line in _rows(element) if line.strip(" |"))
        elif element.tag not in _NOT_SHOWN:
            yield from body_lines(element)


def _boxes(paragraph: Any) -> Iterator[str]:
    """The text boxes that hang on a paragraph, each once."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(above.tag in _NOT_SHOWN for above in box.iterancestors()):
            yield from body_lines(box)


def _paragraph(element: Any) -> str:
    lines = "".join(_runs(element)).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _runs(element: Any) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag not in _NOT_SHOWN:
            yield from _runs(child)


def _rows(table: Any) -> Iterator[str]:
    """The rows of a table; a table in a cell is read into it."""
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is table:
            cells = (" ".join(" ".join(body_lines(cell)).split()) for cell in row.iter(f"{_W}tc") if _of(cell, row))
            yield BETWEEN_CELLS.join(cells)


def _of(cell: Any, row: Any) -> bool:
    return next(cell.iterancestors(f"{_W}tr")) is row
