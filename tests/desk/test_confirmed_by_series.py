"""Two figures of a text that one series bears out show that this series is meant, whatever its words leave open."""

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

TWO = [
    ("en", "In 2018 the chimneys of power stations and cars let out 7.1 million tonnes of carbon dioxide, in 2010 8.2 million."),
    ("de", "2018 bliesen Kraftwerke und Autos 7,1 Millionen Tonnen Kohlendioxid in die Luft, 2010 waren es 8,2 Millionen Tonnen."),
    ("mk", "Во 2018 година кај нас имало 20,55 фиксни широкопојасни приклучоци на сто жители, а во 2010 година 12,5."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), TWO)
def test_two_figures_of_one_series_settle_each_other(said, language: str, text: str) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] == "supported", answer["why"]


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text.replace("8.2", "9.4").replace("8,2", "9,4").replace("12,5", "14,1")) for language, text in TWO],
)
def test_a_figure_that_does_not_fit_settles_none(said, language: str, text: str) -> None:
    """The other figure fits, and may be that of a whole of which the speaker told a part."""
    assert said(text, language=language)["outcome"] != "supported"


def test_the_same_figure_twice_is_no_second_one(said) -> None:
    text = "In 2018 7.1 million tonnes of carbon dioxide came from our brave cars. Our brave cars: 7.1 million tonnes!"
    once = said("In 2018 7.1 million tonnes of carbon dioxide came from our brave cars.")
    assert said(text)["outcome"] == once["outcome"]


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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Men held 32.5 percent of the seats in parliament in 2010, and 37.5 percent in 2018."),
        ("de", "Männer hatten 2010 32,5 Prozent der Sitze im nationalen Parlament, 2018 waren es 37,5 Prozent."),
        ("en", "The employment rate of men was 38.5 percent in 2010 and 41.5 percent in 2018."),
        ("en", "The employment rate was 38.5 percent in 2010 and 41.5 percent in 2018."),
        ("de", "Die Erwerbstätigenquote lag 2010 bei 38,5 Prozent, 2018 bei 41,5 Prozent."),
    ],
)
def test_figures_of_women_settle_nothing_about_men_or_all(said, language: str, text: str) -> None:
    assert said(text, language=language)["outcome"] == "undecided"


def test_figures_of_women_settle_those_of_a_text_about_women(said) -> None:
    text = "Look at our women! The employment rate was 38.5 percent in 2010 and 41.5 percent in 2018."
    assert said(text)["outcome"] == "supported"
