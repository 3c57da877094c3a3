"""What holds as a change from another period that the text names is not refuted by the figure that it was read as."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
life,Life expectancy at birth,years,RWA,1995,31.0
life,Life expectancy at birth,years,RWA,2016,67.9
life,Life expectancy at birth,years,RWA,2017,68.3
cases,Court cases pending,cases,RWA,2011,90000
cases,Court cases pending,cases,RWA,2012,80000
cases,Court cases pending,cases,RWA,2016,62000
cases,Court cases pending,cases,RWA,2017,60000
"""


ABOUT = {"date": "2019-04-07", "place": "RWA"}


@pytest.mark.parametrize(
    "text",
    [
        "Think of 2012. In 2017 pending court cases were down by 25 percent.",
        "Much was done about the courts after 2012. In 2017 pending court cases had been cut by more than 24 percent.",
        "The reform was of 2012. In 2017 pending court cases fell by 20,000.",
        "The reform was of 2012. In 2017 we had 20,000 pending court cases off the books.",
    ],
)
def test_a_change_from_a_period_that_the_text_names_is_not_refuted(said, text):
    assert said(text)["outcome"] != "contradicted"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Think of {}. In 2017 pending court cases were down by 25 percent.", 2011),
        ("The reform was of {}. In 2017 pending court cases fell by 20,000.", 2016),
    ],
)
def test_a_period_from_which_it_does_not_hold_saves_nothing(said, text, year):
    assert "which the text names" not in said(text.format(year))["why"]


@pytest.mark.parametrize("size", ["5", "6"])
def test_a_change_that_says_since_when_is_refuted_whatever_else_is_named(said, size):
    text = f"Think of 2012. From 2016 to 2017 pending court cases fell by {size} percent."
    assert said(text)["outcome"] == "contradicted"


def test_a_reading_that_would_hold_is_told(said):
    """It is undecided, and says why."""
    text = "Think of 2012. In 2017 pending court cases were down by 25 percent."
    answer = said(text)
    assert answer["outcome"] == "undecided"
    assert "As a change since 2012, which the text names, it would hold" in answer["why"]


@pytest.mark.parametrize(
    "moved", ["cut by 25 percent to 60,000", "cut by 20,000 to 60,000", "down by 25 percent to 60,000"]
)
def test_an_end_that_fits_does_not_bear_out_the_change_that_was_left_open(said, moved):
    answer = said(f"Think of 2009 and of 2012. In 2017 pending court cases were {moved}.")
    assert answer["outcome"] == "undecided"
    assert "which the text names" in answer["why"]
