"""So much a year, over several years, is no sum of them: "63 million tonnes a year from 2015 to 2017", in every wording."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.each import each
from tests.match.outcomes import LATER
from workbench.compare import check, outcome
from workbench.core.period import year
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Observation, Series, SeriesRef
from workbench.extract import read_text
from workbench.match import in_english

TONNES = Series(
    ref=SeriesRef("mine", "a"),
    title="Carbon dioxide emissions",
    unit=Unit(Dimension.PHYSICAL, "tonne", "t"),
    adds=Additivity.SUM,
)
FIGURES = {2015: "62200000", 2016: "62000000", 2017: "64900000"}


def found_of(said: str, language: str) -> tuple[str, set[Decimal]]:
    """Return the outcome and what was measured beside Austria's figures."""
    (claim, *_) = read_text(said, said=LATER, place="AUT", language=language).claims
    rows = [
        Observation(ref=TONNES.ref, place="AUT", period=year(when), value=Decimal(value))
        for when, value in FIGURES.items()
    ]
    found = check(in_english(claim), TONNES, rows, today=LATER)
    return outcome(found)[0], {each.measured.quantize(Decimal(1)) for each in found if each.measured is not None}


@each("size", ["63", "189"])
@each(
    ("language", "said"),
    [
        ("en", "From 2015 to 2017 Austria emitted some {} million tonnes of carbon dioxide a year."),
        ("en", "From 2015 to 2017 Austria annually emitted some {} million tonnes of carbon dioxide."),
        ("de", "Von 2015 bis 2017 stieß Österreich rund {} Millionen Tonnen Kohlendioxid pro Jahr aus."),
        ("de", "Von 2015 bis 2017 blies Österreich rund {} Millionen Tonnen Kohlendioxid im Jahr in die Luft."),
        ("de", "Von 2015 bis 2017 stieß Österreich jährlich rund {} Millionen Tonnen Kohlendioxid aus."),
        ("mk", "Од 2015 до 2017 Австрија испушташе околу {} милиони тони јаглерод диоксид годишно."),
    ],
)
def test_so_much_a_year_is_a_mean(language, said, size):
    """From 2015 to 2017 Austria emitted some 63 million tonnes a year, and not 189."""
    word, measured = found_of(said.format(size), language)
    assert measured == {Decimal(63033333)}
    assert (word == "supported") == (size == "63")


def test_without_a_year_it_is_the_sum():
    """From 2015 to 2017 Austria emitted 189 million tonnes."""
    assert found_of("From 2015 to 2017 Austria emitted 189 million tonnes of carbon dioxide.", "en")[0] == "supported"


RATE = Series(ref=SeriesRef("mine", "b"), title="Unemployment rate", unit=Unit(Dimension.SHARE, "percentage", "%"))


@pytest.mark.parametrize(
    ("said", "outcome_"),
    [
        ("Unemployment in Spain rose by 6.2 points a year from 2010 to 2013.", "undecided"),
        ("Unemployment in Spain rose by 2.1 percentage points a year from 2010 to 2013.", "undecided"),
        ("Unemployment in Spain rose by 6.2 points from 2010 to 2013.", "supported"),
        ("Unemployment in Spain rose by 1.3 points a year from 2012 to 2013.", "supported"),
    ],
)
def test_points_gained_in_each_year_are_not_those_of_all_together(said, outcome_):
    """Unemployment rose by 6.2 points a year from 2010 to 2013: that is what it rose by in all three."""
    (claim,) = read_text(said, said=LATER).claims
    rows = [
        Observation(ref=RATE.ref, place="ESP", period=year(when), value=Decimal(value))
        for when, value in ((2010, "19.86"), (2012, "24.79"), (2013, "26.09"))
    ]
    assert outcome(check(in_english(claim), RATE, rows, today=LATER))[0] == outcome_
