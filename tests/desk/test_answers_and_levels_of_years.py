"""An answer takes the period of its question; the level of a year is no time since then; a currency's country is no place."""

from __future__ import annotations

import pytest

ABOUT = {"date": "2018-06-01"}
ROWS = [
    ("jobless", "Unemployment rate, persons aged 15 and over", "%", {2013: 16.2, 2015: 12.4, 2016: 11.1}),
    ("fdi", "Foreign direct investment inflows", "US dollars", {2013: 2600000000, 2015: 6900000000}),
    ("atm", "Automated teller machines (ATMs)", "per 100,000 adults", {2013: 180, 2015: 189, 2016: 171}),
    (
        "teens",
        "Adolescent birth rate, women aged 15 to 19",
        "births per 1,000 women aged 15-19",
        {2013: 10.2, 2015: 11.7},
    ),
]
DATA = "series,title,unit,place,time,value\n" + "".join(
    f'o:{key},"{title}","{unit}",{place},{year},{value * times}\n'
    for key, title, unit, every in ROWS
    for place, times in (("PRT", 1), ("USA", 3))
    for year, value in every.items()
)

SUPPORTED = [
    ("mk", "Колкава беше стапката на невработеност во Португалија во 2015 година? Одговорот е 12,4 отсто."),
    ("mk", "А стапката на невработеност во Португалија во 2015 година? 12,4 отсто, господине, и тоа е проверено."),
    ("en", "And the unemployment rate in Portugal in 2015? 12.4 percent, and that is an official figure."),
    (
        "mk",
        "Приливот на странски директни инвестиции во Португалија во 2015 година изнесуваше 6,9 милијарди американски долари.",
    ),
    ("mk", "Во Португалија густината на банкомати во 2015 година беше за 5 отсто над нивото од 2013 година."),
    ("mk", "Во извештајот стои дека стапката на невработеност во Португалија во 2015 година била 12,4 отсто."),
    (
        "mk",
        "Стапката на раѓања кај тинејџерките во Португалија во 2015 година порасна на 11,7 на 1.000 девојки од 15 до 19 години.",
    ),
]
OPEN = [
    ("mk", "А стапката на невработеност во Португалија во 2015 година? Сега е 12,4 отсто."),
    ("mk", "А стапката на невработеност во Португалија во 2015 година? Ветија 12,4 отсто."),
    ("mk", "А стапката на невработеност кај жените во Португалија во 2015 година? 12,4 отсто, господине."),
    ("mk", "А јавните инвестиции во Португалија во 2015 година? 6,9 милијарди долари, господине."),
    ("mk", "Во Португалија густината на банкомати беше за 5 отсто над нивото од 2013 година."),
]


@pytest.mark.parametrize(("language", "text"), SUPPORTED)
def test_is_read_whole(said, language: str, text: str):
    """And the unemployment rate in Portugal in 2015? 12.4 percent, and that is an official figure."""
    assert said(text, language=language)["outcome"] == "supported"


@pytest.mark.parametrize(("language", "text"), OPEN)
def test_another_time_or_thing_is_left_open(said, language: str, text: str):
    """А стапката на невработеност во Португалија во 2015 година? Сега е 12,4 отсто."""
    assert said(text, language=language)["outcome"] != "supported"
