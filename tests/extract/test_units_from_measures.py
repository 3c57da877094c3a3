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
