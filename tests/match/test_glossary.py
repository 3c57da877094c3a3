"""Measures said in German and Macedonian lead to the series that English titles name."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import pytest

from tests.each import each
from workbench.catalogue.starter import starter
from workbench.core.candidate import Usability
from workbench.core.series import Series, SeriesRef
from workbench.extract import read_text
from workbench.match import TitleIndex, in_english, query_of
from workbench.match.ranking.rank_series import search_words
from workbench.match.words.compounds import parts_of
from workbench.match.words.concepts import concepts_of
from workbench.match.words.foreign_stems import macedonian_stem
from workbench.match.words.glossary import FIELDS, IN_ROWS, names_of
from workbench.match.words.translation import english_of, language_of, terms_of

SAID = date(2024, 5, 2)


def rows() -> Iterator[list[str]]:
    for name in FIELDS:
        text = files("workbench.match").joinpath("glossaries", f"{name}.toml").read_text(encoding="utf-8")
        yield from (row.split("=") for row in tomllib.loads(text)["names"])


def names(language: str) -> list[str]:
    return [name for _, name in names_of(language)]


@pytest.fixture(scope="module")
def titles() -> TitleIndex:
    return TitleIndex(starter())


def test_headline_measures_are_many_and_most_are_said_in_both_languages():
    all_rows = list(rows())
    assert len(all_rows) >= 400
    assert all(len(row) == 3 for row in all_rows)
    assert sum(all(part.strip() for part in row) for row in all_rows) >= 0.85 * len(all_rows)


@pytest.mark.parametrize("language", IN_ROWS)
def test_every_name_is_read_whole(language: str):
    for name in names(language):
        if "+" not in name:
            assert all(term.known for term in terms_of(name, language)), name


@pytest.mark.parametrize("language", IN_ROWS)
def test_every_scattered_name_is_met_in_either_order_and_with_words_between(language: str):
    between = {"de": " waren dort ", "mk": " беа таму "}[language]
    for name in names(language):
        parts = [part.strip() for part in name.split("+")]
        if len(parts) > 1:
            for order in (parts, parts[::-1]):
                found = terms_of(between.join(order), language)
                assert any(term.known for term in found), name


@each(
    ("language", "forms"),
    [
        ("de", ["Arbeitslosenquote", "Arbeitslosenquoten", "die Arbeitslosenquote", "ARBEITSLOSENQUOTE"]),
        ("de", ["Staatsschulden", "Schulden", "Schuldenquote"]),
        ("de", ["Reallöhne", "Reallöhnen", "Reallohn"]),
        ("mk", ["плата", "платата", "плати", "платите"]),
        ("mk", ["стапка на невработеност", "стапката на невработеност", "Стапките на невработеноста"]),
        ("mk", ["дефицит во буџетот", "дефицитот во буџетот"]),
        ("mk", ["индустрија", "индустријата", "индустрии", "индустриите"]),
        ("mk", ["извоз", "извозот"]),
    ],
)
def test_endings_and_articles_do_not_count(language: str, forms: list[str]):
    assert len({english_of(form, language) for form in forms}) == 1


@each("first", ["Energie", "Strom", "Wasser", "Verkehrs", "Gesundheits", "Bildungs", "Frauen"])
@each("second", ["kosten", "preise", "verbrauch", "ausgaben", "anteil"])
def test_german_compounds_are_parted(first: str, second: str):
    assert all(term.known for term in terms_of(f"{first}{second}", "de"))


@pytest.mark.parametrize("word", ["Regierungssprecher", "Wahljahr", "Videokassette", "Handwerker", "Bundeskanzler"])
def test_a_word_with_an_unknown_part_is_no_compound(word: str):
    assert not parts_of(word.lower())


def test_a_word_that_the_glossary_lacks_counts_less_and_stays_for_titles_in_its_language():
    (tree,) = (concept for concept in concepts_of("Zahl der Zitronenbäume", language="de") if not concept.known)
    assert tree.ways[0].stems == ("zitronenbaum",)
    assert tree.share < 1


@each(
    ("text", "told", "language"),
    [
        ("Die Zahl der Beschäftigten stieg.", "en", "de"),
        ("Lebenserwartung", "en", "de"),
        ("The number of jobs was up in the war.", "en", "en"),
        ("unemployment rate", "en", "en"),
        ("children who die young", "en", "en"),
        ("children die", "en", "en"),
        ("Бројот на вработените порасна.", "en", "mk"),
        ("le taux de chômage", "fr", "fr"),
    ],
)
def test_a_language_that_was_not_given_is_recognised(text: str, told: str, language: str):
    assert language_of(text, told) == language


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_title_in_the_language_of_the_claim_is_met_too(language: str):
    said = read_text("Die Arbeitslosenquote lag 2019 bei 4,5 Prozent.", place="AUT", said=SAID, language=language)
    own = [Series(ref=SeriesRef("file", name), title=name) for name in ("Geburten nach Monat", "Arbeitslosenquote")]
    best, *_ = TitleIndex(own).rank(query_of(said.claims[0]))
    assert best.barred is None
    assert best.series.title == "Arbeitslosenquote"


def test_services_are_searched_for_the_words_said_and_for_the_english_ones():
    claim = read_text("2023 gab es 290.000 Femizide.", said=SAID, language="de").claims[0]
    assert {"femizide", "homicide"} <= set(search_words(claim).split())


@pytest.mark.parametrize("word", ["невработеност", "цени", "раст", "број"])
def test_macedonian_stems_are_not_eaten_up(word: str):
    assert len(macedonian_stem(word)) >= 3


@pytest.mark.parametrize(
    ("language", "place", "text", "title"),
    [
        ("de", "AUT", "Die Arbeitslosenquote ist auf 5,1 Prozent gestiegen.", "Unemployment rate"),
        ("de", "DEU", "Die Inflationsrate betrug 5,9 Prozent.", "Inflation"),
        ("de", "AUT", "Die Staatsverschuldung liegt bei 78 Prozent des BIP.", "debt"),
        ("de", "DEU", "Die Lebenserwartung stieg auf 81 Jahre.", "Life expectancy"),
        ("de", "CHE", "Im vergangenen Jahr wurden 30.000 Asylanträge gestellt.", "Asylum applications"),
        ("de", "DEU", "Der Frauenanteil im Bundestag beträgt 35 Prozent.", "seats held by women"),
        ("mk", "MKD", "Стапката на невработеност изнесува 12,4 проценти.", "Unemployment rate"),
        ("mk", "MKD", "Инфлацијата беше 3,5 проценти.", "Inflation"),
        ("mk", "MKD", "Јавниот долг изнесува 60 проценти од БДП.", "debt"),
        ("mk", "MKD", "Просечната нето-плата порасна на 42.000 денари.", "net wage"),
        ("mk", "MKD", "Очекуваниот животен век е 74 години.", "Life expectancy"),
    ],
)
def test_sentences_lead_to_the_series(titles: TitleIndex, language: str, place: str, text: str, title: str):
    claim = read_text(text, place=place, said=SAID, language=language).claims[0]
    best, *_ = titles.rank(query_of(claim))
    assert best.usability is Usability.USABLE
    assert title in best.series.title
    assert "read as" in next(part.because for part in best.parts if part.name == "words")


@pytest.mark.parametrize(
    ("language", "text", "english"),
    [
        ("de", "Pro Kopf wurden 2018 rund 8,6 Tonnen CO2 ausgestoßen.", {"per", "capita", "co2"}),
        ("de", "2019 kamen 778.000 Babys zur Welt.", {"live", "births"}),
        ("de", "2020 waren 2,7 Millionen Menschen ohne Job.", {"unemployment"}),
        ("mk", "За наука и развој се издвојуваат 0,4 проценти од БДП.", {"research", "development"}),
        ("mk", "Во 2019 година без работа беа 166.000 лица.", {"unemployment"}),
    ],
)
def test_a_measure_is_read_as_its_sentence_means_it(language: str, text: str, english: set[str]):
    (claim,) = read_text(text, place="MKD", said=SAID, language=language).claims[:1]
    named = {word for concept in query_of(claim).concepts for word in concept.english.split()}
    assert english <= named


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2019 some 81,000 women were murdered."),
        ("de", "2019 wurden 81.000 Frauen ermordet."),
        ("mk", "Во 2019 година беа убиени 81.000 жени."),
    ],
)
def test_who_is_counted_is_no_measure_by_itself(language: str, text: str):
    claim = read_text(text, said=SAID, language=language).claims[0]
    own = [Series(ref=SeriesRef("file", t), title=t) for t in ("Women in parliament", "Homicides, women", "Jobs")]
    best, *_ = TitleIndex(own, own=True).rank(query_of(claim))
    assert best.series.title == "Homicides, women"
    assert best.usability is Usability.USABLE


@pytest.mark.parametrize(
    ("language", "text", "whole", "unit"),
    [
        ("de", "Die Schulden lagen 2020 bei 60 Prozent des Bruttoinlandsprodukts.", "gdp", "percentage"),
        ("mk", "Јавниот долг изнесува 60 проценти од бруто-домашниот производ.", "gdp", "percentage"),
        ("de", "2020 gab es 2,7 Millionen Arbeitslose.", None, "unemployment"),
        ("en", "Public debt is 60 percent of GDP.", "gdp", "percentage"),
    ],
)
def test_units_and_wholes_are_compared_by_their_english_names(language: str, text: str, whole: str | None, unit: str):
    claim = in_english(read_text(text, place="MKD", said=SAID, language=language).claims[0])
    assert claim.amount is not None
    assert claim.amount.value.unit.name == unit
    assert [each.value.what.lower() for each in claim.qualifiers] == ([whole] if whole else [])


def test_an_english_claim_stays_as_it_is():
    claim = read_text("Unemployment was 4 percent of the labour force.", said=SAID).claims[0]
    assert in_english(claim) is claim


@pytest.mark.parametrize("said", ["Waren", "Fall", "Essen"])
def test_a_short_noun_is_met_with_its_capital_letter_only(said: str):
    assert any(term.known for term in terms_of(f"Die {said} hier", "de"))
    assert not any(term.known for term in terms_of(f"Sie {said.lower()} hier", "de"))


def test_a_claim_whose_measure_names_nothing_is_near_in_meaning_to_what_its_sentence_names():
    claim = read_text("2019 waren 2,7 Millionen Menschen ohne Job.", said=SAID, language="de").claims[0]
    assert "unemploy" in query_of(claim).text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("In 2019 some 12 percent of our youngsters were looking for work in vain.", "youth unemployment"),
        ("A girl born in 2015 could hope to live 83 years.", "life expectancy at birth"),
        ("Of 100,000 births, 12 mothers died in 2015.", "maternal mortality"),
        ("In 2018 the state laid out 2 billion dollars on its armed forces.", "military expenditure"),
        ("In 2012 some 41 percent of the babies were born to unmarried parents.", "births outside of marriage"),
        ("In 2014 women took 120 of the seats.", "seats held by women in national parliaments"),
        ("Last year 4,000 tonnes of plastic were shipped abroad.", "plastic waste exports"),
    ],
)
def test_everyday_english_is_asked_by_the_name_that_tables_have(text: str, named: str):
    assert set(named.split()) <= {term.word for term in terms_of(text)}


@pytest.mark.parametrize("text", ["unemployment rate", "GDP per capita", "life expectancy", "exports of goods"])
def test_what_tables_say_stays_as_it_is(text: str):
    assert [term.word for term in terms_of(text)] == text.lower().split()


def test_everyday_words_that_a_name_stands_for_are_no_group():
    claim = read_text("In 2015 some 12 mothers died per 100,000 births.", place="ITA", said=SAID).claims[0]
    assert not {"mothers", "women"} & query_of(claim).said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Energieverbrauch in Malta war 2005 35 Prozent höher als 1990."),
        ("de", "Maltas Energiebedarf stieg von 1990 bis 2005 um 35 Prozent."),
        ("mk", "Потрошувачката на енергија во Малта порасна за 35 проценти од 1990 до 2005 година."),
    ],
)
def test_what_is_consumed_of_energy_is_its_use(language: str, text: str):
    claim = read_text(text, said=SAID, language=language).claims[0]
    own = [
        Series(ref=SeriesRef("file", t), title=t) for t in ("Energy use, index", "Renewable energy use", "Water use")
    ]
    best, *_ = TitleIndex(own, own=True).rank(query_of(claim))
    assert best.series.title == "Energy use, index"
    assert best.usability is Usability.USABLE
