"""Formulas of the reviewers: added one by one, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from workbench.core.codec import decode, encode
from workbench.core.errors import NoSuchRecordError
from workbench.core.kept_formula import KeptFormula
from workbench.store.convert import keepable
from workbench.store.journal import note
from workbench.store.skipping import SkippedRows
from workbench.store.tables import ClaimTable, FormulaTable


def add(connection: Connection, formula: KeptFormula) -> None:
    """Adds a formula to a claim that is there; the very same one, given twice, is one."""
    there = connection.execute(select(col(ClaimTable.number)).where(col(ClaimTable.id) == formula.claim)).scalar()
    if there is None:
        raise NoSuchRecordError("claim", formula.claim)
    already = connection.execute(select(col(FormulaTable.number)).where(col(FormulaTable.id) == formula.id)).scalar()
    if already is None:
        values = _values(formula)
        statement = insert(FormulaTable).returning(col(FormulaTable.number))
        number: Any = connection.execute(statement, values).scalar_one()
        note(connection, "formulas", [(number, values)], formula.claim)


def newest(connection: Connection, claim: str, limit: int, skipped: SkippedRows) -> Sequence[KeptFormula]:
    """The formulas of a claim, or of all, newest first."""
    query = select(col(FormulaTable.id), col(FormulaTable.noun)).order_by(col(FormulaTable.number).desc()).limit(limit)
    if claim:
        query = query.where(col(FormulaTable.claim) == claim)
    rows = ((row.id, row.noun) for row in connection.execute(query))
    return skipped.reading("formula", rows, partial(decode, KeptFormula))


def _values(formula: KeptFormula) -> dict[str, Any]:
    return {
        "id": formula.id,
        "claim": formula.claim,
        "at": formula.at.isoformat(),
        "reviewer": keepable(formula.reviewer),
        "noun": encode(formula),
    }
