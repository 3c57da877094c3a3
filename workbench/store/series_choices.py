"""Table of reviewers' choices: rows are added one by one and never changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlmodel import col

from workbench.core.errors import StoreError, UsageError
from workbench.core.quantity import Dimension
from workbench.core.reviewers.series_choice import Choice, ChoiceKind, ChoiceOrigin
from workbench.core.series import SeriesRef
from workbench.store import journal
from workbench.store.journal import note
from workbench.store.row_conversion import keepable
from workbench.store.tables import ChoiceTable
from workbench.store.unreadable_rows import SkippedRows

_AT_ONCE = 500


def keepable_choice(choice: Choice) -> Choice:
    """Return a choice with its texts as the columns can hold them, so that its id matches what is stored."""
    source, key = keepable(choice.series.source), keepable(choice.series.key)
    return Choice(
        kind=choice.kind,
        words=keepable(choice.words),
        series=SeriesRef(source, key),
        reviewer=keepable(choice.reviewer),
        at=choice.at.astimezone(UTC),
        title=keepable(choice.title),
        dimension=choice.dimension,
        place=keepable(choice.place) if choice.place is not None else None,
        claim=keepable(choice.claim),
        through=choice.through,
        undoes=choice.undoes,
    )


def add(connection: Connection, choices: Iterable[Choice]) -> int:
    """Add choices, without those added before and those that forget an already forgotten one.

    Return how many were new.
    """
    given = {choice.id: choice for choice in choices}
    if any(choice.undoes for choice in given.values()):
        journal.wait(connection)
    there = _which(connection, list(given))
    gone = _forgotten(connection, [choice.undoes for choice in given.values() if choice.undoes])
    new = {key: choice for key, choice in given.items() if key not in there and choice.undoes not in gone}
    rows = [_values(key, choice) for key, choice in new.items()]
    if rows:
        connection.execute(insert(ChoiceTable), rows)
        _note(connection, {row["id"]: row for row in rows})
    return len(rows)


def every(connection: Connection, skipped: SkippedRows, claim: str = "") -> Sequence[Choice]:
    """Read all choices, or those of one claim, oldest first."""
    table: Any = ChoiceTable.__table__  # type: ignore[attr-defined]  # SQLModel's tables have it
    wanted = select(table).where(table.c.claim == claim) if claim else select(table)
    rows = connection.execute(wanted.order_by(table.c.number)).mappings()
    return skipped.reading("choice", ((row["id"], row) for row in rows), read)


def count(connection: Connection) -> int:
    """Count the choices."""
    return connection.execute(select(func.count()).select_from(ChoiceTable)).scalar_one()


def _note(connection: Connection, rows: dict[str, dict[str, Any]]) -> None:
    """Note choices in the journal in the order in which they were added, grouped by claim."""
    numbers: list[tuple[int, str]] = []
    keys = list(rows)
    for start in range(0, len(keys), _AT_ONCE):
        some = col(ChoiceTable.id).in_(keys[start : start + _AT_ONCE])
        found = connection.execute(select(col(ChoiceTable.number), col(ChoiceTable.id)).where(some))
        numbers += [(row.number, row.id) for row in found]
    claims = {row["claim"] for row in rows.values()}
    noted = [(number, rows[key]) for number, key in sorted(numbers)]
    note(connection, "choices", noted, claims.pop() if len(claims) == 1 else "")


def _which(connection: Connection, keys: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(keys), _AT_ONCE):
        some = select(col(ChoiceTable.id)).where(col(ChoiceTable.id).in_(keys[start : start + _AT_ONCE]))
        found.update(connection.execute(some).scalars())
    return found


def _forgotten(connection: Connection, keys: Sequence[str]) -> set[str | None]:
    """Return those of some choices that were forgotten before."""
    found: set[str | None] = set()
    for start in range(0, len(keys), _AT_ONCE):
        some = select(col(ChoiceTable.undoes)).where(col(ChoiceTable.undoes).in_(keys[start : start + _AT_ONCE]))
        found.update(connection.execute(some).scalars())
    return found


def _values(key: str, choice: Choice) -> dict[str, Any]:
    return {
        "id": key,
        "at": choice.at.isoformat(),
        "reviewer": choice.reviewer,
        "kind": choice.kind.value,
        "words": choice.words,
        "dimension": choice.dimension.value,
        "place": choice.place,
        "series": str(choice.series),
        "title": choice.title,
        "claim": choice.claim,
        "through": choice.through.value,
        "undoes": choice.undoes,
    }


def read(row: Any) -> Choice:
    """Read a choice from the columns of its row. Raises StoreError."""
    try:
        return _read(row)
    except (ValueError, UsageError) as error:
        raise StoreError(f"The choice {row['id']} cannot be read: {error}.", "Run workbench doctor.") from error


def _read(row: Any) -> Choice:
    return Choice(
        kind=ChoiceKind(row["kind"]),
        words=row["words"],
        series=SeriesRef.parse(row["series"]),
        reviewer=row["reviewer"],
        at=datetime.fromisoformat(row["at"]),
        title=row["title"],
        dimension=Dimension(row["dimension"]),
        place=row["place"],
        claim=row["claim"],
        through=ChoiceOrigin(row["through"]),
        undoes=row["undoes"],
    )
