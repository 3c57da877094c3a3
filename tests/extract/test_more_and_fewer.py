"""A figure with "more", "fewer" or "less" is a change of the noun behind it, or of those whom a pronoun stands for."""

from __future__ import annotations

from itertools import product

import pytest

from tests.each import each
from workbench.core.claim import ChangeMode, Direction
from workbench.extract import read_text

VERBS = [
    ("burned", "coal"),
    ("used", "coal"),
    ("got by on", "water"),
    ("managed with", "timber"),
    ("made do with", "salt"),
]
SUBJECTS = ["India", "This country", "They", "Our factories"]


@each(("subject", "said"), product(SUBJECTS, VERBS))
def test_the_stuff_behind_it_is_measured_whoever_does_it(subject, said):
    """The subject was measured, or nothing."""
    verb, stuff = said
    claim = read_text(f"{subject} {verb} 15 percent less {stuff} in 2016 than in 2010.").claims[0]
    assert claim.measure.startswith(stuff)
    assert (claim.change.value.direction, str(claim.change.value.base)) == (Direction.DOWN, "2010")


@pytest.mark.parametrize(
    ("verb", "noun"), [("emitted", "emissions"), ("exported", "exports"), ("produced", "production"), ("sold", "sales")]
)
def test_what_is_done_with_it_is_measured_too(verb, noun):
    """Less steel that is sold is no less steel."""
    claim = read_text(f"Norway {verb} some 3 percent more steel in 2016 than in 2010.").claims[0]
    assert claim.measure == f"steel {noun}"


def test_what_is_less_so_is_measured_itself():
    """An adjective behind "less" is nothing that there is less of."""
    claim = read_text("A ferry was 15 percent less dependable in Malta in 2016 than in 2010.").claims[0]
    assert claim.measure.startswith("ferry")


def test_what_costs_less_has_a_price():
    """A change of what something costs is one of its price, as a level is."""
    claim = read_text("A tram cost 20,000 euros less in Austria in 2018 than in 2012.").claims[0]
    assert claim.measure == read_text("A tram cost 20,000 euros in Austria in 2018.").claims[0].measure == "tram price"


STRETCHES = ["Between 2012 and 2016,", "From 2012 to 2016"]


@pytest.mark.parametrize("stretch", STRETCHES)
def test_more_over_a_stretch_of_years_is_a_change(stretch):
    """Without "than" it was a level of the whole stretch."""
    claim = read_text(f"{stretch} twenty more judges in Chile.").claims[0]
    change = claim.change.value
    assert (change.mode, change.direction, str(claim.period.value)) == (ChangeMode.ABSOLUTE, Direction.UP, "2016")


def test_more_without_a_stretch_is_none():
    """Nothing is compared."""
    (claim,) = read_text("In 2016 twenty more judges came to Chile.").claims
    assert claim.change is None


@pytest.mark.parametrize(("verb", "way"), [("lost", Direction.DOWN), ("gained", Direction.UP)])
def test_people_lost_or_gained_over_years_change_the_population(verb, way):
    """Those who were lost in one year may be dead."""
    claim = read_text(f"From 2010 to 2016 Malta {verb} about 30,000 people.").claims[0]
    assert (claim.measure, claim.change.value.direction) == ("population", way)
    assert read_text(f"In 2016 the fleet {verb} 300 people.").claims[0].change is None


THEM = [
    ("The crisis hit teachers: 4,000 fewer of them were out of work in Malta in 2012 than in 2009.", "teachers out of work"),
    ("The nurses of Malta had it hard. In 2016, 300 fewer of them were at work than in 2010.", "nurses at work"),
    ("Malta lost its judges. From 2010 to 2015 the island was left with 90 fewer of them.", "judges"),
    ("Factories closed, and in 2015 there were 300 fewer of them in Malta than in 2010.", "Factories"),
    ("Malta joined in 2004, and its bakers looked west. Take the six years from 2010 to 2016. We had 45 fewer of them.", "bakers"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "measure"), THEM)
def test_fewer_of_them_is_a_change_of_those_named_before(said, measure):
    """The pronoun was passed over, and another word measured."""
    claim = read_text(said).claims[-1]
    assert (claim.measure, claim.change.value.direction) == (measure, Direction.DOWN)
    assert not claim.named_before
