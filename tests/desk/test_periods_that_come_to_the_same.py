"""A period that was not read as that of its figure changes nothing where the figure that was taken is of that very period."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
price,Inflation,%,KEN,2019,5.2
price,Inflation,%,KEN,2020,5.3
price,Inflation,%,KEN,2021,6.1
"""

ABOUT = {"place": "KEN"}


@pytest.mark.parametrize(("figure", "outcome"), [("6.1", "supported"), ("9.4", "contradicted")])
def test_the_last_year_is_the_one_that_the_sentence_names(said, figure, outcome):
    text = f"And as we closed the year, 2021, Kenyans saw inflation at {figure} percent."
    answer = said(text, date="2022-02-01")
    assert answer["outcome"] == outcome, answer["why"]


@pytest.mark.parametrize("figure", ["6.1", "5.3", "9.4"])
def test_another_year_than_the_one_that_was_taken_leaves_the_claim_open(said, figure):
    text = f"And as we closed the year, 2020, Kenyans saw inflation at {figure} percent."
    answer = said(text, date="2022-02-01")
    assert answer["outcome"] == "undecided", answer["why"]
