"""The very first files have guards that were written otherwise: they are put right, and what was changed by hand is not hidden."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import said

from workbench.store import open_store
from workbench.store.migrations import VERSION_TABLE


def as_first_made(path) -> None:
    """Make a file's four triggers as the very first version of the first migration made them, and its revision the one before."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for guard in ("documents_replace", "claims_replace"):
            (today,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (guard,)).fetchone()
            connection.execute(f"DROP TRIGGER {guard}")
            connection.execute(today.replace("OR NEW.number > 0 AND EXISTS", "OR EXISTS"))
        for table in ("documents", "claims"):
            connection.execute(
                f"CREATE TRIGGER {table}_words_insert AFTER INSERT ON {table}\n"  # noqa: S608  (names of our own)
                f"BEGIN INSERT INTO {table}_words(rowid, words) VALUES (NEW.number, NEW.words); END"
            )
        connection.execute("DROP INDEX ix_claims_first")  # a later migration makes it
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '0013'")  # noqa: S608


def test_a_file_of_the_very_first_version_is_put_right(tmp_path):
    """Its guards were written otherwise: nobody changed them by hand, and what is searched is found once."""
    path = tmp_path / "desk.db"
    with open_store(path) as store:
        store.add([said.speech("d1", "Exports fell."), said.speech("d2", "Imports rose.")])
    as_first_made(path)
    with open_store(path) as store:
        store.add([said.speech("d3", "Wages fell.")])
        assert store.check() == []
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE '%_words_insert'").fetchone() == (
            0,
        )
        assert (
            len(connection.execute("SELECT rowid FROM documents_words WHERE documents_words MATCH 'fell'").fetchall())
            <= 2
        )


def test_a_guard_of_another_wording_was_changed_by_hand_and_stays(tmp_path):
    """Somebody made the guard weaker: the upgrade does not hide that."""
    path = tmp_path / "desk.db"
    open_store(path).close()
    as_first_made(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TRIGGER claims_replace")
        connection.execute(
            "CREATE TRIGGER claims_replace BEFORE INSERT ON claims WHEN 0 BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    with open_store(path) as store:
        assert [problem.message for problem in store.check()] == [
            "The guard claims_replace is another than was set up."
        ]
