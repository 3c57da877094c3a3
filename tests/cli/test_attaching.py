"""Evidence of one's own: a page, a file or a note beside the series, archived, quoted, cited in every export, undone by undo."""

from __future__ import annotations

import json
import sqlite3
import threading
import zipfile
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from workbench.config import sample_folder

PAGE = """<!doctype html><html><head><title>Police: the year 2021</title></head><body><nav>Home</nav>
<div id="main"><p class="lead">In 2021 there were <b>15,998</b>
attempts at illegal&nbsp;migration.</p><table><tr><td>2020<td>25,195</tr><tr><td>2021<td>15,998</tr></table></div></body></html>"""
LOGIN = '<html><head><title>Sign in</title></head><form><input name=u><input type="password" name=p></form></html>'
QUOTE = "there were 15,998 attempts at illegal migration"


class Pages(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        if self.path == "/down":
            self.send_error(500)
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "http://169.254.169.254/latest")
            self.end_headers()
        elif self.path == "/big":
            self._give(b"x", "application/pdf", 100_000_000)
        else:
            body = {"/login": LOGIN, "/empty": " "}.get(self.path, PAGE).encode()
            self._give(body, "text/html; charset=utf-8", len(body))

    def _give(self, body: bytes, kind: str, length: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def web(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Yield a server of pages that the configuration trusts; its address."""
    Pages.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    config = home / "config.toml"
    publisher = '[publisher]\nname = "Desk"\nurl = "https://checks.example.org"\n'
    config.write_text(f'allow = ["127.0.0.1:{server.server_port}"]\n{publisher}', "utf-8")
    monkeypatch.setenv("WORKBENCH_CONFIG", str(config))
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def claim(workbench, once) -> str:
    path = sample_folder() / "statements" / "2021-12-02-brdo-forum.txt"
    once("forum", lambda: workbench("import", path))
    return workbench("claims", "--json").records[0]["id"]


def test_a_page_is_fetched_once_archived_and_quoted_where_it_stands(workbench, claim, web):
    done = workbench("attach", claim, f"{web}/report", "--quote", QUOTE, "--json")
    [made] = done.records
    assert (made["kind"], made["title"], made["url"]) == ("page", "Police: the year 2021", f"{web}/report")
    assert (made["passage"]["quote"], made["passage"]["before"]) == (QUOTE, "Home In 2021")
    workbench("attach", claim, f"{web}/report", "--selector", "#main > table tr:nth-of-type(2)")
    assert Pages.asked == ["/report"]
    shown = workbench("show", claim)
    assert f"“{QUOTE}” — Police: the year 2021" in shown.out
    assert "“2021 15,998” — Police: the year 2021, element #main > table" in shown.out
    [record] = workbench("show", claim, "--json").records
    assert [each["stands"] for each in record["attached"]] == [True, True]
    assert made["sha256"][:12] in workbench("archive", "list", "attached").out
    assert (workbench("archive", "verify", "--strict").code, workbench("doctor").code) == (0, 0)


def test_files_and_notes_need_no_network(workbench, claim, home, monkeypatch):
    from fpdf import FPDF

    printed = FPDF()
    printed.set_font("Helvetica")
    for words in ("An introduction.", "The number of appli-", "The end."):
        printed.add_page()
        printed.cell(text=words, new_x="LMARGIN", new_y="NEXT")
        printed.cell(text="cations fell by 70 percent.")
    path = home / "secret folder" / "Annual report.pdf"
    path.parent.mkdir()
    path.write_bytes(bytes(printed.output()))
    [made] = workbench("--offline", "attach", claim, path, "--quote", "applications fell by 70%", "--json").records or [
        {}
    ]
    assert made == {}
    [made] = workbench("--offline", "attach", claim, path, "--quote", "number of applications fell", "--json").records
    assert (made["passage"]["page"], made["url"], made["title"]) == (2, "Annual report.pdf", made["title"])
    assert "page 3 of" in workbench("attach", claim, path, "--quote", "number of applications", "--page", "3").err
    assert "has no page 9" in workbench("attach", claim, path, "--page", "9").err
    monkeypatch.chdir(path.parent)
    assert workbench("attach", claim, path.name, "--page", "1").code == 0
    assert workbench("--offline", "attach", claim, "--note", "The ministry confirmed it by phone.").code == 0
    lines = workbench("attach", claim).out
    assert "secret folder" not in lines
    assert "The ministry confirmed it by phone. — Attached by ana" in lines


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/login", ("answered with a login page", "attach the file")),
        ("/down", ("failed: HTTP 500", "Check the address")),
        ("/big", ("sent more than 64 MB", "Attach a smaller file")),
        ("/away", ("was not opened", "attach the file")),
        ("/empty", ("nothing at all", "Attach a file or a note")),
    ],
)
def test_a_page_that_will_not_do_is_a_sentence(workbench, claim, web, path, told):
    done = workbench("attach", claim, web + path)
    assert done.code == 3
    assert all(words in done.err for words in told)
    assert "Traceback" not in done.err
    assert workbench("attach", claim, "--json").records == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["http://10.0.0.1/x"], "it leads to a private address"),
        (["http://localhost:1/x"], "it leads to a private address"),
        (["http://nobody.invalid/x"], "did not answer"),
        (["nowhere.pdf"], "There is no such file"),
        (["ftp://example.org/x"], "does not begin with https:// or http://"),
        (["www.example.org/x"], "does not begin with https:// or http://"),
        (["--quote", "words"], "Nothing was given"),
        (["--note", "x", "--page", "3"], "A note has no place"),
    ],
)
def test_what_cannot_be_attached_says_why(workbench, claim, words, says):
    done = workbench("attach", claim, *words)
    assert done.code in {2, 3}
    assert says in done.err
    assert workbench("attach", claim, "--json").records == []


def test_a_file_beyond_all_measure_and_one_without_words_are_told_of(workbench, claim, home):
    with (home / "big.bin").open("wb") as file:
        file.truncate(100_000_000)
    (home / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256)))
    assert "100 MB is more than" in workbench("attach", claim, home / "big.bin").err
    assert "no words can be read" in workbench("attach", claim, home / "picture.png", "--quote", "words").err
    assert workbench("attach", claim, home / "picture.png", "--note", "A photo of the board.").code == 0


def test_undo_takes_it_back_in_its_turn_and_its_bytes_stay(workbench, claim, web):
    workbench("attach", claim, f"{web}/report", "--quote", QUOTE)
    workbench("rate", claim, "false", "--note", "See the report.")
    workbench("attach", claim, "--note", "By phone.", "--by", "ben")
    assert "rate false" in workbench("undo").out
    assert "Taken back: page “Police: the year 2021”" in workbench("undo", claim).out
    assert "nothing of yours" in workbench("undo", claim).err or "nothing to undo" in workbench("undo", claim).err
    standing = [each["stands"] for each in workbench("attach", claim, "--json").records]
    assert standing == [False, True]
    assert "Taken back: note “By phone.”" in workbench("undo", "--by", "ben").out
    assert workbench("doctor").code == 0
    assert workbench("archive", "prune", "--older-than", "1d", "--json").records[0]["dropped"] == []


@pytest.mark.parametrize("form", ["html", "markdown", "json", "jsonl", "csv", "claimreview"])
def test_every_export_of_a_published_claim_cites_it_and_tells_no_path(workbench, claim, web, home, form):
    path = home / "papers" / "letter.txt"
    path.parent.mkdir()
    path.write_text("The ministry counts 15,998 attempts.", "utf-8")
    workbench("attach", claim, path, "--quote", "counts 15,998 attempts", "--note", f"Kept in {path}.")
    workbench("attach", claim, f"{web}/report", "--quote", QUOTE)
    workbench("attach", claim, "--note", "The ministry confirmed it by phone.")
    assert workbench("rate", claim, "mostly-true").code == 0
    assert workbench("publish", claim).code == 0
    workbench("attach", claim, "--note", "A thought for the next correction.")
    out = workbench("export", "--format", form, "--output", "-").out
    for words in (QUOTE, "letter.txt", "The ministry confirmed it by phone.", "counts 15,998 attempts"):
        assert words in out
    assert str(home) not in out
    assert ("next correction" in out) == (form in {"json", "jsonl", "csv"})
    if form == "claimreview":
        works = json.loads(out)["citation"]
        assert [work["@type"] for work in works] == ["CreativeWork", "CreativeWork", "Comment"]
        assert works[1]["url"].startswith(f"{web}/report#:~:text=there%20were%2015%2C998")
        assert works[0]["identifier"].startswith("sha256:")


def test_lists_of_sources_and_tables_hold_it_too(workbench, claim, web, home):
    workbench("attach", claim, f"{web}/report", "--quote", QUOTE)
    workbench("attach", claim, "--note", "The ministry confirmed it by phone.")
    workbench("rate", claim, "mostly-true")
    workbench("publish", claim)
    for form in ("bibtex", "csl"):
        assert "Police: the year 2021" in workbench("export", "--format", form, "--output", "-").out
    assert workbench("export", "--format", "sqlite", "--output", home / "out.sqlite").code == 0
    with closing(sqlite3.connect(home / "out.sqlite")) as tables:
        rows = tables.execute("SELECT kind, quote, note FROM attached ORDER BY at").fetchall()
    assert rows == [("page", QUOTE, None), ("note", None, "The ministry confirmed it by phone.")]
    workbench("export", "--format", "docx", "--output", home / "out.docx")
    with zipfile.ZipFile(home / "out.docx") as document:
        body = document.read("word/document.xml").decode()
    assert QUOTE in body
    assert "confirmed it by phone" in body


def test_nothing_is_published_on_bytes_that_are_gone(workbench, claim, home):
    (home / "letter.txt").write_text("The ministry counts 15,998 attempts.", "utf-8")
    [made] = workbench("attach", claim, home / "letter.txt", "--json").records
    workbench("rate", claim, "mostly-true")
    key = made["sha256"]
    next((home / "desk" / "archive").glob(f"**/{key[2:]}*")).unlink()
    done = workbench("publish", claim)
    assert done.code == 1
    assert "letter.txt" in done.err
    assert "missing" in workbench("archive", "verify").out


def test_what_is_cited_can_be_printed(workbench, claim, answers):
    assert "No figure lies on the desk" in workbench("cite", claim).err
    workbench("--samples", answers, "import", sample_folder() / "statements" / "2021-11-13-police-association.txt")
    rows = workbench("claims", "--json").records
    asylum = next(row["id"] for row in rows if "70 percent" in row["quote"])
    workbench("--samples", answers, "research", asylum)
    [made] = workbench("cite", asylum, "--json").records
    assert made["id"] == asylum
    assert "claimed" in made["figure"]
    assert "sha256" in made["citation"]
    assert "not live" in made["citation"]
    assert made["link"].startswith("https://")
    assert made["figure"] in workbench("cite", asylum).out


def test_records_attach_pages_files_and_notes_and_a_bad_one_holds_nobody_up(workbench, claim, web, home):
    path = home / "letter.txt"
    path.write_text("The ministry counts 15,998 attempts.", "utf-8")
    records = [
        {"claim": claim, "place": f"{web}/report", "quote": QUOTE, "by": "ben"},
        {"claim": claim, "place": f"{web}/down"},
        {"claim": claim, "place": str(path), "quote": "counts 15,998", "page": "first"},
        {"claim": claim[:9], "place": str(path), "quote": "counts 15,998", "title": "A letter"},
        {"claim": claim, "note": "By phone."},
        {"claim": claim, "notes": "By phone."},
        {"claim": "nothing", "note": "By phone."},
        {"claim": claim, "note": ""},
    ]
    ran = workbench("attach", "--records", "--by", "ana", stdin="".join(json.dumps(each) + "\n" for each in records))
    assert ran.code == 2
    assert [each.get("title") or each.get("note") or each.get("line") for each in ran.records] == [
        "Police: the year 2021", 2, 3, "A letter", "By phone.", 6, 7, 8,
    ]  # fmt: skip
    refused = [each["error"] for each in ran.records if "error" in each]
    for words, said in zip(("failed", "is no page", "notes"), refused, strict=False):
        assert words in said
    kept = workbench("attach", claim, "--json").records
    assert [(each["kind"], each["reviewer"]) for each in kept] == [("page", "ben"), ("file", "ana"), ("note", "ana")]
    assert workbench("doctor").code == 0
    assert "Name a claim, or give --records" in workbench("attach").err


@pytest.mark.parametrize("name", ["workbench.db", "archive/fetches.db", "catalogue.db", "config.toml", "link.db"])
def test_what_is_the_desks_own_is_no_evidence(workbench, claim, home, name):
    """Readers get what is attached to a published claim: the database is not for them, by whatever name it goes."""
    desk = home / "desk"
    workbench("catalogue", "search", "unemployment")
    (desk / "config.toml").write_text(f'archive = "{desk}/archive"\ncatalogue = "{desk}/catalogue.db"\n')
    (desk / "link.db").symlink_to(desk / "workbench.db")
    for db in (desk / "workbench.db", f"sqlite:///{desk}/workbench.db"):
        ran = workbench("--db", db, "--config", desk / "config.toml", "attach", claim, desk / name)
        assert (ran.code, "is not attached" in ran.err) == (2, True), ran
    assert workbench("attach", claim, "--json").records == []


def test_a_table_that_the_desk_reads_may_be_attached(workbench, claim, home):
    table = home / "table.csv"
    table.write_text("series,title,unit,place,time,value\na,A,percent,MKD,2020,1\n")
    (home / "config.toml").write_text(f'data = ["{table}"]\n')
    assert workbench("--config", home / "config.toml", "attach", claim, table).code == 0


@pytest.mark.parametrize("name", ["nowhere.pdf", "annual-report.docx", "tables.xlsx", "press.txt", "example.org"])
def test_the_name_of_a_file_that_is_not_there_is_no_note(workbench, claim, name):
    """As it is typed at the prompt of the bench and in line mode."""
    said = workbench(
        "tui", "--plain", stdin=f"open 1\nattach {name}\nattach By phone, on Monday.\nattach Confirmed.\nq\n"
    ).out
    assert "There is no such file" in said
    kept = workbench("attach", claim, "--json").records
    assert [each["note"] for each in kept] == ["By phone, on Monday.", "Confirmed."]
