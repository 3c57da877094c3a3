"""Cells of PC-Axis files: ``px:cell=17`` is the seventeenth cell of the ``DATA`` of a ``.px`` file, counted from 1.

A figure from a statistical office's table file must be readable again from the archived bytes like any other.
The format (https://www.scb.se/px-web, "PX file format") has statements that end in a semicolon; texts are in quotation marks
and contain none. The cells of ``DATA`` are numbers, or a symbol in quotation marks where there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

PREFIX = "px:cell="
_STATEMENT = re.compile(rb'(?:[^";]|"[^"]*")*+;')
_DATA = re.compile(rb"\s*DATA\s*=")
_CELL = re.compile(rb'"[^"]*"|[^\s,;"]+')


class BadPxError(ValueError):
    """A body that has no ``DATA``."""


def px_pointer(number: int) -> str:
    """Write the pointer to a cell, counted from 1.

    >>> px_pointer(17)
    'px:cell=17'
    """
    return f"{PREFIX}{number}"


def data_start(body: bytes) -> int:
    """Find where the cells begin, in bytes.

    Raises:
        BadPxError: There are none.
    """
    at = 0
    while not (found := _DATA.match(body, at)):
        statement = _STATEMENT.match(body, at)
        if statement is None:
            raise BadPxError("no DATA")
        at = statement.end()
    return found.end()


def data_cells(body: bytes) -> Iterator[bytes]:
    r"""Yield the cells of a body as written, in order.

    Raises:
        BadPxError: It has no ``DATA``.

    >>> list(data_cells(b'TITLE="a;DATA=9";\nDATA=\n12 ".."\n3.50;'))
    [b'12', b'".."', b'3.50']
    """
    return (found[0] for found in _CELL.finditer(body, data_start(body)))


def px_cells(pointers: Iterable[str], body: bytes) -> dict[str, str]:
    """Read the values of the cells at some pointers. A pointer to no cell is left out.

    Raises:
        BadPxError: The body has no ``DATA``.

    >>> px_cells(["px:cell=2", "px:cell=9"], b"DATA=1 2.5;")
    {'px:cell=2': '2.5'}
    """
    wanted = {number: pointer for pointer in pointers if (number := _number(pointer))}
    last = max(wanted, default=0)
    found: dict[str, str] = {}
    for number, cell in enumerate(data_cells(body), start=1):
        if number > last:
            break
        if number in wanted:
            found[wanted[number]] = cell.decode("ascii", "replace").strip('"')
    return found


def _number(pointer: str) -> int:
    """Read the cell's number from a pointer; 0 where it is no pointer."""
    number = pointer.removeprefix(PREFIX)
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 12 else 0
