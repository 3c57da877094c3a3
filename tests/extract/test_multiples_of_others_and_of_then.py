"""Multiples of another place's figure and of one's own at another time, in all the words that set the two beside one another."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.core.claim import ChangeMode, Claim
from workbench.core.period import year
from workbench.extract import read_text
from workbench.extract.words.change_words import factors, multiples


def only(said: str, language: str = "en", place: str = "PRT") -> Claim:
    (claim,) = read_text(said, said=date(2021, 5, 1), place=place, language=language).claims
    return claim


LINKS = [
    "as in France",
    "as it was in France",
    "as they had in France",
    "as there were in France",
    "as that of France",
    "as in the French one",
]


@each("link", LINKS)
@each("said", ["Cancer was twice as common in Spain {} in 2016.", "Spain had three times as many dentists in 2016 {}."])
def test_a_multiple_is_of_the_place_behind_its_second_as(said: str, link: str):
    claim = only(said.format(link))
    assert claim.change is not None
    assert claim.change.value.mode is ChangeMode.MULTIPLE
    assert (claim.place, claim.comparison and claim.comparison.place) == ("ESP", "FRA")


@pytest.mark.parametrize("other", ["the French one", "the French rate", "France's", "that of France"])
def test_a_place_in_a_clause_before_is_not_taken_over_by_the_other(other: str):
    claim = only(f"In Spain, the jobless rate of 2018 was more than double {other}.")
    assert (claim.place, claim.comparison and claim.comparison.place) == ("ESP", "FRA")


@each("owner", ["it", "they", "we"])
@each("verb", ["was using", "had used", "used"])
@each(("words", "factor"), [("2.7 times", "2.7"), ("half", "0.5"), ("twice", "2")])
def test_the_same_ones_earlier_figure_is_the_base(owner: str, verb: str, words: str, factor: str):
    claim = only(f"Spain in 2014 got by on {words} the energy {owner} {verb} in 1990.")
    assert claim.change is not None
    assert claim.change.value.amount is not None
    assert claim.change.value.amount.value.low == Decimal(factor)
    assert (claim.change.value.base, claim.period and claim.period.value) == (year(1990), year(2014))


def test_what_another_used_then_is_no_base():
    """Spain in 2014 got by on half the energy the army used in 1990."""
    (claim,) = read_text(test_what_another_used_then_is_no_base.__doc__ or "", said=date(2021, 5, 1)).claims
    assert claim.change is None or claim.change.value.base is None


@pytest.mark.parametrize(
    "again", ["as much again as", "again as much as", "as much energy again as", "as much electric energy again as"]
)
def test_half_again_is_half_on_top(again: str):
    claim = only(f"Spain used half {again} in 1990.")
    assert claim.change is not None
    assert claim.change.value.amount is not None
    assert claim.change.value.amount.value.low == Decimal("1.5")


def test_again_in_another_clause_adds_nothing():
    """Spain used half as much energy as in 1990, and here we are again."""
    (claim,) = read_text(test_again_in_another_clause_adds_nothing.__doc__ or "", said=date(2021, 5, 1)).claims
    assert claim.change is not None
    assert claim.change.value.amount is not None
    assert claim.change.value.amount.value.low == Decimal("0.5")


@pytest.mark.parametrize("language", ["en", "de", "mk"])
def test_each_language_has_a_word_for_each_multiple(language: str):
    """Doubled to fivefold, tenfold, and halved: a multiple that no list has is a claim that is lost."""
    known = {Decimal(factor) for table in (multiples(language), factors(language)) for factor in table.values()}
    assert {Decimal(n) for n in ("0.5", "2", "3", "4", "5", "6", "10")} <= known


@pytest.mark.parametrize(
    ("said", "language", "way"),
    [
        ("There were fewer cash machines in Norway every year from 2013 to 2018.", "en", "down"),
        ("Every single year from 2013 to 2018 more people married in Norway.", "en", "up"),
        ("In Norway the queues got longer year after year from 2013 to 2018.", "en", "up"),
        ("Jedes Jahr gab es in Norwegen von 2013 bis 2018 weniger Geldautomaten.", "de", "down"),
        ("Секоја година од 2013 до 2018 имаше помалку банкомати во Норвешка.", "mk", "down"),
    ],
)
def test_a_comparative_of_each_year_is_a_trend(said: str, language: str, way: str):
    claim = only(said, language)
    assert claim.change is not None
    assert claim.change.value.direction.value == way
    assert [trend.kind.value for trend in claim.trends] == ["each"]


@pytest.mark.parametrize(
    "said", ["Every year they are open longer than we are.", "More than 40 people come every year."]
)
def test_a_comparative_beside_another_or_a_figure_is_none(said: str):
    assert all(claim.change is None for claim in read_text(said, said=date(2021, 5, 1)).claims)


@pytest.mark.parametrize(
    "said",
    [
        "Словенците во 2015 за здравство трошеа двојно повеќе од нас.",
        "Словенците во 2015 за здравство трошеа двојно повеќе од кај нас.",
        "Словенците во 2015 имале двојно повеќе лекари од нас.",
    ],
)
def test_more_than_us_is_set_beside_the_own_place(said: str):
    claim = only(said, "mk", "MKD")
    assert (claim.place, claim.comparison and claim.comparison.place) == ("SVN", "MKD")


@pytest.mark.parametrize(
    "things",
    ["phones", "dead phones, fridges and chargers", "old phones, broken fridges, chargers and cables from offices"],
)
def test_the_second_as_may_stand_far_behind(things: str):
    claim = only(f"Nearly four times as many tonnes of {things} piled up across Spain in 2019 as in 2008.")
    assert claim.change is not None
    assert (claim.change.value.base, claim.period and claim.period.value) == (year(2008), year(2019))


@pytest.mark.parametrize(
    "verb", ["kept on falling", "kept falling", "kept coming down", "kept on going down", "fell and fell"]
)
def test_what_goes_on_each_year_is_one_trend(verb: str):
    claim = only(f"The jobless rate {verb} in Spain year after year between 2013 and 2018.")
    assert claim.change is not None
    assert claim.change.value.direction.value == "down"
    assert [trend.kind.value for trend in claim.trends] == ["each"]


def test_the_place_that_is_set_beside_before_the_figure_is_read():
    """Factories made up a bigger part of Hungary's GDP than of Austria's in 2018, by about three percentage points."""
    said = test_the_place_that_is_set_beside_before_the_figure_is_read.__doc__ or ""
    claim = only(said)
    assert (claim.place, claim.comparison and claim.comparison.place) == ("HUN", "AUT")
    assert not any(note.kind == "unread-standing" for note in claim.notes)


@pytest.mark.parametrize("frame", ["Allow me one number.", "One figure, if I may.", "Two numbers tell it."])
def test_a_number_of_numbers_claims_nothing(frame: str):
    (claim,) = read_text(f"{frame} The jobless rate was 5 percent in 2018.", said=date(2021, 5, 1)).claims
    assert claim.quote == "5 percent"
