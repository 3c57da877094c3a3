"""A count that no date is given for, and a gap that its speaker takes back at once, refute nothing."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
jobless,Unemployment rate,% of the labour force,DEU,2012,5.4
jobless,Unemployment rate,% of the labour force,JPN,2012,4.3
jobless,Unemployment rate,% of the labour force,DEU,2018,3.4
"""
ABOUT = {"date": "2019-05-01", "place": "DEU"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "At the first count, unemployment was 9.4 percent in Germany."),
        ("en", "At the second, unemployment was 9.4 percent in Germany."),
        ("de", "Bei der ersten Zählung lag die Arbeitslosenquote in Deutschland bei 9,4 Prozent."),
        ("mk", "На првиот попис невработеноста во Германија беше 9,4 проценти."),
        ("en", "In 2012 unemployment in Germany was nine points higher than in Japan – no, two."),
        ("en", "In 2012 unemployment in Germany was nine points higher than in Japan, sorry, I mean one."),
        ("en", "In 2012 unemployment in Germany was nine points higher than in Japan. No, one."),
        ("de", "2012 lag die Arbeitslosenquote in Deutschland neun Punkte höher als in Japan – nein, zwei."),
        ("mk", "Во 2012 невработеноста во Германија беше девет поени повисока отколку во Јапонија – не, две."),
    ],
)
def test_it_is_left_open(said, language, text):
    answer = said(text, language=language)
    assert answer["outcome"] == "undecided", answer["why"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("At the last count, unemployment in Germany was 3.4 percent.", "supported"),
        ("At the second count in 2012, unemployment in Germany was 5.4 percent.", "supported"),
        ("In 2012, at the second count, unemployment in Germany was 9.4 percent.", "contradicted"),
        ("In 2012 unemployment in Germany was 5.4 percent – no more, no less.", "supported"),
        ("In 2012 unemployment in Germany was 5.4 percent. No, two reasons do not suffice.", "supported"),
        ("Was unemployment 6 percent in 2012? No, 5.4 percent.", "supported"),
        ("In 2012 unemployment in Germany was nine points higher than in Japan.", "contradicted"),
    ],
)
def test_a_dated_count_and_a_figure_that_stands_are_judged(said, text, outcome):
    answer = said(text)
    assert answer["outcome"] == outcome, answer["why"]
