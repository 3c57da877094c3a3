"""Iterate over the records of an SDMX-CSV body, and collect their codes, attributes and time stamps in one pass.

A body of a million rows is never held in memory as rows. It is read some hundred rows at a time, by columns where
possible, and several times if needed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sources._formats.sdmx.concept_roles import DESCRIBING, MULTIPLIERS, scale_of
from sources._formats.sdmx.csv_columns import Layout, layout_of
from sources._formats.sdmx.table_structure import Structure
from sources._text.printable_text import clean
from workbench.core.errors import Problem, WrongAnswerError

_CHUNK = 400  # fewer new lists than would start Python's garbage collector
_MOST_VALUES = 60
DELETE = frozenset({"D", "d", "DELETE", "Delete", "delete"})


def code_of(cell: str, *, both: bool) -> str:
    """Return the code in a cell, which may also have its label.

    >>> code_of("A: Annual", both=True)
    'A'
    """
    return cell.partition(": ")[0] if both else cell


class Rows:
    """The records of a body; each iteration starts at its beginning.

    Args:
        title: The service's name for readers.
        body: The bytes.
        structure: The table's structure, where known.

    Raises:
        WrongAnswerError: The body is no SDMX-CSV.
    """

    def __init__(self, title: str, body: bytes, structure: Structure | None) -> None:
        self._title, self._body = title, body
        header = next(self._records(), None)
        if not header:
            raise WrongAnswerError(title, "SDMX-CSV", "nothing at all")
        self.layout = layout_of(title, header, structure)

    def _records(self) -> Iterator[list[str]]:
        stream = io.TextIOWrapper(io.BytesIO(self._body), encoding="utf-8-sig", newline="")
        try:
            yield from csv.reader(stream)
        except (csv.Error, UnicodeDecodeError) as error:
            raise WrongAnswerError(self._title, "SDMX-CSV", "something that cannot be read as CSV") from error

    def chunks(self) -> Iterator[tuple[int, list[list[str]]]]:
        """Yield the records after the header, some hundred at a time, with the record number of the first."""
        records, number = self._records(), 2
        next(records, None)
        while chunk := list(islice(records, _CHUNK)):
            yield number, chunk
            number += len(chunk)


@dataclass(slots=True)
class SeenKeys:
    """The codes and attributes that occur in a body.

    Attributes:
        codes: For the position of each dimension's column, its different cells with their labels.
        values: For the position of each describing attribute's column, its different cells.
        ragged: Number of rows with too few or too many cells.
        deleted: Number of rows that delete a figure.
        flow: The dataflow's name.
        name: Its title.
        updated: The publisher's time of update.
        strange: Unreadable multipliers.
    """

    codes: dict[int, dict[str, str]]
    values: dict[int, dict[str, None]]
    ragged: int = 0
    deleted: int = 0
    flow: str = ""
    name: str = ""
    updated: str = ""
    strange: tuple[str, ...] = ()

    def problems(self, title: str) -> Iterator[Problem]:
        """Yield what could not be read, one Problem per kind."""
        if self.ragged:
            message = f"{self.ragged} rows of its answer have too few or too many cells."
            yield Problem(title, message, "They were left out.", "bad-row")
        if self.deleted:
            message = f"{self.deleted} rows of its answer say which figures were taken back."
            yield Problem(title, message, "They are no figures.", "deleted")
        if self.strange:
            message = f"the multiplier “{clean(self.strange[0], 30)}” of its answer cannot be read."
            yield Problem(title, message, "The figures beside it were left out.", "bad-multiplier")


def look_through(rows: Rows) -> SeenKeys:
    """Collect the codes and attributes of a body."""
    layout = rows.layout
    wanted = [layout.others[name].at for name in DESCRIBING if name in layout.others]
    seen = SeenKeys({one.at: {} for one in layout.dimensions}, {at: {} for at in wanted})
    for _, chunk in rows.chunks():
        whole = _whole(chunk, layout, seen)
        if whole:
            _note(list(zip(*whole, strict=True)), layout, seen)
    seen.strange = _strange(layout, seen)
    return seen


def _strange(layout: Layout, seen: SeenKeys) -> tuple[str, ...]:
    column = layout.first(MULTIPLIERS)
    powers = seen.values.get(column.at, {}) if column else {}
    return tuple(text for text in powers if scale_of(code_of(text, both=bool(column and column.both))) is None)


def _whole(chunk: list[list[str]], layout: Layout, seen: SeenKeys) -> list[list[str]]:
    """Return the complete rows without deletions; count the others."""
    width = layout.width
    whole = chunk
    if any(len(row) != width for row in chunk):
        whole = [row for row in chunk if len(row) == width]
        seen.ragged += sum(1 for row in chunk if row and len(row) != width)
    action = layout.first(("ACTION",))
    if action is None:
        return whole
    kept = [row for row in whole if row[action.at] not in DELETE]
    seen.deleted += len(whole) - len(kept)
    return kept


def _note(columns: Sequence[tuple[str, ...]], layout: Layout, seen: SeenKeys) -> None:
    for one in layout.dimensions:
        cells = columns[one.at]
        new = zip(cells, columns[one.name_at], strict=True) if one.name_at >= 0 else dict.fromkeys(cells, "").items()
        seen.codes[one.at].update(new)
    for at, known in seen.values.items():
        if len(known) < _MOST_VALUES:
            known.update(dict.fromkeys(columns[at]))
    seen.flow = seen.flow or _first(columns, layout, "STRUCTURE_ID", "DATAFLOW")
    seen.name = seen.name or _first(columns, layout, "STRUCTURE_NAME")
    seen.updated = seen.updated or _first(columns, layout, "LAST UPDATE", "LAST_UPDATE")


def _first(columns: Sequence[tuple[str, ...]], layout: Layout, *names: str) -> str:
    column = layout.first(names)
    return columns[column.at][0] if column else ""
