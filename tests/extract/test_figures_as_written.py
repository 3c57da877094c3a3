"""Figures as they are written in the place: whose dollar, years and counts of four digits, one change told twice, lists by place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.each import each
from workbench.core.claim import Direction
from workbench.core.quantity import Relation
from workbench.extract import read_text
from workbench.extract.amounts.amounts import find_amounts
from workbench.extract.units.unit_words import units

SAID = date(2021, 12, 2)
WRITTEN_BEFORE = [word for word in units().dollars if word.isalpha() and len(word) <= 3]
WRITTEN_BETWEEN = ["A", "AU", "C", "CA", "FJ", "HK", "NT", "NZ", "S", "US"]


def _only(text: str, **known: str):
    (claim,) = read_text(text, said=SAID, **known).claims
    return claim


@each("word", WRITTEN_BEFORE)
def test_letters_before_the_sign_say_whose_dollar_it_is(word: str):
    (amount,) = find_amounts(f"The bridge cost {word.upper()}$39.8 million.")
    assert amount.value.unit.code == units().dollars[word].code
    assert amount.value.low == Decimal(39_800_000)


@each("word", WRITTEN_BETWEEN)
def test_letters_behind_the_sign_say_so_too(word: str):
    (amount,) = find_amounts(f"The bridge cost about ${word}82 million.")
    assert amount.value.unit.code == units().dollars[word.lower()].code
    assert (amount.value.low, amount.value.relation) == (Decimal(82_000_000), Relation.ABOUT)


@each(("country", "code"), [("FJI", "FJD"), ("AUS", "AUD"), ("CAN", "CAD"), ("USA", "USD"), ("FRA", "USD")])
@each("said", ["$500,000", "500,000 dollars"])
def test_a_bare_dollar_is_that_of_the_country(country: str, code: str, said: str):
    claim = _only(f"We spent {said} on seeds.", place=country)
    assert claim.amount.value.unit.code == code


@pytest.mark.parametrize("said", ["US$500,000 on seeds", "$500,000 on seeds from the United States"])
def test_a_dollar_is_not_the_countrys_where_another_is_named(said: str):
    assert _only(f"We spent {said}.", place="AUS").amount.value.unit.code == "USD"


@given(st.integers(1500, 2099), st.integers(2101, 9900))
def test_two_figures_of_four_digits_before_people_are_a_range(low: int, high: int):
    (amount,) = find_amounts(f"There were {low} to {high} people.")
    assert (amount.value.low, amount.value.high) == (Decimal(low), Decimal(high))


@given(st.integers(1900, 2010), st.integers(1, 80))
def test_two_years_before_a_verb_stay_years(first: int, length: int):
    assert not find_amounts(f"From {first} to {first + length} it doubled.")


@each("year", [1865, 1789, 1998, 2003])
@each("said", ["It goes back to {}.", "The law dates from {}.", "In {} BP left.", "In {} NATO and PP left."])
def test_a_year_is_no_amount(year: int, said: str):
    assert not find_amounts(said.format(year))


@pytest.mark.parametrize(
    "said",
    [
        "18,534 or 14.3% fewer arrivals",
        "a drop of 18,534 arrivals, or 14.3%",
    ],
)
def test_one_change_told_in_two_ways_has_two_units(said: str):
    changes = [m.value for m in read_text(f"There were {said} in 2020.", said=SAID).changes]
    told = {(change.amount.value.low, change.amount.value.unit.name == "percentage") for change in changes}
    assert {Decimal("14.3")} == {low for low, percent in told if percent}
    assert all(change.direction is Direction.DOWN for change in changes)
    assert Decimal(18534) not in {low for low, percent in told if percent}


@pytest.mark.parametrize(
    ("language", "said", "unit"),
    [
        ("en", "10,894 people from Iraq, 10,275 from Turkey and 3,000 from Iran applied.", "person"),
        ("en", "451 of yesterday’s new cases were in Leeds, 292 in York.", "new case"),
        ("de", "Es kamen 894 Menschen aus Italien, 275 aus Spanien.", "Mensch"),
        ("de", "Die Zahl der Einreisen belief sich auf 894.", "Einreise"),
        ("mk", "Бројот на раѓања падна на 894.", "раѓање"),
    ],
)
def test_the_same_is_counted_at_each_place(language: str, said: str, unit: str):
    assert {m.value.unit.name for m in find_amounts(said, language)} == {unit}


@pytest.mark.parametrize(
    ("language", "said", "way"),
    [
        ("en", "Exports get from $10 to $15 billion.", Direction.UP),
        ("en", "The reform extends the term from 12 to 18 months.", Direction.UP),
        ("de", "Wir verlängern die Frist von 12 auf 18 Monate.", Direction.UP),
        ("de", "Das bringt den Satz von durchschnittlich 370 Euro auf 180 Euro.", Direction.DOWN),
        ("mk", "Рокот се менува од 12 на 18 месеци.", Direction.UP),
        ("en", "We found $100 billion of increase in aid.", Direction.UP),
        ("en", "They announced $3 billion of cuts.", Direction.DOWN),
    ],
)
def test_from_one_figure_to_another_is_a_change(language: str, said: str, way: Direction):
    claim = _only(said, language=language)
    assert claim.change is not None
    assert claim.change.value.direction is way


@pytest.mark.parametrize(
    ("language", "said"), [("de", "Es kostet von 5 bis 10 Euro."), ("en", "Prices range from 5 to 10 euros.")]
)
def test_a_range_is_no_change(language: str, said: str):
    assert _only(said, language=language).change is None
