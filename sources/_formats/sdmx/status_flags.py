"""Read the attributes of observations: status, confidentiality, multiplier, footnote.

A figure must not be used without its mark. A million rows have a handful of different marks, so each is interpreted
once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from operator import itemgetter

from sources._formats.sdmx.concept_roles import HORIZONS, MULTIPLIERS, NOTES, SECRETS, STATUSES, scale_of
from sources._formats.sdmx.csv_columns import Layout, SdmxColumn
from sources._formats.sdmx.csv_rows import DELETE, code_of
from sources._formats.sdmx.status_codes import flag_of, note_of
from sources._text.printable_text import clean

Read = tuple[Decimal, str, str] | None
"""Multiplier, mark and footnote of a value; None for a row without a figure."""

_MOST_KNOWN = 20_000


class SdmxFlags:
    """Reads the marks of a body's rows."""

    def __init__(self, layout: Layout) -> None:
        names = (("ACTION",), MULTIPLIERS, STATUSES, SECRETS, HORIZONS, NOTES)
        self._columns = [layout.first(one) for one in names]
        self._cells = _picker([one.at for one in self._columns if one])
        self._timed = layout.first(HORIZONS) is not None
        self._known: dict[tuple[object, ...], Read] = {}

    def of(self, row: list[str], text: str, time: str) -> Read:
        """Return the marks of a row.

        Args:
            row: The row's cells.
            text: The digits of its value; empty for none.
            time: The code of its period.
        """
        key = (not text, time[:4] if self._timed else "", self._cells(row))
        if key not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._read(row, text, time)
        return self._known[key]

    def _read(self, row: list[str], text: str, time: str) -> Read:
        action, power, status, secret, horizon, note = (_cell(row, one) for one in self._columns)
        scale = scale_of(power)
        if action in DELETE or scale is None:
            return None
        flag = flag_of(text, status, secret, horizon, time)
        return scale, flag, note_of(flag, clean(note), status)


def _cell(row: list[str], column: SdmxColumn | None) -> str:
    return code_of(row[column.at], both=column.both) if column else ""


def _picker(ats: Sequence[int]) -> Callable[[list[str]], object]:
    return itemgetter(*ats) if ats else lambda _: ""
