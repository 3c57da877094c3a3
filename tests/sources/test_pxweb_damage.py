"""Damaged answers of PxWeb: whatever comes, it is read or refused with a sentence, and no figure is read that is not in the body."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sources._pxweb.error_answers import words_of
from sources.pxweb import SOURCE
from tests.examples import examples
from workbench.core.errors import WorkbenchError
from workbench.core.series import SeriesRef
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Answer, Ask
from workbench.testing import CannedFetch, MemoryArchive

from .any_pxweb import read_pxweb

FOLDER = Path(__file__).parent / "specimens" / "pxweb"
TABLES = {name: (FOLDER / name).read_bytes() for name in ("wages-table.json", "gdp-table.json", "scb-table.json")}
FIGURES = {name: (FOLDER / name).read_bytes() for name in ("wages-net.json", "gdp-cp.json", "scb-emissions.json")}
BODIES = [file.read_bytes() for file in sorted(FOLDER.iterdir()) if file.suffix == ".json"]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


class Office:
    """Answers the first question with one body and every other with another."""

    def __init__(self, table: bytes, figures: bytes) -> None:
        self._bodies, self._asked, self.archive = (table, figures), 0, MemoryArchive()

    async def __call__(self, request, *, fresh=False) -> Answer:
        body = self._bodies[min(self._asked, 1)]
        self._asked += 1
        return await CannedFetch(self.archive, body)(request)


def ask(key: str, table: bytes, figures: bytes) -> None:
    office = Office(table, figures)
    place = "SWE" if key.startswith("SCB") else "MKD"
    try:
        found = asyncio.run(SOURCE.observations(office, Ask(SeriesRef("pxweb", key), (place,), 1990, 2025)))
    except WorkbenchError as error:
        assert error.message.isprintable()
        return
    for one in found.observations:
        assert (one.value is None) == (one.evidence is None)
        if one.value is not None:
            assert read_figure(one.evidence, office.archive.read(one.evidence.snapshot)) == one.value


def damaged(body: bytes, at: int, patch: bytes, gone: int) -> bytes:
    return body[: at % (len(body) + 1)] + patch + body[at % (len(body) + 1) + gone :]


CASES = st.sampled_from(
    [
        ("MakStat/w.px?Мерка=0001", "wages-table.json", "wages-net.json"),
        ("MakStat/g.px", "gdp-table.json", "gdp-cp.json"),
        ("SCB/TAB004?GREENHOUSEGAS=CO2-ekv.", "scb-table.json", "scb-emissions.json"),
    ]
)
PATCH = st.one_of(st.binary(max_size=8), st.sampled_from([b"null", b"[]", b"{}", b'"', b"0", b"-1", b"1e999", b"\xff"]))


@settings(deadline=None, max_examples=examples(60))
@given(CASES, st.integers(0, 10_000), PATCH, st.integers(0, 12))
def test_a_damaged_description(case: tuple[str, str, str], at: int, patch: bytes, gone: int):
    key, table, figures = case
    ask(key, damaged(TABLES[table], at, patch, gone), FIGURES[figures])


@settings(deadline=None, max_examples=examples(60))
@given(CASES, st.integers(0, 10_000), PATCH, st.integers(0, 12))
def test_damaged_figures(case: tuple[str, str, str], at: int, patch: bytes, gone: int):
    key, table, figures = case
    ask(key, TABLES[table], damaged(FIGURES[figures], at, patch, gone))


def parts_of(tree: object, path: tuple = ()) -> list[tuple]:
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path, *(one for key, value in inside for one in parts_of(value, (*path, key)))]


@settings(deadline=None, max_examples=examples(120))
@given(st.sampled_from(BODIES), st.data())
def test_any_part_of_an_answer_may_be_anything(body: bytes, data: st.DataObject):
    tree = json.loads(body)
    path = data.draw(st.sampled_from(parts_of(tree)[1:]))
    node = tree
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = data.draw(JSON)
    changed = json.dumps(tree).encode()
    try:
        read_pxweb("An office", changed)
    except WorkbenchError as error:
        assert error.message.isprintable()
    ask("MakStat/w.px", changed, FIGURES["wages-net.json"])
    ask("MakStat/w.px?Мерка=0001", TABLES["wages-table.json"], changed)


@given(st.binary(max_size=200) | JSON.map(lambda tree: json.dumps(tree).encode()))
def test_an_errors_words_are_one_printable_line(body: bytes):
    assert words_of(body).isprintable()
