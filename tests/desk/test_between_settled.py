"""A change whose ends are not told lies between the two figures of its text that one series bears out."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
women,Proportion of seats held by women in national parliaments,% of seats,MKD,2010,16.5
women,Proportion of seats held by women in national parliaments,% of seats,MKD,2020,33
women,Proportion of seats held by women in national parliaments,% of seats,ALB,2020,28
waste,Plastic waste imports,tonnes,MKD,2019,1200
waste,Plastic waste imports,tonnes,MKD,2020,1800
"""

ABOUT = {"date": "2021-05-17", "place": "MKD"}

BETWEEN = [
    ("en", "In 2010 women held 16.5 percent of the seats in our parliament. In 2020 it was 33 percent. {}",
     "That share has doubled.", "That share has tripled."),
    ("de", "2010 hatten Frauen 16,5 Prozent der Sitze im nationalen Parlament. 2020 waren es 33 Prozent. {}",
     "Dieser Anteil hat sich verdoppelt.", "Dieser Anteil hat sich verdreifacht."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "right", "wrong"), BETWEEN)
def test_a_change_is_measured_between_the_figures_before_it(said, language, text, right, wrong) -> None:
    both = [said(text.format(each), language=language) for each in (right, wrong)]
    assert both[0]["outcome"] == "supported", both[0]["why"]
    assert both[1]["outcome"] != "supported", both[1]["why"]


def test_a_change_after_figures_of_three_times_is_left_open(said) -> None:
    """Between which of them it lies nobody can say."""
    text = (
        "In 2010 women held 16.5 percent of the seats in our parliament, in 2020 33 percent. "
        "We took in 1,200 tonnes of plastic waste in 2019. Those imports were 1,800 tonnes in 2020. That has doubled."
    )
    assert said(text)["outcome"] != "supported"


def test_a_figure_of_a_part_stays_open_where_two_figures_of_the_whole_fit(said) -> None:
    text = "We took in 1,200 tonnes of waste from abroad in 2019. In 2020 it was 1,800 tonnes, half as much again."
    assert said(text)["outcome"] == "undecided"


def test_a_run_of_years_is_not_borne_out_by_the_last_one(said) -> None:
    text = "We improved the proportion of seats held by women in our parliament for the sixth year in a row in 2020, reaching 33 percent."
    assert said(text)["outcome"] != "supported"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2020 women held more than 32 percent of the seats in our parliament. Thirty-two!"),
        ("de", "2020 hatten Frauen mehr als 32 Prozent der Sitze im nationalen Parlament. Zweiunddreißig!"),
    ],
)
def test_a_figure_shouted_again_is_no_second_one(said, language: str, text: str) -> None:
    assert said(text, language=language)["outcome"] == "supported"
