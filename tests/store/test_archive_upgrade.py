"""An archive of the first program is opened by this one: nothing is lost, and the first goes on working with it."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.core.failures.database_errors import DamagedDatabaseError, NewerDatabaseError
from workbench.store.bodies.snapshot_archive import Snapshots

FIRST = """
PRAGMA journal_mode = WAL;
CREATE TABLE fetches (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL, url TEXT NOT NULL, fetched TEXT NOT NULL, media_type TEXT NOT NULL, size INTEGER NOT NULL,
  status INTEGER NOT NULL, sample TEXT NOT NULL, source TEXT NOT NULL
);
CREATE INDEX fetches_of_url ON fetches (url, fetched);
CREATE INDEX fetches_of_id ON fetches (id, fetched);
CREATE TRIGGER fetches_update BEFORE UPDATE ON fetches
BEGIN SELECT RAISE(ABORT, 'fetches are only ever added to'); END;
CREATE TRIGGER fetches_delete BEFORE DELETE ON fetches
BEGIN SELECT RAISE(ABORT, 'fetches are only ever added to'); END;
"""
"""What the first program made, word for word."""

INSERT = (
    "INSERT INTO fetches (id, url, fetched, media_type, size, status, sample, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
BODY = b'{"value": 91}'
KEY = hashlib.sha256(BODY).hexdigest()
ROW = (KEY, "https://x/a", "2026-03-06T11:00:00.000000+00:00", "application/json", len(BODY), 200, "", "unhcr")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    (folder / KEY[:2]).mkdir(parents=True)
    (folder / KEY[:2] / KEY[2:]).write_bytes(BODY)
    log = sqlite3.connect(folder / "fetches.db", isolation_level=None)
    log.executescript(FIRST)
    log.execute(INSERT, ROW)
    log.close()
    return folder


def test_what_was_fetched_before_is_there(old):
    archive = Snapshots(old)
    known = archive.latest("https://x/a", samples=False)
    assert archive.read(known.id) == BODY
    assert (known.asked, known.headers, known.source) == ("", (), "unhcr")
    assert list(archive.faults()) == []
    assert [holding.times for holding in archive.holdings()] == [1]


def test_it_is_brought_up_to_date_once(old):
    for _ in range(3):
        Snapshots(old).close()
    log = sqlite3.connect(old / "fetches.db")
    assert log.execute("PRAGMA user_version").fetchone() == (4,)
    assert log.execute("SELECT COUNT(*) FROM fetches").fetchone() == (1,)
    log.close()


def test_the_first_program_goes_on_adding_to_it(old):
    Snapshots(old).close()
    log = sqlite3.connect(old / "fetches.db", isolation_level=None)
    log.execute(INSERT, (KEY, "https://x/b", *ROW[2:]))
    log.close()
    assert Snapshots(old).latest("https://x/b", samples=False).headers == ()


def test_several_may_bring_it_up_to_date_at_once(old):
    code = "import sys; from pathlib import Path; from workbench.store.bodies.snapshot_archive import Snapshots; Snapshots(Path(sys.argv[1]))"
    all_ = [subprocess.Popen([sys.executable, "-c", code, old], stderr=subprocess.PIPE, text=True) for _ in range(4)]
    assert [one.communicate(timeout=60)[1] for one in all_] == [""] * 4
    assert Snapshots(old).latest("https://x/a", samples=False)


def test_a_kill_in_the_midst_of_it_leaves_the_old_log(old):
    """The steps are one transaction: what is not committed is not there."""
    log = sqlite3.connect(old / "fetches.db", isolation_level=None)
    log.execute("BEGIN IMMEDIATE")
    log.execute("ALTER TABLE fetches ADD COLUMN asked TEXT NOT NULL DEFAULT ''")
    log.close()
    assert Snapshots(old).latest("https://x/a", samples=False).asked == ""


def test_a_log_of_a_newer_program_is_left_alone(old):
    log = sqlite3.connect(old / "fetches.db", isolation_level=None)
    log.execute("PRAGMA user_version = 99")
    log.close()
    with pytest.raises(NewerDatabaseError, match="99"):
        Snapshots(old)


@pytest.mark.parametrize("headers", ["[", "[1]", "7"])
def test_a_row_that_somebody_spoilt_is_a_sentence(old, headers):
    archive = Snapshots(old)
    log = sqlite3.connect(old / "fetches.db", isolation_level=None)
    log.execute("INSERT INTO fetches (id, url, fetched, media_type, size, status, sample, source, headers)"
                " VALUES (?, 'https://x/c', ?, '', 1, 200, '', '', ?)", (KEY, ROW[2], headers))  # fmt: skip
    log.close()
    with pytest.raises(DamagedDatabaseError, match="cannot be read"):
        archive.latest("https://x/c", samples=False)
