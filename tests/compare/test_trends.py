"""Stretches of time as a whole: every year since, for the third year in a row, on average, so many percent a year, in total."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.each import each
from workbench.compare import outcome
from workbench.core.finding import Agreement
from workbench.core.series import Additivity

YEARS = range(2010, 2023)
# Germany, percent of the labour force (World Bank, SL.UEM.TOTL.ZS, rounded)
RATE = "7.0 5.8 5.4 5.2 5.0 4.6 4.1 3.8 3.4 3.2 3.9 3.7 3.1"
# Germany, GDP in billion euros at current prices (Destatis, as published in 2023)
GDP = "2564 2694 2745 2811 2927 3026 3135 3267 3365 3474 3404 3617 3877"
# Germany, consumer prices, percent on the year before (World Bank, FP.CPI.TOTL.ZG, rounded)
INFLATION = "1.1 2.1 2.0 1.5 0.9 0.5 0.5 1.5 1.7 1.4 0.1 3.1 6.9"
E, R, N, A, O, U = (  # noqa: E741
    Agreement.EXACT, Agreement.ROUNDS_TO, Agreement.NEAR, Agreement.APART, Agreement.OPPOSITE, Agreement.UNDECIDED,
)  # fmt: skip


def yearly(figures):
    return {"DEU": dict(zip(map(str, YEARS), figures.split(), strict=False))}


TRENDS = [
    # the speech, how it agrees, the steps claimed and measured
    ("Unemployment fell every year between 2010 and 2019.", E, 9, 9),
    ("Unemployment has fallen every year since 2010.", A, 12, 11),  # not in 2020
    ("Unemployment has fallen steadily since 2010.", N, 12, 11),
    ("Unemployment rose every year between 2010 and 2019.", O, 9, 0),
    ("Unemployment fell for the ninth year in a row in 2019.", E, 9, 9),
    ("Unemployment fell for the third year in a row in 2019.", R, 3, 9),
    ("Unemployment fell for the third year in a row in 2022.", A, 3, 2),
    ("Unemployment has fallen for two consecutive years.", E, 2, 2),
    ("Unemployment rose year after year between 2010 and 2015.", O, 5, 0),
]


@each(("speech", "how", "claimed", "measured"), TRENDS)
def test_trends(make, speech, how, claimed, measured):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    found = next(f for f in make.heard(speech, series, yearly(RATE)) if f.part == "trend")
    assert (found.agreement, found.claimed, found.measured) == (how, claimed, measured), found.why


GAPS = [
    # which years have a figure, the speech, how it agrees
    ({2010: 9, 2015: 7, 2019: 5}, "Unemployment rose every year between 2010 and 2019.", O),
    ({2010: 9, 2015: 6, 2019: 8}, "Unemployment fell every year between 2010 and 2019.", A),
    ({2010: 9, 2015: 7, 2019: 5}, "Unemployment fell every year between 2010 and 2019.", U),
    ({2010: 9, 2015: 6, 2019: 8}, "Unemployment fell steadily between 2010 and 2019.", U),
    ({2010: 9, 2015: 9, 2019: 9}, "Unemployment fell every year between 2010 and 2019.", U),  # within the rounding
    ({2010: 9}, "Unemployment fell every year between 2010 and 2019.", U),
]


@pytest.mark.parametrize(("known", "speech", "how"), GAPS)
def test_figures_with_years_between_refute_and_never_bear_out(make, known, speech, how):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    figures = {"DEU": {str(each): str(figure) for each, figure in known.items()}}
    found = next(f for f in make.heard(speech, series, figures) if f.part == "trend" or f.agreement is U)
    assert found.agreement is how, found.why


def test_the_year_that_breaks_a_trend_is_named(make):
    """Unemployment has fallen every year since 2010."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    (found,) = make.heard(test_the_year_that_breaks_a_trend_is_named.__doc__, series, yearly(RATE))
    assert found.why.endswith(
        "gives 11 falls in 12 steps from 2010 to 2022, where the claim says “every year”. No fall in 2020."
    )


def test_steps_within_rounding_are_near(make):
    """Unemployment fell every year between 2010 and 2013."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    speech = test_steps_within_rounding_are_near.__doc__
    (found,) = make.heard(speech, series, yearly("7.0 6.5 6.5 6.0"))
    assert found.agreement is N


def test_months_of_a_year_are_steps_of_their_own(make):
    """Inflation has risen for three consecutive months."""
    series = make.series("%", title="Inflation rate", adds=Additivity.MEAN)
    figures = {"DEU": {f"2023-{m:02}": v for m, v in enumerate(("9.2", "9.3", "7.4", "7.6"), start=1)}}
    found = next(
        f
        for f in make.heard(test_months_of_a_year_are_steps_of_their_own.__doc__, series, figures)
        if f.part == "trend"
    )
    assert (found.agreement, found.measured) == (O, 1)  # from the first of the four to the last they fell


GROWTH = [
    # the speech, the figures, the unit, the title, how it agrees, the figure measured (rounded)
    ("GDP grew by an average of 3.4 percent a year from 2010 to 2019.", GDP, "eur", "GDP", R, "3.43"),  # (3474/2564)^(1/9)
    ("GDP grew on average 3.4 percent a year between 2010 and 2019.", GDP, "eur", "GDP", R, "3.43"),
    ("GDP shrank on average 3.4 percent a year between 2010 and 2019.", GDP, "eur", "GDP", O, "3.43"),
    ("GDP grew by an average of 2.1 percent a year from 2010 to 2019.", GDP, "eur", "GDP", A, "3.43"),
    ("GDP grew by 35 percent from 2010 to 2019, an average of 3.4 percent a year.", GDP, "eur", "GDP", R, "35.49"),
    ("GDP grew by 35 percent from 2010 to 2019.", GDP, "eur", "GDP", R, "35.49"),
    ("The unemployment rate fell by 8.3 percent a year between 2010 and 2019.", RATE, "%", "Unemployment rate", R, "-8.33"),  # (3.2/7.0)^(1/9)
    ("Prices rose by 24 percent between 2010 and 2022.", INFLATION, "%", "Inflation, consumer prices (annual %)", R, "24.40"),
    ("Prices rose by an average of 1.4 percent a year from 2010 to 2019.", INFLATION, "%", "Inflation, consumer prices (annual %)", N, "1.34"),
]  # fmt: skip


@each(("speech", "figures", "unit", "title", "how", "measured"), GROWTH)
def test_growth_a_year_and_in_total(make, *, speech, figures, unit, title, how, measured):
    series = make.series(unit, title=title, adds=Additivity.MEAN if unit == "%" else Additivity.SUM)
    found = next(f for f in make.heard(speech, series, yearly(figures)) if f.part in {"growth", "change"})
    assert (found.agreement, str(round(found.measured, 2))) == (how, measured), found.why


# United States, real GDP, billion chained 2012 dollars at annual rates (BEA, as published in March 2023)
US_GDP = {"USA": {"2022-Q3": "20054.7", "2022-Q4": "20182.5"}}
RATES = [
    (
        "GDP in the United States grew at an annualised rate of 2.6 percent in the fourth quarter of 2022.",
        R,
        "2.57",
    ),  # (20182.5/20054.7)^4
    ("GDP in the United States grew at an annualised rate of 3.9 percent in the fourth quarter of 2022.", A, "2.57"),
]


@pytest.mark.parametrize(("speech", "how", "measured"), RATES)
def test_a_quarter_at_an_annual_rate(make, speech, how, measured):
    series = make.series("usd", title="Real GDP", adds=Additivity.SUM)
    found = next(f for f in make.heard(speech, series, US_GDP) if f.part == "growth")
    assert (found.agreement, str(round(found.measured, 2))) == (how, measured), found.why


MEANS = [
    ("Unemployment averaged 4.8 percent between 2010 and 2019.", R, "4.75"),
    ("Unemployment averaged 5.5 percent between 2010 and 2019.", A, "4.75"),
    ("Unemployment was on average 4 percent over the last ten years.", R, "4.00"),
]


@pytest.mark.parametrize(("speech", "how", "measured"), MEANS)
def test_means_over_years(make, speech, how, measured):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    found = next(f for f in make.heard(speech, series, yearly(RATE)) if f.part == "mean")
    assert found.agreement in {how, E}, found.why
    assert str(round(found.measured, 2)) == measured
    assert "plain-mean" in {c.kind for c in found.caveats}


BOUNDS = [
    ("Unemployment has been below 5 percent since 2015.", R, "4.6"),
    ("Unemployment has been below 4 percent since 2015.", A, "4.6"),
    ("Unemployment has been between 3 and 4 percent since 2017.", R, "3.9"),
    ("Unemployment has been above 3.5 percent since 2016.", A, "3.1"),
]


@pytest.mark.parametrize(("speech", "how", "measured"), BOUNDS)
def test_a_bound_over_years_holds_for_the_figure_farthest_out(make, speech, how, measured):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    (found,) = make.heard(speech, series, yearly(RATE))
    assert (found.agreement, str(found.measured)) == (how, measured), found.why


PACES = [
    # the speech, how it agrees, the figure measured: of 164,250 in 2021
    ("450 people a day applied for asylum in 2021.", E, "450"),  # / 365
    ("In 2021 450 people applied for asylum every day.", E, "450"),
    ("On average 13,700 people a month applied for asylum in 2021.", R, "13687.5"),  # / 12
    ("3,150 people per week applied for asylum in 2021.", E, "3150"),  # / (365 / 7)
    ("900 people a day applied for asylum in 2021.", A, "450"),
    ("An average day in 2021 saw 450 people apply for asylum.", E, "450"),
    ("A typical month in 2021 ended with fewer than 13,900 new applicants.", R, "13687.5"),
]


@pytest.mark.parametrize(("speech", "how", "measured"), PACES)
def test_a_pace_is_the_count_of_a_stretch_by_its_days_or_months(make, speech, how, measured):
    figures = {"DEU": {"2021": "164250"}}
    found = make.heard(speech, make.series("person", title="Asylum applicants"), figures)
    paced = next(f for f in found if f.part == "mean")
    assert (paced.agreement, round(paced.measured, 9)) == (how, Decimal(measured)), paced.why


def test_a_series_that_counts_by_the_month_is_not_divided(make):
    """The minimum wage was 1,600 euros a month in 2021."""
    series = make.series("eur", title="Minimum wage, monthly", adds=Additivity.UNKNOWN)
    speech = test_a_series_that_counts_by_the_month_is_not_divided.__doc__
    found = next(f for f in make.heard(speech, series, {"DEU": {"2021": "1600"}}) if f.measured is not None)
    assert (found.measured, found.part) == (1600, "level 0")


def test_people_a_year_are_a_mean_and_people_in_total_a_sum(make):
    """On average 20 people a year applied for asylum between 2019 and 2021. Between 2019 and 2021 60 people applied for asylum."""
    figures = {"DEU": {"2019": "10", "2020": "20", "2021": "30"}}
    speech = test_people_a_year_are_a_mean_and_people_in_total_a_sum.__doc__
    found = make.heard(speech, make.series("person", title="Asylum applicants"), figures)
    assert [int(f.measured) for f in found if f.measured is not None] == [20, 60]
    assert outcome(found)[0] == "supported"


def test_a_gap_in_the_stretch_decides_nothing(make):
    """Unemployment fell every year between 2010 and 2013."""
    figures = {"DEU": {"2010": "7.0", "2011": "6.5", "2013": "6.0"}}
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    found = make.heard(test_a_gap_in_the_stretch_decides_nothing.__doc__, series, figures)
    assert [f.agreement for f in found] == [U]
    assert "2012" in found[0].why


def test_how_many_quarters_is_nothing_that_a_count_measures(make):
    """Applications have fallen for three consecutive quarters."""
    figures = {"DEU": {"2022-Q2": "60", "2022-Q3": "55", "2022-Q4": "52", "2023-Q1": "49"}}
    found = make.heard(test_how_many_quarters_is_nothing_that_a_count_measures.__doc__, make.series(), figures)
    assert {f.part for f in found if f.measured is not None} == {"trend"}
    assert outcome(found)[0] == "supported"


def test_growth_from_nothing_means_nothing(make):
    """GDP grew by an average of 3.4 percent a year from 2010 to 2012."""
    speech = test_growth_from_nothing_means_nothing.__doc__
    found = make.heard(speech, make.series("eur", title="GDP"), yearly("0 1 2"))
    assert [f.agreement for f in found] == [U]
    assert "above zero" in found[0].why


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 20), min_size=4, max_size=13))
def test_a_trend_counts_its_steps_and_replays(make, values):
    """Unemployment has fallen every year since 2010."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    speech = test_a_trend_counts_its_steps_and_replays.__doc__
    figures = dict(zip(map(str, range(2010, 2010 + len(values))), map(str, values), strict=True))
    (found,) = make.heard(speech, series, {"DEU": figures})
    falls = sum(later < earlier for earlier, later in itertools.pairwise(values))
    assert found.measured == falls
    assert (found.agreement is E) == (falls == len(values) - 1)
    cells = {row.evidence: row.value for row in make.table({"DEU": figures})}
    assert found.trace.replay(cells.__getitem__) == found.measured


@settings(max_examples=50, deadline=None)
@given(st.decimals("0.1", "1e9", places=1), st.decimals("0.1", "1e9", places=1))
def test_growth_a_year_leads_from_the_first_figure_to_the_last(make, first, last):
    """GDP grew by an average of 3 percent a year from 2010 to 2014."""
    speech = test_growth_a_year_leads_from_the_first_figure_to_the_last.__doc__
    figures = {"DEU": {"2010": str(first), "2014": str(last)}}
    (found,) = make.heard(speech, make.series("eur", title="GDP"), figures)
    grown = first * (1 + found.measured / 100) ** 4
    assert abs(grown - last) <= last * Decimal("1e-20")
