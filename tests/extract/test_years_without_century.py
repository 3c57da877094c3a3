"""Years that a speaker names without their century: "the spring of ninety-two", "back in oh-eight"."""

from __future__ import annotations

import pytest

from workbench.extract import read_text

NAMED = [
    ("In the second quarter of nineteen ninety-two unemployment was 10 percent.", "1992-Q2"),
    ("In the second quarter of ninety-two, unemployment was 10 percent.", "1992-Q2"),
    ("In the spring of nineteen ninety-two unemployment was 10 percent.", "Mar–May 1992"),
    ("In the spring of ninety-two unemployment was 10 percent.", "Mar–May 1992"),
    ("In the summer of oh-eight unemployment was 5 percent.", "Jun–Aug 2008"),
    ("In the first half of two thousand and eight unemployment was 5 percent.", "Jan–Jun 2008"),
    ("In the first quarter of twenty twelve unemployment was 8 percent.", "2012-Q1"),
    ("In the last quarter of oh-nine, unemployment was 8 percent.", "2009-Q4"),
    ("In May of ninety-two unemployment was 10 percent.", "May 1992"),
    ("Back in ninety-two, unemployment was 10 percent.", "1992"),
    ("Unemployment in ninety-two? It was 10 percent.", "1992"),
]


@pytest.mark.parametrize(("text", "period"), NAMED)
def test_a_year_without_its_century_is_the_period(text, period):
    assert {str(claim.period.value) for claim in read_text(text).claims if claim.period} == {period}


@pytest.mark.parametrize(
    "text",
    [
        "In ninety-two countries unemployment was 10 percent.",
        "In the first half of ninety-two matches we scored 40 percent.",
        "We lost two of ninety-two seats.",
        "One of forty workers was out of a job.",
        "It is in fifty of eighty towns.",
    ],
)
def test_a_number_of_things_is_no_year(text):
    assert not any(claim.period for claim in read_text(text).claims)
