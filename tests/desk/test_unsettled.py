"""All that a text says must hold before the whole is supported: what nothing settled leaves it undecided."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
refugees,Refugees hosted,persons,DEU,2020,1200000
refugees,Refugees hosted,persons,DEU,2019,1150000
refugees,Refugees hosted,persons,FRA,2019,400000
rate,Unemployment rate,%,DEU,2020,3.8
life,Life expectancy at birth,years,KEN,2002,51.6
life,Life expectancy at birth,years,KEN,2019,66.7
cases,Confirmed measles cases,cases,FRA,2011,14949
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


LIVES = {
    "en": "In 2002 life expectancy in Kenya was 51.6 years. In 2019 it was 66.7 years. We gave our children {} years of life!",
    "de": "2002 betrug die Lebenserwartung in Kenia 51,6 Jahre. Wir haben unseren Kindern {} Lebensjahre geschenkt!",
    "mk": "Во 2002 година очекуваното траење на животот во Кенија беше 51,6 години. Им дадовме на децата {} години живот!",
}


@pytest.mark.parametrize("language", sorted(LIVES))
def test_a_length_of_time_says_something_where_lengths_of_time_are_measured(said, language):
    assert said(LIVES[language].format(20), language=language)["outcome"] != "supported"


ENDS = [
    "France: laboratories confirmed 863 cases of measles in 2012, against 14,949 in 2011.",
    "Measles cases in France fell from 14,949 in 2011 to 863 in 2012.",
    "Measles cases in France rose from 863 in 2010 to 14,949 in 2011.",
]


@pytest.mark.parametrize("text", ENDS)
def test_one_end_of_a_change_does_not_bear_out_the_other(said, text):
    """The figure of the other end is in no table."""
    assert said(text)["outcome"] == "undecided"
