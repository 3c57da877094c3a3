"""A sentence that tells nothing but a time or a place gives it to the figures beside it: "Take 2009. …", "… That was in 2014."."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

SAID = date(2018, 10, 4)
FIGURES = {
    "en": ["Poland had 13,088 dentists.", "Poland had 13,088 dentists who looked after teeth when they ached."],
    "de": [
        "Polen hatte 13.088 Zahnärzte.",
        "In Polen behandelten 13.088 Zahnärzte die Leute, wenn der Zahn schmerzte.",
    ],
    "mk": ["Полска имаше 13.088 стоматолози.", "Во Полска имаше 13.088 стоматолози, кои лекуваа кога болеше."],
}
BEHIND = {
    "en": [
        "That was in 2014.", "The year was 2014.", "It happened in 2014.", "We speak of 2014.", "The figure belongs to 2014.",
        "It was 2014, an election year.", "I mean 2014.", "That holds for 2014.", "It was so in 2014.", "The year in question is 2014.",
        "This was in 2014.", "That is for 2014.", "The numbers are for 2014.", "In 2014.", "So it was back in 2014.",
    ],
    "de": [
        "Das war 2014.", "Das war im Jahr 2014.", "So war es 2014.", "Gemeint ist 2014.", "Die Zahl stammt aus dem Jahr 2014.",
        "Wir reden von 2014.", "Man schrieb das Jahr 2014.", "Es war 2014, ein Wahljahr.", "Das gilt für 2014.", "So rechnete man 2014.",
    ],
    "mk": [
        "Тоа беше во 2014 година.", "Така беше во 2014.", "Бројката е за 2014 година.", "Зборуваме за 2014.", "Тоа важи за 2014 година.",
        "Станува збор за 2014 година.", "Беше тоа 2014, изборна година.",
    ],
}  # fmt: skip
BEFORE = {
    "en": [
        "Take 2014.", "Remember 2014?", "What was 2014 like?", "The year is 2014.", "Let us go back to 2014.", "We looked into 2014.",
        "Here is a number from 2014.", "Think of 2014.", "This is about 2014.",
    ],
    "de": ["Nehmen wir 2014.", "Erinnern Sie sich an 2014?", "Wie war das 2014?", "Man schrieb das Jahr 2014.", "Gehen wir zurück in das Jahr 2014.", "Hier ist eine Zahl von 2014."],
    "mk": ["Земете ја 2014 година.", "Се сеќавате на 2014 година?", "Да се вратиме на 2014 година.", "Станува збор за 2014 година."],
}  # fmt: skip


def years(text: str, language: str) -> set[str | None]:
    found = read_text(text, language=language, said=SAID).claims
    return {None if claim.period is None else str(claim.period.value) for claim in found}


@pytest.mark.parametrize(
    ("language", "figure", "told"),
    [(language, figure, told) for language, all_told in BEHIND.items() for told in all_told for figure in FIGURES[language]],
)  # fmt: skip
def test_a_sentence_behind_that_tells_only_a_time_dates_the_figure(language, figure, told):
    assert years(f"{figure} {told}", language) == {"2014"}


@pytest.mark.parametrize(
    ("language", "figure", "told"),
    [(language, figure, told) for language, all_told in BEFORE.items() for told in all_told for figure in FIGURES[language]],
)  # fmt: skip
def test_a_sentence_before_that_tells_only_a_time_dates_the_figure(language, figure, told):
    assert years(f"{told} {figure}", language) == {"2014"}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "I was in Spain in 2014."),
        ("en", "The war began in 2014."),
        ("en", "That was more than in 2014."),
        ("en", "That was before 2014."),
        ("en", "It was not in 2014."),
        ("de", "Der Krieg begann 2014."),
        ("de", "Das war mehr als 2014."),
        ("de", "Das war vor 2014."),
        ("de", "Das war nicht 2014."),
        ("mk", "Војната почна во 2014 година."),
        ("mk", "Тоа беше повеќе од 2014 година."),
        ("mk", "Тоа беше пред 2014 година."),
    ],
)
def test_a_sentence_that_tells_more_dates_nothing(language, told):
    assert "2014" not in years(f"{FIGURES[language][0]} {told}", language)


@pytest.mark.parametrize(
    ("language", "text", "place", "year"),
    [
        ("en", "Women took 56 seats in parliament. I mean Greece in 2014.", "GRC", "2014"),
        ("en", "Women took 56 seats in parliament. That was in Spain.", "ESP", None),
        ("de", "Frauen hatten 56 Sitze im Parlament. Das war in Spanien.", "ESP", None),
        ("mk", "Жените имаа 56 пратенички места. Тоа беше во Шпанија.", "ESP", None),
    ],
)
def test_a_sentence_that_tells_only_a_place_places_the_figure(language, text, place, year):
    (claim,) = read_text(text, language=language, said=SAID, place="GBR").claims
    assert (claim.place, claim.period and str(claim.period.value)) == (place, year)
    assert "assumed-place" not in {note.kind for note in claim.notes}


def test_what_was_taken_from_the_sentence_behind_is_told():
    (claim,) = read_text("Poland had 13,088 dentists. It happened in 2014.", said=SAID).claims
    assert [note.message for note in claim.notes] == [
        "The claim names no period; 2014 is that of the sentence behind it."
    ]
