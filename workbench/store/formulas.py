"""Formulas of the reviewers: added one by one, never changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from workbench.core.codec import decode, encode
from workbench.core.errors import NoSuchRecordError, StoreError
from workbench.core.kept_formula import KeptFormula
from workbench.store.convert import keepable
from workbench.store.tables import ClaimTable, FormulaTable


def add(connection: Connection, formula: KeptFormula) -> None:
    """Adds a formula to a claim that is there; the very same one, given twice, is one."""
    there = connection.execute(select(col(ClaimTable.number)).where(col(ClaimTable.id) == formula.claim)).scalar()
    if there is None:
        raise NoSuchRecordError("claim", formula.claim)
    already = connection.execute(select(col(FormulaTable.number)).where(col(FormulaTable.id) == formula.id)).scalar()
    if already is None:
        connection.execute(insert(FormulaTable), _values(formula))


def newest(connection: Connection, claim: str, limit: int) -> Sequence[KeptFormula]:
    """The formulas of a claim, or of all, newest first."""
    query = select(col(FormulaTable.noun)).order_by(col(FormulaTable.number).desc()).limit(limit)
    if claim:
        query = query.where(col(FormulaTable.claim) == claim)
    return [decode(KeptFormula, text) for text in connection.execute(query).scalars()]


def changed(connection: Connection) -> Iterator[tuple[str, bool]]:
    """The ids of formulas that are not what they were made of, and whether each can be read at all."""
    query = select(col(FormulaTable.id), col(FormulaTable.noun)).order_by(col(FormulaTable.number))
    for row in connection.execute(query):
        try:
            if decode(KeptFormula, row.noun).id != row.id:
                yield row.id, True
        except StoreError:
            yield row.id, False


def _values(formula: KeptFormula) -> dict[str, Any]:
    return {
        "id": formula.id,
        "claim": formula.claim,
        "at": formula.at.isoformat(),
        "reviewer": keepable(formula.reviewer),
        "noun": encode(formula),
    }
