"""Multiples and parts of another's figure are judged by both figures, and left open where what they are of was not read."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.compare import check, outcome
from workbench.extract import read_text

SAID = date(2020, 5, 1)
RATES = {
    "MLT": {"2000": "2.0", "2010": "4.0", "2017": "8.0", "2018": "8.1"},
    "CYP": {"2000": "6.0", "2010": "3.0", "2017": "4.0", "2018": "4.2"},
    "SVN": {"2000": "5.0", "2010": "3.0", "2017": "2.0", "2018": "1.9"},
}

TRUE_AND_FALSE = [
    ("In 2017 unemployment in Malta was 8 percent, {} times our own 2 percent.", "en", "four", "six"),
    ("In Malta the unemployment rate was 8 percent in 2017, more than {} times the 4 percent in Cyprus.", "en", "one and a half", "three"),
    ("In Malta lag die Arbeitslosenquote 2017 bei 8 Prozent, {} so hoch wie unsere 2 Prozent.", "de", "viermal", "doppelt"),
    ("Стапката на невработеност во Малта во 2017 беше 8 проценти, {} пати повисока отколку кај нас.", "mk", "четири", "шест"),
    ("Unemployment in 2017: Malta 8 percent. Slovenia 2 percent. That is {} times as high.", "en", "four", "six"),
    ("In Malta the unemployment rate in 2017 was {} times what it had been in 2000.", "en", "four", "six"),
    ("Our unemployment rate in 2017 was {} of what it was in 2000.", "en", "two fifths", "three quarters"),
    ("In Malta war die Arbeitslosenquote 2017 {} so hoch wie 2000.", "de", "viermal", "doppelt"),
    ("Unsere Arbeitslosenquote betrug 2017 nur noch {} dessen, was sie 2000 betrug.", "de", "zwei Fünftel", "drei Viertel"),
    ("Во Малта стапката на невработеност во 2017 беше {} пати повисока отколку во 2000 година.", "mk", "четири", "шест"),
    ("Unemployment in Malta was 4 percent in 2010 and 8 percent in 2017. That is an increase of {} percentage points.", "en", "4", "1"),
    ("In Malta lag die Arbeitslosenquote 2017 {} so hoch wie bei uns.", "de", "viermal", "doppelt"),
    ("In Malta unemployment in 2017 was {} times as high as here.", "en", "four", "six"),
]  # fmt: skip


def heard(make, speech: str, language: str) -> str:
    series = make.series("%", title="Unemployment rate")
    claims = read_text(speech, said=SAID, place="SVN", language=language, document="d").claims
    rows = make.table(RATES)
    return outcome([found for claim in claims for found in check(claim, series, rows, today=SAID)])[0]


@each(("speech", "language", "true", "false"), TRUE_AND_FALSE)
def test_a_multiple_is_judged_by_what_it_is_of(make, speech, language, true, false):
    assert (heard(make, speech.format(true), language), heard(make, speech.format(false), language)) == (
        "supported",
        "contradicted",
    )


@pytest.mark.parametrize(
    ("speech", "language"),
    [
        ("Malta's unemployment rate in 2017 was nine times that of the Land of Oz.", "en"),
        ("Malta's unemployment rate in 2017 was nine times what the opposition had feared.", "en"),
        ("In Malta war die Arbeitslosenquote 2017 neunmal so hoch wie befürchtet.", "de"),
        ("Во Малта стапката на невработеност во 2017 беше девет пати повисока од очекуваната.", "mk"),
    ],
)
def test_a_multiple_of_what_was_not_read_is_left_open(make, speech, language):
    assert heard(make, speech, language) == "undecided"
