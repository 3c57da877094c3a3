"""Read UNHCR's answers: figures by place and year from the bytes of a page.

A page is ``{page, maxPages, total, items}``; summed dimensions show "-", figures are numbers, "0" and "-". A year of a
place may have several rows (kinds of procedure); their sum is the figure, separately for persons and cases.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sources._text.json_body import as_int, read_amount, read_json
from sources._unhcr.series_list import ROUNDED, TITLE, UnhcrTable
from workbench.core.errors import Problem, WrongAnswerError
from workbench.core.evidence import Evidence
from workbench.core.period import year
from workbench.core.series import Observation, SeriesRef, Status

WORLD = "WLD"
_AGAIN = frozenset({"A", "R", "RA", "J"})
_APPEALS = frozenset({"AR", "RA", "JR"})
_COARSEST = 5


@dataclass(frozen=True, slots=True)
class UnhcrPage:
    """One page: the number of pages, and its rows with their positions in the body."""

    pages: int
    rows: tuple[tuple[str, dict[str, Any]], ...]


def read_page(body: bytes) -> UnhcrPage:
    """Read a page; ``maxPages`` 0 is an empty answer and no error.

    Raises:
        WrongAnswerError: The body has another form.
    """
    tree = read_json(TITLE, body)
    items = tree.get("items") if isinstance(tree, dict) else None
    if not isinstance(items, list):
        raise WrongAnswerError(TITLE, "a page of its API", "JSON of another shape")
    rows = tuple((f"/items/{n}", row) for n, row in enumerate(items) if isinstance(row, dict))
    return UnhcrPage(as_int(tree.get("maxPages")), rows)


@dataclass(frozen=True, slots=True)
class UnhcrCell:
    """One figure of one row, with the fields that decide whether it counts."""

    place: str
    year: int
    amount: Decimal | None
    pointer: str
    counts: bool
    cases: bool


def read_cells(page: UnhcrPage, table: UnhcrTable) -> tuple[list[UnhcrCell], list[Problem]]:
    """Return the figures of a page; rows that cannot be read become Problems."""
    cells, problems = [], []
    for pointer, row in page.rows:
        try:
            cells.append(_cell(pointer, row, table))
        except (ValueError, TypeError, KeyError, ArithmeticError):
            problems.append(
                Problem(TITLE, f"row {pointer} of its answer cannot be read.", "It was left out.", "bad-row")
            )
    return cells, problems


def _cell(pointer: str, row: dict[str, Any], table: UnhcrTable) -> UnhcrCell:
    code = str(row[f"{table.side}_iso"]).strip().upper()
    again = row.get("app_type") in _AGAIN or row.get("dec_level") in _APPEALS
    when = as_int(row["year"], -1)
    year(when)  # a year outside the calendar is no year
    return UnhcrCell(
        place=WORLD if code in {"-", ""} else code,
        year=when,
        amount=read_amount(row[table.column]),
        pointer=f"{pointer}/{table.column}",
        counts=not (table.first and again),
        cases=bool(table.unit_column) and row.get(table.unit_column) == "C",
    )


def observations_of(ref: SeriesRef, table: UnhcrTable, cells: Iterable[UnhcrCell], snapshot: str) -> list[Observation]:
    """Return the cells of one body as observations, one for each place and year."""
    groups: dict[tuple[str, int], list[UnhcrCell]] = defaultdict(list)
    for cell in cells:
        groups[cell.place, cell.year].append(cell)
    return [_observation(ref, table, group, snapshot) for group in groups.values()]


def _observation(ref: SeriesRef, table: UnhcrTable, group: list[UnhcrCell], snapshot: str) -> Observation:
    mine = [cell for cell in group if cell.counts and cell.cases == table.cases and cell.amount is not None]
    value = sum((cell.amount for cell in mine if cell.amount is not None), Decimal(0)) if mine else None
    return Observation(
        ref=ref,
        place=group[0].place,
        period=year(group[0].year),
        value=value,
        status=Status.FINAL if mine else Status.MISSING,
        evidence=Evidence(snapshot, tuple(cell.pointer for cell in mine)) if mine else None,
        note=" ".join(_notes(table, group, value)),
    )


def _notes(table: UnhcrTable, group: list[UnhcrCell], value: Decimal | None) -> Iterable[str]:
    """Note on figures beside this one that were not added to it, and on very small figures."""
    others = _sum(cell for cell in group if cell.counts and cell.cases != table.cases)
    if others:
        yield f"{others} counted in {'persons' if table.cases else 'cases'} besides, not added."
    left = _sum(cell for cell in group if not cell.counts and cell.cases == table.cases)
    if left:
        yield f"{left} repeat or on appeal, not added."
    if value is not None and value <= _COARSEST:
        yield ROUNDED


def _sum(cells: Iterable[UnhcrCell]) -> Decimal:
    return sum((cell.amount for cell in cells if cell.amount is not None), Decimal(0))
