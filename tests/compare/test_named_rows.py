"""Ranks among countries that are named one by one, and how far two countries are apart."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.compare import check, outcome
from workbench.extract import read_text

SAID = date(2019, 6, 25)
RATES = {"KEN": "12", "RWA": "8", "ETH": "15", "SRB": "10", "FRA": "9", "DEU": "4", "NLD": "20"}


def heard(make, speech, *, place="SRB", language="en"):
    series = make.series("%", title="Unemployment rate")
    claims = read_text(speech, said=SAID, place=place, language=language, document="d").claims
    rows = make.table({code: {"2016": "30", "2017": figure} for code, figure in RATES.items()})
    return [found for claim in claims for found in check(claim, series, rows, today=SAID)]


AMONG = [
    "Of Kenya, Rwanda and Ethiopia it was {} that had the {} unemployment rate in 2017.",
    "Among Kenya, Rwanda, and Ethiopia, {} had the {} unemployment rate in 2017.",
    "Take three countries, Kenya, Rwanda and Ethiopia: in 2017 it was {} that had the {} unemployment rate.",
    "In a comparison of Kenya, Rwanda and Ethiopia, {} had the {} unemployment rate in 2017.",
]


@each("speech", AMONG)
@each(
    ("country", "end", "word"),
    [
        ("Ethiopia", "highest", "supported"),
        ("Rwanda", "lowest", "supported"),
        ("Kenya", "second highest", "supported"),
        ("Rwanda", "highest", "contradicted"),
        ("Ethiopia", "second highest", "contradicted"),
    ],
)
def test_a_place_among_those_that_are_named(make, speech, country, end, word):
    assert outcome(heard(make, speech.format(country, end)))[0] == word


@pytest.mark.parametrize(
    ("speech", "word"),
    [
        ("In unemployment we were third in 2017, behind Ethiopia and Kenya and just ahead of France.", "supported"),
        ("In unemployment we were third in 2017, behind France and Germany and just ahead of Kenya.", "contradicted"),
        (
            "Serbia ranks behind Kenya, in second place, for unemployment in 2017 among Serbia, Kenya and France.",
            "supported",
        ),
        (
            "Germany had a lower rate in 2017 than France: of these two nations Germany had the lowest unemployment rate.",
            "supported",
        ),
    ],
)
def test_who_stands_before_and_behind(make, speech, word):
    assert outcome(heard(make, speech))[0] == word


@pytest.mark.parametrize(
    "speech",
    [
        "Exports of Kenya, Rwanda and Ethiopia are large, and unemployment was the lowest in 2017.",
        "Serbia was third in 2017, behind Kenya.",
    ],
)
def test_lists_that_make_no_row(make, speech):
    assert outcome(heard(make, speech))[0] == "undecided"


@pytest.mark.parametrize(
    ("speech", "word"),
    [
        ("The Dutch unemployment rate exceeded Germany's by 16 percentage points in 2017.", "supported"),
        ("The Dutch unemployment rate exceeded Germany's by 4 percentage points in 2017.", "contradicted"),
        ("In unemployment France trailed Kenya by 3 percentage points in 2017.", "supported"),
        ("In 2017 the unemployment rate in the Netherlands was five times that of Germany.", "supported"),
        ("In 2017 the unemployment rate in the Netherlands was three times that of Kenya.", "contradicted"),
    ],
)
def test_how_far_two_are_apart(make, speech, word):
    assert outcome(heard(make, speech))[0] == word


def test_a_level_that_is_called_higher_than_anothers_is_both(make):
    """Serbia had a higher rate than Kenya in 2017, with an unemployment rate of 10 percent."""
    assert (
        outcome(heard(make, test_a_level_that_is_called_higher_than_anothers_is_both.__doc__ or ""))[0] != "supported"
    )
