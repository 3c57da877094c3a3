"""The archive: what was fetched is there, is what it was, and says where and when."""

from __future__ import annotations

import gzip
import hashlib
import os
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.errors import NoSuchRecordError, StoreError
from workbench.core.evidence import Snapshot
from workbench.core.failures.database_errors import DamagedDatabaseError, UnwritableError
from workbench.store.bodies.snapshot_archive import Snapshots

NOON = datetime(2021, 12, 2, 12, tzinfo=UTC)
SMALL, LARGE = b'{"value": 91}', b'{"value": 151}' * 20_000


def fetched(body: bytes, url: str = "https://x/a", *, at: datetime = NOON, **more: object) -> Snapshot:
    given = {"media_type": "application/json", "source": "unhcr"} | more
    return Snapshot(id=hashlib.sha256(body).hexdigest(), url=url, fetched=at, size=len(body), **given)  # type: ignore[arg-type]


@pytest.fixture
def archive(tmp_path):
    return Snapshots(tmp_path / "archive")


def _files(archive: Snapshots) -> list:
    return [path for path in archive.folder.glob("*/*") if path.is_file()]


@pytest.mark.parametrize("body", [SMALL, LARGE, b"", bytes(range(256)) * 300])
def test_a_body_comes_back_as_it_was(archive, body):
    snapshot = fetched(body)
    assert archive.keep(snapshot, body) == snapshot
    assert archive.read(snapshot.id) == body
    assert archive.snapshot(snapshot.id) == snapshot
    assert archive.latest("https://x/a", samples=False) == snapshot
    assert Snapshots(archive.folder).read(snapshot.id) == body


@pytest.fixture(scope="module")
def one_archive(tmp_path_factory):
    return Snapshots(tmp_path_factory.mktemp("archive"))


@settings(max_examples=40, deadline=None)  # each body is forced to the disk
@given(body=st.binary(max_size=200) | st.binary(min_size=1, max_size=9).map(lambda b: b * 20_000))
def test_any_bytes_come_back(one_archive, body):
    one_archive.keep(fetched(body), body)
    assert one_archive.read(fetched(body).id) == body
    assert one_archive.latest("https://x/a", samples=False) == fetched(body)


def test_large_bodies_are_packed_and_small_ones_can_be_looked_at(archive):
    for body in (SMALL, LARGE):
        archive.keep(fetched(body), body)
    sizes = sorted(path.stat().st_size for path in _files(archive))
    assert sizes[0] == len(SMALL)
    assert sizes[1] < len(LARGE) / 10


def test_the_same_body_again_is_one_file_and_two_fetches(archive):
    archive.keep(fetched(SMALL), SMALL)
    before = _files(archive)[0].stat().st_mtime_ns
    later = fetched(SMALL, at=NOON + timedelta(days=1))
    archive.keep(later, SMALL)
    assert len(_files(archive)) == 1
    assert _files(archive)[0].stat().st_mtime_ns == before
    assert archive.snapshot(later.id) == later


def test_a_body_that_is_not_what_it_says_is_refused(archive):
    with pytest.raises(StoreError, match="not the one that was announced"):
        archive.keep(fetched(SMALL), SMALL + b" ")
    assert _files(archive) == []


def test_the_newest_successful_fetch_of_the_very_address_is_given(archive):
    old, new, failed = b"old", b"new", b"gone"
    archive.keep(fetched(new, at=NOON + timedelta(hours=2)), new)
    archive.keep(fetched(old, at=NOON), old)
    archive.keep(fetched(failed, at=NOON + timedelta(hours=3), status=404), failed)
    archive.keep(fetched(failed, "https://x/a?b=1", at=NOON + timedelta(hours=4)), failed)
    assert archive.latest("https://x/a", samples=False).id == fetched(new).id
    assert archive.latest("https://x/", samples=False) is None


def test_a_failure_that_came_as_success_is_kept_and_never_given(archive):
    archive.keep(fetched(b"figures"), b"figures")
    later = archive.keep(fetched(b'{"warning": 413}', at=NOON + timedelta(hours=1), failed=True), b'{"warning": 413}')
    assert archive.latest("https://x/a", samples=False) == fetched(b"figures")
    assert archive.snapshot(later.id) == later
    assert archive.snapshot(later.id).failed is True


def test_the_order_is_that_of_time_whatever_the_clock_shows(archive):
    skopje = timezone(timedelta(hours=1))
    archive.keep(fetched(b"b", at=NOON.replace(microsecond=1)), b"b")
    archive.keep(fetched(b"a", at=NOON.astimezone(skopje)), b"a")
    assert archive.latest("https://x/a", samples=False).id == fetched(b"b").id


def test_samples_and_live_answers_never_stand_in_for_one_another(archive):
    live, sample = fetched(b"live"), fetched(b"sample", at=NOON + timedelta(days=1), sample="figures as of 2025-06")
    archive.keep(sample, b"sample")
    assert archive.latest("https://x/a", samples=False) is None
    archive.keep(live, b"live")
    assert archive.latest("https://x/a", samples=False) == live
    assert archive.latest("https://x/a", samples=True) == sample


def test_a_body_that_also_came_live_is_live(archive):
    live, sample = fetched(SMALL), fetched(SMALL, at=NOON + timedelta(days=1), sample="figures as of 2025-06")
    archive.keep(live, SMALL)
    archive.keep(sample, SMALL)
    assert archive.snapshot(live.id) == live


# --- damage ---


def _spoil(archive: Snapshots, how) -> None:
    (path,) = _files(archive)
    path.write_bytes(how(path.read_bytes()))


@pytest.mark.parametrize("body", [SMALL, LARGE])
@pytest.mark.parametrize(
    "how",
    [
        lambda b: b[: len(b) // 2],
        lambda _: b"",
        lambda b: b + b"x" if not b.startswith(b"\x1f") else b[:-9] + b"x" * 9,
        lambda b: b.replace(b"9", b"8") if not b.startswith(b"\x1f") else gzip.compress(LARGE.replace(b"1", b"2")),
        lambda b: b"\x00" * len(b),
        lambda _: gzip.compress(b"0" * 50_000_000),
    ],
)
def test_a_changed_body_is_never_given(archive, body, how):
    snapshot = archive.keep(fetched(body), body)
    _spoil(archive, how)
    with pytest.raises(StoreError, match=snapshot.id[:12]):
        archive.read(snapshot.id)
    assert list(archive.damaged()) == [snapshot.id]


def test_fetching_a_damaged_body_again_mends_it(archive):
    snapshot = archive.keep(fetched(SMALL), SMALL)
    _spoil(archive, lambda _: b"")
    archive.keep(snapshot, SMALL)
    assert archive.read(snapshot.id) == SMALL
    assert list(archive.damaged()) == []


def test_a_missing_body_is_said_and_an_older_one_is_given(archive):
    archive.keep(fetched(b"old"), b"old")
    gone = archive.keep(fetched(SMALL, at=NOON + timedelta(days=1)), SMALL)
    (archive.folder / gone.id[:2] / gone.id[2:]).unlink()
    with pytest.raises(StoreError, match="missing"):
        archive.read(gone.id)
    assert list(archive.damaged()) == [gone.id]
    assert archive.latest("https://x/a", samples=False).id == fetched(b"old").id


@pytest.mark.parametrize(
    "key", ["", "0" * 64, "../../etc/passwd", "/etc/passwd", "a" * 63 + "\n", "A" * 64, "\x00", "\ud800"]
)
def test_what_was_never_kept_is_said_so(archive, key):
    with pytest.raises(NoSuchRecordError):
        archive.read(key)


def test_the_log_is_only_added_to(archive):
    archive.keep(fetched(SMALL), SMALL)
    other = sqlite3.connect(archive.folder / "fetches.db")
    for statement in ("DELETE FROM fetches", "UPDATE fetches SET url = 'https://y'"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            other.execute(statement)
    other.close()


def test_a_damaged_log_is_a_sentence(archive):
    archive.close()
    (archive.folder / "fetches.db").write_bytes(b"no database. " * 1000)
    with pytest.raises(DamagedDatabaseError):
        Snapshots(archive.folder)


# --- places and others ---


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UnwritableError):
        Snapshots(tmp_path / "file" / "archive")


def test_what_a_killed_process_left_is_cleared_away_and_what_another_writes_is_not(archive):
    old, new = (archive.folder / "new" / name for name in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 3600,) * 2)
    Snapshots(archive.folder)
    assert (old.exists(), new.exists()) == (False, True)


def test_threads_may_share_it(archive):
    def keep(n: int) -> None:
        for k in range(10):
            body = f"{n} {k}".encode()
            archive.keep(fetched(body, f"https://x/{n}/{k}"), body)

    threads = [threading.Thread(target=keep, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(archive.latest(f"https://x/{n}/{k}", samples=False) for n in range(4) for k in range(10))


def test_two_processes_may_keep_at_once(tmp_path):
    script = """
import hashlib, sys
from datetime import datetime, UTC
from pathlib import Path
from workbench.core.evidence import Snapshot
from workbench.store.bodies.snapshot_archive import Snapshots
archive = Snapshots(Path(sys.argv[1]))
for n in range(60):
    body = f"{n // 2 * 2} {sys.argv[2] if n % 2 else ''}".encode()
    archive.keep(Snapshot(id=hashlib.sha256(body).hexdigest(), url=f"https://x/{sys.argv[2]}/{n}",
                 fetched=datetime.now(UTC), media_type="text/plain", size=len(body)), body)
"""
    both = [
        subprocess.Popen([sys.executable, "-c", script, tmp_path / "a", str(n)], stderr=subprocess.PIPE, text=True)
        for n in range(2)
    ]
    assert [one.communicate(timeout=60)[1] for one in both] == ["", ""]
    archive = Snapshots(tmp_path / "a")
    assert all(archive.latest(f"https://x/{n}/{k}", samples=False) for n in range(2) for k in range(60))
    assert list(archive.damaged()) == []


def test_hostile_words_of_a_service_are_kept_as_they_are(archive):
    nasty = replace(fetched(SMALL), url="https://x/?q='; DROP TABLE fetches; --\x1b[31m", media_type="text/\x07html")
    archive.keep(nasty, SMALL)
    assert archive.latest(nasty.url, samples=False) == nasty
