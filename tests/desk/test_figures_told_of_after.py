"""A figure may be announced, and told of by the sentence behind it; what denies it or only promised it leaves it open."""

from __future__ import annotations

import pytest

ABOUT = {"date": "2018-06-01"}
DATA = """series,title,unit,place,time,value
o:a,Unemployment rate,% of the labour force,PRT,2012,9.1
o:a,Unemployment rate,% of the labour force,PRT,2013,9.6
o:a,Unemployment rate,% of the labour force,PRT,2014,9.8
o:a,Unemployment rate,% of the labour force,PRT,2015,12.4
o:b,Forest area,hectares,PRT,2014,3180000
o:b,Forest area,hectares,PRT,2015,3210000
o:c,Number of dentistry personnel,persons,PRT,2013,6200
o:c,Number of dentistry personnel,persons,PRT,2014,6350
o:c,Number of dentistry personnel,persons,PRT,2015,7100
o:d,Installed cost of solar photovoltaics,US dollars per kilowatt,PRT,2014,2480
o:d,Installed cost of solar photovoltaics,US dollars per kilowatt,PRT,2015,1930
o:e,Median age of the population,years,PRT,2015,43.8
"""

TRUE = [
    ("en", "Our figure of the week: 12.4 percent. That was the unemployment rate in Portugal in 2015."),
    ("en", "12.4 percent! That is how high unemployment was in Portugal in 2015."),
    (
        "en",
        "Listeners, here is a number: 3.21 million hectares. This is what forest area looked like in Portugal in 2015.",
    ),
    ("de", "Die Zahl des Tages: 12,4 Prozent. Das war 2015 die Arbeitslosenquote in Portugal."),
    ("de", "12,4 Prozent! So hoch war 2015 die Arbeitslosenquote in Portugal."),
    ("mk", "Бројка на денот: 12,4 отсто. Тоа беше стапката на невработеност во Португалија во 2015 година."),
    ("en", "At 7,100, the number of dentists in Portugal was higher in 2015 than at any time since 2013."),
    ("en", "With 12.4 percent, unemployment in Portugal was higher in 2015 than in any year since 2012."),
    ("en", "Take 2014. Installation costs for solar panels in Portugal then stood at 2,480 dollars per kilowatt."),
    ("en", "The median age of all inhabitants of Portugal was over 43 years in 2015."),
]


@pytest.mark.parametrize(("language", "text"), TRUE)
def test_a_figure_told_of_behind_it_is_read(said, language, text):
    assert said(text, language=language)["outcome"] == "supported", said(text, language=language)["why"]


OPEN = [
    ("en", "Our figure of the week: 12.4 percent. That was not the unemployment rate in Portugal in 2015."),
    ("en", "Our figure of the week: 12.4 percent. That was the target for the unemployment rate in Portugal in 2015."),
    ("en", "12.4 percent – that was never the unemployment rate in Portugal in 2015."),
    ("en", "12.4 percent: that was our promise for the unemployment rate in Portugal in 2015."),
    ("en", "12.4 percent. That was the unemployment rate among women in Portugal in 2015."),
    ("en", "12.4 percent. Was that the unemployment rate in Portugal in 2015?"),
    ("de", "Die Zahl des Tages: 12,4 Prozent. Das war 2015 nicht die Arbeitslosenquote in Portugal."),
    ("de", "12,4 Prozent. Das war 2015 das Ziel für die Arbeitslosenquote in Portugal."),
    ("mk", "Бројка на денот: 12,4 отсто. Тоа не беше стапката на невработеност во Португалија во 2015 година."),
    ("en", "Now at 7,100, the number of dentists in Portugal was higher in 2014 than at any time since 2012."),
    ("en", "At 7,100, the number of young dentists in Portugal was higher in 2015 than at any time since 2013."),
    ("en", "The hearing on unemployment in Portugal in 2015 began at 3."),
]


@pytest.mark.parametrize(("language", "text"), OPEN)
def test_what_is_denied_promised_or_of_others_is_left_open(said, language, text):
    assert said(text, language=language)["outcome"] == "undecided", said(text, language=language)["why"]


@pytest.mark.parametrize(
    "text",
    [
        "Our figure of the week: 9.9 percent. That was the unemployment rate in Portugal in 2015.",
        "At 6,100, the number of dentists in Portugal was higher in 2015 than at any time since 2013.",
    ],
)
def test_a_wrong_figure_told_of_behind_it_is_contradicted(said, text):
    assert said(text, language="en")["outcome"] == "contradicted", said(text, language="en")["why"]
