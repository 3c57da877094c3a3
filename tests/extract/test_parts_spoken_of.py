"""Parts of a country that a text speaks of: a nation's series does not measure them, wherever they are named."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.extract import read_text

SAID = date(2019, 6, 20)


@each(
    ("language", "country", "text", "expected"),
    [
        ("en", "ESP", "CANTABRIA GOES TO WORK. In our region 45,100 people were out of work in 2015.", "Cantabria"),
        ("en", "CAN", "In this province 63,000 jobs were lost in 2015. Alberta built this country.", "Alberta"),
        ("en", "ESP", "I am speaking about Catalonia as a whole. Among our young, 50 percent were idle.", "Catalonia"),
        ("en", "ESP", "In Cantabria 240,800 people had a job. More than half of them were women.", "Cantabria"),
        ("en", "DEU", "Bavaria has taken in 82,003 people.", "Bavaria"),
        ("de", "DEU", "Der Freistaat Bayern hat 2016 82.003 Anträge entgegengenommen.", "Bayern"),
        ("de", "DEU", "Bayern bleibt vorn. Im Freistaat waren 2,8 Prozent ohne Stelle.", "Bayern"),
        ("mk", "MKD", "Скопскиот регион во 2017 година имаше 7.348 раѓања.", "Скопскиот регион"),
    ],
)
def test_a_part_is_the_place(language: str, country: str, text: str, expected: str) -> None:
    """The part that is named, and never the nation for it."""
    claim = read_text(text, said=SAID, place=country, language=language).claims[-1]

    assert claim.place == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Cantabria 240,800 people had a job. In this country more than half of them were women.", "ESP"),
        ("From Galicia to Cantabria it rained. In our region 45,100 people were out of work.", "REGION"),
    ],
)
def test_no_part_is_guessed(text: str, expected: str) -> None:
    """Not where the country is meant, nor where two parts are named."""
    claim = read_text(text, said=SAID, place="ESP").claims[-1]

    assert claim.place == expected


@each(
    ("language", "text", "place"),
    [
        ("en", "Unemployment in East Germany was 6.9 percent in 2018.", "East Germany"),
        ("en", "In northern Italy wages rose by 3 percent in 2018.", "northern Italy"),
        ("en", "Unemployment in South Korea was 3.9 percent in 2018.", "KOR"),
        ("en", "Unemployment in South Africa was 27 percent in 2018.", "ZAF"),
        ("en", "Unemployment in North America was 4 percent in 2018.", "NAMERICA"),
        ("de", "In Ostdeutschland lag die Arbeitslosenquote 2018 bei 6,9 Prozent.", "Ostdeutschland"),
        ("de", "In Südkorea lag die Arbeitslosenquote 2018 bei 3,9 Prozent.", "KOR"),
        ("mk", "Во Источна Германија невработеноста во 2018 беше 6,9 проценти.", "Источна Германија"),
        ("mk", "Во Северна Македонија невработеноста во 2018 беше 20 проценти.", "MKD"),
        ("mk", "Во Јужна Кореја невработеноста во 2018 беше 3,9 проценти.", "KOR"),
    ],
)
def test_a_side_of_a_country_is_a_part_of_it(language: str, text: str, place: str):
    """A country that is called by a side is one."""
    (claim, *_) = read_text(text, place="DEU", language=language).claims
    assert claim.place == place


@each(
    ("language", "text", "place"),
    [
        ("en", "Women hold 35.7 percent of seats in Italy's regional parliaments.", "Italy's regional parliaments"),
        ("en", "Women hold 30 percent of the seats in state legislatures.", "state legislatures"),
        ("en", "Women hold 30 percent of seats in the regional assemblies of Spain.", "regional assemblies of Spain"),
        ("en", "Women hold 35.7 percent of seats in Italy's parliament.", "ITA"),
        ("en", "The state spent 5 percent more on parliaments.", "DEU"),
        ("de", "Frauen haben 31 Prozent der Sitze in den Landtagen.", "Landtagen"),
        (
            "de",
            "In Italiens Regionalparlamenten sind 22 Prozent der Abgeordneten Frauen.",
            "Italiens Regionalparlamenten",
        ),
        ("de", "Frauen haben 31 Prozent der Sitze im Bundestag.", "DEU"),
        ("mk", "Жените имаат 22 проценти од местата во регионалните парламенти.", "регионалните парламенти"),
    ],
)
def test_the_chambers_of_parts_are_not_that_of_the_nation(language: str, text: str, place: str):
    """A series of national parliaments does not measure them, though the words are nearly its own."""
    (claim, *_) = read_text(text, place="DEU", language=language).claims
    assert claim.place == place


NARROWED = [
    ("The three-month rate of inflation in Malta was 3 percent in 2012.", "three-month"),
    ("The monthly rate of inflation in Malta was the highest since 2005 in 2012.", "monthly"),
    ("The six-year average of births in Malta was 3,000 in 2012.", "six-year"),
    ("In 2018, 225 women stood for the Assembly in Malta.", "stood"),
    ("In 2018, 225 women ran for a seat in Malta.", "ran"),
    ("Marriages abroad per thousand inhabitants of Malta halved from 1990 to 2000.", "abroad"),
]


@pytest.mark.parametrize(("said", "part"), NARROWED)
def test_another_time_or_another_deed_is_told_of_a_part(said, part):
    """A yearly rate, a seat that is held and a wedding at home bear out none of them."""
    assert any(part in mention.value for mention in read_text(said).claims[-1].unread)


@pytest.mark.parametrize(
    "said",
    ["The annual rate of inflation in Malta was 3 percent in 2012.", "Banks stood for 8 percent of GDP in 2018."],
)
def test_what_tells_of_no_part(said):
    """Twelve months are the year of the rate, and who stands for a share makes it up."""
    assert not {"annual", "stood"} & {mention.value for mention in read_text(said).claims[0].unread}
