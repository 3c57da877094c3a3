"""PX-JSON, PxWeb's older answer: keys and values by row, symbols where there is no figure."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._cube.cube import Role
from sources._formats.px.json_reader import read_pxjson
from workbench.core.errors import WorkbenchError, WrongAnswerError
from workbench.core.evidence import Evidence
from workbench.evidence.figure_by_pointer import read_figure

BODY = (Path(__file__).parent / "specimens" / "pxweb" / "gdp-cp-pxjson.json").read_bytes()
COLUMNS = [{"code": "Y", "text": "Year", "type": "t"}, {"code": "V", "text": "Value", "type": "c"}]


def test_gdp_is_read_with_its_times_its_stamp_and_its_footnotes():
    cube = read_pxjson("MakStat", BODY)
    assert [(axis.code, axis.role) for axis in cube.axes] == [
        ("Категории", Role.OTHER),
        ("Година", Role.TIME),
        ("ContentsCode", Role.OTHER),
    ]
    cells = list(cube.cells({"Година": ["9"]}))
    assert [(cell.codes, cell.text) for cell in cells] == [(("BDP", "9", "CP"), "1043880.57")]
    assert (str(cube.updated), cube.notes) == ("2015-01-09", ("1) Provisional",))
    assert read_figure(Evidence("s", (cells[0].pointer,)), BODY) == Decimal("1043880.57")


@pytest.mark.parametrize(
    "rows",
    [[{"key": ["2020"], "values": []}], [{"key": [], "values": ["1"]}], [{"key": [1], "values": ["1"]}], ["x"], [{"key": ["2020"]}],
     [{"key": ["2020"], "values": [["1"]]}], [{"key": "2", "values": "1"}]],
)  # fmt: skip
def test_rows_that_are_not_as_the_columns_say_are_refused(rows: list):
    with pytest.raises(WrongAnswerError, match="answered with one whose rows are not as its columns say"):
        read_pxjson("An office", json.dumps({"columns": COLUMNS, "data": rows}).encode())


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[]", b"null", b'{"columns": [], "data": []}', b'{"columns": [7], "data": []}', b"[" * 10_000]
)
def test_what_is_no_px_json_ends_in_a_sentence(body: bytes):
    with pytest.raises(WrongAnswerError) as caught:
        read_pxjson("An office", body)
    assert caught.value.message.isprintable()


VALUES = st.one_of(
    st.text(max_size=6),
    st.integers(-(10**6), 10**6),
    st.booleans(),
    st.none(),
    st.decimals(-999, 999, places=3).map(str),
)


@given(st.lists(VALUES, max_size=6))
def test_a_figure_is_read_only_where_a_number_is_written(values: list):
    rows = [{"key": [str(2000 + n)], "values": [value]} for n, value in enumerate(values)]
    body = json.dumps({"columns": COLUMNS, "data": rows}).encode()
    for cell, value in zip(read_pxjson("x", body).cells(), values, strict=True):
        if cell.text:
            assert read_figure(Evidence("s", (cell.pointer,)), body) == Decimal(str(value).strip())
        else:
            assert not isinstance(value, int) or isinstance(value, bool)


@given(st.integers(0, len(BODY)), st.binary(max_size=12), st.integers(0, 12))
def test_a_damaged_body_is_read_or_refused_with_a_sentence(at: int, patch: bytes, gone: int):
    body = BODY[:at] + patch + BODY[at + gone :]
    try:
        cells = list(read_pxjson("x", body).cells())
    except WorkbenchError as error:
        assert error.message.isprintable()
    else:
        for cell in cells:
            if cell.text:
                assert read_figure(Evidence("s", (cell.pointer,)), body) == Decimal(cell.text)
