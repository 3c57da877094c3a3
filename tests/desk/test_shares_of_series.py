"""A share is worked out of two series where the sentence names the part and the whole, and says nothing more of either."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
all,Persons in employment,persons,GBR,2016,30000
all,Persons in employment,persons,GBR,2017,31000
women,Women in employment,persons,GBR,2016,14100
women,Women in employment,persons,GBR,2017,14500
farm,"Gross domestic product, agriculture and fishing",million euro,IRL,2016,3000
whole,"Gross domestic product, all sectors",million euro,IRL,2016,100000
rate,Unemployment rate,%,GBR,2016,4.9
"""


ABOUT = {"date": "2018-03-07", "place": "GBR"}


@pytest.mark.parametrize(
    "text",
    [
        "Of all the people in work in Britain in 2016, {} percent were women.",
        "In 2016 women made up {} percent of those in employment in Britain.",
        "{} percent of those employed in Britain in 2016 were women.",
    ],
)
@pytest.mark.parametrize(("share", "outcome"), [("47", "supported"), ("41", "contradicted"), ("53", "contradicted")])
def test_women_among_those_in_work(said, text, share, outcome):
    answer = said(text.format(share))
    assert answer["outcome"] == outcome
    assert "14,100 persons of 30,000 persons in 2016, which is 47 %" in answer["why"]


def test_a_part_of_all_sectors(said):
    text = "Agriculture and fishing made up 3 percent of gross domestic product in 2016."
    assert said(text, place="IRL")["outcome"] == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "Of all the women in work in Britain in 2016, 47 percent had a part-time contract.",
        "Of every hundred women in employment in Britain in 2016, 47 percent smoked.",
        "In 2016, 47 percent of women in work in Britain smoked.",
        "In 2016, 47 percent of young women in employment in Britain had no pension.",
        "In 2016, 47 percent of the unemployed in Britain were women.",
        "Women in employment in Britain were paid 47 percent less in 2016.",
        "Of all the people in work in Britain in 2016, 12 percent were women.",
    ],
)
def test_a_share_of_something_else_and_one_far_off_decide_nothing(said, text):
    assert said(text)["outcome"] == "undecided"


def test_a_year_that_one_of_the_two_lacks_is_open(said):
    text = "Of all the people in work in Britain in 2012, 47 percent were women."
    assert said(text)["outcome"] == "undecided"
