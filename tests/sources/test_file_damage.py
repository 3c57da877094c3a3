"""Damaged and hostile files: read or refused in a sentence, never a crash, and never a figure that is not in the body."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sources._files.file_figures import own_figures
from sources._files.grid.delimited_grid import read_text_grid
from sources._files.read_file import read_file
from tests.each import each
from tests.examples import examples
from workbench.core.errors import WorkbenchError
from workbench.core.number import exact
from workbench.evidence.figure_by_pointer import read_figure

WIDE = "Country;Code;2019;2020;2021\nNorth Macedonia;MKD;450;151;91\nAlbania;ALB;1.234,5;..;7 b\nSource: UNHCR\n"
LONG = "Entity,Code,Year,Sex,Value,Flag\nAlbania,ALB,2020,F,1.5,p\nAlbania,ALB,2021,M,2.5,\nSerbia,SRB,2020,F,,c\n"
CSV = [WIDE.encode(), LONG.encode(), WIDE.encode("utf-16"), ("Title\n\n" + LONG).encode()]


def check(body: bytes, name: str = "own.csv") -> None:
    """Read a body as the desk does: every figure is found again at its pointer, every word is fit to print."""
    try:
        read = read_file(body, name, "0" * 64)
        observations = own_figures(body, name).observations
    except WorkbenchError as error:
        assert error.message.isprintable()
        return
    assert all(one.title.isprintable() and one.ref.key.isprintable() for one in read.series)
    assert all(problem.message.isprintable() and problem.where.isprintable() for problem in read.problems)
    for o in observations[:50]:
        if o.value is not None:
            assert o.evidence is not None
            assert exact(read_figure(o.evidence, body)) == exact(o.value)


@settings(max_examples=examples(300), deadline=None)
@given(st.data())
def test_changed_bytes_of_a_table(data):
    body = bytearray(data.draw(st.sampled_from(CSV)))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(body)))
        body[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    check(bytes(body))


@each("first", [b"PK\x03\x04", b"PK\x05\x06", b"%PDF", b"\x1f\x8b"])
@each("body", CSV)
def test_a_table_that_begins_as_another_file_does_is_no_table(first, body):
    """What is taken for a zip when a figure is read again is taken for one when it is read at first."""
    with pytest.raises(WorkbenchError):
        read_file(first + body, "own.csv", "0" * 64)
    check(first + body)


@settings(max_examples=examples(200), deadline=None)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.sampled_from(["Country", "Year", "2019", "2020", "Q1", "Value", "Albania", "MKD", "..", "[z]", "12,5", "1.234", "7 b", ""]),
                st.text(max_size=8),
                st.integers(-(10**6), 10**6).map(str),
            ),
            max_size=6,
        ),
        max_size=12,
    ),
    st.sampled_from([",", ";", "\t", "|"]),
)  # fmt: skip
@example([["Country", "2019"], ["Albania", "7"]], ",")
@example([["2019", "2020"], ["7", "8"]], ",")
@example([["Year"], ["2020"]], ",")
def test_any_table_of_cells(rows, sep):
    check("\n".join(sep.join(row) for row in rows).encode("utf-8", "surrogatepass"))


@each("figure", ["1\xa0234", "€391", "−5", "1 234"])
@each("encoding", ["cp1251", "cp1252", "utf-8", "utf-16"])
def test_an_older_encoding_is_named_beside_the_cell(figure, encoding):
    """What is a no-break space or a euro sign in one encoding is a letter in another: the pointer says which it was."""
    check(f"Country;2020\nSkopje — Скопје;{figure}\nTetovo;{figure}\n".encode(encoding, "replace"))


@given(st.binary(max_size=300))
def test_any_bytes(body):
    check(body)


@given(st.text(max_size=200))
def test_the_cells_of_a_text_are_its_own(text):
    """Nothing is made up: each cell stands in the text, and its pointer leads to it."""
    try:
        grid = read_text_grid(text.encode("utf-8", "surrogatepass"), "own.csv")
    except WorkbenchError:
        return
    for row, cells in enumerate(grid.rows):
        for column, cell in enumerate(cells):
            found = grid.figure(grid.cell(row, column))
            if found:
                assert Decimal(found.digits).is_finite()
                assert set(found.digits) <= set("0123456789.-+eE")
                assert cell


@pytest.mark.parametrize(
    "body",
    [
        b'"' * 100_000,
        b"a," * 100_000,
        b"\n" * 100_000 + b"Country,2020\nAlbania,7\n",
        b"Country,2020\n" + b"Albania,7\n" * 50_000,
        b"Country," + b",".join(str(1900 + n % 200).encode() for n in range(5_000)) + b"\nAlbania" + b",7" * 5_000,
        b"Country,2020\nAlbania," + b"9" * 100_000 + b"\n",
        b"Country,2020\nAlbania,1e999\nSerbia,7\n",
        b"Country,2020\n" + b'"Alb\nania",7\n' * 1_000,
        b"2020," * 10_000,
        ("Country,2020\n" + "\u202e\x1b[31mAlbania\u0000,7\n").encode(),
    ],
    ids=["quotes", "commas", "lines", "rows", "columns", "digits", "exponent", "lines in cells", "years", "controls"],
)  # fmt: skip
@pytest.mark.timeout(300)
def test_bodies_that_are_too_much(body):
    check(body)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Title"],
        [],
        ["Country", "Code", 2019, 2020],
        ["Albania", "ALB", 1.25, "1 234,5 b"],
        ["Serbia", "SRB", 3, None],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


BOOK = workbook()
with zipfile.ZipFile(io.BytesIO(BOOK)) as _packed:
    PARTS = {name: _packed.read(name) for name in _packed.namelist()}


@settings(max_examples=examples(150), deadline=None)
@given(st.data())
def test_changed_bytes_of_a_workbook(data):
    body = bytearray(BOOK)
    for _ in range(data.draw(st.integers(1, 10))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    check(bytes(body[: data.draw(st.integers(len(body) // 2, len(body)))]), "own.xlsx")


@settings(max_examples=examples(150), deadline=None)
@given(st.data())
def test_changed_parts_of_a_workbook(data):
    """The zip is whole and its XML is not, or says something else than before."""
    name = data.draw(st.sampled_from([one for one in PARTS if one.startswith("xl/") and "theme" not in one]))
    inside = bytearray(PARTS[name])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(inside)))
        inside[at : at + data.draw(st.integers(0, 5))] = data.draw(
            st.sampled_from([b"", b"9", b"<", b"<c>", b'"', b"A1:XFD1", b"99999999", b"-1", b"\xff"])
        )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for one, body in PARTS.items():
            packed.writestr(one, bytes(inside) if one == name else body)
    check(out.getvalue(), "own.xlsx")
