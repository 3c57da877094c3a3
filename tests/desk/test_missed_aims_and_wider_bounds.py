"""Aims that were missed and wider bounds block no outcome; figures of a whole settle nothing about a part or another group."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
net,Fixed Internet broadband subscriptions,per 100 inhabitants,MKD,2010,12.5
net,Fixed Internet broadband subscriptions,per 100 inhabitants,MKD,2014,16.9
net,Fixed Internet broadband subscriptions,per 100 inhabitants,MKD,2018,20.55
co2,Carbon dioxide emissions from fuel combustion,tonnes,MKD,2010,8200000
co2,Carbon dioxide emissions from fuel combustion,tonnes,MKD,2014,7600000
co2,Carbon dioxide emissions from fuel combustion,tonnes,MKD,2018,7100000
women,Proportion of seats held by women in national parliaments,% of seats,MKD,2010,32.5
women,Proportion of seats held by women in national parliaments,% of seats,MKD,2018,37.5
work,Employment rate of women,% of women,MKD,2010,38.5
work,Employment rate of women,% of women,MKD,2018,41.5
"""

ABOUT = {"date": "2019-05-17", "place": "MKD"}

AIMS = [
    ("en", "Women were to have 40 percent of the seats in parliament in 2018. It was 37.5 percent."),
    ("de", "2018 sollten Frauen 40 Prozent der Sitze im Parlament haben. Es waren 37,5 Prozent."),
]


@pytest.mark.parametrize(("language", "text"), AIMS)
def test_an_aim_that_was_missed_blocks_nothing(said, language: str, text: str) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] in {"supported", "undecided"}
    assert "40" not in answer["why"].partition("Nothing settled")[2], answer["why"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Women held more than a third of the seats in our parliament in 2018: 37.5 percent of the seats."),
        ("de", "Frauen hatten 2018 mehr als ein Drittel der Sitze in unserem Parlament: 37,5 Prozent der Sitze."),
    ],
)
def test_a_wider_bound_of_a_settled_figure_blocks_nothing(said, language: str, text: str) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] == "supported", answer["why"]
