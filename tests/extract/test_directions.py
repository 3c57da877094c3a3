"""Which way a figure went: each row is a speech, the way, the mode and the size that it tells of."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.claim import Change
from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.change.changes import find_changes
from workbench.extract.time.periods import find_periods


def _told(change: Change) -> str:
    size = change.amount or change.target
    value = "" if size is None else f" {size.value.low.normalize():f}"
    return f"{change.direction.value} {change.mode.value}{value}"


def told(speech: str) -> list[str]:
    """Return each change as its way, its mode and its size, or what it reached."""
    found = find_changes(speech, find_amounts(speech), find_periods(speech, None), None)
    return [_told(mention.value) for mention in found]


@each(
    ("speech", "changes"),
    [
        ("The increase was 4 percent.", ["up relative 4"]),
        ("The fall in output was about 8 per cent.", ["down relative 8"]),
        ("An 8% year-on-year rise was seen.", ["up relative 8"]),
        ("A 2.5% seasonally adjusted drop followed.", ["down relative 2.5"]),
        ("We saw a cut of 3 points.", ["down absolute 3"]),
        ("The rate was 5 percent.", []),
        ("Since the fall of the wall, the rate was 5 percent.", []),
        ("Growth was 3 percent.", []),
    ],
)
def test_a_change_told_by_a_noun(speech: str, changes: list[str]) -> None:
    assert told(speech) == changes


@each(
    ("speech", "changes"),
    [
        ("Prices are three times lower.", ["down multiple 3"]),
        ("Solar power is 5 times cheaper than in 2010.", ["down multiple 5"]),
        ("The bill is three times larger.", ["up multiple 3"]),
        ("Cases rose 12-fold.", ["up multiple 12"]),
        ("A 4-fold reduction in waste was reached.", ["down multiple 4"]),
        ("Production was reduced fivefold.", ["down multiple 5"]),
        ("A tenfold drop in price was seen.", ["down multiple 10"]),
        ("Applications fell, would you believe it, sevenfold.", ["down multiple 7"]),
        ("The bill halved.", ["down multiple 0.5"]),
        ("The bill more than halved.", ["down multiple 2"]),
        ("Half as many came.", ["down multiple 0.5"]),
        ("Exports grew by 3 times.", ["up multiple 3"]),
        ("The bank raised rates three times.", []),
    ],
)
def test_a_change_told_by_a_multiple(speech: str, changes: list[str]) -> None:
    assert told(speech) == changes


@pytest.mark.parametrize(
    ("speech", "changes"),
    [
        ("Sales are up a fifth.", ["up relative 20"]),
        ("Output fell almost a quarter in May.", ["down relative 25"]),
        ("Revenue plummeted by nearly half.", ["down relative 50"]),
        ("He fell a third time.", ["down absolute"]),
    ],
)
def test_a_change_by_a_fraction(speech: str, changes: list[str]) -> None:
    assert told(speech) == changes


@pytest.mark.parametrize(
    ("speech", "changes"),
    [
        ("Prices have not risen by 5 percent.", ["flat absolute"]),
        ("He will not cut pensions by 5 percent.", []),
        ("Wages haven't been cut by 5 percent.", ["flat absolute"]),
        ("He not only cut tax by 5% but raised pay by 3%.", ["down relative 5", "up relative 3"]),
    ],
)
def test_a_change_that_is_denied(speech: str, changes: list[str]) -> None:
    assert told(speech) == changes


@each(
    ("speech", "changes"),
    [
        ("The index closed up 2 percent.", ["up relative 2"]),
        ("Costs came down 5 percent.", ["down relative 5"]),
        ("They came up with 5 ideas.", []),
        ("It made up 5 percent of output.", []),
        ("The economy lost 700,000 jobs.", ["down absolute 700000"]),
        ("The party lost 5 games.", []),
        ("Prices rose 3% in Germany and 4% in France.", ["up relative 3", "up relative 4"]),
        ("Prices rose by 5 percent in May and 6 percent in June.", ["up relative 5", "up relative 6"]),
        ("Imports fell from 5 to 4 million tonnes.", ["down absolute 4000000"]),
    ],
)
def test_a_change_told_by_a_verb(speech: str, changes: list[str]) -> None:
    assert told(speech) == changes


@pytest.mark.parametrize(
    ("speech", "changes"),
    [
        ("They may reduce emissions 23 percent.", ["down relative 23"]),
        ("She raised the price of fuel only 3 percent.", ["up relative 3"]),
        ("The fall saw 5 percent of men leave.", []),
        ("We lower the tax to help 5 percent of firms.", []),
    ],
)
def test_what_is_changed_may_stand_before_the_size(speech: str, changes: list[str]) -> None:
    assert told(speech) == changes


@pytest.mark.parametrize(
    ("speech", "changes"),
    [
        ("There were 340 accidents in 2020, against 410 in 2019.", ["down absolute 340"]),
        ("Support was 28 percent, compared with only 21 percent in 2018.", ["up absolute 28"]),
        ("He has 20 percent support, compared with 68 percent for his rival.", []),
        ("The state boosts the number of all those whom it takes in each year, from 70 to 85.", ["up absolute 85"]),
    ],
)
def test_a_figure_set_against_an_earlier_one(speech: str, changes: list[str]) -> None:
    assert told(speech) == changes


@each(
    ("speech", "changes"),
    [
        ("Unemployment fell below 5 percent.", ["down absolute 5"]),
        ("The rate rose above 3%.", ["up absolute 3"]),
        ("The rate rose over 3%.", ["up relative 3"]),
        ("There are 500 more than in 2019.", ["up absolute 500"]),
        ("It wants a 46 seat rise.", ["up absolute 46"]),
        ("We plan to double exports.", ["up multiple 2"]),
        ("Sales have tripled over the last three years.", ["up multiple 3"]),
        ("The margin is plus or minus 3 percentage points.", []),
        ("Four more bringing up the rear came.", []),
        ("Seven less politicized panels had met.", []),
        ("About 46 detainees fall under that category.", []),
        ("He doubled down on it and they reached double digits.", []),
    ],
)
def test_words_of_change_that_tell_of_none(speech: str, changes: list[str]) -> None:
    assert told(speech) == changes


@each(
    ("speech", "changes"),
    [
        ("Exports grew 5%, imports 7% and prices 3%.", ["up relative 5", "up relative 7", "up relative 3"]),
        ("Turnout rose 5%, and 46% of men voted.", ["up relative 5"]),
        ("Growth will slow from 3.9 percent to 3.2 percent.", ["down absolute 3.2"]),
        ("Exports jumped to 4.5 billion euros, from 3.9 billion in May.", ["up absolute 4500000000"]),
        ("We cut poverty in half.", ["down multiple 0.5"]),
        ("Costs fell by a factor of four.", ["down multiple 4"]),
        ("Life expectancy rose by 2.3 years.", ["up absolute 2.3"]),
        ("Unemployment: -2.3 percentage points.", ["down points 2.3"]),
    ],
)
def test_what_is_left_out_is_understood(speech: str, changes: list[str]) -> None:
    assert told(speech) == changes


def test_from_and_to_stand_in_one_scale() -> None:
    """Debt rose from 1.5 to 2 billion euros, cases from 900 to 1.2 million."""
    speech = "Debt rose from 1.5 to 2 billion euros, cases from 900 to 1.2 million."
    assert [f"{mention.value.low:f}" for mention in find_amounts(speech)] == [
        "1500000000",
        "2000000000",
        "900",
        "1200000",
    ]
