"""Bulk import: everything that is good gets in once, everything that is not is refused with its line and the reason."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.core.claim import ClaimKind
from workbench.core.errors import BadRecordError, EmptyFileError, MissingFileError, UnknownNameError, UsageError
from workbench.core.text import Speaker
from workbench.desk.bulk import ImportPlan, bring_in, rejects_csv
from workbench.files import UserFiles
from workbench.ports import ClaimFilter, Progress, Rejected, silent
from workbench.readers import readers
from workbench.store import open_store

LEVEL = "In 2021 the police stopped 16,000 attempts at illegal migration."
EXAMPLE = f"""\
Claim,Date,Country,Speaker
"{LEVEL}",2021-12-02,North Macedonia,"Oliver Spasovski, interior minister"
Asylum applications are down by 70 percent.,13.11.2021,MKD,Oliver Spasovski
We love our country.,,,
"""


@pytest.fixture
def tools(tmp_path) -> Iterator[SimpleNamespace]:
    with open_store(tmp_path / "desk.db") as store:
        yield SimpleNamespace(store=store, files=UserFiles(), readers=readers())


def put(folder: Path, body: str | bytes, name: str = "claims.csv") -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return str(path)


def run(tools, *paths: str, tell=silent, **plan):
    return bring_in(tools, ImportPlan(paths=paths, **plan), tell)


def library(tools) -> dict[str, str]:
    """The documents of the library: their texts by id."""
    rows = tools.store.documents(limit=1_000_000)
    return {row.id: tools.store.document(row.id).text for row in rows}


def table(*rows: str, heading: str = "text,date") -> str:
    return "\n".join([heading, *rows]) + "\n"


# --- what gets in ----------------------------------------------------------------------------------------


def test_a_row_becomes_a_document_with_its_day_place_and_speaker(tools, tmp_path):
    done, rejected = run(tools, put(tmp_path, EXAMPLE))
    assert (done.rows, done.documents, done.rejected, list(rejected)) == (3, 3, 0, [])
    document = next(tools.store.document(key) for key, text in library(tools).items() if text == LEVEL)
    assert (document.published, document.place) == (date(2021, 12, 2), "MKD")
    assert document.speakers == (Speaker("Oliver Spasovski", "interior minister"),)
    assert document.origin.endswith("claims.csv:2")


def test_the_claims_of_a_row_are_read_in_its_light(tools, tmp_path):
    run(tools, put(tmp_path, EXAMPLE))
    rows = tools.store.claims(ClaimFilter(words="migration"))
    claim = tools.store.claim(rows[0].id)
    assert (claim.said, claim.place, claim.kind) == (date(2021, 12, 2), "MKD", ClaimKind.LEVEL)
    assert claim.attribution is not None
    assert claim.attribution.speaker == Speaker("Oliver Spasovski", "interior minister")


def test_a_row_in_which_nothing_is_found_stands_in_the_queue_as_a_statement(tools, tmp_path):
    run(tools, put(tmp_path, table("We love our country.,")))
    row = tools.store.claims()[0]
    claim = tools.store.claim(row.id)
    assert (claim.kind, claim.quote) == (ClaimKind.STATEMENT, "We love our country.")
    assert claim.span.cut(tools.store.document(claim.document).text) == claim.quote
    assert claim.worth_score > 0
    assert claim.notes


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_any_delimiter_is_told_from_the_headings(tools, tmp_path, delimiter):
    body = delimiter.join(["Statement", "Said"]) + "\r\n" + delimiter.join([f'"{LEVEL}"', "2021-12-02"]) + "\r\n"
    run(tools, put(tmp_path, b"\xef\xbb\xbf" + body.encode()))
    assert list(library(tools).values()) == [LEVEL]


def test_a_table_of_a_spreadsheet_in_utf_16_is_read(tools, tmp_path):
    run(tools, put(tmp_path, f"sep=;\r\ntext;date\r\n{LEVEL};2.12.2021\r\n".encode("utf-16")))
    assert list(library(tools).values()) == [LEVEL]


def test_quoted_line_ends_stay_in_the_text_and_lines_are_counted_as_the_file_has_them(tools, tmp_path):
    body = table(
        '"First line.\nSecond line, 70 percent.",2021-12-02',
        ",2021-12-02",
        '"Third\n\n""quoted""",2021-12-02',
        "x,31.02.2021",
    )
    done, rejected = run(tools, put(tmp_path, body))
    assert sorted(library(tools).values()) == ["First line.\nSecond line, 70 percent.", 'Third\n\n"quoted"']
    assert [row.line for row in rejected] == [4, 8]
    assert done.rejected == 2


def test_a_formula_is_just_text_here(tools, tmp_path):
    text = "=cmd|' /C calc'!A0"
    run(tools, put(tmp_path, f"text\n{text}\n"))
    assert list(library(tools).values()) == [text]


def test_columns_may_be_named(tools, tmp_path):
    body = f"Wer;Was;Wann\nOliver Spasovski;{LEVEL};03/04/2021\n"
    run(tools, put(tmp_path, body), columns={"text": "was", "speaker": "Wer", "date": "Wann", "dates": "dmy"})
    document = tools.store.document(next(iter(library(tools))))
    assert (document.published, document.speakers[0].name) == (date(2021, 4, 3), "Oliver Spasovski")


def test_columns_that_are_not_used_are_told(tools, tmp_path):
    done, _ = run(tools, put(tmp_path, f"text,verdict\n{LEVEL},true\n"))
    assert [p.message for p in done.problems] == ["Columns that were not used: verdict."]


def test_a_place_that_is_not_known_is_told_and_its_row_kept(tools, tmp_path):
    done, _ = run(tools, put(tmp_path, f"text;place\n{LEVEL};Atlantis\n"))
    assert done.documents == 1
    assert "Atlantis" in next(p.message for p in done.problems if p.kind == "unknown-places")


def test_escape_sequences_in_a_row_do_not_reach_the_library(tools, tmp_path):
    run(tools, put(tmp_path, "text,speaker\n16\x1b[31m000 attempts,Oliver\x07\n"))
    key, text = next(iter(library(tools).items()))
    assert text == "16000 attempts"
    assert tools.store.document(key).speakers[0].name == "Oliver"


# --- JSON Lines ------------------------------------------------------------------------------------------


def test_json_lines_hold_the_same_fields(tools, tmp_path):
    record = {"claim": LEVEL, "date": "2021-12-02", "place": "MK", "speaker": {"name": "Ana", "role": "mayor"}, "id": 7}
    run(tools, put(tmp_path, json.dumps(record), "claims.jsonl"))
    document = tools.store.document(next(iter(library(tools))))
    assert (document.published, document.place, document.speakers) == (
        date(2021, 12, 2),
        "MKD",
        (Speaker("Ana", "mayor"),),
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{not json", "not JSON"),
        (b'["a"]', "not an object"),
        (b'"text"', "not an object"),
        (b"{}", "There is no text"),
        (b'{"text": null}', "There is no text"),
        (b'{"text": ["a"]}', "is a list and not text"),
        (b'{"text": 16000}', "is a number and not text"),
        (b'{"text": "a", "date": {"y": 2021}}', "is an object and not text"),
        (b'{"text": "a", "date": "soon"}', "not a date"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b"[" * 100_000, "not JSON"),
        (b'{"text": "a", "id": ' + b"9" * 10_000 + b"}", "not JSON"),
        (b'{"text": "' + b"a" * 3_000_000 + b'"}', "more than 2,000,000 characters"),
    ],
    ids=[
        "broken",
        "list",
        "string",
        "empty",
        "null",
        "text-list",
        "text-number",
        "date-object",
        "no-date",
        "latin-1",
        "deep",
        "digits",
        "long-line",
    ],
)
def test_a_bad_line_of_json_is_refused_and_the_next_one_read(tools, tmp_path, line, why):
    good = json.dumps({"text": LEVEL}).encode()
    done, rejected = run(tools, put(tmp_path, line + b"\n\n" + good + b"\n", "claims.jsonl"))
    assert [row.line for row in rejected] == [1]
    assert why in rejected[0].message
    assert rejected[0].hint
    assert done.documents == 1


def test_a_key_that_was_named_may_be_missing_from_some_objects(tools, tmp_path):
    lines = '{"Claim": "One thing.", "When": "2021-12-02"}\n{"Claim": "Another thing."}\n{"text": "No claim."}\n'
    done, rejected = run(tools, put(tmp_path, lines, "c.jsonl"), columns={"text": "Claim", "date": "When"})
    assert done.documents == 2
    assert [row.line for row in rejected] == [3]


def test_half_a_surrogate_pair_is_no_trouble(tools, tmp_path):
    run(tools, put(tmp_path, '{"text": "half \\ud800 pair", "id": "\\udfff"}\n', "c.jsonl"))
    assert list(library(tools).values()) == ["half \ufffd pair"]


# --- what is refused -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (b",2021-12-02", "There is no text"),
        (b"  ,2021-12-02", "There is no text"),
        (b"A text.,31.02.2021", "the calendar has no such day"),
        (b"A text.,03/04/2021", "day first or month first"),
        (b"A text.,soon", "it is not a date"),
        (b"A text, unquoted.,2021-12-02", "3 cells where the headings are 2"),
        (b"A text alone", "1 cells where the headings are 2"),
        (b"caf\xe9,2021-12-02", "not UTF-8"),
        (b"x" * 1_000_000 + b",2021-12-02", "1,000,000 characters, more than the 100,000"),
        (b"x" * 5_000_000 + b",2021-12-02", "more than 2,000,000 characters"),
        (b'"never closed,2021-12-02', "A quote is opened and not closed"),
        (b'"A "bad" quote",2021-12-02', "undoubled"),
    ],
    ids=[
        "empty",
        "blank",
        "no-such-day",
        "either-order",
        "no-date",
        "cells-over",
        "cells-under",
        "latin-1",
        "long-text",
        "long-line",
        "open-quote",
        "bare-quote",
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_its_neighbours_get_in(tools, tmp_path, row, why):
    body = b"text,date\nThe first.,2021-12-02\n" + row + b'\n"The, third.",2021-12-02\n'
    done, rejected = run(tools, put(tmp_path, body))
    assert [(each.line, why in each.message, bool(each.hint)) for each in rejected] == [(3, True, True)]
    assert sorted(library(tools).values()) == ["The first.", "The, third."]
    assert (done.rows, done.rejected) == (3, 1)


def test_a_zero_byte_and_empty_rows_are_no_trouble(tools, tmp_path):
    _, rejected = run(tools, put(tmp_path, b"text,date\nA\x00 text.,2021-12-02\n\n,\n,,\n"))
    assert list(library(tools).values()) == ["A text."]
    assert not rejected


def test_a_quote_that_is_never_closed_costs_its_own_row_alone(tools, tmp_path):
    rows = [f"Claim number {i}.,2021-12-02" for i in range(3_000)]
    rows[1_500] = '"' + rows[1_500]
    done, rejected = run(tools, put(tmp_path, table(*rows)))
    assert [row.line for row in rejected] == [1_502]
    assert done.documents == 2_999


def test_a_table_without_a_text_column_says_which_columns_there_are(tools, tmp_path):
    with pytest.raises(BadRecordError, match="no column holds the text") as told:
        run(tools, put(tmp_path, "a,b\n1,2\n"))
    assert "there are: a, b" in told.value.hint


def test_a_column_or_field_that_is_not_there_is_told_with_the_nearest(tools, tmp_path):
    path = put(tmp_path, EXAMPLE)
    with pytest.raises(UnknownNameError, match="no column called Clam") as told:
        run(tools, path, columns={"text": "Clam"})
    assert told.value.hint == "Did you mean Claim?"
    with pytest.raises(UnknownNameError, match="no field called txt"):
        run(tools, path, columns={"txt": "Claim"})
    with pytest.raises(UsageError, match="dates=ymd"):
        run(tools, path, columns={"dates": "ymd"})


def test_the_one_file_that_was_named_must_be_readable(tools, tmp_path):
    with pytest.raises(EmptyFileError):
        run(tools, put(tmp_path, ""))
    with pytest.raises(MissingFileError):
        run(tools, str(tmp_path / "nowhere.csv"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(body=st.one_of(st.binary(max_size=300), st.text('text,date"\n;2021-\x00x', max_size=200).map(str.encode)))
def test_no_bytes_crash_a_table(tools, tmp_path, body):
    put(tmp_path, b"text,date\nA text.,\n" + body, "any.csv")
    done, rejected = run(tools, str(tmp_path / "any.csv"), dry_run=True)
    assert done.rows == done.documents + done.already + len(rejected)


# --- folders ---------------------------------------------------------------------------------------------


def test_a_folder_is_read_file_by_file_and_what_no_reader_knows_is_told(tools, tmp_path):
    put(tmp_path, f"A title\n\nSkopje, 2 December 2021 - {LEVEL}", "in/a.txt")
    put(tmp_path, f"<html><body><p>{LEVEL} That is what was said about it.</p></body></html>", "in/deep/b.html")
    put(tmp_path, EXAMPLE, "in/c.csv")
    put(tmp_path, b"\x89PNG\r\n", "in/d.png")
    put(tmp_path, b"%PDF-1.7", "in/e.txt")
    put(tmp_path, "", "in/f.txt")
    done, rejected = run(tools, str(tmp_path / "in"))
    assert done.documents == 5
    assert [(Path(row.origin).name, row.line) for row in rejected] == [("d.png", 0), ("e.txt", 0), ("f.txt", 0)]
    assert "no reader knows this kind of file" in rejected[0].message
    assert "a PDF" in rejected[1].message


def test_an_empty_folder_is_told(tools, tmp_path):
    (tmp_path / "in").mkdir()
    done, _ = run(tools, str(tmp_path / "in"))
    assert [p.kind for p in done.problems] == ["empty-folder"]


# --- again, and never twice ------------------------------------------------------------------------------


def test_the_same_input_twice_adds_nothing(tools, tmp_path):
    path = put(tmp_path, EXAMPLE)
    first, _ = run(tools, path)
    before = library(tools)
    again, _ = run(tools, path)
    assert (again.documents, again.claims, again.already) == (0, 0, first.documents)
    assert library(tools) == before


def test_the_same_rows_in_another_order_form_and_under_other_headings_add_nothing(tools, tmp_path):
    rows = [(f"Claim number {i} is {i} percent.", "2021-12-02") for i in range(600)]
    run(tools, put(tmp_path, table(*(",".join(row) for row in rows))))
    random.Random(5).shuffle(rows)  # noqa: S311  (the same order on every run)
    other = "Said;Quote\n" + "".join(f"2.12.2021;{text}\n" for text, _ in rows)
    lines = "".join(json.dumps({"date": day, "text": text}) + "\n" for text, day in reversed(rows))
    done, _ = run(tools, put(tmp_path, other, "other.csv"), put(tmp_path, lines, "lines.jsonl"))
    assert (done.documents, done.already) == (0, 1_200)


def test_new_rows_between_old_ones_are_added(tools, tmp_path):
    old = [f"Claim number {i}.,2021-12-02" for i in range(0, 1_000, 2)]
    run(tools, put(tmp_path, table(*old)))
    done, _ = run(tools, put(tmp_path, table(*(f"Claim number {i}.,2021-12-02" for i in range(1_000)))))
    assert (done.documents, done.already) == (500, 500)


def test_a_row_that_stands_twice_counts_once(tools, tmp_path):
    done, _ = run(tools, put(tmp_path, table("A text.,", "A text.,")))
    assert (done.documents, done.already) == (1, 1)


def test_the_same_words_said_on_another_day_are_another_document(tools, tmp_path):
    done, _ = run(tools, put(tmp_path, table("A text.,2021-12-02", "A text.,2021-12-03")))
    assert done.documents == 2


def test_a_dry_run_counts_and_keeps_nothing(tools, tmp_path):
    path = put(tmp_path, EXAMPLE + ",,,\n,2021-12-02,,\n")
    tried, refused = run(tools, path, dry_run=True)
    assert library(tools) == {}
    done, rejected = run(tools, path)
    assert (tried, refused) == (done, rejected)


def test_many_processes_keep_what_one_keeps(tools, tmp_path):
    path = put(tmp_path, table(*(f"Claim number {i} is {i} percent.,2021-12-02" for i in range(700))))
    done, _ = run(tools, path, jobs=2)
    assert (done.documents, done.already) == (700, 0)
    alone, _ = run(tools, path, dry_run=True)
    assert alone.already == 700


# --- progress, interruption, and the list of rejects -----------------------------------------------------


def test_progress_is_told_in_bytes_of_the_file_and_ends_at_its_end(tools, tmp_path):
    heard: list[Progress] = []
    path = put(tmp_path, table(*(f"Claim number {i}.,2021-12-02" for i in range(2_000))))
    run(tools, path, tell=heard.append)
    size = Path(path).stat().st_size
    assert [news.done for news in heard] == sorted(news.done for news in heard)
    assert (heard[-1].state, heard[-1].done, heard[-1].of) == ("done", size, size)
    assert len(heard) < 200


def test_an_interrupted_import_keeps_whole_batches_and_is_resumed(tools, tmp_path):
    path = put(tmp_path, table(*(f"Claim number {i}.,2021-12-02" for i in range(5_000))))
    heard: list[Progress] = []

    def stop(news: Progress) -> None:
        heard.append(news)
        if tools.store.count_documents() >= 2_000 and news.state == "running":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(tools, path, tell=stop)
    kept = tools.store.count_documents()
    assert kept in {2_000, 4_000}
    assert heard[-1] == Progress(heard[-1].what, heard[-1].done, heard[-1].of, "failed", heard[-1].says)
    assert f"{kept:,} documents were kept" in heard[-1].says
    done, _ = run(tools, path)
    assert (done.documents, done.already) == (5_000 - kept, kept)


def test_the_list_of_rejects_runs_nothing_in_a_spreadsheet():
    body = rejects_csv([Rejected("=HYPERLINK(1)", 3, "+There is no text.", "-1"), Rejected("a.csv", 0, "é,\n", "")])
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    assert rows[0] == ["line", "origin", "message", "hint"]
    assert rows[1] == ["3", "'=HYPERLINK(1)", "'+There is no text.", "'-1"]
    assert rows[2] == ["0", "a.csv", "é,\n", ""]
