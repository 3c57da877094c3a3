"""Every format over the case base is read back by another reader than ours, and an empty desk that takes it in gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from case_base import HOSTILE, OPEN, RATED, WITHDRAWN, language, open_desk
from claimreview_rules import RULES, broken
from jsonschema import Draft202012Validator
from lxml import etree, html
from office import AT

from workbench.core.errors import UnknownNameError
from workbench.core.report import Report
from workbench.desk import Desk
from workbench.desk.importing.bulk_import import ImportPlan
from workbench.report.reader_headline import reader_headline
from workbench.site import Site, SiteSettings, picture_support, site_files

ALL = RATED + WITHDRAWN + OPEN
OUT = RATED + WITHDRAWN


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with open_desk(tmp_path_factory.mktemp("base")) as desk:
        yield desk


@pytest.fixture(scope="module")
def report(desk: Desk) -> Report:
    made = replace(desk.report(), made=AT)
    return replace(made, entries=tuple(made.entries))


@pytest.fixture(scope="module")
def site(desk: Desk, report: Report) -> dict[str, bytes]:
    """Without the pictures, which tests/export looks at."""
    going = desk.for_readers(report).report
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(picture_support, "can_draw", lambda: False)
        return dict(site_files(Site(going, SiteSettings("https://checks.example.org", "Example"), desk.archive.read)))


def out(desk: Desk, report: Report, form: str, **options: str) -> bytes:
    return desk.export_report(report, form, options).body


def test_the_base_has_what_it_says(report: Report):
    stages = Counter(entry.verdict.stage.value for entry in report.entries)
    assert stages == {"published": 60, "corrected": 40, "withdrawn": WITHDRAWN, "open": OPEN}
    assert {entry.claim.language for entry in report.entries} == {"en", "de", "mk", "fr", "ar", "he"}
    assert (
        len(
            {
                entry.findings[0].series.ref.source
                for entry in report.entries
                if entry.findings and entry.findings[0].series
            }
        )
        == 5
    )
    labels = {rating.label for entry in report.entries for rating in (entry.scale.ratings if entry.scale else ())}
    assert {"True", "True, we find"} <= labels, "a verdict keeps the scale that it was given on"


# --- data -----------------------------------------------------------------------------------------------


def test_json_and_its_lines_are_what_their_schemas_say(desk: Desk, report: Report):
    from importlib.resources import files

    whole = json.loads(out(desk, report, "json"))
    lines = [json.loads(line) for line in out(desk, report, "jsonl").splitlines()]
    assert len(whole["claims"]) == len(lines) == ALL
    for name, values in (("report", [whole]), ("line", lines)):
        found = json.loads((files("workbench.export") / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        for value in values:
            Draft202012Validator(found).validate(value)


def test_csv_has_every_claim_and_no_cell_runs(desk: Desk, report: Report):
    rows = list(csv.DictReader(io.StringIO(out(desk, report, "csv").decode("utf-8-sig"), newline="")))
    assert {row["claim"].lstrip("'") for row in rows} == {entry.claim.id for entry in report.entries}
    cells = [cell for row in rows for cell in row.values() if cell]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "@", "\t")) or re.match(r"-[^\d]", cell)]
    assert all(cell.isprintable() for cell in cells)


def test_a_workbook_and_a_database_hold_the_same_and_their_sums_are_those_of_the_report(
    desk: Desk, report: Report, tmp_path: Path
):
    book = openpyxl.load_workbook(io.BytesIO(out(desk, report, "xlsx")), read_only=True)
    head, *rows = book["findings"].iter_rows(values_only=True)
    summed = sum(Decimal(str(row[head.index("measured")])) for row in rows if row[head.index("measured")] is not None)
    expected = [f.measured for entry in report.entries for f in entry.findings if f.measured is not None]
    assert summed == sum(expected)
    assert len(list(book["claims"].iter_rows())) == ALL + 1
    (tmp_path / "out.db").write_bytes(out(desk, report, "sqlite"))
    with closing(sqlite3.connect(tmp_path / "out.db")) as base:
        assert base.execute("SELECT count(*) FROM claims").fetchone() == (ALL,)
        joined = "SELECT count(*) FROM findings JOIN claims USING (claim)"
        assert base.execute(joined).fetchone() == (len(rows),)
        words = [row[0] for row in base.execute("SELECT sentence FROM claims")]
    assert any("طلبات" in each for each in words)


def test_a_columnar_file_has_a_row_a_finding(desk: Desk, report: Report):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    table = parquet.read_table(io.BytesIO(out(desk, report, "parquet")))
    assert len(set(table.column("claim").to_pylist())) == ALL


# --- for readers ----------------------------------------------------------------------------------------


def test_a_page_holds_what_is_out_and_nothing_foreign_is_markup(desk: Desk, report: Report):
    body = out(desk, report, "html").decode()
    tree = html.fromstring(body)
    assert len(tree.findall(".//article")) == OUT
    assert tree.findall(".//script") == tree.findall(".//img") == []
    assert {a.get("href")[:4] for a in tree.iter("a")} <= {"http"}
    assert {quote.get("lang", "en") for quote in tree.iter("blockquote")} == {"en", "de", "mk", "fr", "ar", "he"}
    assert {quote.get("dir") for quote in tree.iter("blockquote") if quote.get("lang") in {"ar", "he"}} == {"rtl"}
    assert not [c for c in body if not c.isprintable() and c not in "\n\t"]
    assert "<figcaption" in body
    assert not re.search(r"\\x[0-9a-f]{2}|a\\nb", body), "no sign is spelled out, in a chart's legend neither"


def test_markdown_has_a_heading_a_claim_and_no_markup_of_others(desk: Desk, report: Report):
    text = out(desk, report, "markdown").decode()
    assert len(re.findall(r"^## (?!Method$)", text, re.MULTILINE)) == OUT
    assert not re.search(r"(?<!\\)<(script|b)\b|(?<!\\)!\[|^# head", text, re.MULTILINE)


def test_exhibits_open_and_number_every_answer(desk: Desk, report: Report):
    document = docx.Document(io.BytesIO(out(desk, report, "docx")))
    heads = [each.text for each in document.paragraphs if each.style.name == "Heading 2"]
    assert sum(each.startswith("Claim ") for each in heads) == OUT
    assert [each.split(":")[0] for each in heads if each.startswith("Exhibit ")] == [
        f"Exhibit {n}" for n in range(1, len(heads) - OUT + 1)
    ]


def test_references_have_an_entry_each(desk: Desk, report: Report):
    bib = out(desk, report, "bibtex").decode()
    cited = json.loads(out(desk, report, "csl"))
    keys = re.findall(r"^@\w+\{([^,]+),", bib, re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(cited) > len(HOSTILE)
    assert len({each["id"] for each in cited}) == len(cited)


def test_paper_has_pages(desk: Desk, report: Report):
    """One claim a language: drawing takes a tenth of a second each."""
    pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")
    import pypdfium2

    each = {entry.claim.language: entry for entry in report.entries if entry.claim.language in {"en", "mk", "ar"}}
    few = replace(report, entries=tuple(each.values()))
    pdf = pypdfium2.PdfDocument(out(desk, few, "pdf"))
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    squeezed = "".join(text.split())
    assert all(
        "".join(reader_headline(entry.claim).split()) in squeezed for code, entry in each.items() if code != "ar"
    )
    assert len(pdf) > 1


# --- ClaimReview ----------------------------------------------------------------------------------------


def test_twelve_rules_on_a_hundred_of_a_hundred(desk: Desk, report: Report):
    reviews: list[dict[str, Any]] = json.loads(out(desk, report, "claimreview"))
    assert len(RULES) == 12
    assert len(reviews) == RATED
    assert {review["itemReviewed"]["identifier"]: broken(review, "checks.example.org") for review in reviews} == {
        review["itemReviewed"]["identifier"]: [] for review in reviews
    }
    assert len({review["url"] for review in reviews}) == RATED
    assert sum("correction" in review for review in reviews) == 40


def test_the_rules_find_what_is_broken(desk: Desk, report: Report):
    """A rule that nothing breaks says nothing."""
    review = next(each for each in json.loads(out(desk, report, "claimreview")) if "correction" in each)
    claim, rating = review["itemReviewed"], review["reviewRating"]
    wrong: dict[str, dict[str, Any]] = {
        "required": {"url": "", "@type": "Review"},
        "said_in_words": {"reviewRating": rating | {"alternateName": " "}},
        "ladder": {"reviewRating": rating | {"ratingValue": 9}},
        "truer_is_higher": {"reviewRating": rating | {"alternateName": "False", "ratingValue": 5}},
        "headline_by_itself": {"claimReviewed": "She said that there were …"},
        "page_of_its_own": {"url": "https://bit.ly/1"},
        "publisher": {"author": {"@type": "Organization"}},
        "claimant": {"itemReviewed": claim | {"author": {"@type": "Person", "jobTitle": "minister"}}},
        "days": {"datePublished": "2021-01-01"},
        "appearances": {"itemReviewed": claim | {"appearance": [{"url": "javascript:alert(1)"}]}},
        "identified": {"itemReviewed": {"@type": "Thing"}},
        "corrections": {"dateModified": "2000-01-01"},
    }
    assert list(wrong) == [rule.__name__ for rule in RULES]
    assert [name for name, change in wrong.items() if name not in broken(review | change, "checks.example.org")] == []


def test_no_markup_ends_the_element_that_carries_it(site: dict[str, bytes]):
    pages = {path: body.decode() for path, body in site.items() if re.fullmatch(r"claims/\w+/index\.html", path)}
    assert len(pages) == OUT
    for page in pages.values():
        data = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
        assert len(data) == ("Withdrawn on" not in page)
        assert all(broken(json.loads(each), "checks.example.org") == [] for each in data)


# --- the site -------------------------------------------------------------------------------------------


def test_every_page_of_the_site_is_well_formed_and_in_its_feeds(site: dict[str, bytes]):
    for path, body in site.items():
        if path.endswith(".xml"):
            etree.fromstring(body)
        if path.endswith(".json"):
            json.loads(body)
        if path.endswith(".html"):
            tree = html.fromstring(body.decode())
            assert len(tree.findall(".//h1")) == 1, path
            ids = [each.get("id") for each in tree.iter() if each.get("id")]
            assert len(ids) == len(set(ids)), path
            assert [
                s for s in tree.iter("script") if s.get("src") is None and s.get("type") != "application/ld+json"
            ] == []
    feed = json.loads(site["claimreview.json"])
    assert len(feed["dataFeedElement"]) == RATED
    assert site["corrections/index.html"].count(b"<li id=") == 40 + WITHDRAWN


# --- back -----------------------------------------------------------------------------------------------


def test_export_import_export_gives_the_same_bytes(desk: Desk, report: Report, tmp_path: Path):
    exported = out(desk, report, "json", evidence="yes")
    with open_desk(tmp_path / "other", empty=True) as other:
        again = taken_in(other, tmp_path / "pub.json", exported)
        assert out(other, again, "json", evidence="yes") == exported
        assert out(other, again, "html") == out(desk, report, "html")
        assert list(other.ports.store.check()) == []


def test_lines_come_back_too(desk: Desk, report: Report, tmp_path: Path):
    few = replace(report, entries=report.entries[:20])
    exported = out(desk, few, "jsonl")
    with open_desk(tmp_path / "other", empty=True) as other:
        for body in report.bodies:
            other.ports.archive.keep(body, desk.archive.read(body.id))
        again = taken_in(other, tmp_path / "pub.jsonl", exported)
        assert out(other, again, "jsonl") == exported


def taken_in(other: Desk, path: Path, body: bytes) -> Report:
    """Return what a desk that had nothing gives once it has read an export."""
    path.write_bytes(body)
    done, rejected = other.import_bulk(ImportPlan(paths=(str(path),)))
    assert (rejected, done.problems) == ((), ())
    made = replace(other.report(), made=AT)
    return replace(made, entries=tuple(made.entries))


@pytest.mark.parametrize("code", ["mk"])
def test_every_language_of_readers_is_written_over_it(desk: Desk, report: Report, code: str):
    told = replace(report, publisher=replace(report.publisher, language=code))
    tree = html.fromstring(out(desk, told, "html").decode())
    assert tree.get("lang") == code
    assert len(tree.findall(".//article")) == OUT


def test_a_language_that_we_do_not_speak_is_told(desk: Desk):
    with pytest.raises(UnknownNameError):
        desk.report(language="tlh")


def test_hostile_words_stand_in_every_field(report: Report):
    said = " ".join(str(entry) for entry in report.entries)
    assert all(repr(each)[1:-1][:20] in said for each in HOSTILE)
    assert {language(i) for i in range(RATED)} == {entry.claim.language for entry in report.entries}
