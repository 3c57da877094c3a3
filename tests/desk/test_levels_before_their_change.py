"""Two levels, then what they are of, where, and which way it went: "6.8 in 2008, only 5.5 in 2017: that is how far it fell"."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
jobs,Unemployment rate,%,MLT,2010,7.0
jobs,Unemployment rate,%,MLT,2011,6.4
jobs,Unemployment rate,%,MLT,2015,5.2
jobs,Unemployment rate,%,MLT,2016,5.4
jobs,Unemployment rate,%,ESP,2010,19.9
jobs,Unemployment rate,%,ESP,2016,19.6
"""
ABOUT = {"date": "2017-06-01"}

FELL = [
    (
        "en",
        "7.0 percent in 2010, only 5.4 percent in 2016: that is how far the unemployment rate in Malta has dropped.",
    ),
    ("en", "The unemployment rate in Malta was 7.0 percent in 2010 and 5.4 percent in 2016, so it fell."),
    (
        "de",
        "7,0 Prozent im Jahr 2010, nur noch 5,4 Prozent im Jahr 2016: So stark ist die Arbeitslosenquote in Malta gesunken.",
    ),
    ("de", "Das Amt nennt 7,0 Prozent für 2010 und 5,4 Prozent für 2016; es geht um die Arbeitslosenquote in Malta."),
    ("mk", "Во 2010 година 7,0 проценти, во 2016 година 5,4 проценти: толку падна невработеноста во Малта."),
]
ROSE = [
    ("en", "7.0 percent in 2010, 5.4 percent in 2016: that is how far the unemployment rate in Malta has risen."),
    (
        "de",
        "7,0 Prozent im Jahr 2010, 5,4 Prozent im Jahr 2016: So stark ist die Arbeitslosenquote in Malta gestiegen.",
    ),
    ("mk", "Во 2010 година 7,0 проценти, во 2016 година 5,4 проценти: толку се зголеми невработеноста во Малта."),
]
OPEN = [
    (
        "en",
        "7.0 percent in 2010, 5.4 percent in 2016: that is how far the unemployment rate of women in Malta has dropped.",
    ),
    ("en", "7.0 percent in 2010, 5.4 percent in 2016: is that how far the unemployment rate in Malta has dropped?"),
    (
        "de",
        "7,0 Prozent im Jahr 2010, 5,4 Prozent im Jahr 2016: So soll die Jugendarbeitslosigkeit in Malta gesunken sein.",
    ),
]


@pytest.mark.parametrize(("language", "text"), FELL)
def test_a_change_lies_between_the_figures_of_its_own_sentence(said, language, text):
    assert said(text, language=language)["outcome"] == "supported"
    assert said(text.replace("7,0", "8,0").replace("7.0", "8.0"), language=language)["outcome"] != "supported"


@pytest.mark.parametrize(("language", "text"), ROSE)
def test_the_other_way_is_contradicted(said, language, text):
    assert said(text, language=language)["outcome"] == "contradicted"


@pytest.mark.parametrize(("language", "text"), OPEN)
def test_another_group_or_a_question_is_not_supported(said, language, text):
    assert said(text, language=language)["outcome"] != "supported"
