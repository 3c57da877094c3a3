"""A sentence that names a town or region and nothing more tells where the figures behind it are of, in a table or not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import SPOKEN_OF, Claim
from workbench.extract import read_text

SAID = date(2019, 6, 20)
CLAIMED = {
    "en": "Unemployment was 3.4 percent in 2018.",
    "de": "Die Arbeitslosenquote lag 2018 bei 3,4 Prozent.",
    "mk": "Невработеноста во 2018 година беше 3,4 проценти.",
}
BETWEEN = {"en": "Nobody here complains.", "de": "Dort klagt niemand.", "mk": "Никој не се жали."}
OPENINGS = {
    "en": (
        "And in {}?", "But in {}?", "What about {}?", "And {}?", "Now to {}.", "Let us turn to {}.", "Let me look at {}.", "Take {}.",
        "Look at {}.", "Take {}, for example.", "Well, consider {}.", "On to {}!", "Coming now to {}.", "We turn to {}.",
    ),
    "de": ("Und in {}?", "Aber in {}?", "Wie ist es in {}?", "Gehen wir nach {}.", "Und nun nach {}!", "Blicken wir nach {}."),
    "mk": ("А во {}?", "Но во {}?", "А кај {}?", "Да одиме во {}.", "Што е со {}?"),
}  # fmt: skip
TOWNS = {
    "en": ("Upminster", "Bavaria", "Leipzig", "Stoke Newington"),
    "de": ("Unna", "Gelsenkirchen"),
    "mk": ("Берово", "Делчево"),
}
OTHERS = {"en": ("Germany", "Spain"), "de": ("Deutschland", "Spanien"), "mk": ("Германија", "Шпанија")}


def last(text: str, language: str) -> Claim:
    return read_text(text, said=SAID, place="DEU", language=language).claims[-1]


def told(text: str, language: str) -> list[str]:
    return [mention.value for mention in last(text, language).unread if mention.rule == SPOKEN_OF]


FAMILY = [
    (language, opening, town)
    for language, openings in OPENINGS.items()
    for opening in openings
    for town in TOWNS[language]
]


@each(("language", "opening", "town"), FAMILY)
def test_what_stands_behind_a_town_is_told_of_it(language: str, opening: str, town: str) -> None:
    """And in Gelsenkirchen? Nobody here complains. Unemployment was 3.4 percent in 2018."""
    said = opening.format(town)
    for words in (said, f"{said} {BETWEEN[language]}"):
        claim = last(f"{words} {CLAIMED[language]}", language)
        assert town in told(f"{words} {CLAIMED[language]}", language) or claim.place not in {"DEU", None}, words


@each(
    ("language", "opening", "country"),
    [
        (language, opening, country)
        for language, openings in OPENINGS.items()
        for opening in openings
        for country in OTHERS[language]
    ],
)
def test_a_country_is_the_place_itself(language: str, opening: str, country: str) -> None:
    """Let us turn to Spain. Unemployment was 15.3 percent in 2018."""
    assert told(f"{opening.format(country)} {CLAIMED[language]}", language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "And in Upminster? Nobody knows. Back to Germany. Unemployment was 3.4 percent in 2018."),
        ("en", "And in Upminster? Nobody knows. In Germany unemployment was 3.4 percent in 2018."),
        ("en", "And in Upminster? Nobody knows.\n\nUnemployment was 3.4 percent in 2018."),
        ("en", "And in Upminster? Nobody knows. Nationwide, unemployment was 3.4 percent in 2018."),
        ("en", "And in March? Unemployment was 3.4 percent in 2018."),
        ("en", "And in truth? Unemployment was 3.4 percent in 2018."),
        ("en", "Take the Chancellor. Unemployment was 3.4 percent in 2018."),
        ("en", "Look at Parliament. Unemployment was 3.4 percent in 2018."),
        ("de", "Und in Wirklichkeit? Die Arbeitslosenquote lag 2018 bei 3,4 Prozent."),
        ("de", "Und in Zahlen? Die Arbeitslosenquote lag 2018 bei 3,4 Prozent."),
        ("de", "Und in Unna? Wer weiß. In Deutschland lag die Arbeitslosenquote 2018 bei 3,4 Prozent."),
        ("mk", "А во Берово? Не знам. Во Германија невработеноста во 2018 година беше 3,4 проценти."),
    ],
)
def test_it_ends_with_another_place_and_with_its_paragraph(language: str, text: str) -> None:
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "What if they had won? Unemployment at 3.4 percent in 2018."),
        ("en", "And what if they had stayed? 3.4 percent of Germans out of work in 2018!"),
        ("en", "Had they won, where would we be? Unemployment of 3.4 percent in 2018."),
        ("en", "Were Labour in power, it would be worse. Unemployment of 3.4 percent in 2018."),
        ("en", "Imagine, just imagine they had stayed in power! Unemployment at 3.4 percent in 2018!"),
        ("de", "Was wäre, wenn sie gewonnen hätten? Eine Arbeitslosenquote von 3,4 Prozent im Jahr 2018."),
        ("de", "Hätten sie doch nur gewonnen! Eine Arbeitslosenquote von 3,4 Prozent im Jahr 2018."),
        ("mk", "Што ако победеа тие? Невработеност од 3,4 проценти во 2018 година."),
    ],
)
def test_what_was_only_supposed_is_so_in_the_sentence_behind(language: str, text: str) -> None:
    assert told(text, language) != []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Had we known? Of course. Unemployment was 3.4 percent in 2018."),
        ("en", "What did they do? Unemployment was 3.4 percent in 2018."),
        ("en", "They had won. Unemployment was 3.4 percent in 2018."),
        ("de", "Was haben sie getan? Die Arbeitslosenquote lag 2018 bei 3,4 Prozent."),
        ("mk", "Што направија тие? Невработеноста во 2018 година беше 3,4 проценти."),
    ],
)
def test_what_was_asked_or_was_so_is_not(language: str, text: str) -> None:
    assert told(text, language) == []
