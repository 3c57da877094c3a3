"""A German compound that is written with a hyphen is the one word that the glossary has."""

from __future__ import annotations

import pytest

from workbench.match.words.translation import english_of

HYPHENED = [
    "Tuberkulose-Inzidenz",
    "Elektro-Schrott",
    "Geld-Automaten",
    "Zahn-Ärzte",
    "Lebens-Erwartung",
    "Breitband-Anschlüsse",
]
APART = [
    ("Frauen-Arbeitslosenquote", "women"),
    ("Verkehrs-Emissionen", "traffic"),
    ("Akademiker-Arbeitslosenquote", "unemployment"),
]


@pytest.mark.parametrize("written", HYPHENED)
def test_a_hyphen_in_a_known_compound_changes_nothing(written):
    first, _, second = written.partition("-")
    assert english_of(f"{written} in Deutschland", "de") == english_of(f"{first}{second.lower()} in Deutschland", "de")


def test_cases_beside_an_incidence_do_not_make_it_a_number():
    assert "incidence" in english_of("Die Tuberkulose-Inzidenz lag bei 6,1 Fällen auf 100.000 Einwohner", "de")


@pytest.mark.parametrize(("written", "word"), APART)
def test_the_parts_of_other_compounds_are_still_read(written, word):
    assert word in english_of(written, "de")
