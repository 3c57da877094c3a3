"""“Half of all Japanese are over forty-six”: the age that parts the people in halves is the median age, in every language."""

from __future__ import annotations

import pytest

from tests.each import each
from workbench.core.quantity import Relation
from workbench.extract import read_text

MEASURES = {
    "en": "median age of the population",
    "de": "Medianalter der Bevölkerung",
    "mk": "медијална возраст на населението",
}

SAID = [
    ("en", "Half of all Japanese {} in 2015.", "were over 46", Relation.MORE_THAN),
    ("en", "Half of us {} in 2015.", "were already past 46", Relation.MORE_THAN),
    ("en", "Half the population {} in 2015.", "was older than 46", Relation.MORE_THAN),
    ("en", "Half of our people {} in 2015.", "had already turned 46", Relation.AT_LEAST),
    ("en", "In my country, half of the people {} in 2015.", "were not yet 46", Relation.LESS_THAN),
    ("en", "Half of the country {} in 2015.", "was under 46", Relation.LESS_THAN),
    ("de", "Die Hälfte der Deutschen {}.", "war 2015 älter als 46", Relation.MORE_THAN),
    ("de", "Die Hälfte von uns {}.", "war 2015 über 46 Jahre alt", Relation.MORE_THAN),
    ("de", "Die Hälfte der Bevölkerung {}.", "war 2015 noch nicht 46", Relation.LESS_THAN),
    ("de", "Die Hälfte aller Einwohner {}.", "war 2015 jünger als 46", Relation.LESS_THAN),
    ("mk", "Половината од народот {} во 2015 година.", "немаше ни 46 години", Relation.LESS_THAN),
    ("mk", "Половина од граѓаните {} во 2015 година.", "беа постари од 46 години", Relation.MORE_THAN),
    ("mk", "Половината од населението {} во 2015 година.", "беше помладо од 46 години", Relation.LESS_THAN),
]


@each(("language", "frame", "words", "relation"), SAID)
def test_an_age_that_parts_the_people_in_halves_is_their_median_age(language, frame, words, relation):
    (claim,) = read_text(frame.format(words), language=language).claims
    assert claim.amount is not None
    assert (str(claim.amount.value.low), claim.amount.value.unit.name) == ("46", "year of age")
    assert (claim.amount.value.relation, claim.measure) == (relation, MEASURES[language])
    assert not claim.denied
    assert str(claim.period.value) == "2015"


@pytest.mark.parametrize(
    "text",
    [
        "Half of the flats were over 50 square metres in 2015.",
        "Half of the fines were over 46 dollars in 2015.",
        "Half of the pupils scored over 46 in 2015.",
        "Half of our exports went abroad, and 46 people were hurt in 2015.",
        "Half of us voted, and we were 46 in 2015.",
    ],
)
def test_a_half_of_other_things_and_a_figure_that_is_no_age_stay_as_they_are(text):
    assert all(claim.measure != MEASURES["en"] for claim in read_text(text).claims)
