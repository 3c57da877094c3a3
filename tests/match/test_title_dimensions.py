"""Titles of tables with many dimensions: what is named must be there, what is not named is the total."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.claim import Claim
from workbench.core.quantity import Dimension
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match import TitleIndex, query_of, query_of_text
from workbench.match.titles.title_dimensions import path_of
from workbench.match.titles.title_units import unit_of
from workbench.match.words.normalisation import keys

Hear = Callable[..., tuple[Claim, ...]]


def index(*titles: str) -> TitleIndex:
    return TitleIndex([Series(ref=SeriesRef("mine", title), title=title) for title in titles])


WOMEN = "Employment. Age: From 25 to 54 years. Sex: Female. Unit of measure: Persons"
TOTAL = "Employment. Age: Total. Sex: Total. Unit of measure: Persons"
SHARE = "Employment. Age: Total. Sex: Total. Unit of measure: Percentage of population"


def test_a_member_that_is_named_must_be_there(hear: Hear):
    claim = hear("In 2019, employment among women aged 25 to 54 years was 210,000 persons.")[0]
    assert index(TOTAL, WOMEN).rank(query_of(claim))[0].series.title == WOMEN


def test_the_total_is_meant_where_no_member_is_named(hear: Hear):
    claim = hear("In 2019, employment was 780,000 persons.")[0]
    best = index(WOMEN, TOTAL).rank(query_of(claim))[0]
    assert best.series.title == TOTAL
    assert {part.name: part.because for part in best.parts}[
        "breakdown"
    ] == "is of the total, since the claim names no part"


def test_the_unit_in_the_title_bars_as_any_other(hear: Hear):
    claim = hear("In 2019, employment was 48 percent.")[0]
    first, second = index(TOTAL, SHARE).rank(query_of(claim))
    assert first.series.title == SHARE
    assert second.barred == "the claim is in percent, the series in a count (persons)"


def test_tonnes_are_not_hectares(hear: Hear):
    claim = hear("Wheat in Austria was 1.5 million tonnes in 2019.")[0]
    tonnes, hectares = "Wheat. Unit of measure: Tonnes", "Wheat. Unit of measure: Hectares"
    assert index(hectares, tonnes).rank(query_of(claim))[0].series.title == tonnes


def test_how_many_children_a_couple_has_is_not_what_is_claimed():
    text = "The net income of couples with two children was 64 percent in 2019."
    query = query_of_text(text, read_text(text))
    assert query.unit is not None
    assert query.unit.dimension is Dimension.SHARE


def test_a_source_that_gives_a_unit_is_believed():
    series = Series(ref=SeriesRef("mine", "a"), title="Expense (% of GDP)")
    assert unit_of(series).dimension is Dimension.SHARE


PARTED = [
    # a title, what it measures, its members (the total with a star), and its unit
    (
        "Employment. Age: From 25 to 54 years. Sex: Females. Unit of measure: Persons",
        "Employment", ["Age=From 25 to 54 years", "Sex=Females"], "Persons",
    ),
    ("Births; Region: All regions. Units: Thousand", "Births", ["Region=All regions*"], "Thousand"),
    ("Births. Sex: Both sexes. Age: Allowed. Area: Town (all of it)", "Births", ["Sex=Both sexes*", "Age=Allowed", "Area=Town (all of it)*"], ""),
    ("Births. Kind: _T. Where: World. Who: Anything", "Births", ["Kind=_T*", "Where=World*", "Who=Anything"], ""),
    ("Wheat. Unit of Measure:  Tonnes. Age:  Not applicable ", "Wheat", ["Age=Not applicable*"], "Tonnes"),
    ("Pay. Sex: Women (total, 15 and over)", "Pay", ["Sex=Women (total, 15 and over)*"], ""),
    ("Pay. Sex: Women (total) in towns", "Pay", ["Sex=Women (total) in towns"], ""),
    ("Rate. of: nothing", "Rate. of: nothing", [], ""),  # an axis begins with a capital letter
    ("A: b", "A: b", [], ""),
]  # fmt: skip


@pytest.mark.parametrize(("title", "head", "members", "unit"), PARTED, ids=[row[0] for row in PARTED])
def test_a_title_is_parted_into_its_dimensions(title, head, members, unit):
    path = path_of(title)
    assert (path.head, path.unit) == (head, unit)
    assert [f"{each.axis}={each.name}{'*' * each.total}" for each in path.members] == members
    assert [each.stems for each in path.members] == [frozenset(keys(each.name)) for each in path.members]


@given(st.text(max_size=200))
def test_no_title_is_lost_in_its_parts(title: str):
    path = path_of(title)
    assert len(path.head) <= len(title)
    assert unit_of(Series(ref=SeriesRef("mine", "a"), title=title)) is not None
