"""Changes beside others: those of another clause, of the month before, of months of years named by their distance."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.direction import Direction
from workbench.extract import read_text

SAID = date(2021, 11, 14)


def changes(speech):
    claims = read_text(speech, said=SAID, place="CHN", document="d").claims
    return [claim.change.value for claim in claims if claim.change is not None]


@pytest.mark.parametrize(
    ("speech", "ways"),
    [
        ("Energy use fell in 2020: growth dropped from 3.2 percent to 2.4.", [Direction.DOWN, Direction.DOWN]),
        ("Exports rose in 2020; imports fell by 4 percent.", [Direction.UP, Direction.DOWN]),
        ("Imports fell by 4 percent in 2020: exports rose.", [Direction.DOWN, Direction.UP]),
        ("Imports fell in 2020, by 4 percent.", [Direction.DOWN]),
    ],
)
def test_a_change_without_a_size_in_a_clause_of_its_own_is_claimed_too(speech, ways):
    assert [each.direction for each in changes(speech)] == ways


@each(
    ("speech", "base"),
    [
        ("Month on month, prices in the shops rose by 0.3 percent in May 2018.", "Apr 2018"),
        ("On the month, prices rose by 0.3 percent in May 2018.", "Apr 2018"),
        ("Prices were 0.3 percent higher in May 2018 than the month before.", "Apr 2018"),
        ("Output was 2 percent lower in the third quarter of 2018 than a quarter earlier.", "2018-Q2"),
        ("Prices were 6.5 percent lower in October 2019 than in October of last year.", "Oct 2020"),
        ("Prices rose by 2 percent in 2020 compared with March of last year.", "Mar 2020"),
        ("Since 2010 they have taken unemployment down by 7 points.", "2010"),
        ("In 2016 the country reported ten times the previous year's number.", "2015"),
    ],
)
def test_what_a_change_is_measured_from(speech, base):
    (found,) = changes(speech)
    assert found.base is not None
    assert found.base.label == base


@pytest.mark.parametrize("said", ["from 1.43 million tonnes in 2017", "from the 1.43 million tonnes of 2017"])
def test_where_a_change_starts_may_have_an_article(said):
    (found,) = changes(f"In 2018 plastic waste shipped abroad declined by about 30 percent {said}.")
    assert found.origin is not None
    assert (str(found.origin.value.low), found.base and found.base.label) == ("1430000", "2017")


def test_another_figure_of_the_year_before_is_no_base():
    """Deaths fell back to 20,187 in 2020, after 22,459 the year before."""
    claims = read_text(test_another_figure_of_the_year_before_is_no_base.__doc__ or "", said=SAID, document="d").claims
    assert [claim.period.value.label for claim in claims if claim.period] == ["2020", "2019"]
