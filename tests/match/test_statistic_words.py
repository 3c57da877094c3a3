"""What of some words says which statistic is meant: a word or a sign, and never the thing that is counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.match.words.statistic_words import PRICES, SIDES, SORTS, SUMMED, UNITS, marks_of, named


@each(
    ("text", "group", "names"),
    [
        ("Share of households with a car", SORTS, {"a share"}), ("Physicians (per 1,000 people)", SORTS, {"a count", "a rate"}),
        ("GDP growth (annual %)", SORTS, {"a share", "an amount of money", "a change"}), ("Number of farms", SORTS, {"a count"}),
        ("wages of workers", SORTS, {"an amount of money"}), ("unemployment rate", SORTS, {"a share", "a rate"}),
        ("Human capital index", SORTS, {"an index"}), ("Typical pay", SUMMED, {"an average"}),
        ("Total wages", SUMMED, {"the total"}), ("firms in farming", UNITS, {"firms"}), ("staff of hotels", UNITS, {"people"}),
        ("65 years or over", SIDES, {"above"}), ("adults 25+", SIDES, {"above"}), ("less than a dollar a day", SIDES, {"below"}),
        ("GDP (constant 2015 US$)", PRICES, {"at constant prices", "in dollars"}), ("real wages", PRICES, {"at constant prices"}),
        ("GDP (current LCU)", PRICES, {"at current prices", "in national currency"}), ("real estate", PRICES, set()),
        ("seasonally adjusted employment", PRICES, set()), ("GDP per capita, PPP", PRICES, {"in purchasing power"}),
    ],
)  # fmt: skip
def test_a_statistic_is_named_by_its_own_words(text: str, group: tuple[str, ...], names: set[str]):
    assert named(marks_of(text).code, group) == names


@each(
    ("text", "base"),
    [
        ("Exports as a share of GDP", {"gdp"}), ("Military expenditure (% of GDP)", {"gdp"}), ("Share of women in parliament", set()),
        ("Mortality rate, infant (per 1,000 live births)", {"live", "birth"}), ("carbon emissions per head", {"capita"}),
        ("debt relative to exports", {"export"}), ("doctors for every inhabitant", {"capita"}), ("Percentage of people online", set()),
    ],
)  # fmt: skip
def test_what_a_figure_is_measured_against_is_not_what_is_counted(text: str, base: set[str]):
    assert set(marks_of(text).base) == base


@each(
    ("text", "denied"),
    [
        ("Households not receiving food stamps", {"receiv", "food", "stamp"}), ("Noninstitutionalized people", {"institution"}),
        ("Households Without Children Who Have Received Food Stamps", {"children"}), ("Number of Non Hispanic Males", {"hispan"}),
        ("families that haven't moved", {"move"}), ("nonprofit firms", {"profit"}), ("none of it", set()), ("noon", set()),
    ],
)  # fmt: skip
def test_what_is_denied_ends_with_the_phrase(text: str, denied: set[str]):
    assert set(marks_of(text).denied) == denied


@given(st.text(max_size=400))
def test_any_text_is_read(text: str):
    marks = marks_of(text)
    assert marks.code >= 0
    assert all(marks.base)
    assert all(marks.denied)
