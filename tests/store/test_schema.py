"""Whatever is dropped from, changed in or added to the tables, indexes, guards and views of a database is found and named, on both kinds."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import altered
import pytest
import test_altered
from alembic import command
from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import OperationalError

from workbench.core.errors import Problem
from workbench.ports import ClaimFilter
from workbench.store import grants, open_store
from workbench.store.migrations import REVISIONS
from workbench.store.opening import configuration
from workbench.store.schema.differing import differences
from workbench.store.schema.expected_schema import granted, wanted
from workbench.store.schema.schema_parts import Part


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request) -> str:
    if request.param == "postgresql":
        pytest.importorskip("psycopg")
    return request.param


@pytest.fixture
def place(request, kind, tmp_path) -> Iterator[str]:
    """Yield the address of a fresh database of each kind, without a table."""
    if kind == "sqlite":
        yield f"sqlite:///{tmp_path}/desk.db"
        return
    with request.getfixturevalue("own_database")() as made:
        yield made


def _fill(place: str) -> str:
    with open_store(place) as store:
        test_altered.fill(store)
        assert store.check() == []
    return place


@pytest.fixture(scope="module")
def filled_file(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "desk.db"
    _fill(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="module")
def filled_database(own_database) -> Iterator[str]:
    with own_database() as place:
        yield _fill(place)


@pytest.fixture
def filled(request, kind, tmp_path) -> Iterator[str]:
    """Yield the address of a database with rows of each kind, copied from one that was found to be in order."""
    if kind == "sqlite":
        yield f"sqlite:///{shutil.copy(request.getfixturevalue('filled_file'), tmp_path / 'desk.db')}"
        return
    with request.getfixturevalue("own_database")(like=request.getfixturevalue("filled_database")) as place:
        yield place


@pytest.fixture
def connection(filled) -> Iterator[Connection]:
    """Yield a connection to a database with rows, for changes that are taken back."""
    url = make_url(filled)
    engine = create_engine(url if url.drivername == "sqlite" else url.set(drivername="postgresql+psycopg"))
    with engine.connect() as made:
        made.execution_options(isolation_level="AUTOCOMMIT")
        yield made
    engine.dispose()


def _tried(connection: Connection, *statements: str) -> list[Problem]:
    """Return what is found after some statements, which are taken back."""
    connection.exec_driver_sql("BEGIN")
    try:
        for statement in statements:
            connection.exec_driver_sql(
                statement.replace("%", "%%") if connection.dialect.name != "sqlite" else statement
            )
        return list(differences(connection, "the database"))
    finally:
        connection.exec_driver_sql("ROLLBACK")


def _drop(connection: Connection, part: Part) -> str | None:
    """Return the statement that takes a part out; None where a database has none for it."""
    server = connection.dialect.name == "postgresql"
    if part.kind == "table":
        return f"DROP TABLE {part.name}{' CASCADE' * server}"
    if part.kind == "column":
        return f"ALTER TABLE {part.table} DROP COLUMN {part.name}{' CASCADE' * server}"
    if part.kind == "trigger":
        return f"DROP TRIGGER {part.name}{f' ON {part.table}' * server}"
    if part.kind == "index":
        return f"DROP INDEX {part.name}"
    held = {"unique": "u", "reference": "f"}[part.kind]
    names = text("SELECT conname FROM pg_constraint WHERE conrelid = to_regclass(:table) AND contype::text = :held")
    name = connection.execute(names, {"table": part.table, "held": held}).scalars().first() if server else None
    return name and f"ALTER TABLE {part.table} DROP CONSTRAINT {name} CASCADE"


def test_every_part_that_is_dropped_is_named(connection):
    """The foreign keys of SQLite are off: whoever drops tables by hand has them off."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    missed, tried = [], set()
    for part in wanted(connection.dialect.name):
        statement = _drop(connection, part)
        if statement is None or part.name == "workbench_version":
            continue
        try:
            found = _tried(connection, statement)
        except (OperationalError, sqlite3.Error):  # SQLite drops no column that an index or a guard reads
            assert part.kind in {"column", "table"}
            continue
        tried.add(part.kind)
        gone = {problem.message for problem in found if problem.kind == f"missing-{part.kind}"}
        if not any(part.name in each for each in gone) or not all(problem.hint for problem in found):
            missed.append((part, found))
    assert missed == []
    assert tried >= {"table", "column", "trigger", "index"}


ADDED = {
    "table": "CREATE TABLE mine (x integer)",
    "view": "CREATE VIEW mine AS SELECT id FROM claims",
    "column": "ALTER TABLE claims ADD COLUMN mine varchar",
    "index": "CREATE UNIQUE INDEX mine ON claims (stage, number)",
}
ADDED_TO_A_FILE = {
    **ADDED,
    "trigger": "CREATE TRIGGER mine BEFORE INSERT ON reviews BEGIN SELECT RAISE(IGNORE); END",
}
ADDED_TO_A_SERVER = {
    **ADDED,
    "trigger": "CREATE TRIGGER mine BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "condition": "ALTER TABLE reviews ADD CONSTRAINT mine CHECK (rating <> 'wrong')",
    "unique": "ALTER TABLE findings ADD CONSTRAINT mine UNIQUE (claim, number)",
    "reference": "ALTER TABLE findings ADD CONSTRAINT mine FOREIGN KEY (claim) REFERENCES claims (id)",
    "rule": "CREATE RULE mine AS ON INSERT TO choices DO INSTEAD NOTHING",
    "policy": "CREATE POLICY mine ON claims FOR SELECT USING (stage <> 'open')",
    "security": "ALTER TABLE claims ENABLE ROW LEVEL SECURITY",
}


def test_every_part_that_is_added_is_named(connection):
    added = ADDED_TO_A_FILE if connection.dialect.name == "sqlite" else ADDED_TO_A_SERVER
    for kind, statement in added.items():
        (problem,) = _tried(connection, statement)
        assert problem.kind == f"foreign-{kind}"
        assert "mine" in problem.message or kind in {"unique", "reference", "security"}
        assert problem.hint


def test_what_an_extension_brings_is_no_matter(connection):
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("ANALYZE")
        assert list(differences(connection, "the database")) == []
        return
    there = text("SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_stat_statements'")
    if not connection.execute(there).scalar():
        pytest.skip("the server has no extension that brings views")
    assert _tried(connection, "CREATE EXTENSION pg_stat_statements") == []


CHANGED = (
    ("index", ("DROP INDEX ix_claims_words", "CREATE INDEX ix_claims_words ON claims (words_hash)")),
    ("index", ("DROP INDEX ix_claims_words", "CREATE INDEX ix_claims_words ON claims (words_hash, number DESC)")),
    ("index", ("DROP INDEX ix_claims_tags", "CREATE INDEX ix_claims_tags ON claims (tags) WHERE tags IS NULL")),
    ("index", ("DROP INDEX ix_claims_words", "CREATE UNIQUE INDEX ix_claims_words ON claims (words_hash, number)")),
    ("column", ("ALTER TABLE saved_views DROP COLUMN key",
                "ALTER TABLE saved_views ADD COLUMN key VARCHAR NOT NULL DEFAULT '1'")),
)  # fmt: skip
CHANGED_IN_A_FILE = (
    *CHANGED,
    ("trigger", ("DROP TRIGGER reviews_delete",
                 "CREATE TRIGGER reviews_delete BEFORE DELETE ON reviews WHEN OLD.reviewer <> 'me' BEGIN SELECT RAISE(ABORT, 'no'); END")),
)  # fmt: skip
CHANGED_ON_A_SERVER = (
    *CHANGED,
    ("trigger", ("DROP TRIGGER reviews_update ON reviews",
                 "CREATE TRIGGER reviews_update BEFORE UPDATE ON reviews FOR EACH ROW EXECUTE FUNCTION workbench_refuse('reviews are only ever added to')")),
    ("trigger", ("CREATE OR REPLACE FUNCTION workbench_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$",)),
    ("column", ("ALTER TABLE reviews ALTER COLUMN reviewer DROP NOT NULL",)),
    ("column", ("ALTER TABLE attachments ALTER COLUMN kind TYPE varchar(300)",)),
    ("column", ("ALTER TABLE reviews ALTER COLUMN reviewer SET DEFAULT 'me'",)),
    ("column", ("ALTER TABLE claims ALTER COLUMN words_hash DROP DEFAULT",)),
    ("table", ("ALTER TABLE choices ALTER COLUMN number DROP DEFAULT",)),
)  # fmt: skip


def test_every_part_that_is_changed_is_named(connection):
    changes = CHANGED_IN_A_FILE if connection.dialect.name == "sqlite" else CHANGED_ON_A_SERVER
    for kind, statements in changes:
        found = _tried(connection, *statements)
        assert {problem.kind for problem in found} == {f"changed-{kind}"}, statements


UNGRANTED = (
    ("missing-security", "ALTER TABLE reviews DISABLE ROW LEVEL SECURITY"),
    ("changed-security", "ALTER TABLE reviews FORCE ROW LEVEL SECURITY"),
    ("missing-policy", "DROP POLICY seen ON reviews"),
    ("changed-policy", "ALTER POLICY reviewed ON reviews WITH CHECK (true)"),
    ("changed-policy", "ALTER POLICY reviewed ON reviews WITH CHECK (action IN ('rate', 'publish'))"),
    ("changed-policy", "ALTER POLICY edited ON reviews TO public"),
    ("foreign-policy", "CREATE POLICY mine ON reviews AS RESTRICTIVE FOR INSERT WITH CHECK (rating <> 'wrong')"),
)


def test_who_may_add_which_reviews_is_as_it_was_granted(team_database):
    """Until somebody is given a role there are no policies; from then on they are the workbench's, each as it was set up, and all there."""
    open_store(team_database).close()
    engine = create_engine(make_url(team_database).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as made:
        roles = ("CREATE ROLE somebody", *grants.statements("reviewer", "somebody"))
        assert _tried(made, *roles) == []
        for kind, statement in UNGRANTED:
            (problem,) = _tried(made, *roles, statement)
            assert (problem.kind, bool(problem.hint)) == (kind, True), statement
        policies = [part for part in granted() if part.kind == "policy"]
        undone = (
            *(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY" for table in grants.GUARDED),
            *(f"DROP POLICY {part.name} ON {part.table}" for part in policies),
        )
        assert {problem.kind for problem in _tried(made, *roles, *undone)} == {"missing-policy", "missing-security"}
    engine.dispose()


def test_a_table_that_was_made_again_without_what_held_its_rows_is_named(connection):
    """As some tools write a table back: all its rows, and nothing else of it."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    cascade = "" if connection.dialect.name == "sqlite" else " CASCADE"
    found = _tried(
        connection,
        "CREATE TABLE again AS SELECT * FROM saved_views",
        f"DROP TABLE saved_views{cascade}",
        "ALTER TABLE again RENAME TO saved_views",
    )
    assert {problem.kind for problem in found} == {"changed-table", "changed-column", "missing-trigger"}


def test_one_part_that_is_gone_hides_no_other(connection, filled):
    """On a server too, which answers nothing more in a transaction that refused a question."""
    cascade = "" if connection.dialect.name == "sqlite" else " CASCADE"
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.exec_driver_sql(f"DROP TABLE published_pages{cascade}")
    connection.exec_driver_sql("UPDATE documents SET open = 7")
    with open_store(filled) as store:
        kinds = [problem.kind for problem in store.check()]
    assert kinds.count("missing-table") == 1
    assert "stale-count" in kinds


@pytest.mark.parametrize("first", REVISIONS)
def test_a_database_that_was_upgraded_is_as_a_fresh_one(place, monkeypatch, first: str):
    with monkeypatch.context() as then:
        then.setattr("workbench.store.opening.HEAD", first)
        then.setattr("workbench.store.opening._migrate", lambda c: command.upgrade(configuration(c), first))
        open_store(place).close()
    with open_store(place) as store:
        assert store.check() == []


def test_readers_checks_whose_reviews_are_gone_are_told_and_no_others(place):
    """On both kinds; of all claims and of some; not of one that was hidden with its document, and is with no readers."""
    with open_store(place) as store:
        test_altered.fill(store)
        published = {row.id for row in store.claims(ClaimFilter(stages=("published",)))}
        every = [row.id for row in store.claims()]
        assert published
        assert (store.taken_away(), store.taken_away(every)) == ([], [])
        assert (store.row_marks(every).lost, store.row_marks(every).doubtful) == ((), frozenset())
        with store._database.writing() as connection, altered.unguarded(connection):
            connection.exec_driver_sql("DELETE FROM reviews")
        told = {f"claim {key}" for key in published}
        assert {problem.where for problem in store.taken_away()} == told
        assert {problem.where for problem in store.taken_away(every)} == told
        assert store.row_marks(every).lost == tuple(store.taken_away())
        one = min(published)
        assert [problem.where for problem in store.taken_away([one])] == [f"claim {one}"]
        assert [problem.where for problem in store.row_marks(every, [one]).lost] == [f"claim {one}"]
        assert store.taken_away([key for key in every if key not in published]) == []
