"""What is said of "today" is measured by the figure around that day, or by the last one before it; it refutes nothing."""

from __future__ import annotations

import json

import pytest

DATA = """series,title,unit,place,time,value
rate,Unemployment rate,% of the labour force,DEU,2013,5.2
rate,Unemployment rate,% of the labour force,DEU,2014,5
rate,Unemployment rate,% of the labour force,DEU,2015,4.6
rate,Unemployment rate,% of the labour force,DEU,2016,4.1
rate,Unemployment rate,% of the labour force,DEU,2017,3.7
rate,Unemployment rate,% of the labour force,DEU,2018,3.4
cases,Confirmed measles cases,cases,DEU,2014,442
cases,Confirmed measles cases,cases,DEU,2015,2464
cases,Confirmed measles cases,cases,DEU,2016,325
cases,Confirmed measles cases,cases,DEU,2017,929
cases,Confirmed measles cases,cases,DEU,2018,543
"""

TODAY = [
    ("en", "Today the unemployment rate is {} percent.", "."),
    ("en", "The unemployment rate is {} percent today.", "."),
    ("de", "Heute liegt die Arbeitslosenquote bei {} Prozent.", ","),
    ("mk", "Денес стапката на невработеност е {} проценти.", ","),
]


@pytest.fixture
def outcome(workbench, tmp_path):
    table = tmp_path / "data.csv"
    table.write_text(DATA)

    def call(text: str, day: str, language: str):
        record = json.dumps({"id": "a", "text": text, "date": day, "place": "DEU", "language": language})
        ran = workbench("check", "--records", "--data", table, stdin=f"{record}\n".encode())
        assert ran.code == 0, ran
        return json.loads(ran.out)["outcome"]

    return call


@pytest.mark.parametrize("said", TODAY)
@pytest.mark.parametrize(
    ("figure", "day", "expected"),
    [
        ("3.4", "2019-06-11", "supported"),  # the last figure
        ("3.4", "2018-06-11", "supported"),  # the figure of the year
        ("3.7", "2018-06-11", "undecided"),  # the year before: it may be that of now
        ("4.9", "2019-06-11", "undecided"),  # what it was of late
    ],
)
def test_today_is_the_year_around_it_or_the_last_one(outcome, said, figure, day, expected) -> None:
    language, text, comma = said
    assert outcome(text.format(figure.replace(".", comma)), day, language) == expected


def test_what_adds_up_over_a_year_is_not_over_today(outcome) -> None:
    """The 543 of the whole of 2018 are not those of June."""
    assert outcome("Today there are 543 cases of measles.", "2018-06-11", "en") == "undecided"


def test_yesterday_is_no_today(outcome) -> None:
    assert outcome("Yesterday the unemployment rate was 3.4 percent.", "2019-06-11", "en") == "undecided"
