"""Find the reading order of a page: columns one after the other, tables row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from workbench.readers._pdf_pages import PdfLine

BETWEEN_CELLS = " | "
_FEWEST = 4
"""Fewest lines of a column."""

_WIDE = 0.25
"""Minimum share of the text's width that the lines of a column fill. Table cells fill less."""

_CROSSING = 0.3
"""Most lines across the gap, such as titles, per line of the smaller column."""

_MOST_LINES = 2_000
_MOST_EDGES = 8
_SLACK = 2.0


def in_reading_order(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines of a page in reading order, with cells of one row joined."""
    return list(_joined(_ordered(lines, deep=2)))


def _ordered(lines: Sequence[PdfLine], deep: int) -> list[PdfLine]:
    """Order lines by columns: above a line that spans both, first the left column and then the right one."""
    gap = _gap(lines) if deep and len(lines) <= _MOST_LINES else None
    if gap is None:
        return list(lines)
    across = sorted((line for line in lines if _crosses(line, gap)), key=lambda line: -line.top)
    ordered: list[PdfLine] = []
    ceiling = float("inf")
    for divider in (*across, None):
        floor = divider.top if divider else float("-inf")
        band = [line for line in lines if not _crosses(line, gap) and floor <= _middle(line) < ceiling]
        for side in (
            [line for line in band if line.right <= gap + _SLACK],
            [x for x in band if x.left >= gap - _SLACK],
        ):
            ordered += _ordered(side, deep - 1)
        ordered += [divider] if divider else []
        ceiling = floor
    return ordered


def _gap(lines: Sequence[PdfLine]) -> float | None:
    """Return the left edge of the right column; None for a page with one column, or a table."""
    if len(lines) < 2 * _FEWEST:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    starts = Counter(round(line.left) for line in lines)
    inside = {edge: starts[edge] + starts[edge - 1] + starts[edge + 1] for edge in starts if _within(edge, left, right)}
    for edge in sorted(inside, key=lambda edge: (-inside[edge], -edge))[:_MOST_EDGES]:
        if inside[edge] >= _FEWEST and _parts(lines, edge - _SLACK / 2, right - left):
            return edge - _SLACK / 2
    return None


def _within(edge: float, left: float, right: float) -> bool:
    """Check whether a column that begins here could have another next to it."""
    return _WIDE < (edge - left) / max(right - left, 1.0) < 1 - _WIDE / 2


def _parts(lines: Sequence[PdfLine], gap: float, width: float) -> bool:
    """Check whether a gap separates two columns of running text."""
    before = [line for line in lines if line.right <= gap + _SLACK]
    after = [line for line in lines if line.left >= gap - _SLACK]
    fewest = min(len(before), len(after))
    if fewest < _FEWEST or len(lines) - len(before) - len(after) > _CROSSING * fewest:
        return False
    shared_height = min(max(x.top for x in before), max(x.top for x in after)) - max(
        min(x.bottom for x in before), min(x.bottom for x in after)
    )
    wide = all(median(x.right - x.left for x in side) >= _WIDE * width for side in (before, after))
    return wide and shared_height > 0


def _crosses(line: PdfLine, gap: float) -> bool:
    return line.left < gap - _SLACK and line.right > gap + _SLACK


def _middle(line: PdfLine) -> float:
    return (line.top + line.bottom) / 2


def _joined(lines: Sequence[PdfLine]) -> Iterator[PdfLine]:
    """Join neighbouring pieces of one row to a line, with bars at wide gaps."""
    row: list[PdfLine] = []
    for line in (*lines, None):
        if row and (line is None or line.row != row[-1].row):
            yield replace(
                row[0],
                text=BETWEEN_CELLS.join(cell.text for cell in row),
                right=max(cell.right for cell in row),
                top=max(cell.top for cell in row),
                bottom=min(cell.bottom for cell in row),
            )
            row = []
        if line is not None:
            row.append(line)
