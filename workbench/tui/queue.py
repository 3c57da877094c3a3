"""Next open claim: of the queue, best worth first, whatever its document, and of the document in hand."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.core.verdict import Stage
from workbench.desk import Desk
from workbench.ports import ClaimFilter, ClaimRow
from workbench.tui.case import BenchCase

OPEN = ClaimFilter(stages=(Stage.OPEN.value,), folded=True)

FARTHEST = 20_000
"""Rows of the queue that are looked through; after them the queue begins anew."""

_PAGE = 500


def next_in_queue(desk: Desk, row: ClaimRow) -> str | None:
    """The open claim that comes after one in the queue; the first where none comes after it, None where no other is open.

    Claims that were put off are passed over.
    """
    first = None
    for each in _rows(desk):
        if each.id == row.id or each.deferred or each.damaged:
            continue
        first = first or each.id
        if (-each.worth, each.id) > (-row.worth, row.id):
            return each.id
    return first


def next_in_document(case: BenchCase, at: int) -> int | None:
    """The number, from 1, of the open claim that comes after one in its document, from the top again at its end."""
    count = len(case.claims)
    for step in range(1, count):
        number = (at - 1 + step) % count + 1
        row = case.rows.get(case.claims[number - 1].id)
        if row is not None and row.stage == Stage.OPEN.value and not row.deferred:
            return number
    return None


def _rows(desk: Desk) -> Iterator[ClaimRow]:
    given = 0
    while given < FARTHEST and (rows := desk.claims(OPEN, given, _PAGE)):
        yield from rows
        given += len(rows)
