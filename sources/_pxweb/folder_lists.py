"""The lists of an installation of PxWeb: folders with their tables, tables of version 2, code lists, what it allows.

A folder is a list without a name; a page of version 2 has paths and units with each table. Invalid rows are counted and
reported; the others are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sources._text.json_body import as_int, read_json
from sources._text.printable_text import clean
from workbench.core.errors import Problem, WrongAnswerError

_FOLDER, _TABLE = "l", "t"


@dataclass(frozen=True, slots=True)
class ListedTable:
    """A folder or a table in a list.

    Attributes:
        id: Its name in the path.
        title: Its title.
        is_table: Whether it is a table.
        under: The names of its folders; only for version 2.
        first: The first year covered; 0 where unknown.
        last: The last year covered; 0 where unknown.
        every: The frequency in its own words (``Annual``); empty where unknown.
        source: The source that it names.
        ended: Whether it says that it is no longer updated.
    """

    id: str
    title: str
    is_table: bool
    under: tuple[str, ...] = ()
    first: int = 0
    last: int = 0
    every: str = ""
    source: str = ""
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list.

    Attributes:
        rows: Its folders and tables in order.
        pages: How many pages the whole list has; 1 for a folder.
        total: How many tables the whole list has, where it says so; 0 otherwise.
        problems: What could not be read.
    """

    rows: tuple[ListedTable, ...]
    pages: int = 1
    total: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerLimits:
    """An installation's limits of one answer; 0 where it states none.

    Attributes:
        values: The most values, added up over the variables.
        cells: The most figures.
        licence: The address of its licence.
    """

    values: int = 0
    cells: int = 0
    licence: str = ""


def listing_of(source: str, tree: object) -> Listing:
    """Read a folder of version 1 or a page of tables of version 2.

    Raises:
        WrongAnswerError: It is neither.

    >>> [row.title for row in listing_of("A", [{"id": "N", "type": "l", "text": "Население"}]).rows]
    ['Население']
    """
    if isinstance(tree, list):
        return _listed(source, [_folder_row(row) for row in tree], 1, 0)
    if isinstance(tree, dict) and isinstance(tree.get("tables"), list):
        page = tree.get("page")
        head = page if isinstance(page, dict) else {}
        rows = [_table_row(row) for row in tree["tables"]]
        return _listed(source, rows, max(as_int(head.get("totalPages"), 1), 1), as_int(head.get("totalElements")))
    raise WrongAnswerError(source, "a list of tables", "JSON of another shape")


def read_listing(source: str, body: bytes) -> Listing:
    """Read a list from an answer's bytes."""
    return listing_of(source, read_json(source, body))


def _listed(source: str, rows: Sequence[ListedTable | None], pages: int, total: int) -> Listing:
    known = {row.id: row for row in rows if row}
    bad = sum(row is None for row in rows)
    if bad and not known:
        raise WrongAnswerError(source, "a list of tables", "a list of other things")
    message = f"{bad} of the {len(rows)} rows of a list cannot be read."
    problems = (Problem(source, message, "They were left out.", "bad-row"),) if bad else ()
    return Listing(tuple(known.values()), pages, total, problems)


def _folder_row(row: object) -> ListedTable | None:
    if not isinstance(row, dict):
        return None
    name = row.get("id") or row.get("dbid")
    kind = row.get("type", _FOLDER)
    if not isinstance(name, str) or not name.isprintable() or kind not in (_FOLDER, _TABLE):
        return None
    return ListedTable(name, clean(row.get("text")) or clean(name), kind == _TABLE)


def _table_row(row: object) -> ListedTable | None:
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"].isprintable():
        return None
    return ListedTable(
        row["id"],
        clean(row.get("label")) or clean(row["id"]),
        is_table=True,
        under=tuple(_under(row.get("paths"))),
        first=_year(row.get("firstPeriod")),
        last=_year(row.get("lastPeriod")),
        every=clean(row.get("timeUnit"), 40),
        source=clean(row.get("source"), 120),
        ended=row.get("discontinued") is True,
    )


def _under(paths: object) -> Iterator[str]:
    first = paths[0] if isinstance(paths, list) and paths else None
    for step in first if isinstance(first, list) else []:
        if isinstance(step, dict) and (words := clean(step.get("label"), 120)):
            yield words


def _year(period: object) -> int:
    text = str(period)[:4] if isinstance(period, str) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) == 4 else 0


def allowed_of(source: str, tree: object) -> AnswerLimits:
    """Read an installation's limits, in the form of either version.

    Raises:
        WrongAnswerError: The answer has no limits.

    >>> allowed_of("A", {"maxValues": 1000, "maxCells": 100000, "maxCalls": 10, "timeWindow": 10}).cells
    100000
    """
    if not isinstance(tree, dict) or not {"maxValues", "maxCells", "maxDataCells"} & set(tree):
        raise WrongAnswerError(source, "what it allows", "JSON of another shape")
    return AnswerLimits(
        as_int(tree.get("maxValues")), as_int(tree.get("maxCells", tree.get("maxDataCells"))), _licence(tree)
    )


def _licence(tree: Mapping[str, Any]) -> str:
    said = clean(tree.get("license"), 200)
    return said if said.startswith("https://") else ""
