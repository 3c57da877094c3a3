"""PC-Axis files: what the format allows, what is read of it, and that nothing is read that is not there."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._cube.cube import Role
from sources._formats.px.keywords import listed, read_keywords, times
from sources._formats.px.reader import is_px, read_px
from tests.each import each
from workbench.core.errors import ComparisonError, WorkbenchError, WrongAnswerError
from workbench.core.evidence import Evidence
from workbench.evidence.figure_by_pointer import read_figure
from workbench.evidence.px_cell import px_cells

DEATHS = """CHARSET="ANSI";
AXIS-VERSION="2013";
CODEPAGE="windows-1251";
LANGUAGE="mk";
LANGUAGES="mk","en";
DECIMALS=0;
MATRIX="umreni";
TITLE="Умрени лица по регион";
TITLE[en]="Deaths by region; with a semicolon";
CONTENTS="Умрени";
UNITS="лица";
UNITS[en]="persons";
STUB="Регион";
STUB[en]="Region";
HEADING="Година";
HEADING[en]="Year";
VALUES("Регион")="Република Северна Македонија",
"Скоп"
"ски";
VALUES[en]("Region")="Republic of North Macedonia","Skopje region";
CODES("Регион")="000","008";
VALUES("Година")="2020","2021","2022";
VALUES[en]("Year")="2020","2021","2022";
TIMEVAL("Година")=TLIST(A1),"2020","2021","2022";
ELIMINATION("Регион")="Република Северна Македонија";
LAST-UPDATED="20260617 12:00";
SOURCE="Државен завод за статистика";
NOTE="Без странци##Second line";
DATASYMBOL2=":";
DATA=
25755 28516 22459
7348 ".." "-"
;
"""


@pytest.fixture
def body() -> bytes:
    """Return deaths in North Macedonia (State Statistical Office), two cells of the region made missing."""
    return DEATHS.encode("cp1251")


def test_a_file_is_read_in_the_language_that_is_wanted(body: bytes):
    cube = read_px("MakStat", body)
    assert cube.title == "Deaths by region; with a semicolon"
    assert [(axis.code, axis.label, axis.role) for axis in cube.axes] == [
        ("Регион", "Region", Role.OTHER),
        ("Година", "Year", Role.TIME),
    ]
    assert [member.label for member in cube.axes[0].members] == ["Republic of North Macedonia", "Skopje region"]
    assert (cube.unit, cube.source, str(cube.updated)) == ("persons", "Државен завод за статистика", "2026-06-17")


def test_its_own_language_and_code_page_are_read_where_no_other_is_wanted(body: bytes):
    cube = read_px("MakStat", body, ("mk",))
    assert cube.title == "Умрени лица по регион"
    assert [member.label for member in cube.axes[0].members] == ["Република Северна Македонија", "Скопски"]
    assert cube.axes[0].total == "000"
    assert cube.notes == ("Без странци Second line",)


def test_cells_stand_where_their_axes_say_and_symbols_are_no_figures(body: bytes):
    cube = read_px("MakStat", body)
    assert [(cell.codes, cell.text, cell.flag) for cell in cube.cells()] == [
        (("000", "2020"), "25755", ""),
        (("000", "2021"), "28516", ""),
        (("000", "2022"), "22459", ""),
        (("008", "2020"), "7348", ""),
        (("008", "2021"), "", ":"),
        (("008", "2022"), "", "-"),
    ]
    assert [cell.text for cell in cube.cells({"Регион": ["000"], "Година": ["2022"]})] == ["22459"]


def test_the_pointer_reads_the_same_digits_from_the_archived_bytes(body: bytes):
    for cell in read_px("MakStat", body).cells():
        if cell.text:
            assert read_figure(Evidence("s", (cell.pointer,)), body) == Decimal(cell.text)
    with pytest.raises(ComparisonError, match=r"The archived body has no number at px:cell=5\."):
        read_figure(Evidence("s", ("px:cell=5",)), body)
    with pytest.raises(ComparisonError, match=r"The archived body is no PC-Axis file\."):
        read_figure(Evidence("s", ("px:cell=1",)), b"{}")


@pytest.mark.parametrize(
    "pointer", ["px:cell=0", "px:cell=-1", "px:cell=x", "px:cell=", "px:cell=99999999999999999", "px:cell=7"]
)
def test_a_pointer_that_leads_nowhere_finds_nothing(body: bytes, pointer: str):
    assert px_cells([pointer], body) == {}


def test_a_file_that_was_cut_is_refused(body: bytes):
    with pytest.raises(WrongAnswerError) as caught:
        read_px("MakStat", body[: body.rindex(b'".."')])
    assert caught.value.message == (
        "MakStat answered with one whose figures do not fill its axes where a PC-Axis table was expected."
    )


@each(
    "body",
    [b"", b"{}", b"<html></html>", b"DATA=1;", b'TITLE="x";', b'STUB="a";VALUES("a")="1","1";DATA=1 2;', b'STUB="a","a";VALUES("a")="1";DATA=1;',
     b'STUB="a";DATA=1;', b"\xff\xfe\x00", b'"' * 100_000, b'STUB="a";VALUES("a")="' + b'x","' * 50_000],
)  # fmt: skip
def test_what_is_no_table_ends_in_a_sentence(body: bytes):
    with pytest.raises(WrongAnswerError, match="where a PC-Axis table was expected"):
        read_px("An office", body)


def test_a_code_page_that_is_none_is_not_believed():
    body = 'CHARSET="ANSI";CODEPAGE="hex";STUB="år";VALUES("år")="2020";DATA=1;'.encode("cp1252")
    assert read_px("SCB", body).axes[0].label == "år"


def test_a_file_in_utf_8_is_that_whatever_it_says():
    body = 'CHARSET="ANSI";CODEPAGE="iso-8859-1";STUB="år";VALUES("år")="2020";DATA=1;'.encode()
    assert read_px("SCB", body).axes[0].label == "år"


def test_lists_times_and_statements():
    assert listed('"a","b"') == ["a", "b"]
    assert times('TLIST(Q1),"20201","20202"') == ["20201", "20202"]
    words = read_keywords(b'VALUES("a (b)")="x";SHOWDECIMALS=0;')
    assert (words.texts("VALUES", "a (b)"), words.plain("SHOWDECIMALS")) == (["x"], "0")
    assert is_px(b'\xef\xbb\xbfCHARSET="ANSI";')


FIGURES = st.one_of(
    st.decimals(-(10**9), 10**9, places=2, allow_nan=False).map(str), st.sampled_from(['".."', '"-"', '"..."', "."])
)


@given(st.integers(1, 4), st.integers(1, 4), st.data())
def test_every_cell_that_is_read_stands_in_the_body(rows: int, columns: int, data: st.DataObject):
    figures = data.draw(st.lists(FIGURES, min_size=rows * columns, max_size=rows * columns))
    names = [",".join(f'"{letter}{n}"' for n in range(count)) for letter, count in (("r", rows), ("c", columns))]
    body = f'STUB="r";HEADING="c";VALUES("r")={names[0]};VALUES("c")={names[1]};DATA=\n{" ".join(figures)};'.encode()
    cells = list(read_px("x", body).cells())
    assert [cell.codes for cell in cells] == list(
        product([f"r{n}" for n in range(rows)], [f"c{n}" for n in range(columns)])
    )
    for cell, figure in zip(cells, figures, strict=True):
        assert cell.text in {figure, ""}
        assert bool(cell.text) != bool(cell.flag)
        if cell.text:
            assert read_figure(Evidence("s", (cell.pointer,)), body) == Decimal(figure)


@given(st.integers(0, 1200), st.binary(max_size=12), st.integers(0, 12))
def test_a_damaged_file_is_read_or_refused_and_no_figure_is_made_up(at: int, patch: bytes, gone: int):
    whole = DEATHS.encode("cp1251")
    body = whole[:at] + patch + whole[at + gone :]
    try:
        cells = list(read_px("x", body).cells())
    except WorkbenchError as error:
        assert error.message.isprintable()
        return
    for cell in cells:
        assert cell.text.encode("ascii", "replace") in body or "�" in cell.text
