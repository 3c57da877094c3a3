"""Claims of records compared with files of the user's own: which series, which place, which years."""

from __future__ import annotations

import pytest

from workbench.cli.answers import check_of
from workbench.cli.stream import Record

TABLE = """series,title,unit,place,time,value
old,Unemployment rate (old method),Percentage of labour force,Norte de Santander,1999,9.0
new,Unemployment rate,Percentage of labour force,Norte de Santander,2014,16.0
new,Unemployment rate,Percentage of labour force,Norte de Santander,2018,13.0
new,Unemployment rate,Percentage of labour force,Colombia,2014,9.1
new,Unemployment rate,Percentage of labour force,Colombia,2018,9.7
"""


@pytest.fixture
def data(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text(TABLE, "utf-8")
    return (str(file),)


SAID = [
    # the words, what comes of them, the place whose figures were used
    ("In 2014 the unemployment rate in Colombia was 9.1 percent.", "supported", "Colombia"),
    ("In 2014 the unemployment rate in Norte de Santander was 16 percent.", "supported", "Norte de Santander"),
    ("In 2014 the unemployment rate in Norte de Santander was 11 percent.", "contradicted", "Norte de Santander"),
    (
        "The unemployment rate in Colombia rose from 9.1 percent in 2014 to 9.7 percent in 2018.",
        "supported",
        "Colombia",
    ),
    (
        "The unemployment rate in Colombia fell from 9.1 percent in 2014 to 9.7 percent in 2018.",
        "contradicted",
        "Colombia",
    ),
]


@pytest.mark.parametrize(("words", "outcome", "place"), SAID)
def test_a_place_of_the_file_is_the_one_that_is_meant(data, words, outcome, place):
    answer = check_of(Record("1", words), data=data, settings=None)
    assert answer["outcome"] == outcome, answer["why"]
    assert place in answer["findings"][0]["title"]


def test_a_series_of_the_claims_years_goes_before_one_without(data):
    answer = check_of(
        Record("1", "In 1999 the unemployment rate in Norte de Santander was 9 percent."), data=data, settings=None
    )
    assert answer["findings"][0]["series"].endswith(":old")


def test_a_claim_that_no_series_measures_is_left_open(data):
    answer = check_of(Record("1", "In 2014 Colombia exported 5 million tonnes of coffee."), data=data, settings=None)
    assert answer["outcome"] == "undecided"
    assert answer["findings"] == []
