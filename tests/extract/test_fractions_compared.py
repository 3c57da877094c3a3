"""A fraction before a comparative is the size of the difference: "a third less than in 2010" is no mere "less"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from tests.each import each
from workbench.core.claim import ChangeMode, Direction
from workbench.extract import read_text

UP, DOWN = Direction.UP, Direction.DOWN
FRACTIONS = {
    "en": {"a third": 33.3333, "a quarter": 25, "two thirds": 66.6667, "a fifth": 20, "almost a third": 33.3333},
    "de": {"ein Drittel": 33.3333, "ein Viertel": 25, "zwei Drittel": 66.6667, "fast ein Drittel": 33.3333},
    "mk": {"третина": 33.3333, "четвртина": 25, "две третини": 66.6667},
}
COMPARATIVES = {
    "en": {"less": DOWN, "lower": DOWN, "more": UP, "higher": UP},
    "de": {"weniger": DOWN, "mehr": UP},
    "mk": {"помалку": DOWN, "повеќе": UP},
}
FRAMES = {
    "en": ("We exported a million tonnes of waste in 2019, {} {} than in 2010.", "In 2019 exports were {} {} than in 2010."),
    "de": ("Wir haben 2019 eine Million Tonnen Abfall ausgeführt, das ist {} {} als 2010.",),
    "mk": ("Во 2019 извозот изнесуваше еден милион тони, {} {} од 2010.",),
}  # fmt: skip
CASES = [
    (language, frame.format(fraction, word), size, way)
    for language in FRAMES
    for frame, (fraction, size), (word, way) in product(
        FRAMES[language], FRACTIONS[language].items(), COMPARATIVES[language].items()
    )
]


@each(("language", "text", "size", "way"), CASES)
def test_a_fraction_before_a_comparative_is_the_size_of_the_change(language, text, size, way):
    claims = read_text(text, said=date(2021, 3, 3), language=language, place="DEU").claims
    (change,) = [claim.change.value for claim in claims if claim.change]
    assert (change.direction, change.mode) == (way, ChangeMode.RELATIVE)
    assert change.amount is not None
    assert round(change.amount.value.low, 4) == Decimal(str(size))
    assert change.base is not None
    assert change.base.label == "2010"


@pytest.mark.parametrize(
    "text", ["A third down the road there were 4,000 houses in 2019.", "Wait a second more, 4,000 came in 2019."]
)
def test_other_parts_are_no_sizes(text: str):
    assert [c.quote for c in read_text(text, said=date(2021, 3, 3), language="en").claims if c.change] == []


ORDINAL = (
    "Cover by the third dose of the vaccine was 23 percent.", "It fell by the fourth anniversary of the reform to 23 percent.",
    "By the third quarter of the year it was 23 percent.", "By the fifth wave of infections it was 23 percent.",
)  # fmt: skip
FALLS = (
    "It fell by a third overall.", "It fell by a third nationwide.", "It was cut by a third last year.", "Costs fell by the third that was promised.",
)  # fmt: skip


@each("text", ORDINAL)
def test_an_ordinal_before_its_noun_is_no_part(text):
    """Cover by the third dose of the vaccine was 23 percent: no 33 percent are claimed."""
    assert {Decimal(23)} == {claim.amount.value.low for claim in read_text(text).claims if claim.amount}


@each("text", FALLS)
def test_a_third_that_something_falls_by_is_one(text):
    """It fell by a third nationwide: by 33.3 percent."""
    assert [round(claim.figure.value.low, 4) for claim in read_text(text).claims if claim.figure]
