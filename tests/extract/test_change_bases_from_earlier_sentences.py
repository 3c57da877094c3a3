"""A change is measured from the time that was told before it, where its words or the arithmetic tie the two; it is told as assumed."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.core.claim import Claim
from workbench.extract import read_text

SAID = date(2021, 3, 15)


def last(said: str, language: str = "en") -> Claim:
    return read_text(said, said=SAID, place="DEU", language=language).claims[-1]


def base(claim: Claim) -> str | None:
    found = claim.change and claim.change.value.base
    return None if found is None else str(found)


FIRSTS = {
    "en": "In 2008 the vacancy rate was 6 percent.",
    "de": "Im Jahr 2008 lag die Leerstandsquote bei 6 Prozent.",
    "mk": "Во 2008 стапката на празни станови изнесуваше 6 проценти.",
}
LATER = {
    "en": [
        "By 2011 it had trebled.",
        "By 2011 the vacancy rate had risen by 3 points.",
        "Until 2011 it rose by a third.",
        "In 2011 it was down to 4 percent.",
        "In 2009 it went up by 2 points.",
    ],
    "de": ["Bis 2011 hat sie sich verdreifacht.", "Bis 2011 ist diese Quote um ein Drittel gestiegen."],
    "mk": ["До 2011 таа се удвои.", "До 2011 таа стапка порасна за 5 проценти."],
}


@pytest.mark.parametrize(("language", "later"), [(one, later) for one in LATER for later in LATER[one]])
def test_the_time_told_before_is_the_base(language: str, later: str):
    claim = last(f"{FIRSTS[language]} {later}", language)
    assert base(claim) == "2008", later
    assert "base-from-before" in {note.kind for note in claim.notes}


@pytest.mark.parametrize(
    "said",
    [
        "In 2008 we won the vote. In 2011 exports rose by 3 percent.",
        "In 2008 exports were worth 5 billion euros. In 2011 exports rose by 3 percent.",
        "In 2008 and 2009 we won. By 2011 exports had risen by 3 percent.",
        "By 2011 exports had risen by 3 percent a year. In 2008 we won.",
        "In May 2008 we won. By 2011 exports had risen by 3 percent.",
    ],
)
def test_a_year_named_in_passing_is_no_base(said: str):
    assert all(base(claim) is None for claim in read_text(said, said=SAID, place="DEU").claims)


def test_two_levels_and_their_distance_tell_the_base():
    said = "Coverage, which stood at 59 percent in 2002, reached 87 percent in 2015. That is a gain of {} percentage points."
    assert base(last(said.format(28))) == "2002"
    assert base(last(said.format(30))) == "2002"  # a distance that does not add up is one of the same two all the same


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("Rents rose by 9 percent in the twelve months to October 2019.", ("Oct 2019", "Oct 2018")),
        ("In the year to June 2015 food prices fell by 2.1 percent.", ("Jun 2015", "Jun 2014")),
        ("Exports grew by 20 percent in the five years to 2015.", ("2015", "2010")),
        ("Burglaries rose by 9 percent in the twelve months to October 2019.", ("Nov 2018–Oct 2019", None)),
    ],
)
def test_a_stretch_told_by_its_length_and_end_has_ends_unless_it_counts_what_happened(said: str, ends: tuple[str, str]):
    claim = last(said)
    assert claim.period is not None
    assert (str(claim.period.value), base(claim)) == ends


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("The rent is now 2,000 euros.", "en"),
        ("The rent currently stands at 2,000 euros.", "en"),
        ("Die Miete liegt derzeit bei 2.000 Euro.", "de"),
    ],
)
def test_what_is_told_of_now_is_of_the_day_it_was_said(said: str, language: str):
    claim = last(said, language)
    assert claim.period is not None
    assert claim.period.value.start == SAID


def test_the_last_day_of_the_calendar_has_no_day_behind_it():
    assert read_text("The rent is now 2,000 euros.", said=date.max).claims[0].period is None


@pytest.mark.parametrize("country", ["Botswana", "New Zealand", "Costa Rica", "Hong Kong", "Kenya"])
def test_a_year_before_a_country_that_has_a_coin_is_a_year(country: str):
    claim = last(f"In 2015 {country} had 5,000 lions.")
    assert claim.period is not None
    assert str(claim.period.value) == "2015"


def test_german_tells_a_year_behind_an_auxiliary():
    claim = read_text("40 Prozent der Sitze hatten 2018 Frauen inne.", said=SAID, language="de").claims[0]
    assert claim.period is not None
    assert str(claim.period.value) == "2018"


BETWEEN = [
    ("In 2014 the vaccination rate was 23 percent. In 2013 it was 76. That is a drop of 53 points.", "en"),
    ("In 2013 the vacancy rate was 76 percent, in 2014 it was 23 percent. So that is 53 points fewer.", "en"),
    ("In 2013 coal imports were 21.53 million tonnes, in 2014 18.2, a fall of 3.3 million.", "en"),
    ("2013 lag die Leerstandsquote bei 76 Prozent, 2014 bei 23 Prozent. Das ist ein Rückgang um 53 Punkte.", "de"),
]


@pytest.mark.parametrize(("said", "language"), BETWEEN)
def test_the_distance_of_two_levels_that_were_told_is_measured_between_them(said: str, language: str):
    """As exact as each is written: 3.3 of 21.53 and 18.2."""
    claim = last(said, language)
    assert base(claim) == "2013"
    assert claim.period is not None
    assert str(claim.period.value) == "2014"


@pytest.mark.parametrize(
    "said",
    [
        "In 2011 coal imports were 21.53 million tonnes, in 2014 18.2, a fall of 4.3 million.",
        "In 2014 the vacancy rate was 23 percent. That is a drop of 53 points.",
    ],
)
def test_another_size_is_not_tied_to_them(said: str):
    assert base(last(said)) != "2011"


def test_points_of_what_was_told_in_percent_are_percentage_points():
    claim = last("In 2013 the vacancy rate was 76 percent, in 2014 it was 23 percent. So that is 53 points fewer.")
    assert claim.change is not None
    assert claim.change.value.mode.value == "points"
    index = last("In 2013 the share index stood at 7,600 points, in 2014 at 7,547 points. So that is 53 points fewer.")
    assert index.change is not None
    assert index.change.value.mode.value == "absolute"
