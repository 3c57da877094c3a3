"""Written numbers, with the size of the last written digit."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.change.changes import find_changes
from workbench.extract.numbers.numbers import read_number
from workbench.extract.time.periods import find_periods
from workbench.extract.words.lexer import LONGEST, lex, text_parts

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
    ("three and a fifth", "3.2", "0.1"),
    ("twenty and three fifths", "20.6", "0.1"),
    ("one billion and a half million", "1000500000", "100000"),
    ("3 million and a quarter", "3250000", "100000"),
    ("3 hundred and 21 crates", "321", "1"),
    ("5 million 300 thousand", "5300000", "100000"),
    ("5 thousand and 2021", "5000", "1000"),
    ("hundred thousand", "100000", "100000"),
    ("two hundred point seventy-one", "200.71", "0.01"),
    ("1.3e6", "1300000", "100000"),
    ("1.3x10^6", "1300000", "100000"),
    ("6.23 × 10^-4", "0.000623", "0.000001"),
    ("5·10⁶", "5000000", "1000000"),
    ("10^9", "1000000000", "1000000000"),
    ("$12MM", "12000000", "1000000"),
    ("two thousand, three hundred and five", "2305", "1"),
    ("hundred and twenty people", "120", "10"),
    ("two tenths of a percentage point", "0.2", "0.1"),
    ("a tenth of a percent", "0.1", "0.1"),
    ("half of one percent", "0.5", "0.1"),
    ("a quarter-point cut", "0.25", "0.1"),
    ("a quarter of a mile", "0.25", "0.1"),
    ("two thirds of a billion", "666666667", "1"),
    ("twenty-three fifths", "4.6", "0.1"),
    ("two and fifty-four hundredths", "2.54", "0.1"),
    ("three twenty-fifths", "0.12", "0.1"),
    ("point five percent", "0.5", "0.1"),
    ("two point oh five percent", "2.05", "0.01"),
    ("one hundred and thirty-two fifths", "26.4", "0.1"),
    ("two hundred and fifty-four hundredths", "200.54", "0.1"),
    ("fifteen hundred", "1500", "100"),
    ("one hundred and twenty three million", "123000000", "1000000"),
    ("a hundred thousand trillion", "1E+17", "1E+17"),
    ("1.111,50", "1111.5", "0.01"),
]


@each(("written", "value", "step"), CASES)
def test_a_written_number_gives_its_value_and_its_step(written: str, value: str, step: str):
    number = read_number(lex(written), written.startswith("$"))
    assert number is not None
    assert (number.value, number.step) == (Decimal(value), Decimal(step))


@each(
    "written",
    [
        "1" * 10_000,
        "1,000" * 40,
        "the",
        "",
        "9/11",
        "24/7",
        "a",
        "an",
        "half",
        "7 x 10",
        "10 ^",
        "3^4",
        "7 x 10^99",
        "10⁹⁹⁹",
        "192.168.1.2",
        "2.1.3",
    ],
)
def test_what_is_no_number_is_skipped(written: str):
    number = read_number(lex(written), 0)
    assert number is None or (number.form == "digits" and number.end == 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the second half percentages rose.", None),
        ("The third million came later.", None),
        ("At this point five percent had voted.", "5"),
        ("It lasted eight quarters.", "8"),
        ("They met two, three times.", "2"),
        ("One million, two of them children, fled.", "1000000"),
        ("Several hundred and some.", None),
    ],
)
def test_words_that_only_look_like_a_fraction_or_a_longer_number(text: str, value: str | None):
    tokens = lex(text)
    numbers = [n for i in range(len(tokens)) if (n := read_number(tokens, i)) is not None]
    assert (numbers[0].value if numbers else None) == (Decimal(value) if value else None)


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


@given(st.text(max_size=200), st.integers(1, 4))
def test_a_long_text_is_read_in_stretches_that_make_it_up(text: str, times: int):
    long = (text + " ") * (times * LONGEST // (len(text) + 1))
    parts = list(text_parts(long))
    assert "".join(part for _, part in parts) == long
    assert all(long[by : by + len(part)] == part for by, part in parts)


def test_the_figures_of_an_address_count_nothing():
    assert lex("See https://example.org/q?a=30%25%2020 .")[1].raw == "https://example.org/q?a=30%25%2020"
    assert not find_amounts("See https://example.org/q?a=30%25%2020 .")


@pytest.mark.parametrize("words", ["16,000 cases and ", "1 x ", "one point "])
def test_a_table_without_full_stops_gives_its_figures_to_the_last(words: str):
    text = words * (40_000 // len(words)) + "36.5 % in 2021"
    amounts = find_amounts(text)
    assert amounts[-1].span.cut(text) == "36.5 %"
    assert str(find_periods(text, None)[-1].value) == "2021"


def test_a_table_without_full_stops_gives_its_changes_to_the_last():
    text = "fell by 5 % and " * 2_000
    changes = find_changes(text, find_amounts(text), [], None)
    assert len(changes) == 2_000
    assert changes[-1].value.amount.span.cut(text) == "5 %"


@pytest.mark.parametrize("words", ["twenty-", "one hundred and ", "two thousand, ", "point five ", "half of ", "10^"])
def test_a_chain_of_number_words_costs_no_more_than_its_length(words: str):
    text = words * (30_000 // len(words)) + "and 36.5 % more"
    assert find_amounts(text)[-1].span.cut(text) == "36.5 %"
