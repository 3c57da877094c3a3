"""What stands in a row beside its value: status, secrecy, multiplier, footnote.

Why this file exists: a figure without its mark is half a figure, and every million rows have a handful of different marks;
each is understood once.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from sources._sdmx import HORIZONS, MULTIPLIERS, NOTES, SECRETS, STATUSES, flag_of, note_of, scale_of
from sources._sdmx_columns import Column, Layout
from sources._sdmx_rows import DELETE, code_of
from sources._words import clean


class Marks:
    """Reads the marks of a body's rows.

    Attributes:
        plain: Whether the body has no marks at all.
        deleted: Whether a row says that a figure was taken back; None where no row can say so.
    """

    def __init__(self, layout: Layout) -> None:
        self._power, self._status = layout.first(MULTIPLIERS), layout.first(STATUSES)
        self._secret, self._horizon = layout.first(SECRETS), layout.first(HORIZONS)
        self._note = layout.first(NOTES)
        self._scales: dict[str, Decimal | None] = {}
        self._flags: dict[tuple[bool, str, str, str], str] = {}
        self.plain = not any((self._power, self._status, self._secret, self._horizon, self._note))
        action = layout.first(("ACTION",))
        self.deleted: Callable[[list[str]], bool] | None = None
        if action is not None:
            at = action.at
            self.deleted = lambda row: row[at].upper() in DELETE

    def scale(self, row: list[str]) -> Decimal | None:
        """What the value is multiplied by; None where that cannot be read."""
        cell = _cell(row, self._power)
        if cell not in self._scales:
            self._scales[cell] = scale_of(cell)
        return self._scales[cell]

    def flag(self, row: list[str], text: str, time: str) -> str:
        """The mark of the value."""
        status, secret = _cell(row, self._status), _cell(row, self._secret)
        if self._horizon is not None:
            return flag_of(text, status, secret, _cell(row, self._horizon), time)
        key = (bool(text), status, secret, "")
        if key not in self._flags:
            self._flags[key] = flag_of(text, status, secret)
        return self._flags[key]

    def note(self, row: list[str], flag: str) -> str:
        """The footnote of the value."""
        note = clean(row[self._note.at]) if self._note else ""
        return note_of(flag, note) if note or flag not in {"", "A"} else ""


def _cell(row: list[str], column: Column | None) -> str:
    return code_of(row[column.at], both=column.both) if column else ""
