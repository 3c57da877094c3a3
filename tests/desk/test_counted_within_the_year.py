"""What is counted at a time in a year may be known before the year has ended; what comes about over the year is not."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
women,Proportion of seats held by women in national parliaments,% of seats,MKD,2018,36
women,Proportion of seats held by women in national parliaments,% of seats,MKD,2019,38
cpi,Corruption Perceptions Index,score from 0 to 100,MKD,2018,37
cpi,Corruption Perceptions Index,score from 0 to 100,MKD,2019,35
jobless,Unemployment rate,% of labour force,MKD,2018,20.7
jobless,Unemployment rate,% of labour force,MKD,2019,17.3
waste,Plastic waste imports,tonnes,MKD,2018,1200
waste,Plastic waste imports,tonnes,MKD,2019,1800
"""

ABOUT = {"date": "2019-11-17", "place": "MKD"}

AT_A_TIME = [
    ("en", "In 2019 women held {} percent of the seats in our parliament.", "38", "80"),
    ("de", "2019 hatten Frauen {} Prozent der Sitze im nationalen Parlament.", "38", "80"),
    ("mk", "Во 2019 година жените држеа {} отсто од пратеничките места.", "38", "80"),
    ("en", "On the Corruption Perceptions Index North Macedonia scored {} in 2019.", "35", "75"),
]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), AT_A_TIME)
def test_a_figure_of_a_day_in_the_year_decides(said, language, text, right, wrong) -> None:
    both = [said(text.format(each), language=language) for each in (right, wrong)]
    assert [each["outcome"] for each in both] == ["supported", "contradicted"], both[1]["why"]
    assert "may be of a later one" in both[1]["why"]


OVER_THE_YEAR = [
    ("en", "In 2019 the unemployment rate was 80 percent."),
    ("de", "2019 lag die Arbeitslosenquote bei 80 Prozent."),
    ("mk", "Во 2019 година стапката на невработеност беше 80 отсто."),
    ("en", "We imported 9,000 tonnes of plastic waste in 2019."),
]


@pytest.mark.parametrize(("language", "text"), OVER_THE_YEAR)
def test_a_figure_of_the_whole_year_refutes_nothing_said_in_it(said, language, text) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] == "undecided", answer["why"]
    assert "could not be known" in answer["why"]


NOT_SUPPORTED = [
    ("en", "In 2019 women held 40 percent of the seats in our parliament."),
    ("en", "In 2019 women held 38 percent of the seats in the parliament of Albania."),
    ("en", "In 2020 women will hold 38 percent of the seats in our parliament."),
    ("de", "2019 hatten junge Frauen 38 Prozent der Sitze im nationalen Parlament."),
    ("mk", "Во 2020 година жените ќе држат 38 отсто од пратеничките места."),
]


@pytest.mark.parametrize(("language", "text"), NOT_SUPPORTED)
def test_another_figure_place_or_plan_is_not_borne_out(said, language, text) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] != "supported", answer["why"]
