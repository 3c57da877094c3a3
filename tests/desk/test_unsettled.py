"""All that a text says must hold before the whole is supported: what nothing settled leaves it undecided."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
refugees,Refugees hosted,persons,DEU,2020,1200000
refugees,Refugees hosted,persons,DEU,2019,1150000
refugees,Refugees hosted,persons,FRA,2019,400000
rate,Unemployment rate,%,DEU,2020,3.8
"""


ABOUT = {"date": "2021-07-08", "place": "DEU"}


@pytest.mark.parametrize(
    "text",
    [
        "Germany hosted 1,200,000 refugees in 2020.",
        "In the two years since, Germany came to host 1,200,000 refugees in 2020.",
        "A couple with two children knows it: the unemployment rate was 3.8 percent in 2020.",
    ],
)
def test_a_text_of_one_claim_is_supported_whatever_lengths_and_small_counts_stand_beside_it(said, text):
    assert said(text)["outcome"] == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "Germany hosted 1,200,000 refugees in 2020. France hosted 900,000 refugees in 2020.",
        "Germany hosted 1,200,000 refugees in 2020, and 450,000 lorries crossed its borders in 2020.",
        "Germany hosted 1,200,000 refugees in 2020. Rents in Berlin rose by 9 percent in 2020.",
    ],
)
def test_a_second_figure_that_nothing_settled_leaves_the_text_undecided(said, text):
    answer = said(text)
    assert answer["outcome"] == "undecided"
    assert "Nothing settled" in answer["why"]


def test_a_contradicted_claim_decides_whatever_else_is_open(said):
    text = "Germany hosted 1,900,000 refugees in 2020. France hosted 900,000 refugees in 2020."
    assert said(text)["outcome"] == "contradicted"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The unemployment rate was 3.8 percent in 2020; the rate was 4.2 percent in 2020, they say.", "contradicted"),
        ("The unemployment rate was 9.5 percent in 2020.", "contradicted"),
        ("The unemployment rate was 3.8 percent in 2020, and nineteen percent in 2020 were out of work.", "undecided"),
    ],
)
def test_a_figure_far_off_beside_one_that_is_borne_out_may_be_of_something_else(said, text, outcome):
    answer = said(text)
    assert answer["outcome"] == outcome
    assert ("whether it is meant" in answer["why"]) == (outcome == "undecided")


@pytest.mark.parametrize(
    "text",
    [
        "Three point eight percent! In 2020 three point eight percent were unemployed, and you smile.",
        "The unemployment rate was 3.8 percent in 2020. Three point eight!",
    ],
)
def test_a_figure_that_is_only_said_again_is_settled_with_the_first(said, text):
    assert said(text)["outcome"] == "supported"


def test_the_same_figure_of_another_time_is_a_claim_of_its_own(said):
    assert (
        said("The unemployment rate was 3.8 percent in 2020. In 2016 it was 3.8 percent too.")["outcome"] == "undecided"
    )
