"""Formats on the command line: their options, and those that are no text."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from workbench.plugins import EXPORTERS, Plugins

ROWS = '{"id": "a", "text": "Unemployment fell to 5.4 percent in 2021.", "date": "2021-12-02", "place": "MKD"}\n'


@pytest.fixture
def filled(workbench, home: Path):
    assert workbench("import", "-", "--format", "jsonl", stdin=ROWS).code == 0
    return workbench


@pytest.mark.parametrize(("form", "begins"), [("xlsx", b"PK"), ("sqlite", b"SQLite format 3\0"), ("parquet", b"PAR1")])
def test_a_file_of_every_claim_is_written(filled, home: Path, form: str, begins: bytes):
    target = home / f"out.{form}"
    done = filled("export", "--format", form, "--output", target)
    assert (done.code, target.read_bytes()[: len(begins)]) == (0, begins)
    assert "1 claim written" in done.err


def test_a_terminal_is_not_sent_what_is_no_text(filled, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    done = filled("export", "--format", "xlsx")
    assert done.code == 2
    assert "--output FILE" in done.err


def test_options_are_those_of_the_format(filled):
    done = filled("export", "--format", "csv", "--decimal", ",", "--no-bom")
    assert done.out.startswith("claim;quote;sentence;")
    refused = filled("export", "--format", "html", "--delimiter", ";")
    assert refused.code == 2
    assert "has no option delimiter" in refused.err
    assert filled("export", "--format", "csv", "--delimiter", "ab").code == 2


BEGINS = {
    "out.html": b"<!doctype html>", "OUT.XLSX": b"PK", "out.db": b"SQLite", "out.sqlite": b"SQLite", "out.csv": b"\xef\xbb\xbfclaim",
    "out.json": b"{", "out.jsonl": b"{", "out.csl.json": b"[", "out.md": b"# ", "out.txt": b"# ", "out": b"# ",
}  # fmt: skip


@pytest.mark.parametrize("name", BEGINS)
def test_the_name_of_the_file_says_which_format_it_is(filled, home: Path, name: str):
    done = filled("export", "--drafts", "--output", home / name)
    assert done.code == 0
    body = (home / name).read_bytes()
    assert body.startswith(BEGINS[name])


def test_the_format_that_is_asked_for_comes_before_the_name_and_stdout_is_markdown(filled, home: Path):
    assert filled("export", "--drafts", "--format", "markdown", "--output", home / "out.html").code == 0
    assert (home / "out.html").read_bytes().startswith(b"# ")
    assert filled("export", "--drafts", "--json", "--output", home / "out.csv").code == 0
    assert (home / "out.csv").read_bytes().startswith(b"{")
    assert filled("export", "--drafts").out == filled("export", "--drafts", "--output", "-").out
    assert filled("export", "--output", home / "semicolons.csv", "--delimiter", ";").code == 0
    assert "claim;quote;sentence" in (home / "semicolons.csv").read_text(encoding="utf-8")


def test_what_is_said_names_the_format(filled, home: Path):
    assert (
        f"1 claim written to {home / 'a.odt'} (markdown)."
        in filled("export", "--drafts", "--output", home / "a.odt").err
    )


def test_the_help_names_each_format_that_comes_with_the_workbench(workbench):
    words = workbench("export", "--help").out.partition("--format")[2].partition("Without it")[0]
    named = set(words.replace("<str>", "").replace(",", " ").replace(";", " ").replace(".", " ").split())
    assert named == {name for name in Plugins(EXPORTERS) if find_spec(f"{EXPORTERS.package}.{name}")}
