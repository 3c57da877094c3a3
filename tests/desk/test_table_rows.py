"""Rows of CSV and JSON Lines: what is good becomes a document with its day, place, speaker and claims."""

from __future__ import annotations

import json
from datetime import date

import pytest
from lists import EXAMPLE, LEVEL, library, put, run, table

from workbench.core.claim import ClaimKind
from workbench.core.document import Speaker
from workbench.ports import ClaimFilter

# --- what gets in ----------------------------------------------------------------------------------------


def test_a_row_becomes_a_document_with_its_day_place_and_speaker(ports, tmp_path):
    done, rejected = run(ports, put(tmp_path, EXAMPLE))
    assert (done.rows, done.documents, done.rejected, list(rejected)) == (3, 3, 0, [])
    document = next(ports.store.document(key) for key, text in library(ports).items() if text == LEVEL)
    assert (document.published, document.place) == (date(2021, 12, 2), "MKD")
    assert document.speakers == (Speaker("Oliver Spasovski", "interior minister"),)
    assert document.origin.endswith("claims.csv:2")


@pytest.mark.parametrize(
    ("said", "language"),
    [("Unemployment fell to 5 percent.", "en"), ("Die Arbeitslosigkeit ist im Mai auf 5 Prozent gesunken.", "de")],
)
def test_a_row_without_a_language_is_read_in_its_own(ports, tmp_path, said, language):
    run(ports, put(tmp_path, f"text\n{said}\n"))
    (key,) = library(ports)
    assert ports.store.document(key).language == language


def test_the_claims_of_a_row_are_read_in_its_light(ports, tmp_path):
    run(ports, put(tmp_path, EXAMPLE))
    rows = ports.store.claims(ClaimFilter(words="migration"))
    claim = ports.store.claim(rows[0].id)
    assert (claim.said, claim.place, claim.kind) == (date(2021, 12, 2), "MKD", ClaimKind.LEVEL)
    assert claim.attribution is not None
    assert claim.attribution.speaker == Speaker("Oliver Spasovski", "interior minister")


def test_a_row_in_which_nothing_is_found_stands_in_the_queue_as_a_statement(ports, tmp_path):
    run(ports, put(tmp_path, table("We love our country.,")))
    row = ports.store.claims()[0]
    claim = ports.store.claim(row.id)
    assert (claim.kind, claim.quote) == (ClaimKind.STATEMENT, "We love our country.")
    assert claim.span.cut(ports.store.document(claim.document).text) == claim.quote
    assert claim.worth_score > 0
    assert claim.notes


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_any_delimiter_is_told_from_the_headings(ports, tmp_path, delimiter):
    body = delimiter.join(["Statement", "Said"]) + "\r\n" + delimiter.join([f'"{LEVEL}"', "2021-12-02"]) + "\r\n"
    run(ports, put(tmp_path, b"\xef\xbb\xbf" + body.encode()))
    assert list(library(ports).values()) == [LEVEL]


def test_a_table_of_a_spreadsheet_in_utf_16_is_read(ports, tmp_path):
    run(ports, put(tmp_path, f"sep=;\r\ntext;date\r\n{LEVEL};2.12.2021\r\n".encode("utf-16")))
    assert list(library(ports).values()) == [LEVEL]


def test_quoted_line_ends_stay_in_the_text_and_lines_are_counted_as_the_file_has_them(ports, tmp_path):
    body = table(
        '"First line.\nSecond line, 70 percent.",2021-12-02',
        ",2021-12-02",
        '"Third\n\n""quoted""",2021-12-02',
        "x,31.02.2021",
    )
    done, rejected = run(ports, put(tmp_path, body))
    assert sorted(library(ports).values()) == ["First line.\nSecond line, 70 percent.", 'Third\n\n"quoted"']
    assert [row.line for row in rejected] == [4, 8]
    assert done.rejected == 2


def test_a_formula_is_just_text_here(ports, tmp_path):
    text = "=cmd|' /C calc'!A0"
    run(ports, put(tmp_path, f"text\n{text}\n"))
    assert list(library(ports).values()) == [text]


def test_columns_may_be_named(ports, tmp_path):
    body = f"Wer;Was;Wann\nOliver Spasovski;{LEVEL};03/04/2021\n"
    run(ports, put(tmp_path, body), columns={"text": "was", "speaker": "Wer", "date": "Wann", "dates": "dmy"})
    document = ports.store.document(next(iter(library(ports))))
    assert (document.published, document.speakers[0].name) == (date(2021, 4, 3), "Oliver Spasovski")


def test_columns_that_are_not_used_are_told(ports, tmp_path):
    done, _ = run(ports, put(tmp_path, f"text,verdict\n{LEVEL},true\n"))
    assert [p.message for p in done.problems] == ["Columns that were not used: verdict."]


def test_a_place_that_is_not_known_is_told_and_its_row_kept(ports, tmp_path):
    done, _ = run(ports, put(tmp_path, f"text;place\n{LEVEL};Atlantis\n"))
    assert done.documents == 1
    assert "Atlantis" in next(p.message for p in done.problems if p.kind == "unknown-places")


def test_escape_sequences_in_a_row_do_not_reach_the_library(ports, tmp_path):
    run(ports, put(tmp_path, "text,speaker\n16\x1b[31m000 attempts,Oliver\x07\n"))
    key, text = next(iter(library(ports).items()))
    assert text == "16000 attempts"
    assert ports.store.document(key).speakers[0].name == "Oliver"


# --- JSON Lines ------------------------------------------------------------------------------------------


def test_json_lines_hold_the_same_fields(ports, tmp_path):
    record = {"claim": LEVEL, "date": "2021-12-02", "place": "MK", "speaker": {"name": "Ana", "role": "mayor"}, "id": 7}
    run(ports, put(tmp_path, json.dumps(record), "claims.jsonl"))
    document = ports.store.document(next(iter(library(ports))))
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
def test_a_bad_line_of_json_is_refused_and_the_next_one_read(ports, tmp_path, line, why):
    good = json.dumps({"text": LEVEL}).encode()
    done, rejected = run(ports, put(tmp_path, line + b"\n\n" + good + b"\n", "claims.jsonl"))
    assert [row.line for row in rejected] == [1]
    assert why in rejected[0].message
    assert rejected[0].hint
    assert done.documents == 1


def test_a_key_that_was_named_may_be_missing_from_some_objects(ports, tmp_path):
    lines = '{"Claim": "One thing.", "When": "2021-12-02"}\n{"Claim": "Another thing."}\n{"text": "No claim."}\n'
    done, rejected = run(ports, put(tmp_path, lines, "c.jsonl"), columns={"text": "Claim", "date": "When"})
    assert done.documents == 2
    assert [row.line for row in rejected] == [3]


def test_half_a_surrogate_pair_is_no_trouble(ports, tmp_path):
    run(ports, put(tmp_path, '{"text": "half \\ud800 pair", "id": "\\udfff"}\n', "c.jsonl"))
    assert list(library(ports).values()) == ["half \ufffd pair"]
