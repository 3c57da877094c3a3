"""A part of a country that a claim is told of, in whatever role and language, is its place: the country's figure is another."""

import pytest

from tests.each import each
from workbench.extract import read_text

TOLD = [
    ("en", "BRA", "Last year the {} lost 1.1 million hectares of forest."),
    ("en", "GBR", "In the {} 1.1 million hectares of forest were lost."),
    ("en", "GBR", "Forest in the {} fell to 1.1 million hectares."),
]


@each("region", ["Amazon", "Midwest", "Niger Delta", "Donbas", "Highlands"])
@each(("language", "home", "said"), TOLD)
def test_a_region_is_the_place_and_not_its_country(language, home, said, region):
    """Last year the Amazon lost 1.1 million hectares of forest."""
    claim = read_text(said.format(region), language=language, place=home).claims[0]
    assert claim.place == region


def test_a_country_named_beside_its_own_region_does_not_replace_it():
    """Last year the Amazon lost 1.1 million hectares of forest on the Brazilian side."""
    said = "Last year the Amazon lost 1.1 million hectares of forest on the Brazilian side."
    assert read_text(said, place="BRA").claims[0].place == "Amazon"


ELSEWHERE = [
    ("de", "DEU", "Im Donbas lag die Arbeitslosenquote bei 9 Prozent.", "Donbas"),
    ("de", "DEU", "In Siebenbürgen lag die Arbeitslosenquote bei 9 Prozent.", "Transylvania"),
    ("mk", "MKD", "Во Војводина невработеноста беше 9 проценти.", "Vojvodina"),
    ("mk", "MKD", "Во Сибир невработеноста беше 9 проценти.", "Siberia"),
]


@pytest.mark.parametrize(("language", "home", "said", "part"), ELSEWHERE)
def test_a_region_is_known_by_its_names_in_every_language(language, home, said, part):
    """Во Војводина невработеноста беше 9 проценти."""
    assert read_text(said, language=language, place=home).claims[0].place == part


def test_a_company_that_is_called_as_a_river_is_no_place():
    """Amazon hired 100,000 people in 2020."""
    assert read_text("Amazon hired 100,000 people in 2020.", place="GBR").claims[0].place == "GBR"
