"""Opening a database: new, old, newer, damaged, locked, in a place that cannot be written, by two at once."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
import warnings
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
import said
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from fresh_script import migrated, script

from workbench.core.errors import StoreError, UsageError
from workbench.core.failures.database_errors import (
    BusyDatabaseError,
    DamagedDatabaseError,
    NewerDatabaseError,
    UnwritableError,
)
from workbench.store import list_indexes, open_store  # noqa: F401  (its indexes are of METADATA too)
from workbench.store.every_table import METADATA
from workbench.store.migrations import HEAD, REVISIONS, VERSION_TABLE
from workbench.store.migrations.fresh import SCRIPT
from workbench.store.opening import configuration

pytestmark = pytest.mark.usefixtures("by_migrations")


def _shell(path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    try:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    finally:
        connection.close()


def _filled(path, documents: int = 3):
    with open_store(path) as store:
        store.add([said.speech(f"d{n}", "A fell.", "A rose.") for n in range(documents)])
    return path


def test_the_folder_and_the_file_are_made(tmp_path):
    with open_store(tmp_path / "a" / "b" / "desk.db") as store:
        assert store.count_documents() == 0
    assert (tmp_path / "a" / "b" / "desk.db").is_file()


def test_a_url_names_the_same_file(tmp_path):
    _filled(tmp_path / "desk.db")
    with open_store(f"sqlite:///{tmp_path}/desk.db") as store:
        assert store.count_documents() == 3


def test_a_path_with_odd_letters_is_a_path(tmp_path):
    with open_store(_filled(tmp_path / "100% “desk”? #1" / "дата;база.db")) as store:
        assert store.count_documents() == 3


def test_an_empty_file_is_a_fresh_database(tmp_path):
    (tmp_path / "desk.db").touch()
    with open_store(tmp_path / "desk.db") as store:
        assert store.check() == []


@pytest.mark.parametrize("fresh", [True, False])
def test_a_database_that_is_fresh_or_up_to_date_opens_without_alembic(tmp_path, fresh):
    path = tmp_path / "desk.db" if fresh else _filled(tmp_path / "desk.db")
    script = """
import sys
import workbench.store.repository, workbench.store.opening, sqlalchemy.dialects.sqlite.pysqlite
from workbench.store import open_store
open_store(sys.argv[1]).close()
print("alembic" in sys.modules)
"""
    said_ = subprocess.run(
        [sys.executable, "-c", script, path], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert said_ == "False"


def test_importing_the_store_and_the_archive_loads_no_database_library():
    script = "import workbench.store.bodies.snapshot_archive, sys; print('sqlalchemy' in sys.modules)"
    said_ = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said_.strip() == "False"


def test_who_reads_alone_keeps_one_connection_however_many_were_open(tmp_path):
    """Each has a cache of its own, which fills as it is used."""
    with open_store(tmp_path / "desk.db") as store:
        used: list[int] = []
        with store._database.reading(), store._database.reading(), store._database.reading():
            pass
        for _ in range(6):
            with store._database.reading() as connection:
                used.append(id(connection.connection.driver_connection))
    assert len(set(used)) == 1


def test_settings_of_the_file(tmp_path):
    with open_store(tmp_path / "desk.db") as store, store._database.reading() as connection:
        ask = lambda name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()  # noqa: E731
        assert [ask(name) for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")] == [
            "wal",
            2,
            1,
            10_000,
        ]


# --- migrations ---


def test_the_known_revisions_are_those_of_the_migrations():
    known_scripts = ScriptDirectory.from_config(configuration())
    known = [revision.revision for revision in known_scripts.walk_revisions()][::-1]
    assert known == list(REVISIONS)
    assert known_scripts.get_current_head() == HEAD


def test_the_migrations_make_the_tables_that_the_rows_are_of(tmp_path):
    with open_store(tmp_path / "desk.db") as store, store._database.reading() as connection:
        own = lambda _, name, kind, *__: not (kind == "table" and ("_words" in name or name == VERSION_TABLE))  # noqa: E731
        context = MigrationContext.configure(connection, opts={"include_object": own})
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # alembic cannot compare indexes that have a direction
            differences = compare_metadata(context, METADATA)
    assert differences == []


def test_a_fresh_file_has_word_for_word_what_the_migrations_make(tmp_path):
    """Where this fails after a new migration: ``python tests/store/fresh_script.py``."""
    with closing(migrated()) as made:
        assert SCRIPT.read_text(encoding="utf-8") == script(made)
    open_store(tmp_path / "desk.db").close()
    with closing(sqlite3.connect(tmp_path / "desk.db")) as opened:
        assert SCRIPT.read_text(encoding="utf-8") == script(opened)


def test_a_database_of_the_first_version_is_upgraded_with_all_that_was_confirmed(tmp_path, monkeypatch):
    """As a reviewer meets it who installs this version over the first."""
    path, newest = tmp_path / "desk.db", tmp_path / "newest.db"
    with open_store(newest) as store:
        whole, (one,) = said.speech("d1", "A fell.")
        store.add([(whole, [one])])
        store.keep_research(said.research(one, said.finding(one)))
        store.review(said.review(one))
        before = (store.reviews(one.id), store.research(one.id), store.claims())
    with monkeypatch.context() as then:
        then.setattr("workbench.store.opening.HEAD", "0001")
        then.setattr("workbench.store.opening._migrate", lambda c: command.upgrade(configuration(c), "0001"))
        open_store(path).close()
    _copied(newest, path, ("documents", "claims", "research", "findings", "reviews"))
    with open_store(path) as store:
        assert (store.reviews(one.id), store.research(one.id), store.claims()) == before
        assert store.recall() == []
        assert store.remember([said.choice(claim=one.id)]) == 1
        assert store.check() == []


def _copied(newest: Path, oldest: Path, tables: Sequence[str]) -> None:
    """Copy the rows of some tables, as far as an older version has columns for them."""
    connection = sqlite3.connect(oldest)
    connection.execute("ATTACH ? AS newest", (str(newest),))
    with connection:
        for table in tables:
            columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newest.{table}")  # noqa: S608
        for table in ("documents", "claims"):
            connection.execute(f"INSERT INTO {table}_words (rowid, words) SELECT number, words FROM {table}")  # noqa: S608
    connection.close()


def test_a_newer_database_is_left_as_it_is(tmp_path):
    path = _filled(tmp_path / "desk.db")
    _shell(path, f"UPDATE {VERSION_TABLE} SET version_num = '2031'")  # noqa: S608
    before = path.read_bytes()
    with pytest.raises(NewerDatabaseError, match="newer workbench") as caught:
        open_store(path)
    assert "pip install -U" in caught.value.hint
    assert path.read_bytes() == before


def test_two_processes_may_open_a_fresh_database_at_once(tmp_path):
    script = """
import sys, time
from workbench.store import open_store
import workbench.store.repository, alembic.command
while time.time() < float(sys.argv[2]): pass
with open_store(sys.argv[1]) as store: print(store.count_documents(), store.check())
"""
    start = str(time.time() + 1.5)
    command = [sys.executable, "-c", script, tmp_path / "desk.db", start]
    several = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    for one in several:
        out, err = one.communicate(timeout=60)
        assert (out.strip(), err, one.returncode) == ("0 []", "", 0)


# --- what is no database of ours ---


@pytest.mark.parametrize(
    "body", [b"not a database, a text. " * 100, b"SQLite format 3\x00" + b"\xff" * 5000, b"\x00" * 4096]
)
def test_a_file_that_is_no_database(tmp_path, body):
    path = tmp_path / "desk.db"
    path.write_bytes(body)
    with pytest.raises(DamagedDatabaseError) as caught:
        open_store(path)
    assert str(path) in caught.value.message
    assert path.read_bytes() == body


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_short(tmp_path, share):
    path = _filled(tmp_path / "desk.db", 200)
    body = path.read_bytes()
    path.write_bytes(body[: int(len(body) * share)])
    with pytest.raises(DamagedDatabaseError, match=r"damaged|not a database"):
        open_store(path)


def test_a_page_that_was_overwritten_is_found(tmp_path):
    path = _filled(tmp_path / "desk.db", 200)
    body = bytearray(path.read_bytes())
    at = len(body) // 2 // 8192 * 8192
    body[at : at + 8192] = b"\xa5" * 8192
    path.write_bytes(body)
    with open_store(path) as store:
        (problem, *_) = store.check()
    assert problem.kind == "damaged-database"


def test_another_programs_database_is_not_touched(tmp_path):
    path = tmp_path / "bookmarks.db"
    _shell(path, "CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(DamagedDatabaseError, match="another program's"):
        open_store(path)


def _use(store):
    store.claims()
    whole, claims = said.speech("d9", "A fell.")
    store.add([(whole, claims)])
    store.review(said.review(claims[0]))


@pytest.mark.parametrize("name", ["claims", "reviews", "claims_words"])
def test_a_missing_table_is_a_sentence(tmp_path, name):
    path = _filled(tmp_path / "desk.db")
    _shell(path, f"DROP TABLE {name}")
    with open_store(path) as store, pytest.raises(DamagedDatabaseError, match="missing"):
        _use(store)


@pytest.mark.parametrize("address", ["postgresql://[::1", "sqlite+nosuch:///x.db", "://", "postgres:// /x"])
def test_an_address_that_makes_no_sense(address):
    with pytest.raises((UsageError, StoreError)):
        open_store(address)


# --- places that cannot be written ---


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UnwritableError) as caught:
        open_store(tmp_path / "file" / "desk.db")
    assert "--db" in caught.value.hint


def test_a_folder_in_place_of_the_file(tmp_path):
    with pytest.raises(UnwritableError):
        open_store(tmp_path)


_AS_NOBODY = """
import os, sys
from pathlib import Path
import workbench.store.repository, workbench.store.opening, sqlalchemy.dialects.sqlite.pysqlite
import alembic.command, alembic.ddl, alembic.runtime.migration
from workbench.core.errors import WorkbenchError
from workbench.store import open_store
from workbench.store.bodies.snapshot_archive import Snapshots
sys.path.insert(0, sys.argv[2])
import said
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
def tried(what):
    try:
        what()
    except WorkbenchError as error:
        print(type(error).__name__, error.message)
    else:
        print("written")

def write():
    with open_store(folder / "shut" / "desk.db") as store:
        store.add([said.speech("d9", "A fell.")])

folder = Path(sys.argv[1])
tried(lambda: Snapshots(folder / "archive"))
tried(lambda: open_store(folder / "fresh.db"))
tried(lambda: open_store(folder / "deeper" / "fresh.db"))
tried(write)
"""


@pytest.fixture
def open_folder(tmp_path):
    """Yield a folder that others may reach, as pytest's own may not be."""
    folder = Path(os.path.realpath("/tmp")) / f"workbench-{os.getpid()}-{tmp_path.name}"
    folder.mkdir(mode=0o755)
    yield folder
    for path in sorted(folder.rglob("*"), reverse=True):
        path.chmod(0o755)
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()


@pytest.mark.skipif(os.name == "nt", reason="file modes are those of POSIX")
def test_folders_and_files_that_may_only_be_read(open_folder):
    """Tried by another user than root, to whom modes mean nothing."""
    path = _filled(open_folder / "shut" / "desk.db")
    path.chmod(0o444)
    path.parent.chmod(0o777)
    open_folder.chmod(0o555)
    here = Path(__file__).parent
    command = [sys.executable, "-c", _AS_NOBODY, open_folder, here]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["UnwritableError"] * 4
    assert done.stderr == ""


# --- others at work ---


def test_a_database_that_stays_locked(tmp_path):
    path = _filled(tmp_path / "desk.db")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(path, patience=0.2) as store:
        assert store.count_documents() == 3, "reading does not wait"
        with pytest.raises(BusyDatabaseError, match="another workbench is writing"):
            store.add([said.speech("d9", "A fell.")])
        other.execute("ROLLBACK")
        assert store.add([said.speech("d9", "A fell.")]).documents == 1
    other.close()


def test_a_writer_that_fails_leaves_nothing(tmp_path):
    """A document whose claims cannot be kept is not kept either."""
    path = _filled(tmp_path / "desk.db")
    whole, claims = said.speech("d9", "A fell.")
    _shell(
        path,
        f"CREATE TRIGGER full BEFORE INSERT ON claims WHEN NEW.id = '{claims[0].id}' BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
    with open_store(path) as store:
        with pytest.raises(StoreError, match="refused"):
            store.add([(whole, claims)])
        assert not store.has_document("d9")
        assert [problem.kind for problem in store.check()] == ["foreign-trigger"]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("sqlite://host/desk.db", "SQLite has none"),
        ("sqlite:///desk.db?mode=ro", "not done for SQLite"),
        ("postgresql://[::1/desk", "no address of a database"),
    ],
)
def test_a_url_that_means_no_file_is_a_slip(place: str, words: str):
    with pytest.raises(UsageError, match=words):
        open_store(place)


def test_a_folder_is_no_database(tmp_path):
    with pytest.raises(UnwritableError, match="it is a folder"):
        open_store(tmp_path)


def test_a_driver_that_nobody_offers_is_not_recommended():
    with pytest.raises(StoreError) as caught:
        open_store("nosuch://host/desk")
    assert "pip install" not in caught.value.hint
