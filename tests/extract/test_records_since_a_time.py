"""Where a record's row begins, however that is said."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

BEGUN = [
    "since 2000", "of any year since 2000", "in any year from 2000 on", "of any year from 2000 onwards", "of any other year from 2000 forward",
    "since the century began", "since the dawn of the millennium", "since the millennium opened",
]  # fmt: skip


@pytest.mark.parametrize("begun", BEGUN)
def test_a_row_begins_with_the_year_that_is_named(begun):
    """Without it the record has no beginning, and nothing can be checked."""
    (claim,) = read_text(f"The birth rate in Chile in 2017 was the lowest {begun}.").claims
    assert (claim.rank.since, claim.rank.begins, str(claim.period.value)) == (True, 2000, "2017")


@pytest.mark.parametrize("begun", ["since January 2005", "of any month since March 2003", "since May 2001"])
def test_a_row_may_begin_with_a_month(begun):
    """The month stays with the claim."""
    (claim,) = read_text(f"Inflation in Chile in August 2008 was the highest {begun}.", said=date(2009, 2, 3)).claims
    (since,) = [each for each in claim.periods if each.rule == "since"]
    assert f"{since.value.start:%B %Y}" in begun


LENGTHS = ["twelve-month rate of", "12-month", "annual rate of"]


@pytest.mark.parametrize("length", LENGTHS)
def test_over_which_time_a_rate_is_taken_is_no_figure(length):
    """It was a claim of twelve months."""
    (claim,) = read_text(f"The {length} inflation was 3 percent in Chile in 2012.").claims
    assert (str(claim.amount.value), claim.measure.split()[-1]) == ("3 percentage", "inflation")


@pytest.mark.parametrize(
    "led", ["Look at the five years from 2010 to 2015", "Take the six years between 2009 and 2015"]
)
def test_how_long_a_span_of_years_is_claims_nothing(led):
    """They were a claim of five years."""
    assert not read_text(f"{led}.").claims


@pytest.mark.parametrize("step", ["a month", "a week", "per month"])
def test_the_step_of_a_mean_is_no_part_of_what_is_measured(step):
    """The month is in the unit."""
    claim = read_text(f"Registrations of new trams averaged 2,750 {step} in Chile in 2020.").claims[0]
    assert not {"month", "week"} & set(claim.measure.split())
