"""The archive by command: what is in it, where a body comes from, whether it is whole, and what may go."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.core.evidence import Snapshot
from workbench.store import open_store
from workbench.store.bodies.snapshot_archive import Snapshots


@pytest.fixture
def desk(workbench, statements: Path, answers: str, archive: Path):
    """Return the sample statements, one of them researched, and two answers that nothing rests on."""
    workbench("import", str(statements))
    claim = next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])
    workbench("research", claim, "--samples", answers)
    with closing(Snapshots(archive)) as kept:
        for body in (b"[1]", b"[2]"):
            key = hashlib.sha256(body).hexdigest()
            now = datetime.now(UTC)
            kept.keep(
                Snapshot(
                    id=key, url=f"https://x/{key}", fetched=now, media_type="application/json", size=3, sample="x"
                ),
                body,
            )
    return workbench


@pytest.fixture
def archive(home: Path) -> Path:
    return home / "desk" / "archive"


def file_of(archive: Path, key: str) -> Path:
    plain = archive / key[:2] / key[2:]
    return plain if plain.is_file() else plain.with_name(f"{plain.name}.gz")


def grow_old(archive: Path) -> None:
    """Has every fetch be of 2020."""
    log = sqlite3.connect(archive / "fetches.db", isolation_level=None)
    guard = log.execute("SELECT sql FROM sqlite_master WHERE name = 'fetches_update'").fetchone()[0]
    log.execute("DROP TRIGGER fetches_update")
    log.execute("UPDATE fetches SET fetched = replace(fetched, substr(fetched, 1, 4), '2020')")
    log.execute(guard)
    log.close()


def test_what_was_fetched_is_listed(desk):
    rows = desk("archive", "list", "--json").records
    assert rows
    for row in rows:
        assert row["url"].startswith("https://")
        assert row["status"] == 200
        assert row["sample"]
        assert row["times"] >= 1
    plain = desk("archive", "list").out.splitlines()
    assert len(plain) == len(rows)
    assert all("sample" in line for line in plain)
    assert {row["source"] for row in desk("archive", "list", "unhcr", "--json").records} == {"unhcr"}
    assert desk("archive", "list", "nobody").out == ""


def test_where_a_body_comes_from_is_shown_and_the_body_is_given_byte_for_byte(desk):
    row = desk("archive", "list", "unhcr", "--json").records[0]
    (shown,) = desk("archive", "show", row["id"][:10], "--json").records
    assert shown["here"]
    assert shown["fetches"][0]["url"] == row["url"]
    assert shown["fetches"][0]["headers"]["content-type"].startswith("application/json")
    body = desk("archive", "show", row["id"], "--body").out
    assert hashlib.sha256(body.encode()).hexdigest() == row["id"]
    assert "rests on it" in desk("archive", "show", row["id"]).out


def test_a_terminal_gets_the_body_as_text_and_no_escape_codes(desk, archive: Path, monkeypatch):
    body = b'{"title": "\x1b[2J\x07 gone"}\xff'
    key = hashlib.sha256(body).hexdigest()
    with closing(Snapshots(archive)) as kept:
        kept.keep(Snapshot(id=key, url="https://x/t", fetched=datetime.now(UTC), media_type="", size=len(body)), body)
    assert "\x1b" in desk("archive", "show", key, "--body").out
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True, raising=False)
    shown = desk("archive", "show", key, "--body", "--quiet").out
    assert "\x1b" not in shown
    assert r"\x1b[2J" in shown


def test_a_body_that_is_not_there_is_a_sentence(desk):
    ran = desk("archive", "show", "ffffffffffff")
    assert ran.code == 2
    assert "There is no archived body ffffffffffff" in ran.err


def test_a_whole_archive_is_said_to_be_whole(desk):
    ran = desk("archive", "verify", "--strict")
    assert (ran.code, ran.out) == (0, "")
    assert "whole" in ran.err


def test_each_fault_is_told_and_strict_ends_with_1(desk, archive: Path):
    rows = desk("archive", "list", "--json").records
    missing, damaged = rows[0]["id"], next(row["id"] for row in rows if row["id"] != rows[0]["id"])
    file_of(archive, missing).unlink()
    file_of(archive, damaged).write_bytes(b"changed")
    (archive / "ab").mkdir(exist_ok=True)
    (archive / "ab" / ("c" * 62)).write_bytes(b"left")
    assert desk("archive", "verify").code == 0
    ran = desk("archive", "verify", "--strict", "--json")
    assert ran.code == 1
    assert {(row["id"], row["what"]) for row in ran.records} == {
        (missing, "missing"),
        (damaged, "damaged"),
        ("ab" + "c" * 62, "orphan"),
    }
    doctor = desk("doctor")
    assert doctor.code == 4
    assert "2 problems" in doctor.out


def test_clearing_up_keeps_what_the_finding_rests_on(desk, archive: Path):
    grow_old(archive)
    before = {row["id"] for row in desk("archive", "list", "--json").records}
    told = desk("archive", "prune", "--dry-run", "--json").records[0]
    assert {row["id"] for row in desk("archive", "verify", "--json").records} == set()
    done = desk("archive", "prune", "--json").records[0]
    assert set(done["dropped"]) == set(told["dropped"]) < before
    assert {hashlib.sha256(body).hexdigest() for body in (b"[1]", b"[2]")} <= set(done["dropped"])
    claim = next(row["id"] for row in desk("claims", "--json").records if "70 percent" in row["quote"])
    assert desk("replay", claim, "--strict").code == 0
    for key in done["dropped"]:
        assert "no longer in the archive" in desk("archive", "show", key).out
        assert desk("archive", "show", key, "--body").code == 4
    assert desk("archive", "verify", "--strict").code == 0
    assert desk("doctor").code == 0
    assert json.loads(desk("archive", "prune", "--json").out)["dropped"] == []


def test_young_bodies_stay(desk):
    assert "0 bodies went" in desk("archive", "prune", "--older-than", "0d").err


def test_two_databases_over_one_archive_keep_each_others_evidence(desk, home: Path, archive: Path):
    """A second desk beside the first shares its archive; the first desk's clearing up must not take what it rests on."""
    grow_old(archive)
    claim = next(row["id"] for row in desk("claims", "--json").records if "70 percent" in row["quote"])
    other = home / "desk" / "other.db"
    shutil.copy(home / "desk" / "workbench.db", other)
    (home / "desk" / "workbench.db").unlink()
    assert desk("claims").out == ""
    desk("archive", "prune")
    assert desk("replay", claim, "--strict", "--db", other).code == 0


def test_a_database_that_is_not_there_stops_the_clearing_up(desk, home: Path, archive: Path):
    grow_old(archive)
    elsewhere = home / "elsewhere" / "desk.db"
    config = home / "config.toml"
    config.write_text(f'archive = "{archive}"\n')
    desk("claims", "--db", elsewhere, "--config", config)
    elsewhere.unlink()
    before = desk("archive", "list").out
    ran = desk("archive", "prune")
    assert ran.code == 4
    assert f"{elsewhere} rests on this archive too" in ran.err
    assert not elsewhere.exists()
    assert desk("archive", "list").out == before
    ran = desk("archive", "prune", "--without", elsewhere)
    assert (ran.code, "the evidence that it alone points to" in ran.err) == (2, True)
    words = f"drop the evidence of {elsewhere}"
    assert desk("archive", "prune", "--without", elsewhere, "--typed", words).code == 0


def test_an_empty_file_where_a_database_was_stops_it_too(desk, home: Path, archive: Path):
    """A disk that was full leaves a file of no bytes, which SQLite takes for a new database that points to nothing."""
    grow_old(archive)
    elsewhere = home / "elsewhere" / "desk.db"
    config = home / "config.toml"
    config.write_text(f'archive = "{archive}"\n')
    desk("claims", "--db", elsewhere, "--config", config)
    for left in elsewhere.parent.glob("desk.db-*"):
        left.unlink()
    elsewhere.write_bytes(b"")
    before = desk("archive", "list").out
    ran = desk("archive", "prune")
    assert (ran.code, f"{elsewhere} rests on this archive too and is an empty file" in ran.err) == (4, True)
    assert desk("archive", "list").out == before


def test_a_database_that_cannot_be_opened_stops_it_too(desk, home: Path, archive: Path):
    """A server that is down, with the password that the archive does not keep."""
    server = "postgresql://ana:***@127.0.0.1:9/desk"
    with closing(Snapshots(archive)) as kept:
        kept.use(server)
        kept.use(str(home / "desk" / "spoilt.db"))
    (home / "desk" / "spoilt.db").write_bytes(b"no database at all, whatever its name says" * 100)
    spoilt = home / "desk" / "spoilt.db"
    server = "postgresql://ana@127.0.0.1:9/desk"
    typed = [word for place in (server, spoilt) for word in ("--typed", f"drop the evidence of {place}")]
    ran = desk("archive", "prune", "--without", server, *typed)
    assert ran.code == 4
    assert "--without" not in ran.err, "where it is there and does not open, nobody is told how to do without it"
    assert "spoilt.db rests on this archive too and cannot be opened" in ran.err
    ran = desk("archive", "prune", "--without", spoilt, *typed)
    assert ran.code == 4
    assert "PGPASSWORD" in ran.err
    assert "127.0.0.1:9/desk rests on this archive too" in ran.err
    assert desk("archive", "prune", "--without", server, "--without", spoilt, *typed).code == 0


def test_a_database_that_is_there_is_not_left_out(desk, home: Path, archive: Path):
    shutil.copy(home / "desk" / "workbench.db", home / "desk" / "other.db")
    other = home / "desk" / "other.db"
    ran = desk("archive", "prune", "--without", other, "--typed", f"drop the evidence of {other}")
    assert (ran.code, "is there and can be asked" in ran.err) == (2, True)
    ran = desk("archive", "prune", "--without", "oter.db", "--typed", "drop the evidence of oter.db")
    assert (ran.code, "There is no database over this archive" in ran.err) == (2, True)


def test_another_programs_file_beside_the_archive_is_no_neighbour(desk, home: Path):
    (home / "desk" / "notes.db").write_bytes(b"no database")
    other = sqlite3.connect(home / "desk" / "films.db")
    other.execute("CREATE TABLE findings (id)")
    other.commit()
    other.close()
    assert desk("archive", "prune").code == 0


def test_a_wrong_length_of_time_is_a_sentence(desk):
    ran = desk("archive", "prune", "--older-than", "soon")
    assert ran.code == 2
    assert "no length of time" in ran.err


def test_an_empty_archive_is_no_error(workbench, home: Path):
    for verb in ("list", "verify", "prune"):
        assert workbench("archive", verb).code == 0
    with open_store(home / "desk" / "workbench.db") as store:
        assert store.bodies() == frozenset()
