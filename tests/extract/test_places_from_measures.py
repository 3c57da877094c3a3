"""Who goes on about what was measured elsewhere speaks of that place, unless he turns to his own country."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text


def place_of_last(said: str, language: str) -> str | None:
    return read_text(said, said=date(2020, 5, 1), place="SVN", language=language).claims[-1].place


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("In Malta there were 40 cash machines per 100,000 adults in 2018. That is down by a quarter on 2008.", "en"),
        (
            "In Malta kamen 2018 auf 100.000 Erwachsene 40 Geldautomaten. Gegenüber 2008 hat sich ihre Zahl halbiert.",
            "de",
        ),
        (
            "In Malta wurden 2016 noch 40 Fälle von Tuberkulose gezählt. Gegenüber 2008 hat sich die Zahl halbiert.",
            "de",
        ),
        ("Malta: 1990 lag die Lebenserwartung dort bei 70 Jahren. Bis 2018 ist sie um 10 Jahre gestiegen.", "de"),
        (
            "Malta: 1990 wurde man dort 70 Jahre alt. Und bis 2018 ist diese Lebenserwartung um 10 Jahre gestiegen.",
            "de",
        ),
        ("Во Малта во 1990 година очекуваниот животен век беше 40 години. До 2018 тој се удвои.", "mk"),
    ],
)
def test_the_place_of_a_measure_goes_with_it(said: str, language: str):
    assert place_of_last(said, language) == "MLT"


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("In Malta the vacancy rate was 8 percent in 2018. In our country the rate has halved since 2008.", "en"),
        ("In Malta lag die Leerstandsquote 2018 bei 8 Prozent. Bei uns hat sich die Quote seit 2008 halbiert.", "de"),
        ("Во Малта невработеноста во 2018 беше 8 проценти. Кај нас стапката се преполови од 2008 година.", "mk"),
        ("In Malta lag die Arbeitslosenquote 2018 bei 8 Prozent. Die Löhne stiegen 2018 um 3 Prozent.", "de"),
        (
            "Arbeitslosenquote 2018: Malta 8 Prozent; Zypern 9 Prozent. Gegenüber 2008 hat sich die Quote halbiert.",
            "de",
        ),
    ],
)
def test_whoever_turns_home_or_to_something_else_speaks_of_his_own(said: str, language: str):
    assert place_of_last(said, language) == "SVN"


def test_a_measure_that_is_taken_is_set_beside_the_own_country():
    """In Malta lag die Leerstandsquote 2018 bei 8 Prozent. Das ist fast dreimal so viel wie in Slowenien."""
    said = test_a_measure_that_is_taken_is_set_beside_the_own_country.__doc__ or ""
    claim = read_text(said, said=date(2020, 5, 1), place="SVN", language="de").claims[-1]
    assert claim.comparison is not None
    assert claim.period is not None
    assert (claim.place, claim.comparison.place, str(claim.period.value)) == ("MLT", "SVN", "2018")
