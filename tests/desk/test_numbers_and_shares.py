"""A multiple of "many" counts heads and is not answered by a share, nor one of a share by a number."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
share,Proportion of seats held by women in national parliaments,% of seats,MKD,2010,15
share,Proportion of seats held by women in national parliaments,% of seats,MKD,2020,30
seats,Number of seats held by women in national parliaments,seats,MKD,2010,20
seats,Number of seats held by women in national parliaments,seats,MKD,2020,30
jobless,Unemployment rate,% of labour force,MKD,2010,10
jobless,Unemployment rate,% of labour force,MKD,2020,20
"""

ABOUT = {"date": "2021-05-17", "place": "MKD"}

NUMBERS = [
    ("en", "Our parliament of 2020 has {} as many women in it as that of 2010 had.", "one and a half times", "twice"),
    ("en", "In 2020 there were {} as many women in the national parliament as in 2010.", "1.5 times", "twice"),
    ("de", "Im nationalen Parlament saßen 2020 {} so viele Frauen wie 2010.", "anderthalbmal", "doppelt"),
    ("mk", "Во парламентот во 2020 имаше {} повеќе жени отколку во 2010.", "1,5 пати", "двојно"),
]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), NUMBERS)
def test_so_many_times_as_many_counts_heads(said, language, text, right, wrong) -> None:
    answer = said(text.format(wrong), language=language)
    assert answer["outcome"] != "supported", answer["why"]
    answer = said(text.format(right), language=language)
    assert answer["outcome"] != "contradicted", answer["why"]


def test_the_number_decides_where_heads_are_counted(said) -> None:
    text = "Our parliament of 2020 has {} as many women in it as that of 2010 had."
    assert [said(text.format(each))["outcome"] for each in ("1.5 times", "twice")] == ["supported", "contradicted"]


def test_the_share_decides_where_a_share_is_compared(said) -> None:
    text = "The share of women in our parliament was {} as large in 2020 as in 2010."
    assert [said(text.format(each))["outcome"] for each in ("twice", "1.5 times")] == ["supported", "contradicted"]
    text = "Der Frauenanteil im nationalen Parlament war 2020 {} so hoch wie 2010."
    assert [said(text.format(each), language="de")["outcome"] for each in ("2-mal", "3-mal")] == [
        "supported",
        "contradicted",
    ]


NOT_SO = [
    ("en", "In 2020 there were twice as many unemployed people as in 2010."),
    ("de", "2020 gab es doppelt so viele Arbeitslose wie 2010."),
    ("en", "Our parliament of 2020 will have 1.5 times as many women in it as that of 2010 had."),
    ("en", "The Albanian parliament of 2020 has 1.5 times as many women in it as that of 2010 had."),
    ("en", "Our parliament of 2020 has 1.5 times as many young women in it as that of 2010 had."),
]


@pytest.mark.parametrize(("language", "text"), NOT_SO)
def test_a_rate_tells_of_no_number(said, language, text) -> None:
    answer = said(text, language=language)
    assert answer["outcome"] != "supported", answer["why"]
