"""A change of a number is not that of its rate: where more people work, fewer percent of them are as many."""

from __future__ import annotations

import pytest

DATA = """series,title,unit,place,time,value
jobless,Unemployment rate,% of the labour force,DEU,2010,6.97
jobless,Unemployment rate,% of the labour force,DEU,2014,4.98
"""
ABOUT = {"date": "2019-05-01", "place": "DEU"}


@pytest.mark.parametrize("share", ["20.5", "28.55", "28.6", "40"])
@pytest.mark.parametrize(
    "words",
    [
        "The number of unemployed in Germany fell by {} percent between 2010 and 2014.",
        "The number of people out of work in Germany fell by {} percent between 2010 and 2014.",
        "Between 2010 and 2014 the number of Germany's unemployed was down {} percent.",
    ],
)
def test_a_change_of_the_number_is_open(said, words, share):
    assert said(words.format(share))["outcome"] == "undecided"


@pytest.mark.parametrize(("share", "outcome"), [("28.55", "supported"), ("28.6", "supported"), ("40", "contradicted")])
def test_a_change_of_the_rate_is_judged(said, share, outcome):
    assert (
        said(f"The unemployment rate in Germany fell by {share} percent between 2010 and 2014.")["outcome"] == outcome
    )
