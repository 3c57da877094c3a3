"""A desk on a medium that cannot be written, or on a full disk: what was found there can be read, shown, exported and recomputed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

READING = (
    ("claims",),
    ("show", "{claim}"),
    ("export", "--query", "id:{claim}", "--format", "json"),
    ("replay", "{claim}", "--strict"),
    ("archive", "list"),
    ("archive", "verify", "--strict"),
    ("memory", "list"),
    ("memory", "export"),
)


@contextmanager
def read_only(folder: Path):
    """A folder that nobody can write, root neither, where the machine lets us make one."""
    if os.geteuid():
        for path in (folder, *folder.rglob("*")):
            path.chmod(path.stat().st_mode & ~0o222)
        try:
            yield
        finally:
            for path in (folder, *folder.rglob("*")):
                path.chmod(path.stat().st_mode | 0o200)
        return
    bound = ["mount", "--bind", folder, folder]
    if subprocess.run(bound, capture_output=True, check=False).returncode:
        pytest.skip("root without the right to mount: nothing can be made unwritable")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@contextmanager
def full(folder: Path):
    """A disk with no byte left, holding what the folder holds."""
    aside = shutil.copytree(folder, folder.with_name("aside"))
    mounted = ["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", folder]
    if os.geteuid() or subprocess.run(mounted, capture_output=True, check=False).returncode:
        pytest.skip("a full disk is made by mounting a small one, which takes root")
    try:
        shutil.copytree(aside, folder, dirs_exist_ok=True)
        with (folder / "filled").open("wb", buffering=0) as file:
            for size in (1 << 20, 1 << 12, 1):
                try:
                    while file.write(b"x" * size) == size:
                        pass
                except OSError:
                    continue
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def claim(workbench, answers, statements, once):
    """Return a claim that was researched and rated."""

    def work() -> str:
        workbench("import", statements, "--samples", answers)
        key = next(row["id"] for row in workbench("claims", "--json").records if "70 percent" in row["quote"])
        workbench("research", key, "--samples", answers)
        workbench("rate", key, "false", "--note", "It fell by 39.7 %.")
        return str(key)

    key = once("reading only", work)
    workbench("claims")  # notes in the archive that this database has it too
    return key


@pytest.mark.parametrize("medium", [read_only, full])
def test_what_is_there_can_be_read(workbench, home, claim, medium):
    before = {words: workbench(*(word.format(claim=claim) for word in words)) for words in READING}
    with medium(home / "desk"):
        for words in READING:
            ran = workbench(*(word.format(claim=claim) for word in words))
            assert ran.code == before[words].code == 0, ran
            if words[0] != "export":  # which says when it was made
                assert ran.out == before[words].out
        for words in (("rate", claim, "true"), ("undo",), ("publish", claim)):
            ran = workbench(*words)
            assert (ran.code, "cannot be written" in ran.err) == (4, True), ran
    assert workbench("rate", claim, "true", "--note", "Now it can.").code == 0


@pytest.mark.parametrize("where", [read_only, full])
def test_what_cannot_be_written_can_be_taken_elsewhere(workbench, home, claim, where):
    """A full disk is a reason to copy what lies on it: nothing is written there on the way."""
    shown, elsewhere = workbench("show", claim, "--json").out, home / "elsewhere"
    with where(home / "desk"):
        assert workbench("db", "upgrade", "--dry-run").code == 0
        ran = [workbench("backup", elsewhere / "backups"), workbench("db", "copy", elsewhere / "copied.db")]
        assert [each.code for each in ran] == [0, 0], ran
    [backup] = (elsewhere / "backups").glob("*.zip")
    assert workbench("backup", "--restore", backup, "--db", elsewhere / "restored" / "desk.db").code == 0
    for place in (elsewhere / "copied.db", elsewhere / "restored" / "desk.db"):
        assert workbench("show", claim, "--json", "--db", place).out == shown


@pytest.mark.parametrize("where", [read_only, full])
def test_words_that_cannot_be_looked_over_are_no_fault(workbench, home, claim, where):
    """With a file of shared memory beside it, a database opens as any other does, and SQLite refuses to look through its words alone."""
    path = home / "desk" / "workbench.db"
    with closing(sqlite3.connect(path)) as another:
        another.execute("SELECT count(*) FROM claims").fetchone()
        with where(home / "desk"):
            assert "found by their words" not in workbench("doctor").err
            assert workbench("db", "check").code == 0
            assert "DIFFERS" not in workbench("replay").out


def test_a_database_that_has_to_be_brought_up_to_date_says_so(workbench, home, claim, as_version):
    path = home / "desk" / "workbench.db"
    old = as_version("0004", path, home / "old.db")
    for beside in path.parent.glob("workbench.db*"):
        beside.unlink()
    old.replace(path)
    with read_only(home / "desk"):
        for words in READING[:4]:
            ran = workbench(*(word.format(claim=claim) for word in words))
            assert (ran.code, "written by an older workbench" in ran.err) == (4, True), ran
    assert workbench("claims").code == 0


def test_changes_that_wait_in_the_log_are_not_passed_over(workbench, home, claim):
    """A database that was copied together with its log: what the log holds must not be missing without a word."""
    path = home / "desk" / "workbench.db"
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("CREATE TABLE IF NOT EXISTS mine (x)")
        writer.commit()
        shutil.copytree(home / "desk", home / "copied")
    (home / "copied" / "workbench.db-shm").unlink(missing_ok=True)
    with read_only(home / "copied"):
        ran = workbench("claims", "--db", home / "copied" / "workbench.db")
        assert ran.code == 0 or "wait in workbench.db-wal" in ran.err
        assert "Traceback" not in ran.err


def test_a_desk_on_a_medium_that_is_only_read_is_well(workbench, home, claim):
    """Doctor ended with 4, since the index beside it could not be brought up to date."""
    assert workbench("doctor").code == 0
    with read_only(home / "desk"):
        ran = workbench("doctor")
        assert (ran.code, "All is well." in ran.out) == (0, True), ran
        assert "The index is read but not updated" in ran.err
        [told] = workbench("doctor", "--json").records
    assert [each["kind"] for each in told["problems"]] == ["catalogue-read-only"]
