"""Read the text of a Word document's body as printed: with tracked insertions, without tracked deletions.

The library's own paragraphs omit content controls and tracked insertions, so an edited speech would lose words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.readers._superscripts import raised

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_SHOWN = frozenset(
    {
        f"{WORD}del",
        f"{WORD}moveFrom",
        f"{WORD}pPr",
        f"{WORD}rPr",
        f"{WORD}instrText",
        f"{WORD}txbxContent",
        f"{WORD}pict",
    }
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_MARKS = {f"{WORD}tab": " ", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
BETWEEN_CELLS = " | "


def body_lines(body: Any) -> Iterator[str]:
    """Yield the paragraphs of a body in order, each row of a table as one with bars between its cells."""
    for element in body.iterchildren():
        if element.tag == f"{WORD}p":
            yield from _boxes(element)
            if words := _paragraph(element):
                yield words
        elif element.tag == f"{WORD}tbl":
            yield "\n".join(line for line in _rows(element) if line.strip(" |"))
        elif element.tag not in _NOT_SHOWN:
            yield from body_lines(element)


def _boxes(paragraph: Any) -> Iterator[str]:
    """Yield the text boxes anchored to a paragraph, each once."""
    for box in paragraph.iter(f"{WORD}txbxContent"):
        if not any(above.tag in _NOT_SHOWN for above in box.iterancestors()):
            yield from body_lines(box)


def _paragraph(element: Any) -> str:
    words = ""
    for piece, is_raised in _runs(element):
        words += raised(words, piece) if is_raised else piece
    lines = words.split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _runs(element: Any, *, up: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield the text of an element piece by piece, each with whether it is raised."""
    for child in element.iterchildren():
        if child.tag == f"{WORD}t":
            yield child.text or "", up
        elif child.tag in _MARKS:
            yield _MARKS[child.tag], False
        elif child.tag not in _NOT_SHOWN and not _has_property(child, "vanish"):
            yield from _runs(child, up=_has_property(child, "vertAlign", "superscript"))


def _has_property(run: Any, name: str, value: str = "") -> bool:
    """Check whether a run has a property, with a value if one is given; hidden text is an on/off property."""
    found = run.find(f"{WORD}rPr/{WORD}{name}")
    given = None if found is None else found.get(f"{WORD}val", "")
    return given is not None and (given == value if value else given not in {"0", "false", "off"})


def _rows(table: Any) -> Iterator[str]:
    """Yield the rows of a table; a table in a cell is read into it."""
    for row in table.iter(f"{WORD}tr"):
        if next(row.iterancestors(f"{WORD}tbl")) is table:
            cells = (" ".join(" ".join(body_lines(cell)).split()) for cell in row.iter(f"{WORD}tc") if _of(cell, row))
            yield BETWEEN_CELLS.join(cells)


def _of(cell: Any, row: Any) -> bool:
    return next(cell.iterancestors(f"{WORD}tr")) is row
