"""A figure that is another year's refutes nothing where the year was assumed: the slip is as likely the reader's as the speaker's."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
cases,Court cases pending,cases,KEN,2018,70000
cases,Court cases pending,cases,KEN,2019,75000
cases,Court cases pending,cases,KEN,2020,38000
cases,Court cases pending,cases,KEN,2021,36500
"""


ABOUT = {"date": "2021-07-08", "place": "KEN"}


@pytest.mark.parametrize("size", ["38,000", "70,000"])
def test_a_year_that_was_assumed_is_not_held_against_the_speaker(said, size):
    """The pandemic year is named by no number, and so the year of the sentence before was taken."""
    text = f"In 2019 there were 75,000 court cases pending. The pandemic year brought that number to {size}."
    assert said(text)["outcome"] != "contradicted"


@pytest.mark.parametrize("size", ["38,000", "70,000"])
def test_a_year_that_was_said_is(said, size):
    assert said(f"In Kenya {size} court cases were pending in 2019.")["outcome"] == "contradicted"
