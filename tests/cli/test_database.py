"""The verbs of the database itself, as whoever keeps it runs them."""

from __future__ import annotations

import json
import sqlite3

import pytest
from alembic import command

from workbench.store import open_store
from workbench.store.opening import configuration


@pytest.fixture
def claim(workbench, statements, answers) -> str:
    """Four statements, one claim researched and rated."""
    workbench("import", statements)
    key = next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])
    workbench("research", key, "--samples", answers)
    workbench("rate", key, "false", "--note", "It fell by 39.7 %.")
    return key


def exported(workbench, *options: object) -> dict:
    return {**json.loads(workbench(*options, "export", "--format", "json").out), "made": None}


def test_a_copy_gives_the_same_export_and_goes_on(workbench, home, claim):
    place = home / "desk" / "copy.db"
    ran = workbench("db", "copy", place, "--json")
    assert (ran.code, ran.records[0]["reviews"]) == (0, 1)
    there = ("--db", place)
    assert exported(workbench, *there) == exported(workbench)
    assert workbench(*there, "replay", "--strict").code == 0
    assert workbench(*there, "rate", claim, "true", "--by", "ana").code == 0
    assert workbench(*there, "db", "check").code == 0
    again = workbench("db", "copy", place)
    assert (again.code, "is not empty" in again.err) == (4, True)


def test_check_names_the_row_that_was_changed(workbench, home, claim):
    ran = workbench("db", "check")
    assert (ran.code, ran.out.strip()) == (0, "The database is whole, and so is its archive.")
    with sqlite3.connect(home / "desk" / "workbench.db") as connection:
        guard = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'reviews_update'").fetchone()[0]
        connection.execute("DROP TRIGGER reviews_update")
        connection.execute("UPDATE reviews SET reviewer = 'somebody'")
        connection.execute(guard)
    connection.close()
    ran = workbench("db", "check", "--json")
    assert ran.code == 4
    assert any(each["where"].startswith("review ") for each in ran.records[0]["problems"])


@pytest.mark.usefixtures("by_migrations")
def test_an_older_database_is_upgraded_when_it_is_said_and_a_dry_run_changes_nothing(workbench, home, monkeypatch):
    path = home / "old.db"
    with monkeypatch.context() as then:
        then.setattr("workbench.store.opening.HEAD", "0008")
        then.setattr("workbench.store.opening._migrate", lambda c: command.upgrade(configuration(c), "0008"))
        open_store(path).close()
    before = path.read_bytes()
    ran = workbench("--db", path, "db", "upgrade", "--dry-run", "--json")
    assert ran.records == [{"migrations": ["0009", "0010", "0011", "0012", "0013", "0014", "0015"], "done": False}]
    assert path.read_bytes() == before
    assert "Ran 7 migrations" in workbench("--db", path, "db", "upgrade").out
    assert "Nothing to upgrade" in workbench("--db", path, "db", "upgrade").out


@pytest.mark.parametrize("verb", [("check",), ("upgrade",), ("upgrade", "--dry-run"), ("copy", "new.db")])
def test_a_database_of_another_program_is_a_sentence(workbench, home, verb):
    path = home / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    ran = workbench("--db", path, "db", *verb)
    assert (ran.code, "another program's" in ran.err) == (4, True)


def test_rights_are_written_as_sql_or_given_on_a_server(workbench, home):
    ran = workbench("db", "grants", "reviewer", "ana")
    assert ran.code == 0
    assert 'GRANT workbench_reviewer TO "ana";' in ran.out.splitlines()
    assert all(line.endswith(";") for line in ran.out.splitlines())
    assert "is a file" in workbench("db", "grants", "reviewer", "ana", "--apply").err
    assert "editor" in workbench("db", "grants", "editr", "ana").err
