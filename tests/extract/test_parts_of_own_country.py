"""What is told of a province, state or municipality is not told of its country, whichever of the world's it is."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.place import find_place, places
from workbench.core.subdivisions import subdivisions
from workbench.extract import read_text

COUNTRIES = sorted(code for code in places() if subdivisions(code))


@each("country", COUNTRIES)
def test_a_figure_of_a_subdivision_is_never_read_as_that_of_its_country(country: str):
    names = [name for name in sorted(subdivisions(country)) if name[0].isupper() and find_place(name) is None]
    names = names[:: max(1, len(names) // 4)][:4]  # from the first of the alphabet to the last
    read = {name: read_text(f"Unemployment in {name} was 36 percent in 2018.", place=country).claims for name in names}
    assert [name for name, claims in read.items() if claims and claims[0].place == country] == []


@pytest.mark.parametrize(
    ("language", "country", "said", "place"),
    [
        (
            "en",
            "ZAF",
            "Sixty-two percent of young people who want a job in the Eastern Cape had none in 2018.",
            "Eastern Cape",
        ),
        ("en", "MEX", "Chiapas! In 2016 seventy-seven percent here lived in poverty.", "Chiapas"),
        ("en", "DEU", "In the east 6.9 percent were out of work in 2018.", "the east"),
        ("de", "DEU", "„Und Niedersachsen? Da standen 2020 gerade noch 1,2 Millionen Hektar Wald.“", "Niedersachsen"),
        ("mk", "MKD", "Во Битола невработеноста беше 25 отсто во 2018.", "Битола"),
    ],
)
def test_the_part_that_is_named_is_the_place_of_the_claim(language: str, country: str, said: str, place: str):
    assert read_text(said, place=country, language=language).claims[0].place == place


@each("country", ["ESP", "MEX", "AUT", "IND", "MKD"])
@pytest.mark.parametrize(
    "said",
    [
        "{} 2018: 36 percent of all adults smoked.",
        "{}, 2018: unemployment of 36 percent.",
        "{} – unemployment at 36 percent in 2018",
        "In 2018 {} had unemployment of 36 percent.",
        "Unemployment in 2018 stood at 36 percent, thank you {}.",
    ],
)
def test_a_part_of_the_own_country_is_the_place_in_whatever_role_it_is_named(country: str, said: str):
    names = [name for name in sorted(subdivisions(country)) if name.istitle() and find_place(name) is None][::9][:3]
    read = {name: read_text(said.format(name), place=country).claims for name in names}
    assert [name for name, claims in read.items() if claims and claims[0].place == country] == []


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Mr Hidalgo, unemployment was 5 percent in 2018.", "MEX"),
        ("Mexico City 2018: unemployment 5 percent", "MEX"),  # a capital may stand for its country
        ("In 2018 Mexico beat Jalisco with 5 percent unemployment.", "MEX"),
    ],
)
def test_a_person_a_capital_and_a_part_beside_its_country_are_no_place_of_a_figure(said: str, place: str):
    assert read_text(said, place="MEX").claims[0].place == place


@pytest.mark.parametrize(
    "said",
    [
        "The minister said in Istanbul that unemployment was 10.9 percent in 2018.",
        "In Parliament he said that unemployment was 10.9 percent in 2018.",
    ],
)
def test_where_something_is_said_is_not_where_it_is_so(said: str):
    assert read_text(said, place="TUR").claims[0].place == "TUR"


@pytest.mark.parametrize(("language", "owner"), [("en", "In our"), ("de", "In unserem"), ("mk", "Во нашата")])
def test_a_part_of_ones_own_is_no_whole_country(language: str, owner: str):
    said = f"{owner} Chiapas 77 % were poor in 2016."
    (claim,) = read_text(said, language=language, place="MEX").claims
    assert claim.place == "Chiapas"
