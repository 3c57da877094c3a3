"""What those who are counted did, are or where they are says which of them are counted: the figure of all bears that out no more.

The same verbs tell nothing where a country or the measure is their subject: "the number came to 1,771".
"""

from __future__ import annotations

import pytest

from tests.compare.test_unread_words import CASES
from tests.each import each
from tests.match.outcomes import outcome_of
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef

JUDGES = Series(
    ref=SeriesRef("mine", "judges"), title="Number of judges", unit=Unit(dimension=Dimension.COUNT, name="persons")
)
TRAVELLERS = Series(
    ref=SeriesRef("mine", "t"), title="Number of tourists", unit=Unit(dimension=Dimension.COUNT, name="persons")
)
WORKERS = Series(
    ref=SeriesRef("mine", "w"), title="People in work aged 16 and over", unit=Unit(Dimension.COUNT, name="persons")
)

DID = {
    "en": ("came to Spain", "went to Spain", "left Spain", "have left Spain", "became judges in Spain", "took an oath in Spain"),
    "mk": ("заминаа во Шпанија", "станаа судии во Шпанија"),
}  # fmt: skip
WERE = {
    "en": (" were over 50", " were from abroad", " were under 40"),
    "de": (" waren über 50",),
    "mk": (" беа над 50",),
}
THERE = {"en": ("worked in Spain", "lived in Spain", "were counted in Spain")}
JUDGED = {
    "en": "In 2013 4,321 judges in Spain{}.",
    "de": "4.321 Richter in Spanien{} im Jahr 2013.",
    "mk": "Во 2013 4.321 судии во Шпанија{}.",
}


@each(("language", "did"), [("en", f" {one}") for one in DID["en"]] + [("mk", f" {one}") for one in DID["mk"]])
def test_what_they_did_is_told_of_those_who_did_it(language, did):
    """In 2013, 4,321 judges left Spain: the 4,321 whom the office counts were there."""
    assert outcome_of(JUDGED[language].format(did), language, JUDGES, "4321", 2013) == "undecided"


@each(("language", "were"), [(language, one) for language, every in WERE.items() for one in every])
def test_what_they_were_is_told_of_those_who_were_it(language, were):
    """4,321 judges were over 50: the office counts those of all ages."""
    assert outcome_of(JUDGED[language].format(were), language, JUDGES, "4321", 2013) == "undecided"


@each("there", THERE["en"])
def test_that_they_are_there_is_told_of_all(there):
    """4,321 judges worked in Spain: so says the office."""
    assert outcome_of(f"In 2013 4,321 judges {there}.", "en", JUDGES, "4321", 2013) == "supported"


@each(
    "said",
    [
        "The number of judges in Spain came to 4,321 in 2013.",
        "In 2013 Spain had 4,321 judges.",
        "In 2013 Spain went to 4,321 judges.",
    ],
)
def test_a_level_that_was_come_to_is_told_of_all(said):
    """The number came to 4,321: a level, and nobody came."""
    assert outcome_of(said, "en", JUDGES, "4321", 2013) == "supported"


@each("told", [" abroad", " elsewhere", " over 60", " under 40"])
def test_where_they_are_and_how_old_parts_them(told):
    """4,321 Spanish judges abroad."""
    assert outcome_of(f"There were 4,321 Spanish judges{told} in 2013.", "en", JUDGES, "4321", 2013) == "undecided"


def test_a_country_and_what_is_beyond_it_are_more_than_the_country():
    """Spain and beyond."""
    assert outcome_of("Spain and beyond had 4,321 judges in 2013.", "en", JUDGES, "4321", 2013) == "undecided"


def test_travellers_are_counted_where_they_come():
    """In 2013, 4,321 tourists came to Spain: all of them did."""
    assert outcome_of("In 2013 4,321 tourists came to Spain.", "en", TRAVELLERS, "4321", 2013) == "supported"


@each(
    "said",
    ["{} people aged 16-plus", "{} people aged 16 plus", "{} people of 16 and upwards", "{} people aged 16 and over"],
)
def test_an_open_age_is_one_age_in_every_writing(said):
    """Aged 16-plus, and 16 and over."""
    text = f"In 2013, {said.format('4,321')} were in work in Spain."
    assert outcome_of(text, "en", WORKERS, "4321", 2013) == "supported"


BASED = {
    "en": (
        "For every judge there were 4,321 Spaniards in 2013.", "In 2013 there were 4,321 people to each judge in Spain.",
        "In 2013 there was one judge to 4,321 people in Spain.", "Spain had a judge for 4,321 people in 2013.",
    ),
    "de": (
        "2013 kamen 4.321 Einwohner Spaniens auf einen Richter.", "2013 kam in Spanien ein Richter auf 4.321 Einwohner.",
        "Auf jeden Richter kamen 2013 in Spanien 4.321 Einwohner.",
    ),
    "mk": ("На секој судија во Шпанија во 2013 имаше 4.321 жители.", "За секој судија во Шпанија имаше 4.321 жител во 2013."),
}  # fmt: skip


@each(("language", "said"), [(language, one) for language, every in BASED.items() for one in every])
def test_so_many_for_each_are_no_number_of_the_other(language, said):
    """For every judge there were 4,321 Spaniards: 4,321 is no number of judges."""
    assert outcome_of(said, language, JUDGES, "4321", 2013) == "undecided"


@each(
    "said",
    [
        "In 2013 1,771 patients in Germany had measles.",
        "In 2013 1,771 people in Germany came down with measles.",
        "Germany had 1,771 measles infections in 2013.",
    ],
)
def test_who_has_an_illness_is_a_case_of_it(said):
    """1,771 patients had measles: as many cases."""
    assert outcome_of(said, "en", CASES, "1771", 2013) == "supported"


@pytest.mark.parametrize("base", ["every 100 Spaniards", "each 100 Spaniards"])
def test_the_people_of_whom_a_share_is_told_are_its_base(base):
    """Of every 100 Spaniards, 14.4 were poor: "100 Spaniards" states nothing else."""
    poor = Series(ref=SeriesRef("mine", "p"), title="Poverty rate", unit=Unit(Dimension.SHARE, "%", "percentage"))
    assert outcome_of(f"Of {base}, 14.4 were poor in 2013.", "en", poor, "14.4", 2013) == "supported"
