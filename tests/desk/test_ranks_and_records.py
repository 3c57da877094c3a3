"""Superlatives without a figure: the highest of places that are named, and of the years since one."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
jobless,Unemployment rate,%,MLT,2014,5.7
jobless,Unemployment rate,%,MLT,2015,5.4
jobless,Unemployment rate,%,MLT,2016,4.7
jobless,Unemployment rate,%,MLT,2017,4.0
jobless,Unemployment rate,%,MLT,2018,3.7
jobless,Unemployment rate,%,ITA,2017,11.2
jobless,Unemployment rate,%,ITA,2018,10.6
jobless,Unemployment rate,%,SVN,2017,6.6
jobless,Unemployment rate,%,SVN,2018,5.1
"""

ABOUT = {"date": "2020-03-15"}

FIRST_OF_THREE = [
    ("en", "In 2017 the unemployment rate was {} in {}, ahead of {} and {}.", "highest"),
    ("en", "We compared {1}, {2} and {3}. In 2017 the unemployment rate was {0} in {1}.", "highest"),
    ("en", "Unemployment rate in 2017: {1} with the {0} figure, {2} and {3} below it", "highest"),
    ("en", "Neither in {2} nor in {3} was the unemployment rate as {0} as in {1} in 2017.", "high"),
    ("en", "In 2017 the unemployment rate was {} in {} than in {} or in {}.", "higher"),
    ("de", "{1}, {2} und {3} im Vergleich: 2017 war die Arbeitslosenquote in {1} am {0}.", "höchsten"),
    ("de", "Weder in {2} noch in {3} war die Arbeitslosenquote 2017 so {0} wie in {1}.", "hoch"),
    ("mk", "Споредба на {1}, {2} и {3}: стапката на невработеност во 2017 година беше {0} во {1}.", "највисока"),
    (
        "mk",
        "Ниту во {2} ниту во {3}, стапката на невработеност во 2017 година не беше толку {0} како во {1}.",
        "висока",
    ),
]

NAMES = {
    "en": ("Italy", "Malta", "Slovenia"),
    "de": ("Italien", "Malta", "Slowenien"),
    "mk": ("Италија", "Малта", "Словенија"),
}


@pytest.mark.parametrize(("language", "frame", "word"), FIRST_OF_THREE)
def test_the_first_of_three_places_that_are_named(said, language, frame, word):
    italy, malta, slovenia = NAMES[language]
    answer = said(frame.format(word, italy, malta, slovenia), language=language)
    assert answer["outcome"] == "supported", answer["why"]
    answer = said(frame.format(word, slovenia, malta, italy), language=language)
    assert answer["outcome"] == "contradicted", answer["why"]


LOWEST_SINCE = [
    ("en", "Not since 2014 had the unemployment rate in Malta been as low as in {}."),
    ("en", "Malta: unemployment rate in {} at lowest level since 2014"),
    ("de", "Seit 2014 war die Arbeitslosenquote in Malta nicht mehr so niedrig wie im Jahr {}."),
    ("de", "Im Jahr {} sank die Arbeitslosenquote in Malta auf den niedrigsten Wert seit 2014."),
    ("mk", "Од 2014 година стапката на невработеност во Малта не била толку ниска како во {} година."),
]


@pytest.mark.parametrize(("language", "frame"), LOWEST_SINCE)
def test_the_lowest_since_a_year(said, language, frame):
    answer = said(frame.format(2017), language=language)
    assert answer["outcome"] == "supported", answer["why"]


def test_a_record_in_a_sentence_of_its_own_is_of_the_figure_before_it(said):
    text = "In 2017 the unemployment rate in Malta stood at 4.0 percent. That was the {} since 2014."
    assert said(text.format("lowest"))["outcome"] == "supported"
    assert said(text.format("highest"))["outcome"] == "contradicted"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2017 and 2018 the unemployment rate was highest in Italy, ahead of Malta and Slovenia."),
        ("en", "In 2017 the unemployment rate was not highest in Italy, ahead of Malta and Slovenia."),
        ("en", "Was the unemployment rate highest in Italy in 2017, ahead of Malta and Slovenia?"),
        ("en", "In 2017 the unemployment rate was higher in Italy than in Malta and Slovenia combined."),
        (
            "en",
            "Nobody says that neither in Malta nor in Slovenia was the unemployment rate as high as in Italy in 2017.",
        ),
        ("en", "Not since 2014 had the unemployment rate in Malta been nearly as low as in 2017."),
        ("en", "Not since 2014 had the unemployment rate of women in Malta been as low as in 2017."),
        ("en", "It is not true that the unemployment rate in Malta in 2017 was the lowest since 2014."),
        ("en", "In 2017 the unemployment rate in Malta rose to the lowest level since 2014."),
        ("en", "We compared Malta, Slovenia and Spain. In 2017 the unemployment rate was highest in Italy."),
        (
            "de",
            "Italien, Malta und Slowenien im Vergleich: 2017 war die Arbeitslosenquote in Italien nicht am höchsten.",
        ),
        ("de", "Die Arbeitslosenquote war 2017 in Italien höher als in Malta und in Slowenien zusammen."),
        ("de", "Im Jahr 2017 stieg die Arbeitslosenquote in Italien auf den niedrigsten Wert seit 2014."),
        ("mk", "Од Италија, Малта и Словенија, стапката на невработеност во 2017 година не беше највисока во Италија."),
        ("mk", "Во 2017 година стапката на невработеност ќе биде највисока во Италија, пред Малта и Словенија."),
    ],
)
def test_what_is_denied_asked_or_said_of_more_is_not_supported(said, language, text):
    answer = said(text, language=language)
    assert answer["outcome"] != "supported", answer["why"]
