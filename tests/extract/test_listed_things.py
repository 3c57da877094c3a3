"""A list behind a preposition is no pause: what is told behind it is told of the figure too."""

from __future__ import annotations

import pytest

from workbench.core.claim import Sort
from workbench.extract import read_text

LISTS = {
    "en": (
        ["from coal, oil and gas", "from coal, heavy oil, peat and gas", "of cars, lorries or ships"],
        "6 tonnes of CO2 {} per person in 2016.",
    ),
    "de": (
        ["aus Kohle, Öl und Gas", "aus Kohle, schwerem Öl, Torf oder Gas"],
        "6 Tonnen CO2 {} pro Kopf waren es 2016.",
    ),
    "mk": (["од јаглен, нафта и гас", "од јаглен, нафта, тресет или гас"], "6 тони CO2 {} по жител во 2016 година."),
}


@pytest.mark.parametrize("language", sorted(LISTS))
def test_per_head_is_heard_behind_a_list(language):
    lists, said = LISTS[language]
    for listed in lists:
        (claim,) = read_text(said.format(listed), language=language).claims
        assert claim.qualified(Sort.PER) is not None, listed


@pytest.mark.parametrize(
    "whom", ["every man, woman and child", "every single Ukrainian", "each man, each woman and each child"]
)
def test_everybody_by_name(whom):
    (claim,) = read_text(f"Nearly 6 tonnes of CO2 for {whom} in Ukraine in 2016.").claims
    assert claim.qualified(Sort.PER) is not None


@pytest.mark.parametrize(
    "said",
    [
        "Exports rose 5 percent in Germany, France and Spain sold less per person.",
        "In Germany it was 5 percent, men and women work less per head in Spain.",
        "We sold 5 tonnes to them, they said and counted it per head.",
    ],
)
def test_two_clauses_are_no_list(said):
    assert read_text(said).claims[0].qualified(Sort.PER) is None
