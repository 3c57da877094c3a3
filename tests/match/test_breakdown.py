"""How a table is broken down is no part of what it measures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.series import Series, SeriesRef
from workbench.match import TitleIndex, query_of_text
from workbench.match.titles.breakdown import without_breakdown


@pytest.mark.parametrize(
    ("title", "measure"),
    [
        ("Unemployment rate, by sex and age (%)", "Unemployment rate (%)"),
        ("Population using safely managed sanitation services, by urban/rural (%)", "Population using safely managed sanitation services (%)"),
        ("Number of victims of homicide per 100,000 population, by sex: women", "Number of victims of homicide per 100,000 population: women"),
        ("Employment by sex, age and NACE Rev. 2 activity", "Employment"),
        ("Population by sex and age group. Canada. 2012: total", "Population. Canada. 2012: total"),
        ("Median income by age group – annual data", "Median income – annual data"),
        ("Completion rate, by sex, location, wealth quintile and education level (%)", "Completion rate (%)"),
    ],
)  # fmt: skip
def test_axes_of_a_table_fall_away(title: str, measure: str):
    assert without_breakdown(title) == measure


@pytest.mark.parametrize(
    "title",
    [
        "Refugees by country of origin",
        "Women killed by age 18 partners",
        "Divided by sex discrimination",
        "Water use by industry",
    ],
)
def test_what_is_measured_stays(title: str):
    assert without_breakdown(title) == title


@given(st.text(max_size=300))
def test_it_is_done_at_once(text: str):
    assert len(without_breakdown(text)) <= len(text)


def test_a_rate_by_sex_and_age_is_the_rate_of_all():
    titles = ["Age dependency ratio, old", "Unemployment, youth male", "Unemployment, total (% of total labor force)"]
    index = TitleIndex([Series(ref=SeriesRef("mine", title), title=title) for title in titles])
    assert index.rank(query_of_text("Unemployment rate, by sex and age (%)"))[0].series.title == titles[2]
