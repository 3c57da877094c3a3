"""How slots of a claim and of a series fit, rule by rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.each import each
from workbench.core.claim import ChangeMode, ClaimKind
from workbench.core.period import Frequency, Period, month, quarter, year
from workbench.core.quantity import PERCENT, POINTS, UNKNOWN_UNIT, Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.match import TitleIndex
from workbench.match.fit.fit_group import fit_group
from workbench.match.fit.fit_level_or_change import fit_kind
from workbench.match.fit.fit_period import fit_period
from workbench.match.fit.fit_place import fit_place
from workbench.match.fit.fit_unit import fit_unit
from workbench.match.query.query import Query, query_of_text
from workbench.match.titles.title_units import unit_of

DOLLARS = Unit(Dimension.MONEY, "dollar", "USD")
EUROS = Unit(Dimension.MONEY, "euro", "EUR")
DOLLARS_EACH = Unit(Dimension.MONEY, "dollar", "USD", per="person")
ATTEMPTS, PERSONS = Unit(Dimension.COUNT, "attempt"), Unit(Dimension.COUNT, "person")
PER_BIRTHS = Unit(Dimension.RATE, "death", per="1,000 live births")
PER_PEOPLE = Unit(Dimension.RATE, "death", per="1,000 people")
POINT = Unit(Dimension.INDEX, "index point")


def of(unit: Unit = UNKNOWN_UNIT, title: str = "Anything", **more: object) -> Series:
    return Series(ref=SeriesRef("a", "b"), title=title, unit=unit, **more)


@each(
    ("said", "has", "bars"),
    [
        (PERCENT, PERSONS, True), (PERCENT, DOLLARS, True), (PERCENT, POINT, True), (ATTEMPTS, PERCENT, True),
        (DOLLARS, PERCENT, True), (DOLLARS, PERSONS, True), (PERCENT, PERCENT, False), (ATTEMPTS, PERSONS, False),
        (PERCENT, PER_PEOPLE, False), (DOLLARS, EUROS, False), (PERCENT, UNKNOWN_UNIT, False), (POINTS, PERCENT, False),
    ],
)  # fmt: skip
def test_units_that_cannot_be_compared_bar(said: Unit, has: Unit, bars: bool):
    fit = fit_unit(Query("", (), unit=said), of(has))
    assert fit.bars is bars
    assert (fit.value == 0) is bars


@pytest.mark.parametrize(
    ("said", "better", "worse"),
    [
        (DOLLARS, DOLLARS, EUROS), (DOLLARS, DOLLARS, DOLLARS_EACH), (DOLLARS_EACH, DOLLARS_EACH, DOLLARS),
        (PER_BIRTHS, PER_BIRTHS, PER_PEOPLE), (ATTEMPTS, ATTEMPTS, PERSONS),
    ],
)  # fmt: skip
def test_the_nearer_unit_fits_better(said: Unit, better: Unit, worse: Unit):
    query = Query("", (), unit=said)
    assert fit_unit(query, of(better)).value > fit_unit(query, of(worse)).value


def test_a_change_in_percent_asks_no_unit_and_points_ask_for_a_share():
    relative = Query("", (), unit=PERCENT, change=ChangeMode.RELATIVE)
    points = Query("", (), unit=POINTS, change=ChangeMode.POINTS)
    assert not fit_unit(relative, of(PERSONS)).bars
    assert fit_unit(points, of(PERSONS)).bars
    assert not fit_unit(points, of(PERCENT)).bars


def test_prices_of_each_year_do_not_show_growth_alone():
    grew = Query("", (), unit=PERCENT, change=ChangeMode.RELATIVE)
    current = Unit(Dimension.MONEY, "dollar", "USD", prices="current")
    constant = Unit(Dimension.MONEY, "dollar", "USD", prices="constant 2015")
    assert fit_unit(grew, of(constant)).value > fit_unit(grew, of(current)).value


@pytest.mark.parametrize(
    ("places", "covers", "bars"),
    [
        ((), frozenset({"AUT"}), False),
        (("MKD",), None, False),
        (("MKD",), frozenset({"MKD", "AUT"}), False),
        (("MKD",), frozenset({"AUT"}), True),
        (("MKD", "AUT"), frozenset({"AUT"}), False),
        (("MKD",), frozenset(), True),
    ],
)
def test_a_place_that_is_known_to_be_missing_bars(places: tuple[str, ...], covers: frozenset[str] | None, bars: bool):
    assert fit_place(Query("", (), places=places), of(places=covers)).bars is bars


NINE_MONTHS = Period(date(2021, 1, 1), date(2021, 10, 1))


@pytest.mark.parametrize(
    ("period", "frequency", "because"),
    [
        (year(2021), Frequency.YEAR, "yearly figures make up 2021"),
        (NINE_MONTHS, Frequency.MONTH, "monthly figures make up Jan–Sep 2021"),
        (NINE_MONTHS, Frequency.QUARTER, "quarterly figures make up Jan–Sep 2021"),
        (NINE_MONTHS, Frequency.YEAR, "a yearly series has no figure for Jan–Sep 2021 alone"),
        (NINE_MONTHS, Frequency.HALF, "half-yearly figures do not add up to Jan–Sep 2021"),
        (month(2021, 9), Frequency.QUARTER, "a quarterly series has no figure for Sep 2021 alone"),
        (quarter(2021, 3), None, "how long its observations last is not known"),
    ],
)
def test_periods_are_made_of_observations(period: Period, frequency: Frequency | None, because: str):
    assert fit_period(Query("", (), period=period), of(frequency=frequency)).because == because


def test_years_outside_the_series_fit_badly():
    query = Query("", (), period=year(2021))
    assert fit_period(query, of(last=2018)).because == "ends in 2018, before 2021"
    assert fit_period(query, of(first=2022)).because == "begins in 2022, after 2021"
    assert fit_period(query, of(first=2000, last=2023, frequency=Frequency.YEAR)).value == 1


@each(
    ("text", "better", "worse"),
    [
        ("unemployment", "Unemployment, total", "Unemployment, female"),
        ("unemployment of women", "Unemployment, female", "Unemployment, male"),
        ("unemployment of young people", "Unemployment, youth total (ages 15-24)", "Unemployment, total"),
        ("population", "Population, total", "Rural population"),
        ("employment rate, 15 years and over", "Employment, 15+ (%)", "Employment, ages 15-24 (%)"),
        ("unemployment of people aged 25 to 54", "Unemployment. Age: From 25 to 54 years", "Unemployment. Age: From 55 to 64 years"),
        ("literacy", "Literacy rate (% of people ages 15 and above)", "Literacy rate (% of people ages 15-24)"),
        ("vaccination", "Vaccination (% of children): all", "Vaccination (% of children): Q2"),
        ("unemployment rate", "Unemployment by sex and age", "Unemployment, youth"),
        ("asylum applications", "Asylum applications lodged in the country", "Asylum applications by nationals of the country"),
    ],
)  # fmt: skip
def test_a_group_that_is_not_named_prefers_the_total(text: str, better: str, worse: str):
    query = query_of_text(text)
    assert fit_group(query, of(title=better)).value > fit_group(query, of(title=worse)).value


def test_a_level_is_not_asked_of_a_growth_rate_nor_a_promise_of_anything():
    level, promise = Query("", (), kind=ClaimKind.LEVEL), Query("", (), kind=ClaimKind.PROMISE)
    assert (
        fit_kind(level, of(title="GDP (current US$)")).value > fit_kind(level, of(title="GDP growth (annual %)")).value
    )
    assert fit_kind(promise, of()).value < fit_kind(level, of()).value


def test_a_monthly_figure_wants_a_monthly_series():
    query = Query("", (), period=month(2021, 9))
    monthly, yearly = (fit_period(query, of(frequency=each)).value for each in (Frequency.MONTH, Frequency.YEAR))
    assert monthly - yearly > 0.8


def test_a_series_without_a_figure_for_the_period_ranks_below_one_that_has_it():
    said = query_of_text("unemployment")
    query = replace(said, period=year(2021), unit=PERCENT, said=said.said | {"2021"})
    old, new = (replace(of(title="Unemployment", last=last), ref=SeriesRef("a", str(last))) for last in (2018, 2023))
    assert [c.series.last for c in TitleIndex([old, new]).rank(query)] == [2023, 2018]


def test_a_rate_of_a_title_is_named_whole():
    series = of(title="Hospital beds (per 1,000 people)")
    assert str(unit_of(series)) == "case per 1,000 people"
    assert fit_unit(Query("", (), unit=PERSONS), series).because == (
        "the claim is in a count (persons), the series in case per 1,000 people"
    )


@pytest.mark.parametrize(("name", "told"), [("возило", "возило"), ("vehicle", "vehicles"), ("country", "countries")])
def test_only_english_names_of_units_take_an_english_plural(name: str, told: str):
    """30.000 возила beside cars: “the claim counts возило, the series cars”."""
    fit = fit_unit(Query("", (), unit=Unit(Dimension.COUNT, name)), of(Unit(Dimension.COUNT, "car")))
    assert fit.because == f"the claim counts {told}, the series cars"
