"""A region that the user's own file names is the claim's place, and an index of GDP per head is no share of anything."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
land,Farm land,percentage of land area,City of Prague,2000,36.5
land,Farm land,percentage of land area,City of Brno,2000,21.5
land,Farm land,percentage of land area,City of Prague,2001,36.1
gdp,"GDP per capita, index (1990 = 100)","index, 1990 = 100",POL,2014,237
gdp,"GDP per capita, index (1990 = 100)","index, 1990 = 100",POL,2015,246
"""

SAID = [
    ("In the City of Prague, Czechia, farm land covered 36.5% of the land area in 2000.", "supported"),
    ("In the City of Prague, Czechia, farm land covered 26% of the land area in 2000.", "contradicted"),
    ("In Poland GDP per head went up 3.8 percent in 2015 on the previous year.", "supported"),
    ("In Poland GDP per head went up 7.8 percent in 2015 on the previous year.", "contradicted"),
]


@pytest.mark.parametrize(("text", "outcome"), SAID)
def test_places_and_indices_of_own_files_decide(said, text, outcome):
    answer = said(text, date="2016-03-15", language="en")
    assert answer["outcome"] == outcome, answer["why"]
