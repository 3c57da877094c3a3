"""The time at which somebody said something dates the statement and is no period of the figure."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
jobless,Unemployment rate,% of labour force,MKD,2016,23.7
jobless,Unemployment rate,% of labour force,MKD,2017,22.4
jobless,Unemployment rate,% of labour force,MKD,2018,20.7
jobless,Unemployment rate,% of labour force,MKD,2019,17.3
women,Proportion of seats held by women in national parliaments,% of seats,MKD,2018,37.5
women,Proportion of seats held by women in national parliaments,% of seats,ALB,2018,27.9
women,Proportion of seats held by women in national parliaments,% of seats,MKD,2019,39.2
women,Proportion of seats held by women in national parliaments,% of seats,ALB,2019,29.5
"""

ABOUT = {"date": "2020-05-17", "place": "MKD"}

DATED = [
    ("en", "Unemployment was 20.7 percent, a columnist wrote in the summer of 2019."),
    ("en", "The minister told reporters in May 2019 that unemployment was 20.7 percent."),
    ("en", "Unemployment fell to 20.7 percent in 2018, the minister said in May 2019."),
    ("en", "North Macedonia's parliament has a greater proportion of women than Albania's, she wrote in May 2019."),
    ("de", "Die Arbeitslosenquote liegt bei 20,7 Prozent, schrieb eine Kolumnistin im Sommer 2019."),
    ("de", "Der Minister sagte im Mai 2019, dass die Arbeitslosenquote bei 20,7 Prozent liegt."),
    ("de", "Die Arbeitslosenquote sank 2018 auf 20,7 Prozent, sagte der Minister im Mai 2019."),
    ("de", "Die Arbeitslosenquote liegt bei 20,7 Prozent, wie die Ministerin im Mai 2019 mitteilte."),
    ("mk", "Стапката на невработеност е 20,7 отсто, рече министерот во мај 2019 година."),
    ("mk", "Министерот во мај 2019 изјави дека стапката на невработеност е 20,7 отсто."),
    ("mk", "Стапката на невработеност падна на 20,7 отсто во 2018, рече министерот во мај 2019."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), DATED)
def test_what_was_said_then_is_measured_as_of_then(said, language, text) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] == "supported", answer["why"]


NOT_SO = [
    # the time is that of the figure
    ("en", "Unemployment was 20.7 percent, the office said of 2019."),
    ("en", "Unemployment was 20.7 percent, according to figures for 2019."),
    ("en", "The minister said that in 2019 unemployment was 20.7 percent."),
    ("en", "In 2019 unemployment was 20.7 percent, the minister said."),
    ("de", "Die Arbeitslosenquote lag bei 20,7 Prozent, sagte der Minister über das Jahr 2019."),
    ("de", "Der Minister sagte, dass die Arbeitslosenquote 2019 bei 20,7 Prozent lag."),
    ("mk", "Стапката на невработеност е 20,7 отсто, рече министерот за 2019 година."),
    ("mk", "Министерот изјави дека во 2019 стапката на невработеност е 20,7 отсто."),
    ("en", "North Macedonia's parliament has a smaller proportion of women than Albania's, she wrote in May 2019."),
    # nobody could know it then; another group; a denial; a plan
    ("en", "Unemployment was 17.3 percent, a columnist wrote in the summer of 2018."),
    ("de", "Die Arbeitslosenquote liegt bei 17,3 Prozent, schrieb eine Kolumnistin im Sommer 2018."),
    ("mk", "Стапката на невработеност е 17,3 отсто, рече министерот во мај 2018 година."),
    ("en", "Unemployment among women was 20.7 percent, a columnist wrote in the summer of 2019."),
    ("en", "Nobody said in May 2019 that unemployment was 20.7 percent."),
    ("en", "Unemployment will be 20.7 percent, a columnist wrote in the summer of 2019."),
    ("en", "Was unemployment 20.7 percent, a columnist asked in the summer of 2019?"),
    ("de", "Die Arbeitslosenquote der Frauen liegt bei 20,7 Prozent, schrieb eine Kolumnistin im Sommer 2019."),
    ("mk", "Министерот во мај 2019 не изјави дека стапката на невработеност е 20,7 отсто."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NOT_SO)
def test_a_time_of_the_figure_stays_one(said, language, text) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] != "supported", answer["why"]
