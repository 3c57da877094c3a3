"""The place of a claim by the role that its name plays: in, of and for it, not from, via or beside it; there, here, a part."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.place import country_of_part, part_code, parts
from workbench.extract import read_text
from workbench.report.qualifier_records import claimed_place

SAID = date(2021, 12, 2)
NOT_THE_PLACE = [
    ("en", "Imports from {} grew by 5 percent.", "Germany"),
    ("en", "Goods worth 5 million euros went via {}.", "Greece"),
    ("en", "On the border with {} 300 people were stopped.", "Serbia"),
    ("en", "The nation put 2.1 percent into research, when {} put in 4.", "Korea"),
    ("en", "We spent 5 million euros, more than any other member of the {}.", "OECD"),
    ("en", "By the count they keep in {} 300 people were stopped.", "Germany"),
    ("en", "There were 300 attacks, on the list kept by scholars in {}.", "Germany"),
    ("de", "Nach der Zählung, die man in {} führt, waren es 300 Anschläge.", "Polen"),
    ("mk", "Според базата што ја водат во {}, имаше 300 напади.", "Германија"),
    ("de", "Aus der {} kamen 300 Menschen.", "Ukraine"),
    ("de", "Über {} kamen 300 Menschen.", "Polen"),
    ("mk", "Увозот од {} порасна за 5 отсто.", "Германија"),
    ("mk", "На границата со {} застанаа 300 луѓе.", "Србија"),
]


@each(("language", "said", "name"), NOT_THE_PLACE)
def test_a_partner_an_origin_or_a_way_through_is_not_the_place(language: str, said: str, name: str):
    claim = read_text(said.format(name), said=SAID, language=language, place="MKD").claims[0]
    assert claim.place == "MKD"


@pytest.mark.parametrize(("language", "said", "name"), NOT_THE_PLACE[:3])
def test_without_a_place_of_the_text_it_is_none(language: str, said: str, name: str):
    assert read_text(said.format(name), said=SAID, language=language).claims[0].place is None


@each(
    ("language", "said", "place"),
    [
        ("en", "I was in Kenya last month. There, renewables met 72 percent of demand.", "KEN"),
        ("en", "Take Slovenia. Some 5 percent were out of work.", "SVN"),
        ("en", "I am speaking of Sweden. Women held 43 percent of the seats.", "SWE"),
        ("de", "Ich war in Kenia. Dort deckten sie 72 Prozent des Bedarfs.", "KEN"),
        ("de", "Ich spreche von Schweden. Frauen hatten 43 Prozent der Plätze.", "SWE"),
        ("mk", "Словенија е пример. Нејзиното трошење беше 86.000 евра.", "SVN"),
        ("en", "The world counted 26 million refugees in 2020.", "WLD"),
        ("en", "World population reached 7.9 billion.", "WLD"),
        ("en", "Prices rose in rich countries; in Spain, they rose by 5 percent.", "ESP"),
        ("en", "I was in Kenya last month. We have 5 percent out of work.", "GBR"),
    ],
)
def test_the_place_that_is_spoken_of(language: str, said: str, place: str):
    claim = read_text(said, said=SAID, language=language, place="GBR").claims[-1]
    assert claim.place == place


def test_a_place_taken_from_the_sentence_before_is_said():
    claim = read_text("Take Slovenia. Some 5 percent were out of work.", said=SAID, place="GBR").claims[-1]
    assert "inherited-place" in {note.kind for note in claim.notes}


@each("part", sorted(parts()))
def test_a_part_of_a_country_is_no_country(part: str):
    """Its figures are not the country's; the record names the country and the part."""
    language = "mk" if part[0] > "Ѐ" else "en"
    said = "Во {} 5 отсто се без работа." if language == "mk" else "Across {} 5 percent are out of work."
    (claim,) = read_text(said.format(part), said=SAID, language=language, place="FRA").claims
    assert claim.place == part_code(part)
    assert claimed_place(claim.place) == {"place": country_of_part(part), "part_of_country": part_code(part)}


@pytest.mark.parametrize("said", ["Virginia Woolf sold 5 million books.", "Victoria said that 5 million came."])
def test_a_person_is_no_part(said: str):
    assert read_text(said, said=SAID, place="FRA").claims[0].place == "FRA"


def test_the_place_that_a_text_names_most_is_its_own():
    text = "Scotland's hospitals are full.\n\nIn Scotland we act.\n\nSome 1,202 cases were found."
    assert read_text(text, said=SAID).claims[-1].place == "Scotland"


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("The planet was sheltering 26 million refugees in 2020.", "en"),
        ("The whole world was producing 300 million tonnes of it in 2020.", "en"),
        ("On the planet there were 26 million refugees in 2020.", "en"),
        ("2020 gab es 26 Millionen Flüchtlinge auf der Erde.", "de"),
        ("Der Planet zählte 2020 26 Millionen Flüchtlinge.", "de"),
        ("На планетата имаше 26 милиони бегалци во 2020 година.", "mk"),
    ],
)
def test_the_planet_is_a_place_and_not_the_documents_country(said, language):
    assert read_text(said, language=language, place="FRA").claims[0].place == "WLD"


@pytest.mark.parametrize(
    "said", ["The world watched as 12 percent were out of work.", "We save the planet and 400 jobs."]
)
def test_the_world_that_only_looks_on_is_none(said):
    assert read_text(said, place="FRA").claims[0].place == "FRA"
