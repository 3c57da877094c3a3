"""A change told over a stretch of years is measured from where the stretch begins to where it ends, however the stretch is named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.compare import check, outcome
from workbench.core.series import Additivity
from workbench.extract import read_text

SAID = date(2019, 5, 7)
FIGURES = {str(2006 + n): str(20 - n) for n in range(13)}  # 20 in 2006, one less each year, 8 in 2018

WRONG = Decimal(3)

OVER = [
    ("Since 2010 we have brought unemployment down by {} percentage points.", "8"),
    ("Since 2010, unemployment has dropped by {} percentage points.", "8"),
    ("Unemployment has fallen by {} percentage points since 2010.", "8"),
    ("In the four years to 2014 unemployment fell by {} percentage points.", "4"),
    ("In the decade to 2016 unemployment fell by {} percentage points.", "10"),
    ("Unemployment fell by {} percentage points from 2010 to 2015.", "5"),
    ("Between 2008 and 2014 unemployment fell by {} percentage points.", "6"),
    ("Over the past decade unemployment has come down by {} percentage points.", "10"),
    ("They knocked {} percentage points off unemployment between 2008 and 2014.", "6"),
]


def heard(make, speech):
    series = make.series("%", title="Unemployment rate")
    claims = read_text(speech, said=SAID, place="HUN", document="d").claims
    rows = make.table({"HUN": FIGURES})
    return [found for claim in claims for found in check(claim, series, rows, today=SAID)]


@each(("speech", "points"), OVER)
def test_both_ends_are_those_that_were_said(make, speech, points):
    assert outcome(heard(make, speech.format(points)))[0] == "supported"
    assert outcome(heard(make, speech.format(Decimal(points) + WRONG)))[0] == "contradicted"


def test_a_series_that_ended_long_before_says_nothing_of_the_last_ten_years(make):
    """Over the past decade unemployment has come down by 10 percentage points."""
    late = date(2024, 5, 7)
    (claim,) = read_text(OVER[7][0].format(10), said=late, place="HUN", document="d").claims
    (found,) = check(claim, make.series("%", title="Unemployment rate"), make.table({"HUN": FIGURES}), today=late)
    assert found.measured is None
    assert outcome([found])[0] == "undecided"


def test_points_alone_are_no_level(make):
    """The unemployment rate exceeded expectations by 7 percentage points in 2013."""
    said = test_points_alone_are_no_level.__doc__ or ""
    assert {each.measured for each in heard(make, said)} <= {None}


@pytest.mark.parametrize(
    ("speech", "word"),
    [
        ("In 2017 Hungary reported three times the previous year's number of mumps cases.", "supported"),
        ("In 2017 Hungary reported four times the previous year's number of mumps cases.", "contradicted"),
    ],
)
def test_how_many_times_the_year_before(make, speech, word):
    claims = read_text(speech, said=SAID, place="HUN", document="d").claims
    rows = make.table({"HUN": {"2015": "5", "2016": "20", "2017": "60"}})
    found = [f for claim in claims for f in check(claim, make.series("case", title="Mumps cases"), rows, today=SAID)]
    assert outcome(found)[0] == word


@pytest.mark.parametrize(
    ("speech", "measured"),
    [
        ("Sweden lost 900 hectares of forest between 2010 and 2015.", -900),
        ("Sweden gained 900 hectares of forest in the five years to 2015.", -900),
    ],
)
def test_what_is_gained_or_lost_by_measure_is_a_change(make, speech, measured):
    claims = read_text(speech, said=SAID, place="SWE", document="d").claims
    rows = make.table({"SWE": {str(y): str(5000 - 180 * (y - 2010)) for y in range(2010, 2019)}})
    found = [
        f
        for claim in claims
        for f in check(claim, make.series("ha", title="Forest area", adds=Additivity.LAST), rows, today=SAID)
    ]
    assert {f.measured for f in found} == {Decimal(measured)}
