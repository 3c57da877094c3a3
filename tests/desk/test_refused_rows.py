"""What is bad in a table is refused with its line and the reason; its neighbours get in."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lists import EXAMPLE, library, put, run, table

from tests.examples import examples
from workbench.core.errors import BadRecordError, EmptyFileError, MissingFileError, UnknownNameError, UsageError


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
        (b'"' + b"x" * 10_000_000 + b'",2021-12-02', "more than 2,000,000 characters"),
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
        "long-quoted-cell",
        "open-quote",
        "bare-quote",
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_its_neighbours_get_in(ports, tmp_path, row, why):
    body = b"text,date\nThe first.,2021-12-02\n" + row + b'\n"The, third.",2021-12-02\n'
    done, rejected = run(ports, put(tmp_path, body))
    assert [(each.line, why in each.message, bool(each.hint)) for each in rejected] == [(3, True, True)]
    assert sorted(library(ports).values()) == ["The first.", "The, third."]
    assert (done.rows, done.rejected) == (3, 1)


def test_a_zero_byte_and_empty_rows_are_no_trouble(ports, tmp_path):
    _, rejected = run(ports, put(tmp_path, b"text,date\nA\x00 text.,2021-12-02\n\n,\n,,\n"))
    assert list(library(ports).values()) == ["A text."]
    assert not rejected


def test_a_quote_that_is_never_closed_costs_its_own_row_alone(ports, tmp_path):
    rows = [f"Claim number {i}.,2021-12-02" for i in range(300)]
    rows[150] = '"' + rows[150]
    done, rejected = run(ports, put(tmp_path, table(*rows)))
    assert [row.line for row in rejected] == [152]
    assert done.documents == 299


def test_a_table_without_a_text_column_says_which_columns_there_are(ports, tmp_path):
    with pytest.raises(BadRecordError, match="no column holds the text") as told:
        run(ports, put(tmp_path, "a,b\n1,2\n"))
    assert "there are: a, b" in told.value.hint


def test_a_column_or_field_that_is_not_there_is_told_with_the_nearest(ports, tmp_path):
    path = put(tmp_path, EXAMPLE)
    with pytest.raises(UnknownNameError, match="no column called Clam") as told:
        run(ports, path, columns={"text": "Clam"})
    assert told.value.hint == "Did you mean Claim?"
    with pytest.raises(UnknownNameError, match="no field called txt"):
        run(ports, path, columns={"txt": "Claim"})
    with pytest.raises(UsageError, match="dates=ymd"):
        run(ports, path, columns={"dates": "ymd"})


def test_the_one_file_that_was_named_must_be_readable(ports, tmp_path):
    with pytest.raises(EmptyFileError):
        run(ports, put(tmp_path, ""))
    with pytest.raises(MissingFileError):
        run(ports, str(tmp_path / "nowhere.csv"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(60), deadline=None)
@given(body=st.one_of(st.binary(max_size=300), st.text('text,date"\n;2021-\x00x', max_size=200).map(str.encode)))
def test_no_bytes_crash_a_table(ports, tmp_path, body):
    put(tmp_path, b"text,date\nA text.,\n" + body, "any.csv")
    done, rejected = run(ports, str(tmp_path / "any.csv"), dry_run=True)
    assert done.rows == done.documents + done.already + len(rejected)
