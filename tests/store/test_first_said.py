"""The library's list leaves out claims whose words were said before: it has an index of its own, in which they are not."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import said
from sqlalchemy import event
from sqlalchemy.engine import Engine

from workbench.ports import ClaimFilter, Store
from workbench.store import open_store
from workbench.store.lists import search

LISTS: list[Callable[[ClaimFilter], Callable[[Store], object]]] = [
    lambda wanted: lambda store: store.claims(wanted),
    lambda wanted: lambda store: store.claims(wanted, 20, 10),
    lambda wanted: lambda store: store.count_claims(wanted),
]


@pytest.fixture
def asked() -> Iterator[list[tuple[str, Any]]]:
    """Return the statements that the database is asked meanwhile, with their values."""
    found: list[tuple[str, Any]] = []

    def hear(_connection: object, _cursor: object, statement: str, values: Any, *_: object) -> None:
        found.append((statement, values))

    event.listen(Engine, "before_cursor_execute", hear)
    yield found
    event.remove(Engine, "before_cursor_execute", hear)


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("of", LISTS)
def test_the_list_and_its_number_are_read_from_the_index_alone(
    tmp_path: Path, asked, monkeypatch, of, *, backwards: bool, many: bool
) -> None:
    monkeypatch.setattr(search, "FEW", 2)  # so that a word is common
    path = tmp_path / "workbench.db"
    with open_store(path) as store:
        store.add([said.speech(f"d{n}", "A fell.", f"B{n} rose.") for n in range(30)])
        asked.clear()
        of(ClaimFilter(folded=True, backwards=backwards, words="rose" if many else ""))(store)
    lists = [(sql, values) for sql, values in asked if "repeats IS NULL" in sql]
    assert lists
    with sqlite3.connect(path) as connection:
        for sql, values in lists:
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
            assert "SCAN claims USING COVERING INDEX ix_claims_first" in plan
            assert not [step for step in plan if "TEMP" in step]
    connection.close()


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("order", ["worth", "date", "speaker", "place", "kind", "text"])
def test_its_pages_are_the_whole_list_without_what_was_said_before(
    tmp_path: Path, order: str, *, backwards: bool
) -> None:
    with open_store(tmp_path / "workbench.db") as store:
        store.add([said.speech(f"d{n}", "A fell.", f"B{n % 7} rose.") for n in range(20)])
        whole = store.claims(ClaimFilter(order=order, backwards=backwards))
        folded = ClaimFilter(order=order, backwards=backwards, folded=True)
        listed = [row.id for at in range(0, 12, 3) for row in store.claims(folded, at, 3)]
        assert store.count_claims(folded) == len(listed) == 8
    said_in = {f"d{n}" for n in range(7)}
    first = [row.id for row in whole if row.document in said_in and (row.document == "d0" or "rose" in row.quote)]
    assert listed == first
