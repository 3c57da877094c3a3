"""So many of a hundred thousand people are held against a rate of all inhabitants, and heads and souls are inhabitants."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.compare import check, outcome
from workbench.compare.claimed_figure import claimed_level
from workbench.compare.series_words.series_denominators import same_denominator
from workbench.core.quantity import Dimension, Unit
from workbench.extract import read_text

CASES = Unit(Dimension.RATE, "case", per="100,000 population")
SUBSCRIPTIONS = Unit(Dimension.RATE, "case", per="100 inhabitants")
ADULTS = Unit(Dimension.RATE, "case", per="100,000 people aged 15 and over")


def judged(make, text: str, unit: Unit):
    claims = read_text(text, said=date(2019, 5, 1), place="DEU", language="en").claims
    rows = make.table({"DEU": {"2014": "20"}})
    series = replace(make.series("t", title="Incidence of tuberculosis"), unit=unit)
    return [outcome(check(claim, series, rows, today=date(2019, 6, 1)))[0] for claim in claims]


TOLD = [
    ("In 2014, {} of every hundred thousand Germans developed tuberculosis.", "20"),
    ("In 2014, {} in a hundred thousand Germans developed tuberculosis.", "20"),
    ("In 2014, {} out of every 100,000 Germans developed tuberculosis.", "20"),
    ("In 2014, {} of every hundred thousand people developed tuberculosis.", "twenty"),
]


@each("frame", [text.format(figure) for text, figure in TOLD])
def test_a_rate_of_all_measures_so_many_of_so_many_people(make, frame: str):
    assert judged(make, frame, CASES) == ["supported"]


@each("frame", [text.format("95") for text, _ in TOLD])
def test_and_refutes_another_number_of_them(make, frame: str):
    assert "supported" not in judged(make, frame, CASES)


@each("unit", [SUBSCRIPTIONS, ADULTS])
@each("frame", [text.format(figure) for text, figure in TOLD])
def test_no_rate_of_some_or_of_things_does(make, frame: str, unit: Unit):
    assert "supported" not in judged(make, frame, unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Of every hundred thousand people, 6.1 were ill.", None, None),
        ("6.1 of every hundred thousand people were ill.", "0.00605", "0.00615"),
        ("Six of every hundred thousand people were ill.", "0.0055", "0.0065"),
        ("Six of every hundred people were ill.", "5.5", "6.5"),
        ("45.5 of every hundred citizens were poor.", "45.45", "45.55"),
    ],
)
def test_a_hundred_thousand_are_no_hundred(text: str, low: str | None, high: str | None):
    (amount,) = [claim.amount.value for claim in read_text(text, place="GRC").claims if claim.amount]
    if low is None or high is None:
        assert (amount.low, amount.unit.per) == (Decimal("6.1"), "100,000 people")
        return
    said = claimed_level(amount).range
    assert (said.low, said.high) == (Decimal(low), Decimal(high))


SAME = [("heads", "inhabitants"), ("souls", "population"), ("females", "women aged 15-19"), ("head", "capita")]
OTHERS = [
    ("heads", "adults"),
    ("souls", "live births"),
    ("people", "adults"),
    ("females", "adults"),
    ("heads", "women"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_words_for_whom_a_rate_counts(one: str, other: str):
    assert same_denominator(one, other)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_a_group_is_not_everybody(one: str, other: str):
    assert not same_denominator(one, other)
