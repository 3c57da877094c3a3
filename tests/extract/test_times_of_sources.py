"""A year may date the report or the speech that tells of a figure, and not the figure: it decides nothing then."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import UNREAD_PERIOD
from workbench.extract import read_text

SAID = date(2021, 12, 2)
MEASURES = ("unemployment in Germany", "inflation", "the share of women in parliament")
DATED = {
    "en": (
        "The 2018 report put {} at 3.4 percent.",
        "His 2018 speech put {} at 3.4 percent.",
        "In a speech of 2018 he put {} at 3.4 percent.",
        "In the report from 2018, {} stood at 3.4 percent.",
        "Published in 2018, the figure for {} was 3.4 percent.",
        "As we all learned in 2018, {} was 3.4 percent.",
    ),
    "de": (
        "Der Bericht von 2018 bezifferte {} auf 3,4 Prozent.",
        "In seiner Rede von 2018 bezifferte er {} auf 3,4 Prozent.",
        "Laut einer Studie aus 2018 lag {} bei 3,4 Prozent.",
    ),
    "mk": ("Според извештајот од 2018 година, {} беше 3,4 проценти.",),
}
GERMAN, MACEDONIAN = ("die Arbeitslosenquote", "die Inflation"), ("невработеноста", "инфлацијата")
NAMES = {"en": MEASURES, "de": GERMAN, "mk": MACEDONIAN}
OF_THE_FIGURE = (
    "In 2018 unemployment in Germany was 3.4 percent.",
    "The 2018 rate of unemployment in Germany was 3.4 percent.",
    "The 2018 census counted 3,400 people.",
    "Some 3,400 jobs announced in 2018 were lost.",
    "In 2018, the minister said, unemployment was 3.4 percent.",
    "The minister said that in 2018 unemployment was 3.4 percent.",
    "The report said that unemployment was 3.4 percent in 2018.",
    "Unemployment in 2018 was 3.4 percent, the report says.",
)


def kinds(text: str, language: str) -> set[str]:
    claim = read_text(text, said=SAID, place="DEU", language=language).claims[0]
    return {note.kind for note in claim.notes}


@each(
    ("language", "said", "measure"),
    [(language, said, name) for language, every in DATED.items() for said in every for name in NAMES[language]],
)
def test_what_is_dated_is_the_source(language: str, said: str, measure: str) -> None:
    """The 2018 report put unemployment in Germany at 3.4 percent."""
    assert UNREAD_PERIOD in kinds(said.format(measure), language)


@pytest.mark.parametrize("text", OF_THE_FIGURE)
def test_what_is_dated_is_the_figure(text: str) -> None:
    assert UNREAD_PERIOD not in kinds(text, "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Germany had 69,863 dentists too many in 2015."),
        ("en", "In 2015 Germany had 500 teachers too few."),
        ("en", "In 2015 Germany was 500 teachers short."),
        ("en", "Unemployment was 3.4 percent too high in 2015."),
        ("en", "In 2015 69,863 dentists left Germany."),
        ("en", "In 2015 some 500 teachers had left the country."),
        ("de", "Deutschland hatte 2015 69.863 Zahnärzte zu viel."),
        ("de", "Die Arbeitslosenquote war 2015 um 3,4 Prozent zu hoch."),
        ("de", "Rund 500 Lehrer verließen 2015 das Land."),
        ("mk", "Во 2015 година имаше 69.863 лекари премногу."),
        ("mk", "Во 2015 година 500 лекари ја напуштија земјата."),
    ],
)
def test_by_how_much_it_is_too_much_or_who_left_is_not_how_much_there_is(language: str, text: str) -> None:
    assert "not-said-so" in kinds(text, language)


@pytest.mark.parametrize(
    "text",
    ["Germany had 69,863 dentists in 2015, too many by far.", "In 2015 Germany spent 5 percent on short-term aid."],
)
def test_a_judgement_of_the_figure_leaves_it_as_it_is(text: str) -> None:
    assert "not-said-so" not in kinds(text, "en")


@each("words", ["nowhere near", "not anywhere near", "a long way off", "miles from", "far from"])
@each("figure", ["3.4 percent", "20 percent"])
def test_what_is_far_from_a_figure_is_not_it(words: str, figure: str) -> None:
    assert "not-said-so" in kinds(f"In 2018 unemployment was {words} {figure}.", "en")
