"""Claims of a country are measured by its own office before all others that have the country too."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.catalogue import starter
from workbench.desk.batch.record import Record
from workbench.desk.batch.record_ranking import ListedTitles, candidates_of


@pytest.fixture(scope="module")
def titles() -> ListedTitles:
    return ListedTitles(starter())


def ranked(titles: ListedTitles, text: str) -> list[dict]:
    record = Record(id="1", text=text, date=date(2023, 6, 1))
    return candidates_of(record, titles=lambda: titles, limit=12)["candidates"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Inflation in the United Kingdom was 6.2 percent in March 2022.", "d7g7/mm23?freq=M"),
        ("Inflation in Britain was 7.9 percent in 2022.", "d7g7/mm23?freq=A"),
        ("There were 1,310,000 unemployed people in the United Kingdom in March 2022.", "mgsc/lms?freq=M"),
        ("The employment rate in the United Kingdom was 75 percent in March 2022.", "lf24/lms?freq=M"),
        ("The GDP of the United Kingdom was 2,506 billion pounds in 2022.", "ybha/pn2?freq=A"),
        ("The GDP of the United Kingdom was 610 billion pounds in the first quarter of 2022.", "ybha/pn2?freq=Q"),
        ("Public sector net debt in the United Kingdom was 99 percent of GDP in March 2022.", "hf6x/pusf?freq=M"),
        ("The population of the United Kingdom was 67 million in 2021.", "ukpop/pop?freq=A"),
        ("The unemployment rate in the United Kingdom was 3.9 percent in 2022.", "mgsx/lms?freq=A"),
        ("There were 1,310,000 unemployed people in the United Kingdom in 2022.", "mgsc/lms?freq=A"),
        ("The employment rate in the United Kingdom was 75 percent in 2022.", "lf24/lms?freq=A"),
        ("The economy of the United Kingdom grew by 4.1 percent in 2022.", "ihyp/pn2?freq=A"),
    ],
)
def test_the_office_of_the_country_stands_first(titles: ListedTitles, text: str, key: str):
    best = ranked(titles, text)[0]
    assert (best["series"], best["class"]) == (f"ons:{key}", "usable")


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("The unemployment rate in the United States was 3.6 percent in 2022.", "bls:LNU04000000?freq=A"),
        ("The unemployment rate in Canada was 5.3 percent in 2022.", "statcan:v2062815"),
        ("There were 1,100,000 unemployed people in Canada in March 2022.", "statcan:v2062814"),
        ("The unemployment rate in Australia was 3.7 percent in 2022.", "sdmx:ABS/LF?key=M13"),
        ("The unemployment rate in France was 7.3 percent in the second quarter of 2022.", "sdmx:INSEE/CHOMAGE"),
        ("The unemployment rate in Italy was 8.1 percent in March 2022.", "sdmx:ISTAT/151_874"),
        ("There were 9,900,000 unemployed people in Brazil in 2022.", "sidra:6318"),
        ("There were 120,000 unemployed people in Ireland in 2022.", "pxstat:CSO/MUM01"),
        ("The population of Germany was 84 million in 2022.", "destatis:12411-0001"),
    ],
)
def test_so_it_is_in_every_country_that_has_one(titles: ListedTitles, text: str, series: str):
    best = ranked(titles, text)[0]
    assert best["series"].startswith(series)
    assert best["class"] == "usable"


@pytest.mark.parametrize(
    ("text", "not_this"),
    [
        ("The GDP of the United Kingdom was 3,100 billion dollars in 2022.", "ons:ybha"),  # which is in pounds
        ("The economy of the United States grew by 1.9 percent in 2022.", "fred:A191RL1Q225SBEA"),  # over a quarter
    ],
)
def test_an_office_that_counts_something_else_does_not_stand_first(titles: ListedTitles, text: str, not_this: str):
    assert not ranked(titles, text)[0]["series"].startswith(not_this)
