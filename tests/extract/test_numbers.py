"""Written numbers, with the size of the last written digit."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extract.lexer import MOST, lex
from workbench.extract.numbers import read_number

CASES = [
    # digits in every form: value, step
    ("16,000", "16000", "1000"),
    ("16 000", "16000", "1000"),
    ("16\u00a0000", "16000", "1000"),
    ("16\u2009000", "16000", "1000"),
    ("1.234.567", "1234567", "1"),
    ("12,34,567.89", "1234567.89", "0.01"),
    ("36.5", "36.5", "0.1"),
    ("36,5 %", "36.5", "0.1"),
    (".25", "0.25", "0.01"),
    ("37,907", "37907", "1"),
    ("1.2bn", "1200000000", "100000000"),
    ("1.2 billion", "1200000000", "100000000"),
    ("4.5m", "4500000", "100000"),
    ("25k", "25000", "1000"),
    ("8 B people", "8000000000", "1000000000"),
    ("5-million", "5000000", "1000000"),
    ("3 hundred", "300", "100"),
    ("½", "0.5", "0.1"),
    ("2½", "2.5", "0.1"),
    ("10 1/2", "10.5", "0.1"),
    ("3/4", "0.75", "0.1"),
    ("2 dozen", "24", "1"),
    # words
    ("sixteen", "16", "1"),
    ("twenty-five thousand", "25000", "1000"),
    ("one hundred and three", "103", "1"),
    ("a hundred", "100", "100"),
    ("two million three hundred thousand and five", "2300005", "1"),
    ("two and a half million", "2500000", "100000"),
    ("a million and a half", "1500000", "100000"),
    ("half a million", "500000", "100000"),
    ("a quarter of a million", "250000", "10000"),
    ("three quarters of a billion", "750000000", "10000000"),
    ("half a dozen", "6", "1"),
    ("three point five million", "3500000", "100000"),
    ("two dozen", "24", "1"),
    ("zero", "0", "1"),
]


@pytest.mark.parametrize(("written", "value", "step"), CASES)
def test_a_written_number_gives_its_value_and_its_step(written: str, value: str, step: str):
    number = read_number(lex(written), 0)
    assert number is not None
    assert (number.value, number.step) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize("written", ["1" * 10_000, "1,000" * 40, "the", "", "9/11", "24/7", "a", "an", "half"])
def test_what_is_no_number_is_skipped(written: str):
    number = read_number(lex(written), 0)
    assert number is None or (number.form == "digits" and number.end == 1)


def test_a_metre_is_no_million():
    tokens = lex("He is 1.8m tall")
    assert read_number(tokens, 2).value == Decimal("1.8")


@given(st.integers(min_value=0, max_value=999_999_999_999))
def test_grouped_digits_come_back(value: int):
    assert read_number(lex(f"{value:,}"), 0).value == value


@given(st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False, allow_infinity=False))
def test_decimals_keep_their_digits(value: Decimal):
    number = read_number(lex(str(value)), 0)
    assert number.value == value
    assert number.step == Decimal("0.001")


@given(st.text(max_size=300))
def test_tokens_cut_what_they_say(text: str):
    tokens = lex(text)
    assert all(text[t.start : t.end] == t.raw for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


def test_a_table_of_figures_is_no_sentence():
    assert lex("1 x " * MOST) == ()
