"""A part of the speaker's country that is named beside a figure, or in the sentence before it, in whatever role: the nation's series is not of it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import SPOKEN_OF
from workbench.extract import read_text

SAID = date(2019, 6, 20)
CLAIMED = {"en": "Unemployment was 3.4 percent in 2018.", "de": "Die Arbeitslosenquote lag 2018 bei 3,4 Prozent."}
BEFORE = {
    "en": (
        "I visited {} last week.", "I have just come back from {}.", "The mayor of {} is here today.", "We drove to {}, my wife and I.",
        "Thank you, {}!", "{} has changed.", "They know this well in {}.", "A family from {} wrote to me.",
    ),
    "de": ("Ich war letzte Woche in {}.", "Der Bürgermeister von {} ist heute hier.", "Eine Familie aus {} hat mir geschrieben."),
}  # fmt: skip
BESIDE = (
    "Unemployment was 3.4 percent in 2018 ({}).",
    "Unemployment ({}) was 3.4 percent in 2018.",
    "Unemployment was 3.4 percent in 2018, and I mean {}.",
    "{}, 2018: 3.4 percent unemployment.",
)
PARTS = ("Bavaria", "Leipzig", "Saarland", "Dortmund")


def about(text: str, country: str = "DEU", language: str = "en") -> tuple[str | None, bool]:
    """Return the place of the last claim, and whether something is told of a part."""
    claim = read_text(text, said=SAID, place=country, language=language).claims[-1]
    return claim.place, any(mention.rule == SPOKEN_OF for mention in claim.unread)


@each(
    ("language", "before", "part"),
    [(tongue, said, part) for tongue in BEFORE for said in BEFORE[tongue] for part in PARTS],
)
def test_the_sentence_behind_it_is_not_of_the_country(language: str, before: str, part: str) -> None:
    """A family from Dortmund wrote to me. Unemployment was 3.4 percent in 2018."""
    place, told = about(f"{before.format(part)} {CLAIMED[language]}", language=language)
    assert place != "DEU" or told


@each(("said", "part"), [(said, part) for said in BESIDE for part in PARTS])
def test_nor_is_the_figure_beside_it(said: str, part: str) -> None:
    """Unemployment was 3.4 percent in 2018 (Leipzig)."""
    assert about(said.format(part))[0] != "DEU"


@pytest.mark.parametrize(
    ("country", "before"),
    [
        ("DEU", "Berlin has decided."),
        ("DEU", "I was in Leipzig. It rained."),
        ("DEU", "I was in Leipzig. Now to Germany."),
        ("GBR", "Reading the report, I was amazed."),
        ("MEX", "Mr Hidalgo has spoken."),
        ("GHA", "The Central bank has spoken."),
    ],
)
def test_what_only_looks_like_one_changes_nothing(country: str, before: str) -> None:
    """Berlin has decided. Unemployment was 3.4 percent in 2018."""
    assert about(f"{before} {CLAIMED['en']}", country) == (country, False)


@pytest.mark.parametrize(
    "before",
    [
        "My constituency has a problem.",
        "Our town has changed.",
        "But this part of the country knows it.",
        "At Volkswagen things were good.",
    ],
)
def test_so_it_is_with_one_that_has_no_name(before: str) -> None:
    assert about(f"{before} {CLAIMED['en']}")[1]


@pytest.mark.parametrize(
    "where", ["Where I live, ", "In my part of the country ", "Among our members ", "But where we come from, "]
)
def test_and_where_the_sentence_says_it_itself(where: str) -> None:
    assert about(f"{where}unemployment was 3.4 percent in 2018.")[1]
