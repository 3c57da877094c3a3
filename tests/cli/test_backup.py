"""A backup by command, and what is told of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys

import pytest

from workbench.config import sample_folder

KILLED = """
import os, sys
from workbench.cli.entry_point import run
from workbench.store.backup import restoring
setattr(restoring, {0!r}, lambda *_, **__: os.kill(os.getpid(), 9))
run(sys.argv[1:])
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX's")
@pytest.mark.parametrize("at", ["_unpack", "_move_in"])
def test_a_restore_that_was_killed_is_told_by_doctor_and_done_again_as_it_says(workbench, home, at):
    """Doctor made an empty database there and said nothing; the next restore was refused for it."""
    workbench("import", sample_folder() / "statements")
    before = workbench("claims", "--json").out
    [kept] = workbench("backup", home / "kept", "--json").records
    place = ("--db", home / "new" / "w.db")
    command = [sys.executable, "-c", KILLED.format(at), "backup", "--restore", kept["file"], *place]
    assert subprocess.run([*map(str, command)], check=False).returncode == -signal.SIGKILL
    told = workbench("doctor", *place)
    assert "was cut short" in told.out + told.err
    assert "restore the backup again" in told.out + told.err
    workbench("claims", *place)
    for each in (home / "new").iterdir():
        shutil.rmtree(each) if each.is_dir() else each.unlink()
    assert workbench("backup", "--restore", kept["file"], *place).code == 0
    assert workbench("claims", "--json", *place).out == before
    assert "cut short" not in workbench("doctor", *place).out


def test_a_backup_and_its_restoring(workbench, home):
    workbench("import", sample_folder() / "statements")
    before = workbench("claims", "--json").out
    made = workbench("backup", home / "kept")
    assert made.code == 0
    assert "verified: the database and 0 archived bodies." in made.out
    [kept] = workbench("backup", home / "kept", "--keep", "1", "--json").records
    assert len(kept["removed"]) == 1
    assert [str(path) for path in (home / "kept").iterdir()] == [kept["file"]]
    new = home / "new" / "w.db"
    back = workbench("backup", "--restore", kept["file"], "--db", new)
    assert back.code == 0
    assert "restored as it was" in back.out
    assert workbench("claims", "--json", "--db", new).out == before
    again = workbench("backup", "--restore", kept["file"], "--db", new)
    assert again.code == 4
    assert "is there already" in again.err


def test_slips_are_sentences(workbench, home):
    for words, said in (
        ((), "Either a folder"),
        (("kept", "--restore", "x"), "Either a folder"),
        (("--restore", "x", "--keep", "2"), "--keep says nothing"),
        (("--restore", home / "none.zip"), "none.zip"),
        ((home / "kept",), "no database to back up"),
        (("kept", "--keep", "0"), "--keep"),
    ):
        ran = workbench("backup", *words)
        assert ran.code in {2, 4}, words
        assert said in ran.err
        assert "Traceback" not in ran.err
    assert not (home / "desk").exists()
    workbench("claims")
    ran = workbench("backup", home / "desk" / "archive")
    assert ran.code == 2
    assert "the archive is kept there" in ran.err
