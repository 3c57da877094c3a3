"""The index finds titles, whatever is typed, and puts a new list in place of an old one."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbench.catalogue import Index, starter
from workbench.core.failures.database_errors import BusyDatabaseError
from workbench.core.period import Frequency
from workbench.core.quantity import PERCENT, UNKNOWN_UNIT, Dimension, Unit
from workbench.core.series import Additivity, Series, SeriesRef
from workbench.match.index.catalogue_interface import Catalogue

DAY = date(2026, 1, 5)
FRESH = {source: (titles, None) for source, titles in sorted(Counter(s.ref.source for s in starter()).items())}


def series(key: str, title: str, **more: object) -> Series:
    return Series(ref=SeriesRef("office", key), title=title, **more)


def keys(found: object) -> list[str]:
    return [each.ref.key for each in found]


def test_a_fresh_index_holds_the_starter_list(index: Index):
    assert index.counts() == FRESH
    assert index.problems == ()
    catalogue: Catalogue = index
    assert catalogue.get(SeriesRef("unhcr", "asylum-applications.coa")) in starter()


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("asylum applications", "asylum-applications.coa"),
        ("Infant MORTALITY", "SP.DYN.IMRT.IN"),
        ("Youth UNEMPLOYMENT", "SL.UEM.1524.ZS"),
        ("petrol at the pump", "EP.PMP.SGAS.CD"),  # in the description alone
    ],
)
def test_words_find_titles_units_and_descriptions(index: Index, words: str, key: str):
    assert key in keys(index.search(words))[:5]


def test_sources_and_limits_are_kept_to(index: Index):
    assert {s.ref.source for s in index.search("refugees", sources=["unhcr"])} == {"unhcr"}
    assert len(index.search("population", limit=3)) == 3
    assert index.search("population", limit=0) == []
    assert index.search("refugees", sources=["nobody' OR 1=1"]) == []


@pytest.mark.parametrize(
    "words",
    ["", " ", '"', "*", "a OR b", "NEAR(asylum, 2)", "title:asylum", "asylum AND", "'; DROP TABLE series; --", "\x00asylum",
     "asylum\ud800", "^asylum", "-asylum +", "(((((", "asylum " * 10_000, "a" * 10_000, "的的的", "{asylum}", "\x1b[31m"],
)  # fmt: skip
def test_hostile_words_are_words(index: Index, words: str):
    found = index.search(words)
    assert not found or any("asylum" in s.title.lower() for s in found) or "b" in words.lower()
    assert index.counts()["unhcr"] == FRESH["unhcr"]


@settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=80), source=st.text(max_size=10))
def test_any_words_at_all_are_answered(index: Index, words: str, source: str):
    index.search(words)
    index.search(words, sources=[source])
    assert index.get(SeriesRef(source or "x", words or "y")) is None


# --- replacing ---------------------------------------------------------------------------------------


def test_a_list_of_its_own_takes_the_place_of_the_starter_list(index: Index, path: Path):
    kept = index.replace("worldbank", [Series(ref=SeriesRef("worldbank", "X.1"), title="Lighthouses, number")], DAY)
    assert kept == 1
    assert index.counts() == FRESH | {"worldbank": (1, DAY)}
    assert keys(index.search("lighthouse")) == ["X.1"]
    assert index.search("infant mortality", sources=["worldbank"]) == []
    with Index(path) as again:
        assert again.counts() == index.counts()


def test_what_was_put_in_comes_out_equal(index: Index):
    full = series(
        "k", "Asylum – «заявления» (%)", unit=Unit(Dimension.MONEY, "dollar", "USD", "person", "constant 2015"),
        frequency=Frequency.MONTH, description="All of it.", places=frozenset({"MKD", "AUT"}), first=1999, last=2023,
        adds=Additivity.SUM, adjusted="seasonally adjusted", url="https://example.org/?a=1&b=2", publisher="An office",
        licence="CC BY 4.0", updated=DAY, notes=("One.", "Two."),
    )  # fmt: skip
    bare = series("b", "Bare")
    nowhere = series("n", "Nowhere", places=frozenset())
    index.replace("office", [full, bare, nowhere], DAY)
    assert [index.get(s.ref) for s in (full, bare, nowhere)] == [full, bare, nowhere]


def test_headline_series_keep_what_the_list_leaves_open_and_come_first(index: Index):
    title = "Unemployment, total (% of total labor force) (modeled ILO estimate)"
    listed = [
        *(Series(ref=SeriesRef("worldbank", f"X.{n}"), title="Unemployment, total") for n in range(50)),
        Series(ref=SeriesRef("worldbank", "SL.UEM.TOTL.ZS"), title=title),
        Series(
            ref=SeriesRef("worldbank", "SP.POP.TOTL"), title="Population, total", unit=PERCENT, adds=Additivity.MEAN
        ),
    ]
    index.replace("worldbank", listed, DAY)
    found = index.search("unemployment", sources=["worldbank"])[0]
    assert (found.ref.key, found.unit, found.adds, found.frequency) == (
        "SL.UEM.TOTL.ZS",
        PERCENT,
        Additivity.MEAN,
        Frequency.YEAR,
    )
    told = index.get(SeriesRef("worldbank", "SP.POP.TOTL"))
    assert told is not None
    assert (told.unit, told.adds) == (PERCENT, Additivity.MEAN)  # the list's own word stands
    assert index.get(SeriesRef("worldbank", "X.1")).unit == UNKNOWN_UNIT


def test_a_key_that_comes_twice_is_kept_once(index: Index):
    assert index.replace("office", [series("k", "First"), series("k", "Second"), series("j", "Third")], DAY) == 2
    assert index.get(SeriesRef("office", "k")).title == "First"
    assert index.search("second") == []


def test_hostile_titles_are_kept_as_text(index: Index):
    titles = ["x" * 100_000, "a\x00b", "half \ud800 character", "'); DROP TABLE series; --", "", "[bold]markup[/bold]"]
    assert index.replace("office", [series(str(n), title) for n, title in enumerate(titles)], DAY) == len(titles)
    assert keys(index.search("markup")) == ["5"]
    assert len(index.get(SeriesRef("office", "0")).title) == 4000


def test_a_list_that_breaks_off_leaves_the_old_one_whole(index: Index, path: Path):
    def breaks_off() -> Iterator[Series]:
        yield series("new", "New title")
        raise RuntimeError("the line was cut")

    index.replace("office", [series("old", "Old title")], DAY)
    with pytest.raises(RuntimeError, match="cut"):
        index.replace("office", breaks_off(), date(2026, 2, 1))
    assert index.counts()["office"] == (1, DAY)
    with Index(path) as again:
        assert keys(again.search("title")) == ["old"]


def test_readers_see_the_old_list_until_the_new_one_is_whole(index: Index, path: Path):
    index.replace("office", [series("old", "Old title")], DAY)
    seen: list[list[str]] = []

    def slowly() -> Iterator[Series]:
        for n in range(3):
            yield series(f"new{n}", "New title")
            with Index(path) as reader:
                seen.append(keys(reader.search("title")))

    index.replace("office", slowly(), DAY)
    assert seen == [["old"]] * 3
    with Index(path) as reader:
        assert len(reader.search("title")) == 3


def test_many_threads_share_one_index(index: Index):
    failures: list[BaseException] = []

    def work(n: int) -> None:
        try:
            for turn in range(5):
                index.replace(f"office{n}", [series(f"{n}-{turn}", f"Title of {n}")], DAY)
                assert index.search("asylum")
        except BaseException as error:  # noqa: BLE001  (told to the test below)
            failures.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert len(index.counts()) == len(FRESH) + 4


def test_a_writer_that_waits_too_long_is_told_so(index: Index, path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("workbench.catalogue.index_file.WAIT", 0.05)
    with Index(path) as other, index._writing():
        with pytest.raises(BusyDatabaseError, match="busy"):
            other.replace("office", [series("k", "Title")], DAY)
        assert other.search("asylum")
