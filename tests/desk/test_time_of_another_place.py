"""A figure without a place, whose time is that of a sentence about another country, may be about there too."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
jobless,Unemployment rate,% of the labour force,DEU,2012,5.38
jobless,Unemployment rate,% of the labour force,DEU,2013,5.23
"""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "In 2012 Spain was rescued. Unemployment was below twenty percent."),
        ("en", "In 2012 I worked in Madrid. Unemployment was below twenty percent."),
        ("en", "Spain got its bailout in 2012. Unemployment stood at 5.4 percent."),
        ("en", "In 2012 the Greeks voted twice. Unemployment stood at 5.4 percent."),
        ("en", "When Spain won the cup in 2012, I cheered. Unemployment was below twenty percent."),
        ("de", "Spanien 2012, mitten in der Bankenrettung. Die Arbeitslosenquote lag unter zwanzig Prozent."),
        ("de", "2012 wurde Spanien gerettet. Die Arbeitslosenquote lag bei 5,4 Prozent."),
        ("mk", "Во 2012 година Шпанија беше спасена. Невработеноста беше под дваесет проценти."),
    ],
)
def test_it_stays_open(said, language, words):
    assert said(words, date="2014-05-01", place="DEU", language=language)["outcome"] == "undecided"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "In 2012 we sold cars to Spain. Unemployment was below twenty percent."),
        ("en", "In 2012 Spain lost to us. Our unemployment was below twenty percent."),
        ("en", "In 2012 Germany voted. Unemployment was 5.4 percent."),
        ("en", "The year was 2012. Unemployment was 5.4 percent."),
        ("en", "In 2012 the world held its breath. Unemployment was 5.4 percent."),
        ("de", "2012 wurde gewählt. Die Arbeitslosenquote lag bei 5,4 Prozent."),
        ("mk", "Во 2012 година имаше избори. Невработеноста беше 5,4 проценти."),
    ],
)
def test_what_is_said_at_home_is_judged(said, language, words):
    assert said(words, date="2014-05-01", place="DEU", language=language)["outcome"] == "supported"
