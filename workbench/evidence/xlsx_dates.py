"""Dates in a workbook: the styles that show a number as a date, and the day of a serial number.

A spreadsheet stores 1 September 2021 as 44440, and only the style of the cell distinguishes it from a figure.
The built-in formats are those of ECMA-376, 18.8.30.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.evidence.xlsx_parts import Attributes, XlsxParts

_BUILT_IN = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATE = re.compile(r"[ymd]", re.IGNORECASE)
_TIME_ALONE = re.compile(r"^[hms:0. ]+(?:am/pm)?$", re.IGNORECASE)
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
FIRST, LAST = 1, 110_000
"""Serial days that are read: 1 January 1900 to the year 2201."""


def date_styles(parts: XlsxParts) -> frozenset[int]:
    """Find the numbers of the styles that show dates."""
    name = parts.part("styles")
    if not name:
        return frozenset()
    found = _Styles()
    parts.walk(name, found)
    dated = {code for code, number_format in found.formats.items() if is_date_format(number_format)} | (
        _BUILT_IN - found.formats.keys()
    )
    return frozenset(n for n, code in enumerate(found.styles) if code in dated)


def is_date_format(number_format: str) -> bool:
    """Check whether a number format shows a date.

    >>> is_date_format("mmm-yy"), is_date_format('#,##0 "days"'), is_date_format("[$-409]d mmmm yyyy;@"), is_date_format("h:mm")
    (True, False, True, False)
    """
    bare = _LITERALS.sub("", number_format.partition(";")[0])
    return bool(_DATE.search(bare)) and not _TIME_ALONE.match(bare) and "general" not in bare.lower()


def day_of(serial: int, *, since_1904: bool = False) -> date | None:
    """Convert a serial number to a day; None outside `FIRST` to `LAST`.

    >>> day_of(44440).isoformat(), day_of(0)
    ('2021-09-01', None)
    """
    if not FIRST <= serial <= LAST:
        return None
    start = _EPOCH_1904 if since_1904 else _EPOCH
    return start + timedelta(days=serial if serial > 60 or since_1904 else serial + 1)  # Excel: 1900 is a leap year


class _Styles:
    def __init__(self) -> None:
        self.formats: dict[int, str] = {}
        self.styles: list[int] = []
        self._inside = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "cellXfs":
            self._inside = True
        elif name == "numFmt":
            self.formats[_int(attributes.get("numFmtId", ""))] = attributes.get("formatCode", "")
        elif name == "xf" and self._inside:
            self.styles.append(_int(attributes.get("numFmtId", "0")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False

    def text(self, piece: str) -> None:
        del piece  # styles are all attributes


def _int(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else -1
