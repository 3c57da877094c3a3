"""Eurostat's answers with something done to them: a sentence, or figures that are in the body."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources._eurostat.table_of_contents import read_toc
from sources.eurostat import Eurostat
from tests.examples import examples
from workbench.core.errors import WorkbenchError
from workbench.core.series import SeriesRef
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Ask
from workbench.testing import CannedFetch, MemoryArchive

SPECIMENS = Path(__file__).parent / "specimens" / "eurostat"
BODIES = {file.stem: file.read_bytes() for file in sorted(SPECIMENS.glob("*.json"))}
ASKS = {
    "une_rt_a": Ask(SeriesRef("eurostat", "une_rt_a?freq=A&age=Y15-74&unit=PC_ACT&sex=T"), ("DEU",), 2015, 2026),
    "gov_10dd_edpt1": Ask(SeriesRef("eurostat", "gov_10dd_edpt1?na_item=GD&unit=PC_GDP"), ("DEU", "MKD"), 2015, 2026),
}
EUROSTAT = Eurostat(waits=())


def check(name: str, body: bytes) -> None:
    try:
        found = asyncio.run(EUROSTAT.observations(CannedFetch(MemoryArchive(), body), ASKS[name]))
    except WorkbenchError as error:
        assert error.message.isprintable()
        assert error.hint.isprintable()
        return
    assert found.series.title.isprintable()
    for o in found.observations:
        assert o.value is None or read_figure(o.evidence, body) == o.value
    assert all(str(problem).isprintable() for problem in found.problems)


@settings(max_examples=examples(250), deadline=None)
@given(
    name=st.sampled_from(sorted(BODIES)),
    hits=st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=5),
)
def test_bytes_turned_over(name: str, hits: list[tuple[int, int]]):
    hurt = bytearray(BODIES[name])
    for at, byte in hits:
        hurt[at % len(hurt)] = byte
    check(name, bytes(hurt))


@settings(max_examples=examples(250), deadline=None)
@given(name=st.sampled_from(sorted(BODIES)), data=st.data())
def test_words_exchanged(name: str, data: st.DataObject):
    """Each name and number of the body for another one of it."""
    words = sorted({word for word in BODIES[name].replace(b'"', b" ").split() if len(word) > 1})
    old, new = data.draw(st.sampled_from(words)), data.draw(st.sampled_from(words))
    check(name, BODIES[name].replace(old, new, data.draw(st.integers(1, 3))))


@pytest.mark.parametrize("name", sorted(BODIES))
def test_each_cut_short(name: str):
    for end in range(0, len(BODIES[name]), 97):
        check(name, BODIES[name][:end])


@settings(max_examples=examples(200), deadline=None)
@given(text=st.text(max_size=300), cells=st.lists(st.text(max_size=20), max_size=10))
def test_any_list_of_tables_is_read_or_refused(text: str, cells: list[str]):
    body = '"title"\t"code"\t"type"\n' + text + "\n" + "\t".join(cells)
    for series in read_toc(body.encode("utf-8", "replace"), "eurostat"):
        assert series.title
        assert series.title.isprintable()


def test_an_open_quote_and_a_line_without_end_cost_no_other_line():
    good = '"Prices"\t"prc_x"\t"dataset"\t"22.08.2023"\t" "\t"1983M01"\t"2023M07"\t'
    lines = ['"title"\t"code"\t"type"', '"open', good, '"' + "x" * 300_000 + '"\t"y"', good.replace("prc_x", "prc_z")]
    assert [series.ref.key for series in read_toc("\n".join(lines).encode(), "eurostat")] == ["prc_x", "prc_z"]
