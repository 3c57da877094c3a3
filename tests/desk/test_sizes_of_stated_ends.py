"""A size that is just what lies between the two rounded ends of its text is as exact as these, and no more."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
jobless,Unemployment rate,% of labour force,MKD,2012,53.53
jobless,Unemployment rate,% of labour force,MKD,2015,28.24
jobless,Unemployment rate,% of labour force,ALB,2015,19.7
waste,Plastic waste imports,tonnes,MKD,2015,146.4
waste,Plastic waste imports,tonnes,MKD,2018,373.5
waste,Plastic waste imports,tonnes,ALB,2018,80.2
small,Homicide rate,per 100000 population,MKD,2015,3.49
small,Homicide rate,per 100000 population,MKD,2018,3.51
"""

ABOUT = {"date": "2019-05-17", "place": "MKD"}

WORKED_OUT = [
    ("en", "The unemployment rate fell by 26 percentage points from 54% in 2012 to 28% in 2015."),
    ("en", "The unemployment rate fell from 54% in 2012 to 28% in 2015, a drop of 26 percentage points."),
    ("en", "Between 2012 and 2015 the unemployment rate fell by 26 points, from 54% to 28%."),
    ("en", "The unemployment rate was 54% in 2012 and 28% in 2015, 26 points less."),
    ("en", "In 2012 the unemployment rate was 54%. In 2015 it was 28%, 26 points less."),
    ("en", "Plastic waste imports rose from 146 tonnes in 2015 to 374 tonnes in 2018, by 228 tonnes."),
    ("en", "Plastic waste imports rose by 156 percent, from 146 tonnes in 2015 to 374 tonnes in 2018."),
    ("de", "Die Arbeitslosenquote fiel um 26 Prozentpunkte von 54 Prozent im Jahr 2012 auf 28 Prozent im Jahr 2015."),
    ("de", "Die Arbeitslosenquote fiel von 54 Prozent im Jahr 2012 auf 28 Prozent im Jahr 2015, ein Minus von 26 Punkten."),
    ("de", "2012 lag die Arbeitslosenquote bei 54 Prozent, 2015 bei 28 Prozent, also 26 Punkte niedriger."),
    ("de", "Die Einfuhr von Plastikmüll stieg von 146 Tonnen im Jahr 2015 auf 374 Tonnen im Jahr 2018, um 228 Tonnen."),
    ("mk", "Стапката на невработеност падна за 26 процентни поени, од 54 отсто во 2012 на 28 отсто во 2015 година."),
    ("mk", "Стапката на невработеност падна од 54 отсто во 2012 на 28 отсто во 2015 година, пад од 26 процентни поени."),
    ("mk", "Увозот на пластичен отпад порасна од 146 тони во 2015 на 374 тони во 2018 година, за 228 тони."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), WORKED_OUT)
def test_a_size_that_lies_between_its_rounded_ends_holds(said, language, text) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] == "supported", answer["why"]


NOT_SO = [
    # the size is not what lies between the ends
    ("en", "The unemployment rate fell by 27 percentage points from 54% in 2012 to 28% in 2015."),
    ("de", "Die Arbeitslosenquote fiel um 27 Prozentpunkte von 54 Prozent im Jahr 2012 auf 28 Prozent im Jahr 2015."),
    ("mk", "Стапката на невработеност падна за 27 процентни поени, од 54 отсто во 2012 на 28 отсто во 2015 година."),
    ("en", "Plastic waste imports rose from 146 tonnes in 2015 to 374 tonnes in 2018, by 300 tonnes."),
    ("de", "Die Einfuhr von Plastikmüll stieg von 146 Tonnen im Jahr 2015 auf 374 Tonnen im Jahr 2018, um 300 Tonnen."),
    # an end does not hold
    ("en", "The unemployment rate fell by 25 percentage points from 54% in 2012 to 29% in 2015."),
    ("en", "The unemployment rate fell from 55% in 2012 to 28% in 2015, a drop of 27 percentage points."),
    ("de", "Die Arbeitslosenquote fiel um 26 Punkte von 55 Prozent im Jahr 2012 auf 29 Prozent im Jahr 2015."),
    ("mk", "Стапката на невработеност падна за 26 процентни поени, од 55 отсто во 2012 на 29 отсто во 2015 година."),
    # the ends are not stated
    ("en", "The unemployment rate fell by 26 percentage points from 2012 to 2015."),
    ("de", "Die Arbeitslosenquote fiel von 2012 bis 2015 um 26 Prozentpunkte."),
    # the other way round, another group, another place, a plan
    ("en", "The unemployment rate rose by 26 percentage points from 28% in 2012 to 54% in 2015."),
    ("en", "The unemployment rate among farmers fell by 26 percentage points from 54% in 2012 to 28% in 2015."),
    ("en", "The unemployment rate fell by 26 percentage points from 54% in 2012 to 28% in 2015 in Albania."),
    ("de", "Die Arbeitslosenquote soll um 26 Prozentpunkte von 54 Prozent im Jahr 2012 auf 28 Prozent im Jahr 2015 fallen."),
    ("mk", "Стапката на невработеност кај земјоделците падна за 26 поени, од 54 отсто во 2012 на 28 отсто во 2015 година."),
    ("en", "Plastic waste imports rose from 146 tonnes in 2015 to 374 tonnes in 2018, in Albania by 228 tonnes."),
    ("en", "Plastic waste imports rose from 146 tonnes in 2015 to 374 tonnes in 2018, exports by 228 tonnes."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NOT_SO)
def test_any_other_size_does_not(said, language, text) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] != "supported", answer["why"]


def test_a_size_that_only_rounding_makes_is_left_open(said) -> None:
    """From 3.49 to 3.51 is hardly a rise; its rounded ends say one of a third."""
    answer = said("The homicide rate rose by 33 percent from 3 in 2015 to 4 per 100,000 in 2018.")
    assert answer["outcome"] != "supported", answer["why"]
