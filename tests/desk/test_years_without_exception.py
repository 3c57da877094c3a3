"""What no year failed to do was done in each, and what happened in no year did not happen in any."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
u5,Under-five mortality rate,deaths per 1000 live births,MKD,2010,10.4
u5,Under-five mortality rate,deaths per 1000 live births,MKD,2011,9.8
u5,Under-five mortality rate,deaths per 1000 live births,MKD,2012,9.1
u5,Under-five mortality rate,deaths per 1000 live births,MKD,2013,8.5
u5,Under-five mortality rate,deaths per 1000 live births,MKD,2014,7.7
jobless,Unemployment rate,% of labour force,MKD,2010,30.4
jobless,Unemployment rate,% of labour force,MKD,2011,31.4
jobless,Unemployment rate,% of labour force,MKD,2012,29.1
jobless,Unemployment rate,% of labour force,MKD,2013,28.5
jobless,Unemployment rate,% of labour force,MKD,2014,27.7
"""

ABOUT = {"date": "2015-05-17", "place": "MKD"}

NAMES = {
    "en": ("under-five mortality", "unemployment"),
    "de": ("die Kindersterblichkeit unter fünf Jahren", "die Arbeitslosenquote"),
    "mk": ("смртноста на децата под пет години", "стапката на невработеност"),
}

FALLING = [
    ("en", "There was not one year from 2010 through 2014 in which {} failed to drop."),
    ("en", "There was not a single year from 2010 to 2014 in which {} did not fall."),
    ("en", "From 2010 to 2014 there was no year in which {} rose."),
    ("en", "In no year from 2010 to 2014 did {} rise."),
    ("en", "In no year from 2010 to 2014 did {} fail to fall."),
    ("en", "Not once between 2010 and 2014 did {} go up."),
    ("en", "Not a year went by between 2010 and 2014 without a fall in {}."),
    ("en", "Not one year from 2010 to 2014 saw {} rise."),
    ("en", "From 2010 to 2014 {} fell in every single year."),
    ("de", "Es gab von 2010 bis 2014 kein einziges Jahr, in dem {} nicht sank."),
    ("de", "Es gab von 2010 bis 2014 kein Jahr, in dem {} stieg."),
    ("de", "Kein Jahr von 2010 bis 2014 verging, ohne dass {} sank."),
    ("de", "In keinem Jahr von 2010 bis 2014 ist {} gestiegen."),
    ("mk", "Од 2010 до 2014 година немаше ниту една година во која {} не падна."),
    ("mk", "Од 2010 до 2014 немаше година во која {} порасна."),
    ("mk", "Во ниту една година од 2010 до 2014 {} не порасна."),
]


@pytest.mark.parametrize(("language", "text"), FALLING)
def test_two_denials_say_it_of_each_year(said, language, text) -> None:
    answers = [said(text.format(name), language=language) for name in NAMES[language]]
    assert [each["outcome"] for each in answers] == ["supported", "contradicted"], [each["why"] for each in answers]


NOT_SO = [
    ("en", "There was not one year from 2010 through 2014 in which {} dropped."),
    ("en", "There was one year from 2010 through 2014 in which {} failed to drop."),
    ("en", "There was hardly a year from 2010 through 2014 in which {} failed to drop."),
    ("en", "There was not one year from 2010 through 2014 in which {} among farmers failed to drop."),
    ("en", "There was not one year from 2010 through 2014 in which {} in Albania failed to drop."),
    ("en", "There was not one year from 2010 through 2014 in which the minister said {} failed to drop."),
    ("en", "It is a lie that there was not one year from 2010 through 2014 in which {} failed to drop."),
    ("en", "Was there not one year from 2010 through 2014 in which {} failed to drop?"),
    ("en", "There was not one month from 2010 through 2014 in which {} failed to drop."),
    ("en", "In no year from 2010 to 2014 did {} fail to rise."),
    ("en", "In no year from 2010 to 2014 did {} fall."),
    ("de", "Es gab von 2010 bis 2014 kein einziges Jahr, in dem {} nicht stieg."),
    ("de", "Es gab von 2010 bis 2014 kaum ein Jahr, in dem {} nicht sank."),
    ("de", "Es gab von 2010 bis 2014 kein Jahr, in dem {} sank."),
    ("de", "Es gab von 2010 bis 2014 kein Jahr, in dem der Minister sagte, dass {} nicht sank."),
    ("mk", "Од 2010 до 2014 година немаше ниту една година во која {} не порасна."),
    ("mk", "Од 2010 до 2014 немаше година во која {} падна."),
    ("mk", "Од 2010 до 2014 година имаше една година во која {} не падна."),
]


@pytest.mark.parametrize(("language", "text"), NOT_SO)
def test_one_denial_or_another_year_does_not(said, language, text) -> None:
    answer = said(text.format(NAMES[language][0]), language=language)
    assert answer["outcome"] != "supported", answer["why"]
