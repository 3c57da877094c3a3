"""Formulas of the reviewers: added one by one, never changed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select
from sqlmodel import col

from workbench.core.reviewers.saved_formula import SavedFormula
from workbench.store.append_only_rows import common_values, insert_noted, lock_claim
from workbench.store.tables import FormulaTable
from workbench.store.unreadable_rows import SkippedRows


def add(connection: Connection, formula: SavedFormula) -> None:
    """Add a formula to an existing claim, unless it was added before."""
    lock_claim(connection, formula.claim)
    already = connection.execute(select(col(FormulaTable.number)).where(col(FormulaTable.id) == formula.id)).scalar()
    if already is None:
        values = {**common_values(formula), "claim": formula.claim}
        insert_noted(connection, FormulaTable, values, formula.claim)


def newest(connection: Connection, claim: str, limit: int, skipped: SkippedRows) -> Sequence[SavedFormula]:
    """Read the formulas of a claim, or of all claims, newest first."""
    query = select(col(FormulaTable.id), col(FormulaTable.noun)).order_by(col(FormulaTable.number).desc()).limit(limit)
    if claim:
        query = query.where(col(FormulaTable.claim) == claim)
    return skipped.nouns("formula", SavedFormula, connection.execute(query))
