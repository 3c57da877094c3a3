"""Claims of the United Kingdom are measured by its own office before all others that have the country too."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.catalogue import starter
from workbench.desk.batch.ranking import ListedTitles, candidates_of
from workbench.desk.batch.record import Record


@pytest.fixture(scope="module")
def titles() -> ListedTitles:
    return ListedTitles(starter())


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
    ],
)
def test_the_office_of_the_country_stands_first(titles: ListedTitles, text: str, key: str):
    record = Record(id="1", text=text, date=date(2023, 6, 1))
    best = candidates_of(record, titles=lambda: titles, limit=12)["candidates"][0]
    assert (best["series"], best["class"]) == (f"ons:{key}", "usable")
