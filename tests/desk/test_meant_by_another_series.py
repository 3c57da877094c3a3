"""A claim is not refuted by one series where another bears it out, and its words do not say which of the two it means."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
new,New asylum applications,persons,DEU,2016,700000
new,New asylum applications,persons,DEU,2017,200000
wait,Asylum seekers with a pending claim at the end of the year,persons,DEU,2016,580000
wait,Asylum seekers with a pending claim at the end of the year,persons,DEU,2017,430000
net,Average monthly net wage per employee,euros,DEU,2017,2250
gross,Average monthly gross wage per employee,euros,DEU,2017,3770
women,Life expectancy of women,years,DEU,2017,83.4
men,Life expectancy of men,years,DEU,2017,78.7
"""


ABOUT = {"date": "2018-07-08", "place": "DEU"}


@pytest.mark.parametrize(
    "text",
    [
        "2017 gab es 150.000 Asylverfahren weniger als im Jahr davor.",
        "2017 lagen rund 430.000 Asylverfahren auf den Tischen.",
    ],
)
def test_what_another_series_bears_out_is_not_refuted(said, text):
    assert said(text, language="de")["outcome"] != "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "The average net wage was 3,770 euros in 2017.",
        "The average gross wage was 2,250 euros in 2017.",
        "Life expectancy of men was 83.4 years in 2017.",
        "Life expectancy of women was 78.7 years in 2017.",
        "New asylum applications came to 430,000 in 2017.",
    ],
)
def test_a_claim_that_says_which_it_means_is_refuted_by_that(said, text):
    """The net wage said to be what is the gross one is wrong."""
    assert said(text)["outcome"] == "contradicted"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In the city the average net wage was 2,900 euros in 2017.", "en"),
        ("In our capital the average net wage was 2,900 euros in 2017.", "en"),
        ("In der Stadt lag der durchschnittliche Nettolohn 2017 bei 2900 Euro.", "de"),
        ("In unserer Hauptstadt lag der durchschnittliche Nettolohn 2017 bei 2900 Euro.", "de"),
        ("Der Freistaat Bayern zahlte 2017 einen durchschnittlichen Nettolohn von 2900 Euro.", "de"),
        ("Во градот просечната нето-плата во 2017 година беше 2900 евра.", "mk"),
    ],
)
def test_the_countrys_figure_refutes_none_of_a_part_of_it(said, text, language):
    assert said(text, language=language)["outcome"] == "undecided"
