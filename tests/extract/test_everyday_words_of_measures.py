"""A headline measure is heard in the words that leaflets, rallies and tabloids have for it, and its near neighbours are not."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.claim import Sort
from workbench.extract import read_text


def measure_of(text: str, language: str = "en") -> str:
    return read_text(text, language=language).claims[0].measure


@each(
    ("text", "measure"),
    [
        ("In 2019 Turkey let in 51,000 tonnes of foreign plastic scrap.", "plastic waste imports"),
        ("Poland received 51,000 tonnes of plastic rubbish from abroad in 2019.", "plastic waste imports"),
        ("In 2018 Japan got its plastic trash out of the country: 51,000 tonnes.", "plastic waste exports"),
        ("In 2018 Spain shipped 51,000 tonnes of discarded plastic to foreign ports.", "plastic waste exports"),
        ("In 2012, 43 percent of babies had parents who weren't married.", "births outside marriage"),
        ("In 2012, 43 percent of births were illegitimate.", "births outside marriage"),
        ("The nuptiality rate in Hungary was 5.2 per thousand in 2017.", "marriages per thousand inhabitants"),
        ("In 2010 the mean length of life was 73.6 years.", "life expectancy at birth"),
        ("In 2018 foreign companies put 26 billion dollars into Germany.", "foreign direct investment inflows"),
        ("In 2019 Denmark helped the Third World with 2.6 billion dollars.", "official development assistance"),
        ("In 2012 worklessness in Italy stood at 10.7 per cent.", "unemployment rate"),
        ("Britain's dole queue stretched to 2.6 million in 2011.", "unemployed people"),
        ("In 2012 Britain had 29.6 million people at work.", "people in work"),
        ("In 2000 Indonesia still had 101 million hectares of jungle.", "forest area"),
        ("In 2018 Romania's research funding stood at 0.5 per cent of GDP.", "research and development expenditure"),
        ("In 2019, 1,864 people lost their lives in Romanian traffic.", "road deaths"),
        ("The legal pay floor in Poland stood at 2,250 zloty in 2019.", "minimum wage"),
        ("Romania's budget shortfall reached 4.3 per cent of GDP in 2019.", "budget deficit"),
        ("In 2019 Portugal's public liabilities were 117 percent of GDP.", "government debt"),
    ],
)
def test_what_people_say_names_the_measure(text: str, measure: str) -> None:
    assert measure_of(text) == measure


@each(
    ("text", "measure"),
    [
        ("Britain exported 611,000 tonnes of plastic bags in 2018.", "plastic waste exports"),
        ("In 2020, 180,000 tonnes of plastic waste were burned in Italy.", "plastic waste exports"),
        ("In 2017 China recycled 58,000 tonnes of its own plastic waste.", "plastic waste imports"),
        ("In 2011 some 15,000 French people were vaccinated against measles.", "measles cases"),
        ("In 2017 Sweden saved 37 million tonnes of CO2.", "CO2 emissions"),
        ("In 2015 healthy life expectancy in Germany was 66 years.", "life expectancy at birth"),
        ("In 2013 Britain had 900,000 long-term jobless.", "unemployed people"),
        ("In 2019, 470 pedestrians were killed on Britain's roads.", "road deaths"),
        ("In 2018 Germany put 0.3 percent of GDP into space research.", "research and development expenditure"),
        ("In 2019 Italian households owed 41 percent of GDP.", "government debt"),
        ("In 2018 foreign tourists spent 43 billion dollars in Germany.", "foreign direct investment inflows"),
        ("In 2018, 11.4 million woodland birds were counted in Germany.", "forest area"),
    ],
)
def test_a_near_neighbour_is_another_measure(text: str, measure: str) -> None:
    assert measure_of(text) != measure


@each(
    ("language", "text", "measure"),
    [
        (
            "de",
            "2019 führte die Türkei 436.000 Tonnen Plastikmüll aus dem Ausland ein.",
            "Einfuhr von Kunststoffabfällen",
        ),
        ("de", "2019 führte Japan 436.000 Tonnen Plastikmüll aus.", "Ausfuhr von Kunststoffabfällen"),
        ("de", "2019 kamen 3.046 Menschen im Straßenverkehr ums Leben.", "Verkehrstote"),
        ("de", "2011 wurden 15.000 Franzosen gegen Masern geimpft.", "Masernimpfungen"),
        ("de", "2017 wurden in Deutschland 57 Millionen Tonnen CO2 eingespart.", "CO2-Einsparungen"),
        ("mk", "Во 2019 година во сообраќајот загинаа 132 лица.", "загинати во сообраќајни несреќи"),
        ("mk", "Во 2019 година минималната плата беше 12.000 денари.", "минимална плата"),
        ("mk", "Во 2011 година 15.000 деца беа вакцинирани против мали сипаници.", "вакцинирани против мали сипаници"),
    ],
)
def test_german_and_macedonian_words_do_the_same(language: str, text: str, measure: str) -> None:
    assert measure_of(text, language) == measure


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In 2021 inflation rose by 3.2 percent."),
        ("de", "2021 stieg die Inflation um 3,2 Prozent."),
        ("mk", "Во 2021 инфлацијата порасна за 3,2 проценти."),
    ],
)
def test_inflation_that_rose_is_no_rise_of_prices(language: str, said: str):
    """It is itself the growth of prices: a rate of 3.2 does not bear out that the rate rose by 3.2 percent."""
    (claim,) = read_text(said, language=language).claims
    assert claim.qualified(Sort.GROWTH) is not None


@pytest.mark.parametrize(
    ("language", "one", "several", "measure"),
    [
        (
            "en",
            "In 2011 the Danes scrapped 9,000 tonnes of laptops.",
            "In 2011 the Danes scrapped 9,000 tonnes of laptops and freezers.",
            "electronic waste",
        ),
        (
            "mk",
            "Во 2011 година Данска фрли 9.000 тони стари компјутери.",
            "Во 2011 година Данска фрли 9.000 тони стари компјутери и фрижидери.",
            "електронски отпад",
        ),
    ],
)
def test_one_kind_alone_is_not_all_that_a_measure_counts(language: str, one: str, several: str, measure: str) -> None:
    """Laptops are not all electronic waste; laptops and freezers stand for electronic waste of any kind."""
    assert measure_of(one, language) != measure
    assert measure_of(several, language) == measure
