"""The index is a cache: whatever happens to its file, it opens, says what was wrong, and no traceback is seen."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from workbench.catalogue import Index, starter
from workbench.core.series import Series, SeriesRef

FRESH = {source: (titles, None) for source, titles in sorted(Counter(s.ref.source for s in starter()).items())}


def one(title: str = "Old title") -> list[Series]:
    return [Series(ref=SeriesRef("office", "k"), title=title)]


def rebuilt(index: Index) -> bool:
    return [problem.kind for problem in index.problems] == ["catalogue-rebuilt"]


@pytest.mark.parametrize("body", [b"not a database at all", b"\x00" * 5000, b"SQLite format 3\x00" + b"\xff" * 9000])
def test_a_file_that_is_no_database_is_built_again(path: Path, body: bytes):
    path.parent.mkdir()
    path.write_bytes(body)
    with Index(path) as index:
        assert index.counts() == FRESH
        assert rebuilt(index)
        assert "starter list" in str(index.problems[0])
    assert path.with_name(f"{path.name}.aside").read_bytes() == body
    with Index(path) as again:
        assert again.problems == ()


def test_a_file_cut_in_half_is_built_again(path: Path):
    with Index(path) as index:
        index.replace("office", one(), date(2026, 1, 5))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    for suffix in ("-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    with Index(path) as index:
        assert index.search("asylum")
        assert index.counts().keys() >= FRESH.keys()


def test_damage_that_shows_only_when_searching_is_mended_then(path: Path):
    with Index(path) as index:
        index.replace(
            "office",
            [Series(ref=SeriesRef("office", str(n)), title=f"Lighthouse {n}") for n in range(3000)],
            date(2026, 1, 5),
        )
    body = bytearray(path.read_bytes())
    body[3 * 4096 : -4096] = b"\xa5" * (len(body) - 4 * 4096)
    path.write_bytes(body)
    with Index(path) as index:
        index.search("lighthouse")
        index.search("asylum")
        assert index.counts() == FRESH
        assert rebuilt(index)


def test_a_file_of_another_version_is_built_again(path: Path):
    Index(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version=99")
    db.close()
    with Index(path) as index:
        assert index.counts() == FRESH
        assert rebuilt(index)
    assert not path.with_name(f"{path.name}.aside").exists()


def test_another_programs_database_is_left_alone(path: Path):
    """Somebody keeps the workbench's own database, with a year of verdicts, where the index is looked for."""
    path.parent.mkdir()
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE verdicts (claim TEXT)")
    db.commit()
    db.close()
    before = path.read_bytes()
    with Index(path) as index:
        assert index.counts() == FRESH
        assert [problem.kind for problem in index.problems] == ["catalogue-unkept"]
        assert "another program" in index.problems[0].message
    assert path.read_bytes() == before


def test_an_older_starter_list_is_renewed_and_own_lists_stay(path: Path):
    with Index(path) as index:
        index.replace("worldbank", one(), date(2026, 1, 5))
    db = sqlite3.connect(path)
    db.execute("UPDATE starter SET digest = 'older'")
    db.execute("UPDATE lists SET titles = 1 WHERE source = 'unhcr'")
    db.commit()
    db.close()
    with Index(path) as index:
        assert index.counts() == FRESH | {"worldbank": (1, date(2026, 1, 5))}
        assert index.problems == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path):
    tmp_path.chmod(0o500)
    with Index(tmp_path / "catalogue.sqlite") as index:
        assert index.counts() == FRESH
        assert index.problems[0].kind == "catalogue-unkept"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with Index(tmp_path / "file" / "catalogue.sqlite") as index:
        assert index.search("asylum")
        assert [problem.kind for problem in index.problems] == ["catalogue-unkept"]


def test_two_that_open_a_fresh_index_at_once_both_have_it(path: Path):
    script = (
        f"from pathlib import Path; from workbench.catalogue import Index; print(Index(Path({str(path)!r})).counts())"
    )
    both = [
        subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    for process in both:
        out, err = process.communicate(timeout=60)
        assert (out.decode().strip(), err) == (str(FRESH), b"")


@pytest.mark.parametrize("after", [0.02, 0.08, 0.2])
def test_a_kill_in_the_middle_leaves_the_old_list_whole(path: Path, after: float):
    with Index(path) as index:
        index.replace("office", one(), date(2026, 1, 5))
    script = textwrap.dedent(f"""
        from datetime import date
        from pathlib import Path
        from workbench.catalogue import Index
        from workbench.core.series import Series, SeriesRef
        index = Index(Path({str(path)!r}))
        print("writing", flush=True)
        endless = (Series(ref=SeriesRef("office", f"n{{n}}"), title=f"New title {{n}}") for n in range(10**9))
        index.replace("office", endless, date(2026, 2, 1))
    """)
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"writing\n"
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with Index(path) as index:
        assert index.counts() == FRESH | {"office": (1, date(2026, 1, 5))}
        assert [s.title for s in index.search("title")] == ["Old title"]
        assert index.problems == ()
