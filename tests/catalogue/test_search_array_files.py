"""The arrays beside the rows: whatever happens to them, every title is still found, and the order stays the same."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from datetime import date
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from workbench.catalogue import Index, index_file, memory_mapped_arrays
from workbench.catalogue.search_array_files import rules
from workbench.core.candidate import Candidate
from workbench.core.series import Series, SeriesRef
from workbench.match import query_of_text

DAY = date(2026, 1, 5)
TITLES = ("Lighthouses, number", "Lighthouse keepers (persons)", "Fog signals", "Ferries, passengers carried")


def listed(source: str, *titles: str, **more: object) -> list[Series]:
    return [Series(ref=SeriesRef(source, f"k{n}"), title=title, **more) for n, title in enumerate(titles)]


def title_file(path: Path) -> Path:
    """Return the file of arrays, of which there is one alone."""
    (found,) = path.parent.glob("*.shelf")
    return found


def names(found: object) -> list[str]:
    return [str(each.ref) for each in found]


@pytest.fixture
def lights(path: Path) -> Path:
    """Return an index that is closed and holds four titles beside the starter list."""
    with Index(path) as index:
        index.replace("office", listed("office", *TITLES), DAY)
    return path


def mended(index: Index) -> bool:
    return [problem.kind for problem in index.problems] == ["catalogue-mended"]


# --- damage ------------------------------------------------------------------------------------------------


def half(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def newer(file: Path) -> None:
    body = bytearray(file.read_bytes())
    body[len(memory_mapped_arrays.MARK) - 1] = 200
    file.write_bytes(body)


def noise(file: Path) -> None:
    file.write_bytes(os.urandom(4_000))


@pytest.mark.parametrize("harm", [half, newer, noise, Path.unlink], ids=["half written", "newer", "noise", "gone"])
def test_arrays_that_cannot_be_used_are_made_anew_from_the_rows(lights: Path, harm):
    harm(title_file(lights))
    with Index(lights) as index:
        assert names(index.search("lighthouse")) == ["office:k0", "office:k1"]
        assert mended(index)
        assert index.counts()["office"] == (4, DAY)
    with Index(lights) as again:
        assert names(again.search("lighthouse")) == ["office:k0", "office:k1"]
        assert again.problems == ()


@pytest.mark.parametrize("name", ["briefs", "ids", "postings.numbers"])
def test_damage_that_no_sum_shows_is_mended_when_it_is_met(lights: Path, name: str):
    found, about = memory_mapped_arrays.read(title_file(lights))
    spoilt = {key: np.array(array) for key, array in found.items()}
    spoilt[name].view(np.uint8)[:] = 0xC1  # no number of a title, and no message either
    spoilt[name] = np.abs(spoilt[name]) if name != "briefs" else spoilt[name]
    memory_mapped_arrays.write(title_file(lights), spoilt, about)
    with Index(lights) as index:
        assert names(index.search("lighthouse")) == ["office:k0", "office:k1"]
        assert mended(index)


def test_arrays_made_by_other_rules_are_made_anew_and_nobody_is_troubled(lights: Path):
    before = title_file(lights).name
    db = sqlite3.connect(lights)
    db.execute("UPDATE shelf SET rules = 'older'")
    db.commit()
    db.close()
    with Index(lights) as index:
        assert names(index.search("lighthouse")) == ["office:k0", "office:k1"]
        assert index.problems == ()
    assert title_file(lights).name != before


def test_the_rules_are_those_of_the_meanings_too():
    assert rules("one space") != rules("another")
    assert rules("one space") == rules("one space")


def test_what_a_killed_process_left_is_swept_and_a_neighbours_file_is_not(lights: Path):
    for name in (f"{lights.name}.0123.shelf", f"{lights.name}.4567.shelf.half"):
        (lights.parent / name).write_bytes(b"left")
    (lights.parent / "other.sqlite.89ab.shelf").write_bytes(b"theirs")
    with Index(lights) as index:
        index.replace("office", listed("office", "Buoys"), DAY)
    left = sorted(file.name for file in lights.parent.iterdir() if "shelf" in file.name)
    assert len(left) == 2
    assert "other.sqlite.89ab.shelf" in left


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_arrays_that_may_not_be_written_are_made_in_memory(lights: Path):
    title_file(lights).unlink()
    lights.chmod(0o400)
    lights.parent.chmod(0o500)
    with Index(lights) as index:
        assert names(index.search("lighthouse")) == ["office:k0", "office:k1"]
        assert "catalogue-unkept" in [problem.kind for problem in index.problems]


def test_a_reader_goes_on_while_others_write(lights: Path):
    """Another process puts lists in place again and again; the titles of one moment are found at every look."""
    script = textwrap.dedent(f"""
        from datetime import date
        from pathlib import Path
        from workbench.catalogue import Index
        from workbench.core.series import Series, SeriesRef
        index = Index(Path({str(lights)!r}))
        for turn in range(12):
            listed = [Series(ref=SeriesRef("office", f"{{turn}}-{{n}}"), title="Lighthouse") for n in range(1 + turn)]
            index.replace("office", listed, date(2026, 1, 5))
            print(turn, flush=True)
    """)
    with Index(lights) as index, subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as writer:
        seen = []
        for _ in writer.stdout:
            keys = [each.ref.key for each in index.search("lighthouse", sources=["office"])]
            turns = {key.partition("-")[0] for key in keys}
            assert len(turns) == 1
            assert len(keys) == 1 + int(turns.pop())
            seen.append(len(keys))
        assert writer.wait() == 0
        assert index.problems == ()
    assert seen == sorted(seen)
    assert seen[-1] == 12


@pytest.mark.parametrize("times", [1, 3])
def test_a_list_that_is_replaced_while_a_reader_opens_it_is_read_anew(lights: Path, monkeypatch, times: int):
    """Between reading the name of the arrays and opening them, others put new ones in place, once or again and again."""
    read, left = memory_mapped_arrays.read, iter(range(times, 0, -1))
    monkeypatch.setattr(
        index_file, "WAIT", 0.1
    )  # the reader, in this very thread, lets nobody tidy up before it has read

    def late(file: Path, **how: bool) -> object:
        if turn := next(left, 0):
            monkeypatch.setattr(memory_mapped_arrays, "read", read)
            with Index(lights) as other:
                other.replace("office", listed("office", *["Lighthouse"] * turn), DAY)
            monkeypatch.setattr(memory_mapped_arrays, "read", late)
        return read(file, **how)

    with Index(lights) as index:
        monkeypatch.setattr(memory_mapped_arrays, "read", late)
        assert names(index.search("lighthouse", sources=["office"])) == ["office:k0"]
        assert index.problems == ()


# --- order -------------------------------------------------------------------------------------------------


def test_the_same_lists_give_the_same_order_however_they_were_pulled(tmp_path: Path):
    lists = {source: listed(source, "Wheat yield", "Yield of wheat", "Wheat") for source in ("one", "two", "three")}
    orders = []
    for number, order in enumerate(permutations(lists)):
        with Index(tmp_path / f"{number}.sqlite") as index:
            for source in (*order, order[0]):
                index.replace(source, lists[source], DAY)
            orders.append([(c.series.ref, c.score) for c in index.rank(query_of_text("wheat yields"), 30)])
    assert orders[0]
    assert all(order == orders[0] for order in orders)


def test_equal_titles_are_all_found_the_earlier_first(index: Index):
    index.replace("office", listed("office", *["Lighthouses"] * 150), DAY)
    found = [each.ref.key for each in index.search("lighthouses", limit=200)]
    assert found == [f"k{n}" for n in range(150)]


# --- bad input ---------------------------------------------------------------------------------------------


def asked(index: Index, text: str) -> tuple[Candidate, ...]:
    return index.rank(query_of_text(text))


def test_titles_of_four_thousand_letters(index: Index):
    long = " ".join(f"lighthouse{n}" for n in range(400))[:4_000]
    index.replace("office", listed("office", long, "Lighthouse7", "x" * 4_000), DAY)
    found = asked(index, "lighthouse7")
    assert found[0].series.title == "Lighthouse7"
    assert "office:k0" in [str(each.series.ref) for each in found]


def test_a_catalogue_without_units(index: Index):
    index.replace("office", listed("office", "Lighthouses", "Lighthouses (% of coast)"), DAY)
    found = asked(index, "lighthouses rose by 4 percent in 2020")
    assert {str(each.series.ref) for each in found} >= {"office:k0", "office:k1"}
    assert all(part.because for each in found for part in each.parts)


def test_a_source_without_titles_and_a_title_without_words(index: Index):
    index.replace("office", [], DAY)
    assert index.search("lighthouse", sources=["office"]) == []
    index.replace("office", listed("office", "", "—", "的"), DAY)
    assert index.counts()["office"] == (3, DAY)
    assert names(index.search("的")) == ["office:k2"]


def test_a_phrase_without_words_finds_nothing(index: Index):
    for text in ("", "—", "\x00", "of the"):
        assert index.search(text) == []
