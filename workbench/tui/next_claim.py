"""Find the next open claim, of the queue (best worth first, any document) or of the present document."""

from __future__ import annotations

from workbench.core.verdict import Stage
from workbench.desk import Desk
from workbench.desk.research_ahead import coming
from workbench.tui.bench_state import BenchCase


def next_in_queue(desk: Desk, claim: str) -> str | None:
    """Return the open claim after one in the queue; after the last comes the first; None where no other is open."""
    return next((row.id for row in coming(desk, claim, 1)), None)


def next_in_document(case: BenchCase, at: int) -> int | None:
    """Return the number, from 1, of the open claim after one in its document; after the last comes the first."""
    count = len(case.claims)
    for step in range(1, count):
        number = (at - 1 + step) % count + 1
        row = case.rows.get(case.claims[number - 1].id)
        if row is not None and row.stage == Stage.OPEN.value and not row.deferred:
            return number
    return None
