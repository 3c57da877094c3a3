"""Headline measures said in German and Macedonian lead to the series that they name in English."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import pytest

from workbench.catalogue.starter import starter
from workbench.core.candidate import Usability
from workbench.extract import read_text
from workbench.match import TitleIndex, query_of
from workbench.match.headlines import TABLES, in_english

SAID = date(2024, 5, 2)


def rows() -> Iterator[dict[str, str]]:
    for name in TABLES:
        text = files("workbench.match").joinpath("headlines", f"{name}.toml").read_text(encoding="utf-8")
        yield from tomllib.loads(text)["measures"]


def phrases(language: str) -> list[tuple[str, str]]:
    return [(said.strip(), row["title"]) for row in rows() for said in row[language].split("|")]


@pytest.fixture(scope="module")
def titles() -> TitleIndex:
    return TitleIndex(starter())


def test_headlines_are_many_and_each_is_said_in_both_languages():
    assert len(list(rows())) >= 340
    assert all(row["de"].strip() and row["mk"].strip() for row in rows() if row["title"])


@pytest.mark.parametrize("language", ["de", "mk"])
def test_every_phrase_is_read_as_some_measure_whole(language: str):
    for said, _ in phrases(language):
        (_, title), *more = in_english(said, language).read
        assert title
        assert not more, said


@pytest.mark.parametrize(
    ("language", "forms", "title"),
    [
        (
            "de",
            ["Arbeitslosenquote", "Arbeitslosenquoten", "die Arbeitslosenquote", "ARBEITSLOSENQUOTE"],
            "unemployment rate",
        ),
        ("de", ["Schulden der öffentlichen Hand", "Schulden"], "debt"),
        ("de", ["Reallöhne", "Reallöhnen", "Reallohn"], "real wages"),
        ("mk", ["плата", "платата", "плати", "платите"], "average wages"),
        (
            "mk",
            ["стапка на невработеност", "стапката на невработеност", "Стапките на невработеноста"],
            "unemployment rate",
        ),
        ("mk", ["дефицит во буџетот", "дефицитот во буџетот"], "government deficit or surplus"),
    ],
)
def test_endings_and_articles_do_not_count(language: str, forms: list[str], title: str):
    assert all(in_english(form, language).text.startswith(title) for form in forms)


@pytest.mark.parametrize("first", ["Energie", "Strom", "Wasser", "Verkehrs", "Gesundheits", "Bildungs"])
@pytest.mark.parametrize("second", ["kosten", "preise", "verbrauch"])
def test_german_compounds_are_parted(first: str, second: str):
    read = in_english(f"{first}{second}", "de").read
    assert read
    assert all(title for _, title in read)


def test_what_no_table_holds_stays_in_a_measure_and_leaves_a_sentence():
    assert in_english("Tagesverpflegung der Haushalte", "de").text == "tagesverpflegung households"
    assert in_english("Tagesverpflegung der Haushalte", "de", whole=False).text == "households"
    assert in_english("the unemployment rate", "en").text == "the unemployment rate"


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
