"""A figure that is another year's refutes nothing where the year was assumed: the slip is as likely the reader's as the speaker's."""

from __future__ import annotations

import json

import pytest

DATA = """series,title,unit,place,time,value
cases,Court cases pending,cases,KEN,2018,70000
cases,Court cases pending,cases,KEN,2019,75000
cases,Court cases pending,cases,KEN,2020,38000
cases,Court cases pending,cases,KEN,2021,36500
"""


def said(workbench, tmp_path, text):
    table = tmp_path / "data.csv"
    table.write_text(DATA)
    record = json.dumps({"id": "a", "text": text, "date": "2021-07-08", "place": "KEN"})
    ran = workbench("check", "--records", "--data", table, stdin=f"{record}\n".encode())
    assert ran.code == 0
    return json.loads(ran.out)["outcome"]


@pytest.mark.parametrize("size", ["38,000", "70,000"])
def test_a_year_that_was_assumed_is_not_held_against_the_speaker(workbench, tmp_path, size):
    """The pandemic year is named by no number, and so the year of the sentence before was taken."""
    text = f"In 2019 there were 75,000 court cases pending. The pandemic year brought that number to {size}."
    assert said(workbench, tmp_path, text) != "contradicted"


@pytest.mark.parametrize("size", ["38,000", "70,000"])
def test_a_year_that_was_said_is(workbench, tmp_path, size):
    assert said(workbench, tmp_path, f"In Kenya {size} court cases were pending in 2019.") == "contradicted"
