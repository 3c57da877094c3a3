"""Plain counts of things that no series counts, told beside what was settled, leave a text supported and are told as not checked."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
rate,Unemployment rate,%,DEU,2020,3.8
cases,Confirmed measles cases,cases,DEU,2020,76
trade,Exports,USD,DEU,2020,1500000000000
"""

ABOUT = {"date": "2021-07-08", "place": "DEU"}


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        (
            "The unemployment rate was 3.8 percent in 2020, which is why 40 new clinics are planned.",
            "40 new clinics are planned",
        ),
        (
            "The unemployment rate was 3.8 percent in 2020. That is why nineteen foreign laboratories have moved there.",
            "nineteen foreign laboratories",
        ),
    ],
)
def test_things_that_no_series_counts_are_told_and_leave_what_is_settled(said, text, aside):
    answer = said(text)
    assert answer["outcome"] == "supported", answer["why"]
    assert "Not checked, since no series counts it" in answer["why"]
    assert aside.split()[0] in answer["why"].rpartition("Not checked")[2]


@pytest.mark.parametrize(
    "text",
    [
        "The unemployment rate was 3.8 percent in 2020, and 450,000 lorries crossed our borders in 2020.",
        "There were 76 cases of measles in 2020. There were 900 cases in Bavaria.",
        "The unemployment rate was 3.8 percent in 2020, while another 4.7 million people had simply given up looking.",
        "The unemployment rate was 3.8 percent in 2020, and 3,000 women have no contract.",
        "The unemployment rate was 3.8 percent in 2020, which is why 45,000 clinics are planned.",
        "The unemployment rate was 3.8 percent in 2020, and half of the clinics were closed.",
        "The unemployment rate was 3.8 percent in 2020. And it was 19 percent in 2005.",
    ],
)
def test_what_is_told_of_a_time_moves_or_is_of_the_same_unit_is_no_aside(said, text):
    answer = said(text)
    assert answer["outcome"] == "undecided", answer["why"]


def test_a_contradicted_figure_is_contradicted_whatever_is_counted_beside_it(said):
    assert said("The unemployment rate was 9 percent in 2020, which is why 40 new clinics are planned.")["outcome"] == (
        "contradicted"
    )
