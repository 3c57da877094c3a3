"""The whole that a share is one of, by its name or by what is done: the labour force, all that a country earns, no whole at all."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.claim import Sort
from workbench.extract import read_text

WHOLES = [
    ("en", "In 2012 7.3% of all New Zealand earned was spent on schools.", "GDP"),
    ("en", "In 2015 9.4 per cent of everything Romania produced went into health.", "GDP"),
    ("en", "In 2015 9.4 per cent of what the country makes went into health.", "GDP"),
    ("en", "8.9% of young Dutch people in the job market were without work in 2017.", "labour force"),
    ("en", "8.9% of those on the labour market were without work in 2017.", "labour force"),
    ("en", "In 2015 40 percent of the money for health came from patients.", "spending"),
    ("de", "Drei Prozent von dem, was wir erwirtschaften, flossen 2017 in die Forschung.", "GDP"),
    ("de", "Drei Prozent dessen, was Spanien 2017 herstellte, gingen in die Forschung.", "GDP"),
    ("de", "Drei Prozent von allem, was die Spanier gemeinsam leisten, gingen 2017 in die Forschung.", "GDP"),
    ("mk", "Во 2017 три отсто од она што го заработуваме отидоа за истражување.", "GDP"),
    ("mk", "Три отсто од сето она што Шпанците го произведоа отидоа за истражување.", "GDP"),
    ("en", "In 2013 55 percent of young Spaniards were out of work.", "young people"),
    ("de", "2013 waren 55 Prozent der jungen Spanier arbeitslos.", "young people"),
    ("de", "2013 waren 55 Prozent der Jugendlichen arbeitslos.", "young people"),
    ("de", "Zehn Prozent der Spanier, die 2013 eine Stelle suchten, fanden keine.", "labour force"),
    ("mk", "55 отсто од младите Шпанци беа невработени во 2013.", "young people"),
    ("mk", "Десет отсто од Шпанците што во 2013 бараа работа не најдоа.", "labour force"),
    ("de", "2018 hatten 10 Prozent der jungen Leute auf Jobsuche keine Stelle.", "labour force"),
    ("de", "2005 hatten 44 Prozent der Kleinen drei Spritzen.", "births"),
    ("de", "2005 kamen 44 Prozent der Gesundheitsausgaben von den Kranken.", "health spending"),
    ("mk", "33 отсто од младите што бараа работа во 2018 година беа невработени.", "labour force"),
    ("mk", "40,6 отсто од парите за здравство во 2015 година ги платија граѓаните.", "health spending"),
    ("mk", "Граѓаните во 2015 покриле 24 отсто од тековните здравствени трошоци.", "health spending"),
    ("mk", "24 отсто од средствата за училишта беа потрошени во 2015 година.", "spending"),
    ("mk", "Жените држеа 24 отсто од местата во 2015 година.", "seats in parliament"),
    ("mk", "Виното сочинуваше 24 отсто од испиениот алкохол во 2015 година.", "alcohol consumed"),
    ("de", "2005 kamen 44 Prozent der Ausgaben für die Gesundheit von den Kranken.", "health spending"),
]


@each(("language", "said", "whole"), WHOLES)
def test_the_whole_in_the_words_of_titles(language, said, whole):
    qualifier = read_text(said, language=language).claims[0].qualified(Sort.SHARE_OF)
    assert qualifier is not None
    assert qualifier.value.what == whole


@pytest.mark.parametrize("said", ["A quarter of Brazil was poor in 2016.", "In 2016 25 percent of Brazil was poor."])
def test_a_country_alone_does_not_say_of_what(said):
    assert read_text(said).claims[0].qualified(Sort.SHARE_OF) is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In 2016 25 percent of Brazilians drank wine."),
        ("de", "35 % der Österreicher haben 2014 Wein getrunken."),
    ],
)
def test_a_people_is_a_whole(language, said):
    assert read_text(said, language=language).claims[0].qualified(Sort.SHARE_OF) is not None


@pytest.mark.parametrize(
    "said", ["12 percent of the people who make cars are women.", "12 percent of all Germans made a gift in 2019."]
)
def test_whoever_makes_something_is_no_output(said):
    assert all(each.value.what != "GDP" for claim in read_text(said).claims for each in claim.qualifiers)


@each(
    ("language", "said", "place", "year"),
    [
        ("de", "Drei Prozent dessen, was Spanien 2017 herstellte, gingen in die Forschung.", "ESP", "2017"),
        ("de", "Drei Prozent von allem, was die Spanier leisten, gingen 2017 in die Forschung.", "ESP", "2017"),
        ("mk", "Три отсто од она што Шпанците го произведоа во 2017 отидоа за истражување.", "ESP", "2017"),
    ],
)
def test_who_earned_it_and_when_are_read_as_they_are_beside_gdp(language, said, place, year):
    """Three percent of what Spain made in 2017: of the GDP of Spain in 2017."""
    claim = read_text(said, language=language, place="DEU").claims[0]
    assert (claim.place, str(claim.period and claim.period.value)) == (place, year)
    assert claim.comparison is None
