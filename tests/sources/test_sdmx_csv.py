"""SDMX-CSV as services spell it: which columns are what, which cells are figures, and that nothing else ever is one."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sources._cube.cube import Axis, Cell, Member, Role
from sources._cube.member_choice import MemberChoice
from sources._cube.observations import CellReading, observed
from sources._formats.sdmx.concept_roles import Message
from sources._formats.sdmx.csv_reader import read_sdmx_csv
from sources._formats.sdmx.status_codes import FLAGS
from sources._formats.sdmx.table_structure import Structure
from sources._formats.sdmx.times import sdmx_period
from tests.each import each
from workbench.core.errors import ComparisonError, WorkbenchError, WrongAnswerError
from workbench.core.evidence import Evidence
from workbench.core.number import exact
from workbench.core.series import SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_cells, read_figure


def read(text: str | bytes, structure: Structure | None = None) -> Message:
    return read_sdmx_csv("ILO", text.encode() if isinstance(text, str) else text, structure)


def axes(message: Message) -> dict[str, str]:
    return {axis.code: axis.role.value for axis in message.cube.axes}


def only(text: str) -> Cell:
    cells = list(read(text).cube.cells())
    assert len(cells) == 1
    return cells[0]


PLAIN = "DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE{}\nILO:DF_X(1.0),A,MKD,2021,{}\n"


@each(
    ("header", "row", "dimensions"),
    [
        # SDMX-CSV 1.0, ids
        ("DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS", "X:Y(1.0),A,MK,2021,15.7,A", "FREQ REF_AREA TIME_PERIOD"),
        # SDMX-CSV 1.0, ids and names
        ("DATAFLOW,FREQ: Frequency,REF_AREA: Area,TIME_PERIOD: Time,OBS_VALUE: Value", "X:Y(1.0),A: Annual,MK: North Macedonia,2021,15.7", "FREQ REF_AREA TIME_PERIOD"),
        # the BIS writes them without a space
        ("STRUCTURE,STRUCTURE_ID,ACTION,FREQ:Frequency,REF_AREA:Area,TIME_PERIOD:Time,OBS_VALUE:Value", "dataflow,BIS:X(1.0),I,A: Annual,MK: North Macedonia,2021,15.7", "FREQ REF_AREA TIME_PERIOD"),
        # SDMX-CSV 2.0
        ("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,DECIMALS", "DATAFLOW,X:Y(1.0),I,A,MK,2021,15.7,1", "FREQ REF_AREA TIME_PERIOD"),
        # SDMX-CSV 2.0 with names in columns of their own
        ("STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,Frequency,REF_AREA,Area,TIME_PERIOD,Time,OBS_VALUE,Value", "DATAFLOW,X:Y(1.0),Rates,I,A,Annual,MK,North Macedonia,2021,,15.7,", "FREQ REF_AREA TIME_PERIOD"),
        # SDMX-CSV 2.0 with several values in a cell
        ("STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,COLLECTION[]", "dataflow,X:Y(1.0),I,A,MK,2021,15.7,A;B", "FREQ REF_AREA TIME_PERIOD"),
        # Eurostat
        ("DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS", "ESTAT:X(1.0),11/09/26 23:00:00,A,MK,2021,15.7,b,", "freq geo TIME_PERIOD"),
        # the ECB
        ("KEY,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,OBS_CONF,TIME_FORMAT,TITLE", "X.A.MK,A,MK,2021,15.7,A,F,P1Y,Rate", "FREQ REF_AREA TIME_PERIOD"),
        # the ILO's own
        ("ref_area,source,indicator,time,obs_value,obs_status", "MK,BA:1,UNE,2021,15.7,", "ref_area source indicator time"),
        # the value first
        ("OBS_VALUE,TIME_PERIOD,REF_AREA", "15.7,2021,MK", "TIME_PERIOD REF_AREA"),
    ],
)  # fmt: skip
def test_headers_as_services_write_them(header, row, dimensions):
    message = read(f"{header}\n{row}\n")
    assert " ".join(axes(message)) == dimensions
    roles = set(axes(message).values())
    assert {"time", "place"} <= roles
    cell = next(message.cube.cells())
    assert cell.text == "15.7"
    assert read_figure(Evidence("0" * 64, (cell.pointer,)), f"{header}\n{row}\n".encode()) == Decimal("15.7")
    place = message.cube.of_role(Role.PLACE)
    assert place is not None
    assert [one.code for one in place.members] == ["MK"]


def test_names_beside_codes_become_labels():
    both = read("DATAFLOW,SEX: Sex,TIME_PERIOD: Time,OBS_VALUE\nX,_T: Total,2021,1\nX,F: Female,2021,2\n")
    sex = both.cube.axes[0]
    assert (sex.label, [one.label for one in sex.members], sex.total) == ("Sex", ["Total", "Female"], "_T")
    assert [cell.codes for cell in both.cube.cells({"SEX": ["F"]})] == [("F", "2021")]


@pytest.mark.parametrize("text", ["", "NaN", "nan", ":", "..", "-"])
def test_a_missing_value_is_no_figure(text):
    assert only(PLAIN.format("", text)).text == ""


@each(
    ("heads", "cells", "value", "status"),
    [
        (",OBS_STATUS", "15.7,B", "15.7", Status.BREAK),
        (",OBS_STATUS", "15.7,E", "15.7", Status.ESTIMATED),
        (",OBS_STATUS", "15.7,F", "15.7", Status.FORECAST),
        (",OBS_STATUS", "15.7,P", "15.7", Status.PROVISIONAL),
        (",OBS_STATUS", "15.7,I", "15.7", Status.ESTIMATED),
        (",OBS_STATUS", "15.7,", "15.7", Status.FINAL),
        (",OBS_STATUS", "0,M", None, Status.MISSING),
        (",OBS_STATUS", ",O", None, Status.MISSING),
        (",OBS_STATUS", ",L", None, Status.MISSING),
        (",OBS_STATUS,CONF_STATUS", ",A,C", None, Status.SUPPRESSED),
        (",OBS_STATUS,CONF_STATUS", "15.7,A,F", "15.7", Status.FINAL),
        (",OBS_FLAG", "15.7,bp", "15.7", Status.BREAK),
        (",OBS_FLAG", ",c", None, Status.SUPPRESSED),
        (",UNIT_MULT", "1837.114,3", "1837114.000", Status.FINAL),
        (",UNIT_MULTIPLIER,OBS_STATUS", "1.5,6,P", "1500000.0", Status.PROVISIONAL),
        (",UNIT_MULT", "15.7,-2", "0.157", Status.FINAL),
        (",SCALE", "94669000000,9", "94669000000", Status.FINAL),
        (",LATEST_ACTUAL_ANNUAL_DATA", "15.7,2020", "15.7", Status.FORECAST),
        (",LATEST_ACTUAL_ANNUAL_DATA", "15.7,2021", "15.7", Status.FINAL),
    ],
)  # fmt: skip
def test_what_stands_beside_a_value(heads, cells, value, status):
    """The multiplier is applied; the IMF's SCALE, which says only how its tables print, is not."""
    body = PLAIN.format(heads, cells).encode()
    message = read(body)
    reading = CellReading(title="ILO", flags=FLAGS, time=sdmx_period)
    found = observed(message.cube, SeriesRef("sdmx", "X"), MemberChoice({}), reading, snapshot="0" * 64)
    one = found.observations[0]
    assert (None if one.value is None else exact(one.value), one.status) == (value, status)
    assert found.problems == ()
    if one.evidence:
        assert exact(read_figure(one.evidence, body)) == exact(one.value)


def test_marks_that_are_no_status_become_footnotes():
    assert (
        only(PLAIN.format(",OBS_STATUS,OBS_COMMENT", "15.7,U,Small sample.")).note
        == "Small sample. Of low reliability."
    )


def test_a_multiplier_that_cannot_be_read_leaves_its_figures_out():
    message = read("FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nA,MK,2021,1,lots\nA,MK,2022,2,0\n")
    assert [cell.text for cell in message.cube.cells()] == ["2"]
    assert [p.kind for p in message.cube.problems] == ["bad-multiplier"]
    assert "“lots”" in message.cube.problems[0].message


def test_rows_that_were_taken_back_are_no_figures():
    message = read(
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\nd,X,D,A,MK,2021,1\nd,X,I,A,MK,2022,2\n"
    )
    assert [cell.text for cell in message.cube.cells()] == ["2"]
    assert [p.kind for p in message.cube.problems] == ["deleted"]


def test_rows_with_too_few_or_too_many_cells_are_told_and_left_out():
    message = read("FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\nA,MK,2021\n\nA,MK,2022,2\nA,MK,2023,3,4\n")
    assert [(cell.text, cell.pointer) for cell in message.cube.cells()] == [
        ("2", "csv:row=4&col=OBS_VALUE&sep=%2C&dec=.")
    ]
    assert message.cube.problems[0].message == "2 rows of its answer have too few or too many cells."


def test_a_cell_over_several_lines_does_not_shift_the_pointers():
    body = b'FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,NOTE\r\nA,MK,2021,1,"two\r\nlines, and a comma"\r\nA,MK,2022,2.50,\r\n'
    cells = list(read(b"\xef\xbb\xbf" + body).cube.cells())
    assert read_cells([one.pointer for one in cells], b"\xef\xbb\xbf" + body) == [Decimal(1), Decimal("2.50")]


def test_a_column_name_that_stands_twice_is_pointed_at_by_its_number():
    body = b"FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_VALUE\nA,MK,2021,1,2\n"
    cell = next(read(body).cube.cells())
    assert cell.pointer == "csv:row=2&col=%234&sep=%2C&dec=."
    assert read_cells([cell.pointer], body) == [Decimal(1)]


def test_a_structure_says_which_columns_are_dimensions_and_what_codes_are_called():
    unit = Axis("UNIT", "Unit of measure", (Member("PC", "Per cent"),), Role.UNIT)
    time = Axis("TIME_PERIOD", "Time", (), Role.TIME)
    structure = Structure(agency="X", flow="F", version="1.0", title="Rates", axes=(unit, time), attributes={})
    message = read("TIME_PERIOD,OBS_VALUE,UNIT,EXTRA\n2021,1,PC,what\n", structure)
    assert axes(message) == {"UNIT": "unit", "TIME_PERIOD": "time"}
    assert message.cube.axes[0].members == (Member("PC", "Per cent"),)
    assert message.cube.title == "Rates"


def test_a_body_without_one_of_the_structures_dimensions_is_refused():
    structure = Structure(agency="X", flow="F", version="1.0", title="", axes=(Axis("SEX", "", ()),))
    with pytest.raises(WrongAnswerError, match="SDMX-CSV with the dimension SEX was expected"):
        read("FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\nA,MK,2021,1\n", structure)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "nothing at all"),
        (b"a,b\n1,2\n", "a column OBS_VALUE was expected"),
        (b"OBS_VALUE\n1\n", "with dimensions was expected"),
        (b"<html>", "a column OBS_VALUE was expected"),
        (b"FREQ,TIME_PERIOD,OBS_VALUE\nA,20\xff21,1\n", "cannot be read as CSV"),
    ],
)
def test_what_is_no_sdmx_csv_is_refused_in_a_sentence(body, says):
    with pytest.raises(WrongAnswerError) as caught:
        list(read(body).cube.cells())
    assert says in caught.value.message
    assert caught.value.message.startswith("ILO answered with")


@pytest.fixture
def longest_cell() -> Iterator[Callable[[int], int]]:
    """Set how long csv lets a cell be; tables of the user's own set it too."""
    before = csv.field_size_limit()
    yield csv.field_size_limit
    csv.field_size_limit(before)


ENDLESS = b'FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\nA,MK,2021,1\nA,MK,"' + b"2022,2\n" * 40_000


def test_a_quote_that_never_ends_is_refused_where_cells_are_bounded(longest_cell):
    longest_cell(100_000)
    with pytest.raises(WrongAnswerError, match="cannot be read as CSV"):
        read(ENDLESS)


def test_a_quote_that_never_ends_is_no_row_where_they_are_not(longest_cell):
    longest_cell(1_000_000)
    message = read(ENDLESS)
    assert [cell.text for cell in message.cube.cells()] == ["1"]
    assert [p.kind for p in message.cube.problems] == ["bad-row"]
    longest_cell(100_000)
    with pytest.raises(ComparisonError, match="is no CSV"):
        read_cells(["csv:row=9&col=OBS_VALUE"], ENDLESS)


def test_the_publishers_stamp_is_the_day_of_the_table():
    text = "DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE\nX,11/09/26 23:00:00,A,MK,2021,1\n"
    assert read(text).cube.updated == date(2026, 9, 11)


def test_attributes_that_describe_a_series_are_kept_with_their_values():
    text = "FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,BASE_PER\nA,MK,2021,1,IX,2015\nA,AL,2021,1,PC,2015\n"
    message = read(text)
    assert [one.code for one in message.attributes["UNIT_MEASURE"]] == ["IX", "PC"]
    assert message.only(["BASE_PER"]) == Member("2015", "2015")
    assert message.only(["UNIT_MEASURE"]) is None


# --- anything at all ------------------------------------------------------------------------------------

CELLS = st.text(alphabet='AMK2021.5-,"\n\r;: \x00\x1bé', max_size=6)
TABLES = st.lists(st.lists(CELLS, min_size=4, max_size=7), max_size=6)


def written(rows: list[list[str]]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows([["FREQ", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT_MULT"], *rows])
    return stream.getvalue().encode()


@given(TABLES)
def test_every_figure_is_one_that_the_body_has(rows):
    body = written(rows)
    message = read(body)
    found = observed(
        message.cube,
        SeriesRef("sdmx", "X"),
        MemberChoice({}),
        CellReading(title="ILO", flags=FLAGS, time=sdmx_period),
        snapshot="0" * 64,
    )
    for one in found.observations:
        if one.evidence:
            assert read_figure(one.evidence, body) == one.value
        assert one.place.isprintable()


GOOD = written([["A", "MK", str(year), f"{year / 7:.3f}", "3"] for year in range(2000, 2020)])


@given(st.integers(0, len(GOOD)), st.binary(max_size=4), st.integers(0, 40))
@example(0, b"PK\x03\x04", 0)  # begins as a zip, and is none
def test_a_damaged_body_is_read_or_refused_and_its_figures_are_its_own(at, noise, cut):
    body = GOOD[:at] + noise + GOOD[at + cut :]
    try:
        cells = [cell for cell in read(body).cube.cells() if cell.text]
        numbers = [cell for cell in cells if is_number(cell.text)]
    except WorkbenchError as error:
        assert error.message.isprintable()
        return
    assert read_cells([cell.pointer for cell in numbers], body) == [Decimal(cell.text) for cell in numbers]


def is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite() and text.isascii() and text.strip() == text and "_" not in text
    except ArithmeticError:
        return False
