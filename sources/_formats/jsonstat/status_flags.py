"""Read the marks of a JSON-stat body's values: one for all cells, a list with one per cell, or those of some cells.

A mark ("p", "bd", "|C", ":") decides whether a figure may be compared. Besides the three forms, there is an older one
of Eurostat's. There may be a million marks, so each distinct one is stored once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import msgspec

from sources._formats.jsonstat.value_texts import NotPlainError, UnreadableError, number_of, pieces
from sources._text.printable_text import clean

_LONGEST = 80
Read = Callable[[Iterable[Any], int], "StatusMarks"]


@dataclass(slots=True)
class StatusMarks:
    """The marks of a cube.

    Attributes:
        of: The marks of some cells, by the cell's number.
        rest: The mark of every other cell that has a value.
        wrong: Whether marks were left out that belong to no cell.
    """

    of: dict[int, str] = field(default_factory=dict)
    rest: str = ""
    wrong: bool = False


def read_marks(raw: msgspec.Raw | None, cells: int) -> StatusMarks:
    """Read the marks of a cube with a number of cells.

    Raises:
        UnreadableError: They have an unknown form.

    >>> read_marks(msgspec.Raw(b'["p", null, "b"]'), 3).of
    {0: 'p', 2: 'b'}
    """
    start = bytes(memoryview(raw)[:1]) if raw is not None else b"n"
    if raw is None or start == b"n":
        return StatusMarks()
    if start == b"[":
        return _by_pieces(_listed, raw, b"[]", cells)
    if start == b"{":
        try:
            return _by_pieces(_keyed, raw, b"{}", cells)
        except UnreadableError:
            return _older(raw, cells)
    return StatusMarks(rest=_mark(msgspec.json.decode(raw)))


def _by_pieces(read: Read, raw: msgspec.Raw, brackets: bytes, cells: int) -> StatusMarks:
    """Read a list or an object in pieces, or as a whole where a piece would split a mark."""
    opened, closed = brackets[:1], brackets[1:]
    try:
        return read((msgspec.json.decode(opened + piece + closed) for piece in pieces(raw)), cells)
    except (NotPlainError, msgspec.DecodeError):
        return read([msgspec.json.decode(raw)], cells)


def _listed(parts: Iterable[list[Any]], cells: int) -> StatusMarks:
    found, count = dict[int, str](), 0
    for part in parts:
        found |= {n: mark for n, one in enumerate(part, start=count) if (mark := _mark(one))}
        count += len(part)
    if count == 1 and cells > 1:
        return StatusMarks(rest=found.get(0, ""))
    return StatusMarks(wrong=True) if count != cells else StatusMarks(found)


def _keyed(parts: Iterable[dict[str, Any]], cells: int) -> StatusMarks:
    marks = StatusMarks()
    for part in parts:
        for key, one in part.items():
            if isinstance(one, list | dict):
                raise UnreadableError
            marks.wrong |= not _take(marks.of, key, one, cells)
    return marks


def _take(found: dict[int, str], key: str, one: object, cells: int) -> bool:
    try:
        number = number_of(key)
    except UnreadableError:
        return False
    if number < cells and (mark := _mark(one)):
        found[number] = mark
    return number < cells


def _older(raw: msgspec.Raw, cells: int) -> StatusMarks:
    """Read Eurostat's form until 2022: the marks under ``value``, and next to them their meaning."""
    tree = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
    if "value" not in tree or (bytes(memoryview(tree["value"])[:1]) == b"{" and "value" in _keys(tree["value"])):
        raise UnreadableError
    return read_marks(tree["value"], cells)


def _keys(raw: msgspec.Raw) -> Iterable[str]:
    return msgspec.json.decode(raw, type=dict[str, msgspec.Raw])


def _mark(one: object) -> str:
    if isinstance(one, str) and len(one) <= _LONGEST:
        return _known(one)
    return sys.intern(clean(one, _LONGEST)) if isinstance(one, str | int) and not isinstance(one, bool) else ""


@lru_cache(maxsize=256)
def _known(mark: str) -> str:
    """Clean a mark for printing; cached, since each of few marks is on thousands of cells."""
    return sys.intern(clean(mark, _LONGEST))
