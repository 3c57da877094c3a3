"""What is fetched for a speech: whose figures, of which years, in which unit, of which length."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from workbench.compare import plan
from workbench.core.document import Span
from workbench.core.period import Frequency
from workbench.core.relations import Rank, RankRow
from workbench.extract import read_text

G7 = ("CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "USA")
UNION = (
    "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE"
)
HERE = ("DEU",)
PLANS = [
    # the speech; whose figures; from when to when, said in 2023, and on no known day; in which unit, how long each
    ("Unemployment was 5 percent in 2015.", HERE, (2010, 2024), (2010, 2016), "percentage", "year"),
    ("Unemployment was 5 percent.", HERE, (2013, 2024), (1960, 2100), "percentage", None),
    ("Unemployment was 5 percent in France.", ("FRA",), (2013, 2024), (1960, 2100), "percentage", None),
    ("Unemployment was 5 percent in March 2015.", HERE, (2010, 2024), (2010, 2016), "percentage", "month"),
    ("Unemployment was 5 percent in the first nine months of 2015.", HERE, (2010, 2024), (2010, 2016), "percentage", None),
    ("Unemployment was 5 percent in 2030.", HERE, (2025, 2031), (2025, 2031), "percentage", "year"),
    ("Wages rose by 3 percent from 1999 to 2015.", HERE, (1994, 2024), (1994, 2016), None, "year"),
    ("Wages rose by 300 euros from 2010 to 2015.", HERE, (2005, 2024), (2005, 2016), "euro", "year"),
    ("Wages rose from 300 euros in 2010 to 400 euros in 2015.", HERE, (2005, 2024), (2005, 2016), None, "year"),
    ("Unemployment in 2022 was the lowest since 1974.", HERE, (1969, 2024), (1800, 2023), None, "year"),
    ("Unemployment was at an all-time low in 2022.", HERE, (1800, 2024), (1800, 2023), None, "year"),
    ("Unemployment was at an all-time low.", HERE, (1800, 2024), (1800, 2100), None, None),
    ("Unemployment fell below 5 percent for the first time in 2018.", HERE, (1800, 2024), (1800, 2019), None, "year"),
    ("Unemployment fell for the ninth year in a row in 2019.", HERE, (2009, 2024), (2005, 2020), None, "year"),
    ("Unemployment fell every year between 2010 and 2019.", HERE, (2005, 2024), (2005, 2020), None, None),
    ("Prices stood at 109.1 points in 2022 (2010 = 100).", HERE, (2005, 2024), (2005, 2023), "point", "year"),
    ("In 2021 Germany had the lowest unemployment in the G7.", G7, (2016, 2024), (2016, 2022), None, "year"),
    ("In 2021 Germany had the lowest unemployment in the world.", (), (2016, 2024), (2016, 2022), None, "year"),
    ("In 2021 Germany had the lowest unemployment in Europe.", (), (2016, 2024), (2016, 2022), None, "year"),
    ("In 2021 Germany had the lowest unemployment in Scandinavia.", ("DEU", "DNK", "NOR", "SWE"), (2016, 2024), (2016, 2022), None, "year"),
    ("In 2015 Germany had the lowest unemployment in the European Union.", tuple(UNION.split()), (2010, 2024), (2010, 2016), None, "year"),
    ("Unemployment in Germany was lower than in France in 2021.", ("DEU", "FRA"), (2016, 2024), (2016, 2022), None, "year"),
    ("Unemployment in Germany was lower than in the G7 in 2021.", ("DEU", "G7", "CAN", "FRA"), (2016, 2024), (2016, 2022), None, "year"),
    ("There were 91 asylum applications in the G7 in 2021.", ("G7", "CAN", "DEU", "FRA"), (2016, 2024), (2016, 2022), "asylum application", "year"),
]  # fmt: skip
HAS = frozenset({"DEU", "FRA", "CAN"})


def claim_of(speech, said=None):
    return read_text(speech, said=said, place="DEU", language="en", document="d").claims[0]


@pytest.mark.parametrize(("speech", "places", "said", "unsaid", "unit", "length"), PLANS)
def test_a_speech_asks_for_its_figures_and_those_around_them(make, *, speech, places, said, unsaid, unit, length):
    series = make.series("%", places=HAS)
    for day, years in ((date(2023, 5, 10), said), (None, unsaid)):
        claim = claim_of(speech, day)
        ask = plan(claim, series)
        assert (ask.ref, ask.places, (ask.first, ask.last)) == (series.ref, places, years)
        assert (ask.unit and str(ask.unit), ask.frequency and ask.frequency.value) == (unit, length)
        assert ask.words == claim.words


def test_a_group_of_which_a_series_has_a_figure_needs_none_of_its_members(make):
    claim = claim_of("There were 91 asylum applications in the G7 in 2021.")
    assert plan(claim, make.series(places=HAS | {"G7"})).places == ("G7",)
    assert plan(claim, make.series()).places == ("G7",)  # nobody knows what it has


def test_a_row_of_years_reaches_back_as_far_as_its_words(make):
    """How many years stand in the words; around a peak are five; since a year that was read no further than that."""
    lowest = Rank(highest=False, place=1, upto=False, row=RankRow.TIMES, words="lowest", span=Span(0, 1))
    claim = claim_of("Unemployment was 5 percent in 2021.")
    years = {
        replace(lowest, years=20): (1996, 2022), replace(lowest, years=3_000): (1, 2022), lowest: (1800, 2022),
        replace(lowest, around=True): (2016, 2026), replace(lowest, since=True): (1800, 2022),
        replace(lowest, row=RankRow.PLACES): (2016, 2022),
    }  # fmt: skip
    for rank, wanted in years.items():
        ask = plan(replace(claim, rank=rank), make.series())
        assert (ask.first, ask.last) == wanted
    since = replace(claim, periods=(replace(claim.period, rule="since"),), rank=replace(lowest, since=True))
    assert plan(since, make.series()).first == 2016


def test_the_calendar_has_an_end(make):
    far = claim_of("Unemployment was 5 percent in 2021.")
    last = replace(far.period, value=replace(far.period.value, start=date(9999, 1, 1), end=date(9999, 12, 31)))
    first = replace(far.period, value=replace(far.period.value, start=date(2, 1, 1), end=date(3, 1, 1)))
    assert plan(replace(far, period=last, periods=(last,)), make.series()).last == 9999
    assert plan(replace(far, period=first, periods=(first,)), make.series()).first == 1
    assert plan(far, make.series()).frequency is Frequency.YEAR


@pytest.mark.parametrize(("has", "asked"), [(None, ()), (frozenset(), ()), (frozenset({"MKD"}), ("MKD",)), (HAS, ())])
def test_a_claim_of_no_place_is_put_to_the_only_place_there_is(make, has, asked):
    claim = replace(claim_of("Unemployment was 5 percent in 2021."), place=None)
    assert plan(claim, make.series(places=has)).places == asked
