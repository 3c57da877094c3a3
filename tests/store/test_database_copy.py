"""A whole database goes into another, of its kind or not, and loses nothing: rows, journal, exports, and what is written after it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import said
import test_altered

from workbench.core.errors import UnknownNameError, UsageError
from workbench.core.failures.database_errors import CopyDiffersError, NotEmptyError
from workbench.ports import EVERY
from workbench.store import open_store
from workbench.store.database_copy import copy
from workbench.store.databases.engine import Database
from workbench.store.every_table import METADATA
from workbench.store.grants import statements
from workbench.store.journal import TABLES


def dump(place: str) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables."""
    database = Database(place, patience=10)
    with database.reading() as connection:
        found = {
            name: [tuple(row) for row in connection.execute(table.select().order_by(table.c.number))]
            for name, table in METADATA.tables.items()
        }
    database.close()
    return found


def goes_on(place: str) -> None:
    """A desk goes on working: what is added gets the next numbers, is found by its words, and the database is whole."""
    with open_store(place) as store:
        whole, (one,) = said.speech("after", "Unemployment fell once more.")
        store.add([(whole, [one])])
        store.review(said.review(one))
        assert [row.id for row in store.claims(EVERY.__class__(words="once more"))] == [one.id]
        assert store.check() == []


@pytest.fixture
def filled(tmp_path: Path) -> str:
    place = str(tmp_path / "one.db")
    with open_store(place) as store:
        test_altered.fill(store)
    return place


def test_every_table_comes_along(filled, tmp_path):
    target = str(tmp_path / "new" / "two.db")
    counts = copy(filled, target)
    assert dump(target) == dump(filled)
    assert {kind for kind in TABLES if not counts[kind]} == set(), "the filled database has rows of every kind"
    goes_on(target)


def test_a_database_that_has_something_is_not_copied_into(filled, tmp_path):
    before = dump(filled)
    with pytest.raises(NotEmptyError, match="is not empty"):
        copy(filled, filled)
    assert dump(filled) == before


def test_a_row_that_somebody_changed_is_not_copied_as_if_it_were_whole(filled, tmp_path):
    """The copy is compared with what was noted of the original; nothing of it is kept."""
    database = Database(filled, patience=10)
    with database.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER reviews_update")
        connection.exec_driver_sql("UPDATE reviews SET reviewer = 'somebody' WHERE number = 1")
    database.close()
    target = str(tmp_path / "two.db")
    with pytest.raises(CopyDiffersError, match="Its words are not those"):
        copy(filled, target)
    assert not any(rows for name, rows in dump(target).items() if name != "journal_head")


@pytest.mark.parametrize("name", ["ana; DROP TABLE reviews", 'ana" TO x', "Ana", "", "a" * 64, "анa"])
def test_a_name_that_is_no_login_makes_no_sql(name):
    with pytest.raises(UsageError, match="no login's name"):
        statements("reviewer", name)


def test_a_role_that_is_not_there_says_which_are():
    with pytest.raises(UnknownNameError) as caught:
        statements("editr", "ana")
    assert "editor" in caught.value.hint


@pytest.mark.parametrize("module", ["database_copy", "grants", "schema.expected_schema"])
def test_every_table_is_known_where_nothing_else_is_loaded(module):
    """In a process of its own, as the command runs: a table that another module brings would be left out."""
    code = f"import workbench.store.{module} as m; from workbench.store.journal import TABLES; assert set(TABLES) <= set(m.METADATA.tables)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
