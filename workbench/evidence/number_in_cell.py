"""The number in a cell of a table written for people: ``1 234 b``, ``12,3 [10-15]``, ``$1,200``.

Spreadsheets and exports write thousands and decimals in different ways, and append flags and ranges to a figure. The reader of tables
and the reader of evidence must read the same digits, so both use this module. The separators are determined for a whole table before
a cell is read; any other mark makes the cell no number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

SPACES = " \u00a0\u2009\u202f"
"""Spaces used as thousands separators: plain, no-break, thin and narrow no-break."""

_LONGEST = 120
_MULTIPLIER = frozenset({"k", "m", "mn", "mio", "mil", "bn", "t", "tn", "th"})
_FLAGS = r"[bcdefnprsuz]{1,2}|\s+[A-Za-z]{1,3}"
_FOOTNOTE_MARKS = r"\s*[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+|\s+[0-9]{1,2}\)"
_RANGE_OR_REMARK = r"\s*\[[^\[\]]{0,40}\]|\s+\([^()]{0,40}\)"
_TAIL = re.compile(rf"(?:{_FLAGS}|{_FOOTNOTE_MARKS}|\s*%|{_RANGE_OR_REMARK})*\Z")


class CellFigure(NamedTuple):
    """A figure in plain digits, and the text appended to it."""

    digits: str
    tail: str


@cache
def _number(dec: str, tho: str) -> re.Pattern[str]:
    marks = f"[{re.escape(tho)}]" if tho else "(?!)"
    whole = rf"[0-9]{{1,3}}(?:{marks}[0-9]{{3}})+|[0-9]+"
    point = re.escape(dec)
    sign = r"(?P<sign>[+\-−]?)"
    rest = rf"(?P<rest>{point}[0-9]+|{point}(?![0-9]))?"
    power = r"(?P<power>[eE][+-]?[0-9]{1,3})?"
    return re.compile(rf"[$€£]?\s?{sign}(?P<whole>{whole}|(?={point}[0-9])){rest}{power}")


def read_written(cell: str, dec: str = ".", tho: str = "") -> CellFigure | None:
    """Read the number in a cell; None where there is none, or an ambiguous one.

    Args:
        cell: The cell as the table has it.
        dec: The table's decimal mark.
        tho: The characters that stand between its thousands; empty for none.

    >>> read_written("1 234,5 b", ",", " "), read_written("12.3 [10-15]").digits, read_written("−7").digits
    (CellFigure(digits='1234.5', tail='b'), '12.3', '-7')
    >>> read_written("1,234"), read_written("12 k"), read_written("1-2"), read_written("12 345", ",", ".")
    (None, None, None, None)
    """
    text = cell.strip()
    found = _number(dec, tho).match(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    tail = text[found.end() :]
    if not _TAIL.match(tail) or tail.strip().lower() in _MULTIPLIER:
        return None
    whole = "".join(c for c in found["whole"] if c in "0123456789")
    rest = (found["rest"] or "").replace(dec, ".", 1).rstrip(".")
    sign = "-" if found["sign"] in {"-", "−"} else ""
    return CellFigure(f"{sign}{whole}{rest}{found['power'] or ''}", tail.strip())
