"""The archive's keeping, on disk and in memory alike: what is there, whether it is whole, what may go."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workbench.core.errors import AmbiguousRecordError, NoSuchRecordError
from workbench.core.evidence import Snapshot
from workbench.ports import Fault, Progress
from workbench.store.bodies.snapshot_archive import Snapshots
from workbench.testing import MemoryArchive

NOON = datetime(2021, 12, 2, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=100)


def fetched(body: bytes, url: str = "https://x/a", *, at: datetime = NOON, **more: object) -> Snapshot:
    given = {"media_type": "application/json", "source": "unhcr"} | more
    return Snapshot(id=hashlib.sha256(body).hexdigest(), url=url, fetched=at, size=len(body), **given)


@pytest.fixture(params=["disk", "memory"])
def archive(request, tmp_path):
    return Snapshots(tmp_path / "archive") if request.param == "disk" else MemoryArchive()


@pytest.fixture
def disk(tmp_path):
    return Snapshots(tmp_path / "archive")


def file_of(archive: Snapshots, key: str) -> Path:
    return archive.folder / key[:2] / key[2:]


# --- what is there --------------------------------------------------------------------------------------


def test_a_body_at_an_address_is_one_row_however_often_it_was_fetched(archive):
    for hours in (0, 1, 2):
        archive.keep(fetched(b"a", at=NOON + timedelta(hours=hours)), b"a")
    archive.keep(fetched(b"a", "https://x/b", at=NOON + timedelta(hours=5)), b"a")
    archive.keep(fetched(b"other", at=NOON + timedelta(hours=4)), b"other")
    rows = archive.holdings()
    assert [(row.snapshot.url, row.times) for row in rows] == [
        ("https://x/b", 1),
        ("https://x/a", 1),
        ("https://x/a", 3),
    ]
    assert rows[2].first == NOON
    assert rows[2].snapshot.fetched == NOON + timedelta(hours=2)
    assert [row.snapshot.url for row in archive.holdings(offset=1, limit=1)] == ["https://x/a"]


def test_words_find_an_address_or_a_source(archive):
    archive.keep(fetched(b"a", "https://api.worldbank.org/SP.POP", source="worldbank"), b"a")
    archive.keep(fetched(b"b", "https://api.unhcr.org/x"), b"b")
    assert [row.snapshot.source for row in archive.holdings("sp.pop")] == ["worldbank"]
    assert [row.snapshot.source for row in archive.holdings("UNHCR")] == ["unhcr"]
    assert archive.holdings("100%") == archive.holdings("'; --") == []


def test_all_fetches_of_a_body_are_told_by_the_beginning_of_its_id(archive):
    first = archive.keep(fetched(b"a", asked='{"q":1}', headers=(("etag", '"1"'),)), b"a")
    second = archive.keep(replace(first, url="https://x/b", fetched=LATER), b"a")
    assert list(archive.fetches(first.id[:8])) == [second, first]


@pytest.mark.parametrize(
    "key", ["", "ffff", "../..", "'", "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb0"]
)
def test_a_body_that_was_never_kept_is_said_so(archive, key):
    archive.keep(fetched(b"a"), b"a")
    with pytest.raises(NoSuchRecordError):
        archive.fetches(key)
    assert not archive.holds(key)


def test_a_beginning_of_several_ids_is_refused(archive):
    seen: dict[str, str] = {}
    for n in range(2_000):  # some two of these begin alike
        body = str(n).encode()
        key = hashlib.sha256(body).hexdigest()
        if (other := seen.setdefault(key[:4], key)) != key:
            break
    for n in range(2_000):
        body = str(n).encode()
        if hashlib.sha256(body).hexdigest() in {key, other}:
            archive.keep(fetched(body), body)
    with pytest.raises(AmbiguousRecordError):
        archive.fetches(key[:4])


# --- whether it is whole --------------------------------------------------------------------------------


def test_each_fault_has_its_name(disk):
    whole, missing, damaged = (disk.keep(fetched(body, f"https://x/{body}"), body) for body in (b"1", b"2", b"3"))
    file_of(disk, missing.id).unlink()
    file_of(disk, damaged.id).write_bytes(b"4")
    orphan = hashlib.sha256(b"left by a kill").hexdigest()
    file_of(disk, orphan).parent.mkdir(exist_ok=True)
    file_of(disk, orphan).write_bytes(b"left by a kill")
    (disk.folder / whole.id[:2] / "notes.txt").write_text("put here by hand")
    assert set(disk.faults()) == {
        Fault(missing.id, "missing", missing.url),
        Fault(damaged.id, "damaged", damaged.url),
        Fault(orphan, "orphan"),
        Fault(f"{whole.id[:2]}/notes.txt", "orphan"),
    }
    assert sorted(disk.damaged()) == sorted([missing.id, damaged.id])


def test_it_tells_how_far_it_is(disk):
    for n in range(5):
        disk.keep(fetched(str(n).encode()), str(n).encode())
    told: list[Progress] = []
    assert list(disk.faults(told.append)) == []
    assert [(each.done, each.of) for each in told] == [(n, 5) for n in range(5)]


# --- what may go ----------------------------------------------------------------------------------------


def test_what_went_is_known_to_have_been_here_and_is_no_fault(archive):
    old = archive.keep(fetched(b"old"), b"old")
    assert list(archive.aged(LATER)) == [(old.id, 3)]
    assert archive.drop([old.id], LATER) == {old.id}
    assert not archive.holds(old.id)
    assert archive.latest(old.url, samples=False) is None
    assert list(archive.fetches(old.id)) == [old]
    assert list(archive.faults()) == []
    assert list(archive.aged(LATER)) == []


def test_what_was_fetched_since_stays(archive):
    body = archive.keep(fetched(b"old"), b"old")
    archive.keep(fetched(b"old", at=LATER), b"old")
    assert list(archive.aged(LATER)) == []
    assert archive.drop([body.id], LATER) == frozenset()
    assert archive.read(body.id) == b"old"


def test_what_went_may_come_again(archive):
    old = archive.keep(fetched(b"old"), b"old")
    archive.drop([old.id], LATER)
    again = archive.keep(fetched(b"old", at=LATER), b"old")
    assert archive.read(again.id) == b"old"
    assert list(archive.faults()) == []


def test_a_body_that_came_again_and_is_lost_is_missed(disk):
    old = disk.keep(fetched(b"old"), b"old")
    disk.drop([old.id], LATER)
    disk.keep(fetched(b"old", at=LATER), b"old")
    file_of(disk, old.id).unlink()
    assert [fault.what for fault in disk.faults()] == ["missing"]


def test_what_a_killed_process_left_goes_too_once_it_is_old(disk):
    key = hashlib.sha256(b"left").hexdigest()
    file_of(disk, key).parent.mkdir()
    file_of(disk, key).write_bytes(b"left")
    assert list(disk.aged(NOON)) == []
    os.utime(file_of(disk, key), (NOON.timestamp(),) * 2)
    assert list(disk.aged(LATER)) == [(key, 4)]
    assert disk.drop([key], LATER) == {key}
    assert list(disk.faults()) == []


def test_a_body_that_was_given_up_and_not_removed_goes_the_next_time(disk):
    """A kill between the note and the deed."""
    old = disk.keep(fetched(b"old"), b"old")
    disk._log.let_go(old.id, 1, LATER)
    os.utime(file_of(disk, old.id), (NOON.timestamp(),) * 2)
    assert list(disk.faults()) == []
    assert [key for key, _ in disk.aged(LATER)] == [old.id]
    assert disk.drop([old.id], LATER) == {old.id}
    assert not disk.holds(old.id)


def test_a_large_body_goes_as_well(disk):
    body = b'{"value": 151}' * 20_000
    old = disk.keep(fetched(body), body)
    ((key, size),) = disk.aged(LATER)
    assert size < len(body) / 10
    assert disk.drop([key], LATER) == {key}
    assert not disk.holds(old.id)


def test_the_log_of_fetches_stays_whole(disk):
    old = disk.keep(fetched(b"old"), b"old")
    disk.drop([old.id], LATER)
    log = sqlite3.connect(disk.folder / "fetches.db")
    assert log.execute("SELECT COUNT(*) FROM fetches").fetchone() == (1,)
    log.close()


def test_keeping_and_dropping_at_once_loses_nothing(tmp_path):
    """Threads fetch the same bodies anew while another process lets the old ones go: whatever was fetched last is there."""
    archive = Snapshots(tmp_path / "a")
    bodies = [str(n).encode() for n in range(40)]
    for body in bodies:
        archive.keep(fetched(body), body)
    script = """
import sys
from datetime import datetime, timedelta, UTC
from pathlib import Path
from workbench.store.bodies.snapshot_archive import Snapshots
archive, before = Snapshots(Path(sys.argv[1])), datetime(2022, 1, 1, tzinfo=UTC)
print(sum(len(archive.drop([key], before)) for key, _ in list(archive.aged(before))))
"""
    dropping = subprocess.Popen([sys.executable, "-c", script, tmp_path / "a"], stdout=subprocess.PIPE, text=True)

    def keep(start: int) -> None:
        for body in bodies[start:] + bodies[:start]:
            archive.keep(fetched(body, at=LATER), body)

    threads = [threading.Thread(target=keep, args=(start,)) for start in (0, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert dropping.communicate(timeout=60)[0].strip().isdecimal()
    assert all(archive.read(fetched(body).id) == body for body in bodies)
    assert list(archive.faults()) == []


def test_databases_that_rest_on_it_are_known(disk):
    for place in ("/desk/b.db", "postgresql://ana:***@host/name", "/desk/b.db"):
        disk.use(place)
    assert disk.users() == ["/desk/b.db", "postgresql://ana:***@host/name"]


# --- when a service was asked ------------------------------------------------------------------------------


def test_the_questions_to_a_host_are_counted_whoever_asked(archive):
    for minutes, url in (
        (70, "https://sdmx.oecd.org/1"),
        (10, "https://sdmx.oecd.org/2"),
        (5, "https://sdmx.oecd.org.x/3"),
    ):
        archive.keep(fetched(url.encode(), url, at=NOON - timedelta(minutes=minutes)), url.encode())
    archive.keep(fetched(b"s", "https://sdmx.oecd.org/4", at=NOON, sample="OECD, as of 2020"), b"s")
    since = NOON - timedelta(hours=1)
    assert list(archive.asked_at("https://sdmx.oecd.org/", since)) == [NOON - timedelta(minutes=10)]


@pytest.mark.slow
def test_a_clearing_up_that_is_killed_leaves_the_archive_in_order(tmp_path):
    """Killed at any moment: what is young is there and whole, nothing is missed, and the next clearing up ends the work."""
    script = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from workbench.store.bodies.snapshot_archive import Snapshots
archive, before = Snapshots(Path(sys.argv[1])), datetime(2022, 1, 1, tzinfo=UTC)
print("ready", flush=True)
keys = [key for key, _ in archive.aged(before)]
for n in range(0, len(keys), 7):
    archive.drop(keys[n : n + 7], before)
"""
    archive = Snapshots(tmp_path / "a")
    old, young = [f"old {n}".encode() for n in range(150)], [f"young {n}".encode() for n in range(5)]
    for body in old:
        archive.keep(fetched(body), body)
        os.utime(file_of(archive, fetched(body).id), (NOON.timestamp(),) * 2)
    for body in young:
        archive.keep(fetched(body, at=LATER), body)
    for milliseconds in (2, 10, 30, 60, 120):
        clearing = subprocess.Popen([sys.executable, "-c", script, tmp_path / "a"], stdout=subprocess.PIPE, text=True)
        clearing.stdout.readline()
        time.sleep(milliseconds / 1000)
        clearing.kill()
        clearing.communicate()
        again = Snapshots(tmp_path / "a")
        assert list(again.faults()) == []
        assert all(again.read(fetched(body).id) == body for body in young)
    archive.drop([key for key, _ in archive.aged(LATER)], LATER)
    assert not any(archive.holds(fetched(body).id) for body in old)
    assert list(archive.faults()) == []
