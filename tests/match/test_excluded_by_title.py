"""What a title leaves out never answers for it, whatever it is and however the claim names it."""

from __future__ import annotations

from itertools import product

import pytest

from tests.match.outcomes import outcome_of
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef

PEOPLE = Unit(Dimension.COUNT, "person")
TITLES = [
    ("Deaths due to tuberculosis, excluding HIV", "{} people {} HIV died of tuberculosis in Kenya in 2016."),
]
WITH = ["with", "living with"]


@pytest.mark.parametrize(("titled", "joined", "figure"), list(product(TITLES, WITH, ["24000", "90000"])))
def test_a_title_that_leaves_it_out_settles_nothing(titled, joined, figure):
    """24,000 people with HIV died: a series without them has 24,000 too, or another number."""
    title, said = titled
    series = Series(ref=SeriesRef("mine", "a"), title=title, unit=PEOPLE)
    assert outcome_of(said.format("24,000", joined), "en", series, figure, 2016) == "undecided"


def test_without_it_is_what_the_title_counts():
    """29,000 people without HIV died of tuberculosis."""
    series = Series(ref=SeriesRef("mine", "a"), title=TITLES[0][0], unit=PEOPLE)
    assert outcome_of(TITLES[0][1].format("29,000", "without"), "en", series, "29000", 2016) == "supported"
