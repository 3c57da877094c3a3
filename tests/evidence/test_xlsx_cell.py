"""Cells of workbooks: the digits that Excel shows, read from the archived bytes, and nothing that a stranger hid in them."""

from __future__ import annotations

import io
import random
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.each import each
from tests.examples import examples
from workbench.core.errors import ComparisonError
from workbench.core.evidence import Evidence
from workbench.evidence import figure_by_pointer, xlsx_parts
from workbench.evidence.figure_by_pointer import read_figure
from workbench.evidence.xlsx_cell import (
    cell_address,
    column_name,
    shown_digits,
    xlsx_cells,
    xlsx_pointer,
    xlsx_sum_pointer,
)
from workbench.evidence.xlsx_parts import BadXlsxError, XlsxParts

ASYLUM = {2019: 450, 2020: 151, 2021: 91, 2022: 162, 2023: 598}
"""Asylum applications lodged in North Macedonia (UNHCR Refugee Data Finder, CC BY 4.0)."""


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(body: bytes, **changed: bytes | None) -> bytes:
    """Return the same zip with some members changed, or left out (None)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            inside = changed.get(name, old.read(name))
            if inside is not None:
                new.writestr(name, inside)
        for name in changed.keys() - set(old.namelist()):
            if changed[name] is not None:
                new.writestr(name, changed[name])
    return out.getvalue()


def figure(body: bytes, sheet: str, row: int, column: int, *marks: str) -> Decimal:
    return read_figure(Evidence("0" * 64, (xlsx_pointer(sheet, row, column, *marks),)), body)


def test_a_cell_is_read_by_sheet_and_address():
    body = workbook({"Notes": [["Source: UNHCR"]], "Table 1": [["Year", *ASYLUM], ["Applications", *ASYLUM.values()]]})
    assert [figure(body, "Table 1", 2, n) for n in range(2, 7)] == list(ASYLUM.values())


def test_a_stretch_of_a_column_is_read_as_its_sum_and_what_is_no_number_is_left_out():
    body = workbook({"T": [["Jan", "Feb"], [3, 100], [None, 100], ["-", 100], [4.1, 100], ["n/a", 100], [7, 100]]})

    def total(*pointers: str) -> Decimal:
        return read_figure(Evidence("0" * 64, pointers), body)

    assert total(xlsx_sum_pointer("T", 2, 6, 1)) == Decimal("7.1")
    assert total(xlsx_sum_pointer("T", 2, 2, 1), xlsx_sum_pointer("T", 5, 7, 1)) == Decimal("14.1")
    assert total(xlsx_sum_pointer("T", 2, 7, 1), xlsx_pointer("T", 2, 2)) == Decimal("114.1")


@pytest.mark.parametrize("cells", ["A3:A4", "A6:A2", "A2:B6", "A2:", ":A6", "A2:A", "A2:A3:A4"])
def test_a_stretch_without_a_number_or_that_is_none_leads_nowhere(cells: str):
    body = workbook({"T": [["Jan"], [3], [None], ["-"], [4], [5]]})
    with pytest.raises(ComparisonError, match="no number"):
        read_figure(Evidence("0" * 64, (f"xlsx:sheet=T&cell={cells}",)), body)


def test_figures_of_one_body_are_read_with_one_parse_and_are_those_of_one_by_one(monkeypatch: pytest.MonkeyPatch):
    body = workbook({"T": [["Jan", "Feb"], [3, 100], [4.5, 200]]})
    opened = []
    monkeypatch.setattr(
        figure_by_pointer, "xlsx_cells", lambda pointers, body: opened.append(1) or xlsx_cells(pointers, body)
    )
    both = [
        Evidence("0" * 64, (xlsx_sum_pointer("T", 2, 3, 1),), Decimal(1000)),
        Evidence("0" * 64, (xlsx_pointer("T", 2, 1), xlsx_pointer("T", 3, 2))),
    ]
    assert figure_by_pointer.read_figures(both, body) == {both[0]: Decimal(7500), both[1]: Decimal(203)}
    assert len(opened) == 1
    assert [read_figure(one, body) for one in both] == [7500, 203]


def test_pointers_and_openpyxl_see_the_same_figures():
    """Floats of every size, whole numbers, texts that hold figures, on sheets with odd names."""
    chance = random.Random(4)  # noqa: S311  (figures of every size, no secret)
    rows: list[list[object]] = [
        [
            chance.choice(
                [chance.uniform(-1e6, 1e6), chance.randrange(10**12), chance.random() * 10.0 ** chance.randrange(-8, 8)]
            )
            for _ in range(8)
        ]
        for _ in range(60)
    ]
    body = workbook({"Табела 1 & more": rows})
    read = openpyxl.load_workbook(io.BytesIO(body), data_only=True, read_only=True)["Табела 1 & more"]
    pointers = {(r, c): xlsx_pointer("Табела 1 & more", r, c) for r in range(1, 61) for c in range(1, 9)}
    found = xlsx_cells(pointers.values(), body)
    for r, row in enumerate(read.iter_rows(values_only=True), start=1):
        for c, value in enumerate(row, start=1):
            assert float(found[pointers[r, c]]) == pytest.approx(value, rel=1e-14)
            assert found[pointers[r, c]] == shown_digits(repr(value))


@each(
    ("stored", "shown"),
    [("12.300000000000001", "12.3"), ("0.1", "0.1"), ("30.099999999999998", "30.1"), ("1E-3", "0.001"), ("16000", "16000"),
     ("4.20", "4.20"), ("123456789012345678", "123456789012346000"), ("0", "0"), ("-5", "-5")],
)  # fmt: skip
def test_fifteen_digits_count(stored, shown):
    """12.300000000000001 is how a spreadsheet stores 12.3."""
    assert shown_digits(stored) == shown


@given(st.integers(1, 16_384), st.integers(1, 1_048_576))
def test_a_cells_name_leads_back_to_it(column, row):
    assert cell_address(f"{column_name(column)}{row}") == (row, column)


def test_a_text_cell_is_read_by_the_marks_of_its_pointer():
    body = workbook({"A": [["1 234,5 b", "n/a"]]})
    assert figure(body, "A", 1, 1, ",", " ") == Decimal("1234.5")
    for bad in (
        xlsx_pointer("A", 1, 2),
        xlsx_pointer("A", 9, 9),
        xlsx_pointer("B", 1, 1),
        "xlsx:",
        "xlsx:sheet=A&cell=%00",
    ):
        with pytest.raises(ComparisonError):
            read_figure(Evidence("0" * 64, (bad,)), body)


def test_a_formula_is_read_by_its_saved_value():
    body = workbook({"A": [[1, 2, "=A1+B1"]]})
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="C1"><f>A1+B1</f><v>3</v></c><c><v>4</v></c></row></sheetData></worksheet>'
    body = repacked(body, **{"xl/worksheets/sheet1.xml": sheet})
    assert (figure(body, "A", 1, 3), figure(body, "A", 1, 4)) == (3, 4)


def test_texts_that_cells_share():
    texts = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>n/a</t></si><si><r><t>1 2</t></r><r><t>34 p</t></r><rPh><t>9</t></rPh></si></sst>'
    rels = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId9" Type="http://x/sharedStrings" Target="texts.xml"/></Relationships>'
    sheet = b'<worksheet><sheetData><row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>77</v></c></row></sheetData></worksheet>'
    parts = {"xl/texts.xml": texts, "xl/_rels/workbook.xml.rels": rels, "xl/worksheets/sheet1.xml": sheet}
    body = repacked(workbook({"A": [[1]]}), **parts)
    pointers = [xlsx_pointer("A", 1, n, ".", " ") for n in (1, 2, 3)]
    assert xlsx_cells(pointers, body) == {pointers[0]: "1234"}


def test_inline_and_rich_texts_and_readings_beside_them():
    sheet = b'<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>1</x:t></x:r><x:r><x:t>2</x:t></x:r><x:rPh><x:t>9</x:t></x:rPh></x:is></x:c></x:row></x:sheetData></x:worksheet>'
    body = repacked(workbook({"A": [[1]]}), **{"xl/worksheets/sheet1.xml": sheet})
    assert figure(body, "A", 1, 1, ".", "") == 12


# --- hostile bodies


def refused(body: bytes) -> str:
    with pytest.raises(BadXlsxError) as caught:
        xlsx_cells([xlsx_pointer("A", 1, 1)], body)
    return str(caught.value)


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(xlsx_parts, "SMALL", 100_000)
    bomb = b"<worksheet><sheetData>" + b" " * 50_000_000
    assert "beyond all measure" in refused(repacked(workbook({"A": [[1]]}), **{"xl/worksheets/sheet1.xml": bomb}))


def test_a_document_type_is_refused():
    evil = (
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>'
    )
    assert "document type" in refused(repacked(workbook({"A": [[1]]}), **{"xl/worksheets/sheet1.xml": evil}))


def test_nesting_without_end_is_refused():
    deep = b"<a>" * 10_000
    assert "nested" in refused(repacked(workbook({"A": [[1]]}), **{"xl/worksheets/sheet1.xml": deep}))


def test_relationships_never_lead_out_of_the_body():
    rels = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://x/worksheet" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="rId2" Type="http://x/worksheet" Target="../../../etc/passwd"/></Relationships>'
    body = repacked(workbook({"A": [[1]]}), **{"xl/_rels/workbook.xml.rels": rels})
    assert XlsxParts(body).sheets == {}


def test_too_many_members_are_refused(monkeypatch):
    monkeypatch.setattr(xlsx_parts, "MOST_MEMBERS", 3)
    assert "members" in refused(workbook({"A": [[1]]}))


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"hello"])
def test_what_is_no_workbook(body):
    assert refused(body)


GOOD = workbook({"A": [["Year", *ASYLUM], ["Applications", *ASYLUM.values()], ["Rate", 1.5, 2.25, "x", None, 7]]})
POINTERS = [xlsx_pointer("A", r, c) for r in range(1, 4) for c in range(1, 7)]


@settings(max_examples=examples(150), deadline=None)
@given(st.data())
def test_mutated_bytes_are_read_or_refused(data):
    body = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 12))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(body)))
    for bad in (bytes(body), GOOD[:cut]):
        try:
            found = xlsx_cells(POINTERS, bad)
        except BadXlsxError:
            continue
        assert all(Decimal(digits).is_finite() for digits in found.values())


@settings(max_examples=examples(100), deadline=None)
@given(st.data())
def test_mutated_xml_gives_no_figure_that_is_not_in_it(data):
    """Parts are changed inside, so that the zip is whole: figures are those that the changed XML holds, or none."""
    names = ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"]
    name = data.draw(st.sampled_from(names))
    with zipfile.ZipFile(io.BytesIO(GOOD)) as packed:
        inside = bytearray(packed.read(name))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(inside) - 1))
        inside[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    body = repacked(GOOD, **{name: bytes(inside)})
    try:
        found = xlsx_cells(POINTERS, body)
    except BadXlsxError:
        return
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        written = packed.read("xl/worksheets/sheet1.xml").decode("utf-8", "replace")
    for digits in found.values():
        assert digits in written or Decimal(digits) in [Decimal(w) for w in _numbers(written)]


def _numbers(text: str) -> list[str]:
    import re

    return re.findall(r"[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d{1,3})?", text)
