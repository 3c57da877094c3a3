"""The people of a city are no people of a country: "Lagosians", "den Münchnern"."""

from __future__ import annotations

import pytest

from workbench.core.document import Span
from workbench.extract import read_text
from workbench.extract.place.parts_of_countries import place_within


@pytest.mark.parametrize(
    ("language", "said", "city"),
    [
        ("en", "More than twice as many Lagosians underfed in 2018 as in 2010.", "Lagos"),
        ("en", "Unemployment among Londoners was 4 percent.", "London"),
        ("en", "Nairobians were poor: 30 percent.", "Nairobi"),
        ("en", "Of Parisians 4 percent were out of work.", "Paris"),
        ("de", "Bei den Münchnern lag die Quote bei 3 Prozent.", "Münch"),
    ],
)
def test_a_people_names_its_city(language, said, city):
    whole = Span(0, len(said))
    named = place_within(said, whole, whole, language, led=False)
    assert named is not None
    assert named.startswith(city)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Unemployment of the Germans was 3.4 percent."),
        ("en", "Mexicans, Algerians, Nigerians and Indians were 5 percent."),
        ("en", "Members of Parliament and Workers were 5 percent."),
        ("en", "Christians and Democrats were 5 percent."),
        ("de", "Die Quote der Deutschen, Österreicher und Schweizer lag bei 3 Prozent."),
        ("de", "Im Wiener Nationalrat saßen 72 Frauen."),
        ("de", "Minister, Lehrer und Arbeiter waren 5 Prozent."),
    ],
)
def test_the_people_of_a_country_name_none(language, said):
    whole = Span(0, len(said))
    assert place_within(said, whole, whole, language, led=False) is None


def test_their_figure_is_not_their_countrys():
    (claim,) = read_text("Unemployment among Londoners was 4 percent in 2018.", place="GBR").claims
    assert claim.place != "GBR"
