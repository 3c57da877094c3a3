"""Workbook, database, columnar file, exhibits, pages and references: each parsed back over a case base of hostile text, in several languages."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdfium2
import pytest
from pyarrow import parquet

from workbench.core.corrections.correction import Correction, Slot
from workbench.core.errors import MissingPackageError, UsageError
from workbench.core.report import Entry, Report
from workbench.core.verdict import Action, fold_reviews
from workbench.plugins import EXPORTERS, Plugins
from workbench.report.flat_tables import TABLES

SAID = {
    "ar": "انخفضت طلبات اللجوء بنسبة 70 في المئة =1+1.",
    "he": "בקשות המקלט ירדו ב-70 אחוזים <script>.",
    "mk": "Барањата за азил паднаа за 70 проценти {\\input{x}}.",
    "zh": "庇护申请下降了百分之七十。",
    "de": "Die Asylanträge sanken um 70 % \\textbf{&}.",
}
UTC_DAY, UTC_TIME = datetime.fromisoformat("2021-11-13"), datetime.fromisoformat("2021-12-03T09:30")
BINARY = ("xlsx", "sqlite", "parquet", "docx", "pdf")
FORMS = (*BINARY, "csl", "bibtex")


def export(report: Report, form: str, **options: str) -> bytes:
    exporter: Any = Plugins(EXPORTERS)[form]
    return (exporter.with_options(options) if options else exporter).export(report)


MADE: dict[str, bytes] = {}
"""What was exported of the case base, once a form."""


def made(cases: Report, form: str) -> bytes:
    if form not in MADE:
        MADE[form] = export(of_form(cases, form), form)
    return MADE[form]


def entry(like: Entry, key: str, words: str, language: str) -> Entry:
    claim = replace(like.claim, id=key, quote=words, context=words, language=language)
    return replace(like, claim=claim, findings=tuple(replace(each, claim=key) for each in like.findings))


def corrected(like: Entry) -> Entry:
    """Published as false, then said to be true; its place was put right, and put back."""
    at, key = like.verdict.history[-1].at, "c0rr"
    first, publish = (replace(each, claim=key) for each in like.verdict.history[1:])
    better = replace(
        first,
        at=at + timedelta(days=2),
        action=Action.RATE,
        rating="true",
        note="=We erred: the figure was revised.",
        nonce="x",
    )
    base = entry(like, key, "Asylum fell.", "en")
    verdict = fold_reviews(key, "five-point", [first, publish, better])
    one = Correction(
        claim=key,
        slot=Slot.PLACE,
        said="=MKD",
        before="",
        after="North Macedonia",
        reading=base.claim,
        reviewer="ana",
        at=at,
    )
    back = replace(one, undoes=one.id, at=at + timedelta(hours=1), said="", before="North Macedonia", after="")
    return replace(base, verdict=verdict, corrections=(one, back))


@pytest.fixture
def cases(report: Report) -> Report:
    first = report.entries[0]
    more = [entry(first, f"lang{code}", words, code) for code, words in SAID.items()]
    more += [
        entry(first, "123456789012", "x" * 100_000, "en"),
        entry(first, "12345e678901", "Short.", "en"),
        corrected(first),
    ]
    more.append(
        replace(
            more[0], claim=replace(more[0].claim, id="n0day", said=None, attribution=None, period=None), findings=()
        )
    )
    return replace(report, entries=(*report.entries, *more), drafts=True)


def of_form(cases: Report, form: str) -> Report:
    """Return the case base; for pages, which take long to draw, a few claims of it."""
    return (
        replace(cases, entries=(cases.entries[0], cases.entries[2], cases.entries[-2], *cases.entries[-9:-7]))
        if form == "pdf"
        else cases
    )


def texts(form: str, body: bytes) -> Iterator[str]:
    """Yield every text that a reader of the file meets."""
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(body))
        yield from (
            str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None
        )
    elif form == "docx":
        document = docx.Document(io.BytesIO(body))
        yield from (each.text for each in document.paragraphs)
        yield from (cell.text for table in document.tables for cell in table._cells)
    elif form == "sqlite":
        yield from (str(value) for table in TABLES for row in rows(body, table.name) for value in row.values())
    elif form == "parquet":
        yield from (str(value) for row in parquet.read_table(io.BytesIO(body)).to_pylist() for value in row.values())
    elif form == "pdf":
        yield from (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(body))
    else:
        yield body.decode()


def rows(body: bytes, table: str) -> list[dict[str, Any]]:
    with opened(body) as connection:
        found = connection.execute(f"SELECT * FROM {table}")  # noqa: S608
        names = [each[0] for each in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]


@contextmanager
def opened(body: bytes) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(body)
        yield connection


def sheet(body: bytes, name: str) -> list[dict[str, Any]]:
    head, *lines = openpyxl.load_workbook(io.BytesIO(body))[name].iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_has_the_same_bytes(cases: Report, form: str):
    assert export(of_form(cases, form), form) == made(cases, form)


@pytest.mark.parametrize("form", FORMS)
def test_no_control_character_leaves(cases: Report, form: str):
    found = "".join(texts(form, made(cases, form)))
    assert not re.search("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", found.replace("\x02", ""))


@pytest.mark.parametrize("form", ["xlsx", "sqlite", "parquet", "docx"])
def test_every_language_stands_there_as_it_was_said(cases: Report, form: str):
    found = "\n".join(texts(form, made(cases, form)))
    assert all(words in found for words in SAID.values())


@pytest.mark.parametrize("form", FORMS)
def test_a_sample_answer_says_so(cases: Report, form: str):
    found = " ".join(" ".join(texts(form, made(cases, form))).split()).casefold()
    assert "unhcr figures as of 2026-06" in found
    if form in {"docx", "pdf", "csl", "bibtex"}:
        assert re.search("sample answer of unhcr figures as of 2026-06", found)


# --- XLSX ------------------------------------------------------------------------------------------------


def test_a_workbook_holds_no_formula_and_no_link_and_its_ids_are_texts(cases: Report):
    book = openpyxl.load_workbook(io.BytesIO(made(cases, "xlsx")))
    assert book.sheetnames == ["claims", "findings", "steps", "sources", "reviews", "corrections", "attached"]
    cells = [cell for each in book for row in each.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in cells)
    ids = {row["claim"] for row in sheet(made(cases, "xlsx"), "claims")}
    assert {"123456789012", "12345e678901"} <= ids


@pytest.mark.parametrize(
    "words", ["<r><t>bold</t></r>", "_x0041_", "a & b < c > d", "_x_ _x12_ _xZZZZ_", "&amp;lt;", "x" * 40_000]
)
def test_what_was_said_is_no_markup_of_a_workbook(cases: Report, words: str):
    odd = replace(cases.entries[0], claim=replace(cases.entries[0].claim, measure=words))
    found = sheet(export(replace(cases, entries=(odd,)), "xlsx"), "claims")[0]["measure"]
    found = found.replace("_x005F_", "_")  # as spreadsheets read it, and openpyxl does not
    assert found == words if len(words) < 100 else found.endswith("(cut: 40,000 characters in all)")


def test_days_are_days_and_times_are_times(cases: Report):
    body = made(cases, "xlsx")
    first = sheet(body, "claims")[0]
    assert first["said"] == UTC_DAY
    assert first["published"] == UTC_TIME
    assert sheet(body, "sources")[0]["fetched"] == UTC_TIME
    old = replace(cases.entries[0], claim=replace(cases.entries[0].claim, said=date(1890, 1, 2)))
    assert sheet(export(replace(cases, entries=(old,)), "xlsx"), "claims")[0]["said"] == "1890-01-02"


def test_a_figure_is_a_number_where_no_digit_is_lost_and_a_text_elsewhere(cases: Report):
    by_title = {row["title"]: row for row in sheet(made(cases, "xlsx"), "findings")}
    change = by_title["Asylum applications, North Macedonia, 2020 to 2021"]
    assert change["claimed"] == -70
    assert change["measured"].startswith("-39.735099337748344370860927152317880")
    count = by_title["Employed persons, North Macedonia, 2021"]
    assert (count["measured"], count["difference"]) == (82500, -500)


def test_the_sums_of_a_workbook_are_those_of_the_report(cases: Report):
    found = [row["measured"] for row in sheet(made(cases, "xlsx"), "findings")]
    counted = [each for each in found if isinstance(each, int)]
    wanted = [f.measured for e in cases.entries for f in e.findings if f.measured == Decimal(82500)]
    assert sum(counted) == sum(wanted)
    assert len(found) == sum(len(e.findings) for e in cases.entries)


@pytest.mark.parametrize("figure", ["0.1", "5.90", "1e200", "123456789012345", "-0.000001"])
def test_a_number_of_a_workbook_reads_back_as_the_figure(cases: Report, figure: str):
    body = export(measuring(cases, Decimal(figure)), "xlsx")
    assert Decimal(repr(sheet(body, "findings")[0]["measured"])) == Decimal(figure)


def measuring(cases: Report, figure: Decimal) -> Report:
    first = cases.entries[0]
    return replace(cases, entries=(replace(first, findings=(replace(first.findings[0], measured=figure),)),))


def test_a_text_beyond_a_cell_is_cut_and_says_so(cases: Report):
    long = next(row for row in sheet(made(cases, "xlsx"), "claims") if row["claim"] == "123456789012")
    assert len(long["sentence"]) <= 32_767
    assert long["sentence"].endswith("(cut: 100,000 characters in all)")


def test_corrections_tell_what_was_said_before_and_what_is_said_now(cases: Report):
    for found in (sheet(made(cases, "xlsx"), "corrections"), rows(made(cases, "sqlite"), "corrections")):
        verdict = next(row for row in found if row["what"] == "verdict")
        assert (verdict["claim"], verdict["before"], verdict["after"]) == ("c0rr", "False", "True")
        assert verdict["why"] == "=We erred: the figure was revised."
        place = next(row for row in found if row["what"] == "place")
        assert (place["after"], place["counts"]) == ("North Macedonia", "taken back")


# --- SQLite, Parquet -------------------------------------------------------------------------------------


def test_a_database_joins_and_sums(cases: Report):
    with opened(made(cases, "sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        joined = "SELECT count(*) FROM claims JOIN findings USING (claim) JOIN steps USING (claim, finding)"
        assert connection.execute(joined).fetchone()[0] == sum(
            len(f.trace.steps) for e in cases.entries for f in e.findings
        )
        assert connection.execute(
            "SELECT typeof(claim), typeof(said) FROM claims WHERE claim = '123456789012'"
        ).fetchone() == ("text", "text")
        one = "SELECT measured, measured_rounded FROM findings WHERE agreement = 'apart' LIMIT 1"
        exact, rounded = connection.execute(one).fetchone()
        assert exact.startswith("-39.73509933774834437086")
        assert rounded == pytest.approx(-39.7350993377)
        assert dict(connection.execute("SELECT key, value FROM report"))["title"] == "Checks <of> the week"


def test_a_columnar_file_has_a_row_a_finding_with_types(cases: Report):
    found = parquet.read_table(io.BytesIO(made(cases, "parquet")))
    rows_ = found.to_pylist()
    assert len(rows_) == sum(max(1, len(e.findings)) for e in cases.entries)
    assert rows_[0]["said"] == date(2021, 11, 13)
    assert rows_[0]["finding_measured"].startswith("-39.735099337748344370860927")
    assert str(found.schema.field("published").type) == "timestamp[ms, tz=UTC]"
    assert len(parquet.read_table(io.BytesIO(export(replace(cases, entries=()), "parquet")))) == 0


# --- DOCX, PDF -------------------------------------------------------------------------------------------


def test_exhibits_are_numbered_and_each_has_query_day_hash_and_pointer(cases: Report):
    document = docx.Document(io.BytesIO(made(cases, "docx")))
    heads = [
        each.text for each in document.paragraphs if each.text.startswith("Exhibit ") and each.style.name == "Heading 2"
    ]
    assert [re.match(r"Exhibit (\d+):", head)[1] for head in heads] == ["1", "2", "3"]
    told = {row.cells[0].text: row.cells[1].text for row in document.tables[0].rows}
    assert told["Query"] == "https://api.unhcr.org/population/v1/asylum-applications/?coa=MKD&cf_type=ISO"
    assert (told["Asked on"], told["sha256"]) == ("2021-12-03 09:30:00 UTC", "ab" * 32)
    cells = [row.cells[0].text for row in document.tables[1].rows]
    assert cells == ["Pointer", "/items/0/applied", "/items/1/applied"]
    assert "Exhibits 1, 2, 3" in [each.text for each in document.paragraphs]


def test_right_to_left_words_run_from_the_right(cases: Report):
    body = zipfile.ZipFile(io.BytesIO(made(cases, "docx"))).read("word/document.xml").decode()
    for code in ("ar", "he"):
        words = SAID[code].replace("<", "&lt;").replace(">", "&gt;")
        assert re.search(rf"<w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t[^>]*>{re.escape(words)}<", body)


def test_pages_are_tagged_and_titled_and_run_nothing(cases: Report):
    body = made(cases, "pdf")
    document = pypdfium2.PdfDocument(body)
    assert document.is_tagged()
    assert document.get_metadata_dict()["Title"] == "Draft: Checks <of> the week"
    assert not re.search(rb"/JavaScript|/Launch|/EmbeddedFile", body)
    found = "\n".join(texts("pdf", body))
    assert "Asylum applications, North Macedonia, 2020 to 2021" in " ".join(found.split())
    assert "DRAFT, not for publication" in found


# --- references ------------------------------------------------------------------------------------------


def test_references_have_one_name_each_and_the_day_and_hash(cases: Report):
    items = json.loads(made(cases, "csl"))
    assert [each["id"] for each in items] == [
        "unhcr-asylum-applications-coa-2021-abababab", "eurostat-migr-asyappctza-2021-cdcdcdcd", "eurostat-lfsi-emp-a-2021-abababab",
    ]  # fmt: skip
    assert items[0]["accessed"] == {"date-parts": [[2021, 12, 3]]}
    assert items[0]["archive_location"] == "sha256:" + "ab" * 32
    keys = re.findall(r"^@misc\{([^,]+),$", made(cases, "bibtex").decode(), re.MULTILINE)
    assert keys == [each["id"] for each in items]


@pytest.mark.parametrize("words", ["{\\input{/etc/passwd}}", "100% & $x_1^2$ #~", 'a"b}', "}\n@comment{"])
def test_no_words_end_an_entry_of_bibtex(cases: Report, words: str):
    first = cases.entries[0]
    finding = first.findings[0]
    assert finding.series is not None
    hostile = replace(finding.series, title=words, publisher=words, licence=words, url=f"https://a.org/{words}")
    body = export(
        replace(cases, entries=(replace(first, findings=(replace(finding, series=hostile),)),)), "bibtex"
    ).decode()
    bare = re.sub(r"\\[{}]", "", body)
    depth = [bare[: n + 1].count("{") - bare[: n + 1].count("}") for n in range(len(bare))]
    assert min(depth) == 0
    assert depth[-1] == 0
    assert body.count("\n@") == 1
    assert "\\input" not in body


# --- CSV -------------------------------------------------------------------------------------------------


def test_no_spreadsheet_takes_an_id_for_a_number(cases: Report):
    found = {row["claim"] for row in csv.DictReader(io.StringIO(export(cases, "csv").decode("utf-8-sig")))}
    assert {"'123456789012", "'12345e678901", "c1"} <= found


@pytest.mark.parametrize(("said", "sign"), [(";", ";"), ("tab", "\t"), ("|", "|")])
def test_the_delimiter_is_the_one_that_was_asked_for(cases: Report, said: str, sign: str):
    body = export(cases, "csv", delimiter=said)
    usual = list(csv.reader(io.StringIO(export(cases, "csv").decode("utf-8-sig"))))
    assert list(csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=sign)) == usual


def test_a_decimal_comma_brings_semicolons_and_changes_figures_alone(cases: Report):
    body = export(cases, "csv", decimal=",", bom="no")
    assert not body.startswith(b"\xef\xbb\xbf")
    german = list(csv.DictReader(io.StringIO(body.decode()), delimiter=";"))
    usual = list(csv.DictReader(io.StringIO(export(cases, "csv").decode("utf-8-sig"))))
    figures = {"claimed", "measured", "difference"}
    for mine, theirs in zip(german, usual, strict=True):
        assert {name: mine[name] for name in figures} == {name: theirs[name].replace(".", ",") for name in figures}
        assert {k: v for k, v in mine.items() if k not in figures} == {
            k: v for k, v in theirs.items() if k not in figures
        }


@pytest.mark.parametrize(
    ("options", "says"),
    [({"delimiter": "ab"}, "no delimiter"), ({"delimiter": ""}, "no delimiter"), ({"delimiter": "3"}, "no delimiter"),
     ({"decimal": ";"}, "no decimal mark")],
)  # fmt: skip
def test_what_can_be_no_delimiter_is_refused(cases: Report, options: dict[str, str], says: str):
    with pytest.raises(UsageError, match=says):
        export(cases, "csv", **options)


# --- what is missing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "package"), [("pdf", "weasyprint"), ("parquet", "pyarrow"), ("xlsx", "xlsxwriter"), ("docx", "docx")]
)
def test_a_missing_package_is_named_with_how_to_have_it(
    cases: Report, form: str, package: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingPackageError) as told:
        export(cases, form)
    assert "which is not installed" in told.value.message
    assert "pip install" in told.value.hint


def test_a_missing_library_of_the_system_is_named(cases: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0': no such file\")")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    with pytest.raises(MissingPackageError) as told:
        export(cases, "pdf")
    assert "libpango-1.0-0" in told.value.message
    assert "apt-get install" in told.value.hint


def test_the_list_of_formats_loads_no_library_of_theirs():
    code = (
        "import sys; from workbench.plugins import EXPORTERS, Plugins; [Plugins(EXPORTERS)[name] for name in Plugins(EXPORTERS)];"
        "print(sorted({'xlsxwriter', 'docx', 'weasyprint', 'pyarrow', 'openpyxl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
