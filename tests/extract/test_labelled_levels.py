"""A year that labels a level is its period, whatever else the sentence measures from that year."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.extract import read_text

FRAMES = {
    "en": [
        "In 2015 Austria counted 5.1 weddings per 1,000 people, 0.7 more than the year before (2014: 4.4).",
        "In 2015 Austria counted 5.1 weddings per 1,000 people, 0.7 more than in 2014 (4.4).",
        "Weddings per 1,000 people. 2015: 5.1; 2014: 4.4, that is 0.7 less than the year after.",
    ],
    "de": [
        "2015 wurden in Österreich 5,1 Trauungen je 1.000 Einwohner gezählt, um 0,7 mehr als im Jahr davor (2014: 4,4).",
        "2015 wurden in Österreich 5,1 Trauungen je 1.000 Einwohner gezählt, um 0,7 mehr als 2014 (4,4).",
    ],
    "mk": [
        "Во 2015 година стапката на бракови беше 5,1, за 0,7 повеќе од претходната година (2014: 4,4).",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, texts in FRAMES.items() for text in texts])
def test_the_label_of_a_level_is_its_period(language: str, text: str):
    claims = read_text(text, said=date(2016, 7, 7), language=language, place="AUT").claims
    levels = {
        str(claim.amount.value.low): claim.period and claim.period.value.label
        for claim in claims
        if claim.amount and claim.change is None
    }
    assert (levels["5.1"], levels["4.4"]) == ("2015", "2014")


@pytest.mark.parametrize(
    "text",
    [
        "TOKYO, March 11: Just under 22,500 people were killed in Japan in 2011.",
        "Carbon dioxide: 358.7 million tonnes in 2017. Change on previous year: minus 3.7 per cent.",
    ],
)
def test_a_dateline_and_the_base_of_a_change_label_no_level(text: str):
    claims = read_text(text, said=date(2018, 3, 29), language="en", place="JPN").claims
    assert {claim.period.value.label for claim in claims if claim.period and claim.change is None} <= {"2011", "2017"}
