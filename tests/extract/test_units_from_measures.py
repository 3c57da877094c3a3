"""A bare figure counts what it measures, where that is counted."""

from __future__ import annotations

import pytest

from workbench.core.quantity import Dimension
from workbench.extract import read_text

COUNTED = [
    ("The jobless numbered 45,100.", "person", "en"),
    ("Unemployment stood at 195,000.", "person", "en"),
    ("Foreign visitors reached 3,188,000.", "visitor", "en"),
    ("The number of tractors fell from 900 to 700.", "tractor", "en"),
    ("Unter den Abgeordneten waren 42 Frauen. Heute sind es 51.", "Frau", "de"),
]


@pytest.mark.parametrize(("said", "unit", "language"), COUNTED)
def test_a_bare_figure_counts_what_it_measures(said: str, unit: str, language: str):
    claim = read_text(said, language=language).claims[-1]
    for mention in claim.amounts:
        assert (mention.value.unit.dimension, mention.value.unit.name) == (Dimension.COUNT, unit)


PACED = [
    ("New cars averaged 3,379 a month.", "car", "month"),
    ("The number of tractors sold ran at 3.5 a day.", "tractor", "day"),
    ("Asylum requests came to 300 per week.", "request", "week"),
]


@pytest.mark.parametrize(("said", "unit", "per"), PACED)
def test_a_bare_figure_of_a_time_counts_what_it_measures(said: str, unit: str, per: str):
    claim = read_text(said).claims[-1]
    for mention in claim.amounts:
        assert (mention.value.unit.dimension, mention.value.unit.name) == (Dimension.RATE, unit)
        assert mention.value.unit.per == per


def test_a_rate_of_people_or_a_price_counts_nothing_for_a_time():
    for said in ("Births averaged 50 per 1,000 women.", "Rent is 50 a month.", "Exports averaged 300 a month."):
        for claim in read_text(said).claims:
            assert not claim.amount.value.unit.name, said


@pytest.mark.parametrize(
    "said",
    [
        "Consumer prices stood at 112.",
        "The index stood at 45,100.",
        "Exports reached 3,188,000.",
        "Refugees reached 2.5.",
        "Births per thousand women were 48.",
    ],
)
def test_what_is_measured_and_not_counted_gets_no_unit(said: str):
    for claim in read_text(said).claims:
        assert claim.amount is None or claim.amount.value.unit.dimension is not Dimension.COUNT
