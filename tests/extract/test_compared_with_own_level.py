"""“Below its level of 1990” is a fall since 1990, with or without a size, in every language; what is denied or not read says nothing."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.extract import read_text

LEVELS = {
    "en": [
        "{} its level of 1990",
        "{} the 1990 level",
        "{} 1990 levels",
        "{} where it had been in 1990",
        "{} where it stood in 1990",
    ],
    "de": ["{} dem Niveau von 1990", "{} dem Stand des Jahres 1990", "{} dem 1990er Niveau"],
    "mk": ["{} нивото од 1990 година", "{} нивото во 1990 година"],
}
SIDES = {
    "en": {"below": "down", "above": "up"},
    "de": {"unter": "down", "über": "up"},
    "mk": {"под": "down", "над": "up"},
}
FRAMES = {
    "en": "In 2014 output was {}.",
    "de": "Im Jahr 2014 lag die Produktion {}.",
    "mk": "Во 2014 година производството беше {}.",
}
SIZES = {"en": "20 percent", "de": "20 Prozent", "mk": "20 отсто"}

ALL = [
    (language, level, side, way)
    for language in LEVELS
    for level in LEVELS[language]
    for side, way in SIDES[language].items()
]


@each(("language", "level", "side", "way"), ALL)
def test_a_figure_beside_its_own_of_another_time_has_changed_since(language, level, side, way):
    (claim,) = read_text(FRAMES[language].format(level.format(side)), language=language).claims
    assert (claim.change.value.direction.value, str(claim.change.value.base)) == (way, "1990")
    assert claim.change.value.amount is None
    assert str(claim.period.value) == "2014"


@each(("language", "level", "side", "way"), ALL)
def test_a_size_before_it_is_how_far_it_has_changed(language, level, side, way):
    said = f"{SIZES[language]} {level.format(side)}"
    (claim,) = read_text(FRAMES[language].format(said), language=language).claims
    change = claim.change.value
    assert (change.direction.value, str(change.base), str(change.amount.value.low)) == (way, "1990", "20")


def test_a_fraction_is_a_size_too():
    (claim,) = read_text("In 2014 output stood a third above where it had been in 1990.").claims
    change = claim.change.value
    assert (change.direction.value, str(change.base), str(change.amount.value.low)) == ("up", "1990", "33.3333")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2014 output was not below its level of 1990."),
        ("en", "In 2014 nobody was below the poverty line."),
        ("de", "Im Jahr 2014 lag die Produktion nicht unter dem Niveau von 1990."),
        ("mk", "Во 2014 година производството не беше под нивото од 1990 година."),
        ("mk", "Во 2014 година производството беше дваесетина отсто над нивото од 1990."),
    ],
)
def test_what_is_denied_or_names_no_level_is_no_such_change(language, text):
    assert all(claim.change is None for claim in read_text(text, language=language).claims)
