"""Damaged bodies: the reader neither crashes nor hangs, and gives no number that is not in the body.

Each body is a valid one with something done to it: cut off, bytes turned over, types exchanged, sizes blown up, keys doubled,
nested without end. It is refused in a sentence, or each figure of it is what the evidence reads at its pointer.
"""

from __future__ import annotations

import json
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources._eurostat.error_answers import read_fault
from sources._formats.jsonstat.reader import read_jsonstat
from sources._text.json_body import read_amount
from tests.each import each
from tests.examples import examples
from workbench.core.errors import WorkbenchError
from workbench.core.evidence import Evidence
from workbench.evidence.figure_by_pointer import read_figure

AXES = {
    "geo": {
        "label": "Place",
        "category": {"index": {"MK": 0, "AL": 1}, "label": {"MK": "North Macedonia", "AL": "Albania"}},
    },
    "unit": {"category": {"label": {"PC": "Percentage"}, "unit": {"PC": {"base": "%", "multiplier": 0}}}},
    "time": {"category": {"index": ["2021", "2022", "2023"]}},
}
HEAD = {"version": "2.0", "class": "dataset", "label": "Rates", "updated": "2026-09-11T11:00:00+0200", "note": ["n"],
        "id": ["geo", "unit", "time"], "size": [2, 1, 3], "role": {"time": ["time"]}, "dimension": AXES}  # fmt: skip
SEEDS = [
    HEAD | {"value": [15.4, 14.5, 13.1, None, 10.9, 10.7], "status": ["p", None, "b", "", None, "e"]},
    HEAD | {"value": {"0": 15.4, "2": 13.1, "5": 10.7}, "status": {"2": "b", "3": "|C"}, "extension": {"annotation": []}},
    HEAD | {"value": {"5": "10.7", "0": ".."}},
    {"rates": {"label": "Rates", "value": [1, 2, 3, 4, 5, 6], "dimension": AXES | {"id": HEAD["id"], "size": HEAD["size"]}}},
    {"class": "collection", "link": {"item": [HEAD | {"value": [1.5] * 6}, {"href": "x", "label": "y"}]}},
]  # fmt: skip
BODIES = [json.dumps(seed).encode() for seed in SEEDS]
ODD = [None, True, -1, 0, 2.5, 10**40, "", "x", [], {}, [[]], {"a": {"b": []}}, "9" * 5000, ["1"], {"0": 0}]


def check(raw: bytes) -> None:
    """Read a body whatever it is."""
    try:
        found = read_jsonstat("An office", raw)
        cells = [cell for one in found.datasets for cell in one.cube.cells()]
        [list(one.cube.cells({"geo": ("MK",), "time": ("2022",)})) for one in found.datasets]
    except WorkbenchError as error:
        assert error.message.isprintable()
        return
    assert len(cells) <= len(raw)
    for cell in cells:
        try:
            value = read_amount(cell.text)
        except (ValueError, ArithmeticError):
            continue  # the observations leave it out, and say so
        if value is not None:
            assert read_figure(Evidence("", (cell.pointer,)), raw) == value


@pytest.mark.parametrize("raw", BODIES)
def test_each_cut_short_is_refused(raw: bytes):
    check(raw)
    for end in range(0, len(raw), 3):
        with pytest.raises(WorkbenchError):
            read_jsonstat("An office", raw[:end])


@settings(max_examples=examples(400), deadline=None)
@given(
    raw=st.sampled_from(BODIES),
    hits=st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), min_size=1, max_size=4),
)
def test_bytes_turned_over(raw: bytes, hits: list[tuple[int, int]]):
    hurt = bytearray(raw)
    for at, byte in hits:
        hurt[at % len(hurt)] = byte
    check(bytes(hurt))


@settings(max_examples=examples(400), deadline=None)
@given(raw=st.sampled_from(BODIES), start=st.integers(0, 2000), length=st.integers(0, 40), put=st.integers(0, 2000))
def test_pieces_moved_or_doubled(raw: bytes, start: int, length: int, put: int):
    piece = raw[start % len(raw) :][:length]
    at = put % len(raw)
    check(raw[:at] + piece + raw[at:])


@settings(max_examples=examples(200), deadline=None)
@given(raw=st.sampled_from(BODIES), put=st.integers(0, 2000), text=st.sampled_from(
    [b'"0": 7, ', b'"0": NaN, ', b"NaN, ", b"1e999, ", b"null, ", b'"12": 1, ', b'"value": [1], ', b"-", b"00", b"\\u0000", b'"1,2": 3, ']))  # fmt: skip
def test_words_put_in_between(raw: bytes, put: int, text: bytes):
    spots = [n + 1 for n, byte in enumerate(raw) if byte in b"{[,"]
    at = spots[put % len(spots)]
    check(raw[:at] + text + raw[at:])


def spots(tree: object, path: tuple = ()) -> list[tuple]:
    """Where each part of a tree is."""
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path, *(spot for key, part in inside for spot in spots(part, (*path, key)))]


@settings(max_examples=examples(600), deadline=None)
@given(seed=st.sampled_from(SEEDS), pick=st.integers(0, 10_000), odd=st.sampled_from(ODD))
def test_parts_exchanged_for_another_kind(seed: dict, pick: int, odd: object):
    tree = deepcopy(seed)
    paths = spots(tree)[1:]
    *way, last = paths[pick % len(paths)]
    node: object = tree
    for step in way:
        node = node[step]  # type: ignore[index]  # a tree of JSON
    node[last] = odd  # type: ignore[index]  # likewise
    check(json.dumps(tree).encode())


@each("depth", [50, 500, 5_000, 100_000])
@each("where", ["value", "status", "dimension", "extension", "note", "updated", "id", "role", "class", "label"])
def test_nesting_without_end(where: str, depth: int):
    raw = json.dumps(SEEDS[1] | {where: "HERE"}).replace('"HERE"', "[" * depth + "]" * depth).encode()
    check(raw)
    check(raw.replace(b"[" * depth, b'{"a":' * depth + b"1").replace(b"]" * depth, b"}" * depth))


@each("filler", [b"9", b" ", b"1,", b'"1":', b"\xff", b"[", b'{"a":', b"\\"])
def test_a_megabyte_of_one_thing_ends_soon(filler: bytes):
    for at in (b'"value": {', b'"value": ['):
        for raw in BODIES[:2]:
            spot = raw.find(at) + len(at)
            check(raw[:spot] + filler * (1_000_000 // len(filler)) + raw[spot:])


@settings(max_examples=examples(300), deadline=None)
@given(
    raw=st.one_of(
        st.binary(max_size=300),
        st.sampled_from([b'{"error":', b'{"warning":{"label":', b"<faultstring>", b"\xef\xbb\xbf<"]),
    )
)
def test_any_bytes_at_all(raw: bytes):
    check(raw)
    try:
        read_fault(raw)
    except WorkbenchError as error:
        assert error.message.isprintable()
