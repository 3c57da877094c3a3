"""Which figures answer: fiscal years by country, what was out on the day, nominal and real, and figures that decide nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from workbench.compare import check, outcome
from workbench.core.finding import Agreement
from workbench.core.number import step_of
from workbench.core.period import Period
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Observation, SeriesRef
from workbench.extract import read_text

DOLLARS, POUNDS = Unit(Dimension.MONEY, "dollar", "USD"), Unit(Dimension.MONEY, "pound sterling", "GBP")
FISCAL = [
    # the speech, the place, the unit, the first month of the twelve, the label that answers
    ("In fiscal year 2021 the United States ran a deficit of 12 dollars.", "USA", DOLLARS, (2020, 10), "Oct 2020–Sep 2021"),
    ("In fiscal year 2021/22 the United Kingdom borrowed 12 pounds.", "GBR", POUNDS, (2021, 4), "Apr 2021–Mar 2022"),
    ("In 2021/22 the United Kingdom borrowed 12 pounds.", "GBR", POUNDS, (2021, 4), "Apr 2021–Mar 2022"),
    ("In the financial year 2020/21 Australia spent 12 dollars.", "AUS", DOLLARS, (2020, 7), "Jul 2020–Jun 2021"),
]  # fmt: skip


@pytest.mark.parametrize(("speech", "place", "unit", "begins", "label"), FISCAL)
def test_twelve_months_make_the_fiscal_year_of_the_country(make, *, speech, place, unit, begins, label):
    year, month = begins
    months = [date(year + (month + n - 1) // 12, (month + n - 1) % 12 + 1, 1) for n in range(-6, 18)]
    rows = make.rows({f"{m:%Y-%m}": "1" if 0 <= n - 6 < 12 else "100" for n, m in enumerate(months)}, place=place)
    claim = read_text(speech, said=date(2023, 5, 1), language="en", document="d").claims[0]
    found = next(
        f
        for f in check(claim, make.series(unit, title="Spending and deficit"), rows, today=make.today)
        if f.measured is not None
    )
    assert (found.measured, found.period.label) == (12, label)


def test_a_fiscal_year_is_answered_by_one_figure_of_it(make):
    """In fiscal year 2021 the United States ran a deficit of 12 dollars."""
    row = Observation(
        ref=SeriesRef("unhcr", "asylum"), place="USA", period=Period(date(2020, 10, 1), date(2021, 10, 1)),
        value=Decimal(12), step=step_of(Decimal(12)),
    )  # fmt: skip
    speech = test_a_fiscal_year_is_answered_by_one_figure_of_it.__doc__
    claim = read_text(speech, said=date(2023, 5, 1), language="en", document="d").claims[0]
    (found,) = check(claim, make.series(DOLLARS, title="Deficit"), [row], today=make.today)
    assert found.agreement is Agreement.EXACT


def revised(make):
    now = make.rows({"2020": "100", "2021": "110"})
    then = [replace(now[0], vintage=date(2022, 3, 1)), replace(now[1], value=Decimal(105), vintage=date(2022, 3, 1))]
    return [*(replace(row, vintage=date(2024, 1, 1)) for row in now), *then]


def test_the_figure_that_was_out_on_the_day_is_a_reading_of_its_own(make):
    claim = make.level("105", "application", period="2021", said="2022-06-01")
    now, then = check(claim, make.series(), revised(make), today=make.today)
    assert (now.measured, now.agreement, now.reading) == (110, Agreement.APART, "")
    assert (then.measured, then.agreement) == (105, Agreement.EXACT)
    assert then.reading == "as published when it was said"
    assert "revised" in {c.kind for c in now.caveats}
    assert outcome([now, then])[0] == "supported"


def test_who_quotes_todays_figure_is_borne_out_too(make):
    claim = make.change("+10", base="2020", said="2022-06-01")
    found = check(claim, make.series(), revised(make), today=make.today)
    assert [(f.measured, f.agreement) for f in found] == [(10, Agreement.EXACT), (5, Agreement.APART)]
    assert outcome(found)[0] == "supported"


def test_the_latest_figure_is_the_one_that_was_out(make):
    """Said in January, before the figure of the year just over was published: the year before is the latest that was known."""
    rows = [
        replace(row, vintage=date(row.period.start.year + 1, 3, 1)) for row in make.rows({"2020": "100", "2021": "150"})
    ]
    now, then = check(
        make.level("100", "application", period=None, said="2022-01-15"), make.series(), rows, today=make.today
    )
    assert (now.period.label, now.agreement) == ("2021", Agreement.UNDECIDED)
    assert (then.period.label, then.agreement) == ("2020", Agreement.EXACT)
    assert "the latest figure that had been published (2021-03-01)" in then.caveats[0].says


def test_before_anything_was_out_there_is_one_finding(make):
    claim = make.level("105", "application", period="2021", said="2022-02-01")
    assert len(check(claim, make.series(), revised(make), today=make.today)) == 1


PRICES = [
    # the speech, the series' title, what is told of prices, whether it is decided
    ("Real wages rose by 10 percent from 2020 to 2021.", "Wages (current US$)", "prices", False),
    ("Wages rose by 10 percent in real terms from 2020 to 2021.", "Wages (constant 2015 US$)", None, True),
    ("Wages rose by 10 percent in nominal terms from 2020 to 2021.", "Wages (constant 2015 US$)", "prices", False),
    ("Wages rose by 10 percent from 2020 to 2021.", "Wages (current US$)", "nominal", True),
    ("Inflation-adjusted wages rose by 10 percent from 2020 to 2021.", "Wages", "prices-unknown", True),
    ("Wages rose by 10 percent from 2020 to 2021.", "Wages", None, True),
]


@pytest.mark.parametrize(("speech", "title", "told", "decided"), PRICES)
def test_nominal_and_real_are_never_mixed(make, speech, title, told, decided):
    figures = {"DEU": {"2020": "100", "2021": "110"}}
    (found,) = make.heard(speech, make.series("usd", title=title, adds=Additivity.SUM), figures)
    kinds = {c.kind for c in found.caveats} & {"prices", "nominal", "prices-unknown"}
    assert kinds == ({told} if told else set())
    assert (found.agreement is Agreement.EXACT) is decided


INDEX = [
    # the speech, the base that the series names, how it agrees, the figure measured, whether the base is told
    ("The price index stood at 120 points in 2022 (2015 = 100).", "2015=100", Agreement.EXACT, "120", False),
    (
        "The price index stood at 109.1 points in 2022 (2020 = 100).",
        "2015=100",
        Agreement.ROUNDS_TO,
        "109.1",
        True,
    ),  # 120 / 110
    ("The price index stood at 120 points in 2022.", "2015=100", Agreement.EXACT, "120", True),
    ("The price index rose by 9.1 percent from 2020 to 2022.", "2015=100", Agreement.ROUNDS_TO, "9.1", False),
]


@pytest.mark.parametrize(("speech", "base", "how", "measured", "told"), INDEX)
def test_an_index_is_turned_to_the_year_that_is_set_to_100(make, *, speech, base, how, measured, told):
    series = make.series("index", title=f"Consumer prices, index, {base}", adds=Additivity.MEAN)
    figures = {"DEU": {"2015": "100", "2020": "110", "2022": "120"}}
    found = next(f for f in make.heard(speech, series, figures) if f.measured is not None)
    assert (found.agreement, str(round(found.measured, 1)).removesuffix(".0")) == (how, measured), found.why
    assert ("index-base" in {c.kind for c in found.caveats}) is told


def test_the_season_is_told(make):
    """Seasonally adjusted unemployment was 5.5 percent in March 2023."""
    speech = test_the_season_is_told.__doc__
    series = make.series(
        "%",
        title="Unemployment rate",
        adds=Additivity.MEAN,
        adjusted="Unadjusted data (i.e. neither seasonally adjusted)",
    )
    (found,) = make.heard(speech, series, {"DEU": {"2023-03": "5.5"}})
    assert found.agreement is Agreement.UNDECIDED
    assert "adjustment" in {c.kind for c in found.caveats}
    (year,) = make.heard(speech.replace("March ", ""), series, {"DEU": {"2023": "5.5"}})
    assert (year.agreement, "adjustment" in {c.kind for c in year.caveats}) == (Agreement.UNDECIDED, True)
    (raw,) = make.heard("Unadjusted unemployment was 5.5 percent in 2023.", series, {"DEU": {"2023": "5.5"}})
    assert raw.agreement is Agreement.EXACT
    untold = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    (found,) = make.heard(speech.replace("March ", ""), untold, {"DEU": {"2023": "5.5"}})
    assert found.agreement is Agreement.UNDECIDED


SEASONS = [
    (
        "Unemployment fell from 5.9 percent in January 2023 to 5.5 percent in February 2023.",
        "Not seasonally adjusted",
        True,
    ),
    (
        "Unemployment fell from 5.9 percent in January 2023 to 5.5 percent in February 2023.",
        "Seasonally adjusted",
        False,
    ),
    (
        "Unemployment fell from 6.5 percent in February 2022 to 5.5 percent in February 2023.",
        "Not seasonally adjusted",
        False,
    ),
]


@pytest.mark.parametrize(("speech", "adjusted", "told"), SEASONS)
def test_from_month_to_month_the_season_changes_too(make, speech, adjusted, told):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN, adjusted=adjusted)
    figures = {"DEU": {"2022-02": "6.5", "2023-01": "5.9", "2023-02": "5.5"}}
    found = next(f for f in make.heard(speech, series, figures) if f.part == "change")
    assert ("season" in {c.kind for c in found.caveats}) is told


BAD = [
    # the speech, the figures, the series' unit, what the reason says
    ("Applications rose by 10 percent from 2020 to 2021.", {"2021": "110"}, "application", "no figure"),
    ("Applications rose by 10 percent from 2020 to 2021.", {"2020": None, "2021": None}, "application", "missing"),
    ("Applications rose by 10 percent from 2020 to 2021.", {"2020": "0", "2021": "5"}, "application", "zero"),
    ("Profits rose by 10 percent from 2020 to 2021.", {"2020": "-5", "2021": "5"}, "usd", "negative"),
    ("Applications rose for the third year in a row in 2021.", {"2021": "5"}, "application", "only 1 figures"),
    ("Applications in 2021 were the highest since 2015.", {"2021": "5"}, "application", "no figure before"),
    ("There were on average 5 applications between 2015 and 2021.", {"2021": None}, "application", "no figure"),
]


@pytest.mark.parametrize(("speech", "figures", "unit", "why"), BAD)
def test_what_cannot_be_told_says_why(make, speech, figures, unit, why):
    found = [f for f in make.heard(speech, make.series(unit), {"DEU": figures}) if f.series is not None]
    assert found
    assert {f.agreement for f in found} == {Agreement.UNDECIDED}
    assert all(f.measured is None and f.caveats for f in found)
    assert any(why in f.why for f in found), [f.why for f in found]


WAYS = [
    ("Profits fell from 2020 to 2021.", "-5", "8", Agreement.OPPOSITE, "a rise of 13 dollars"),
    ("Profits rose from 2020 to 2021.", "-5", "8", Agreement.ROUNDS_TO, "a rise of 13 dollars"),
    ("Profits rose from 2020 to 2021.", "0", "8", Agreement.ROUNDS_TO, "a rise of 8 dollars"),
    ("Profits rose from 2020 to 2021.", "4", "8", Agreement.ROUNDS_TO, "a rise of 100 %"),
]


@pytest.mark.parametrize(("speech", "old", "new", "how", "moved"), WAYS)
def test_which_way_it_went_needs_no_percentage(make, *, speech, old, new, how, moved):
    """From a loss to a profit is a rise, though it is one of no percent."""
    (found,) = make.heard(speech, make.series("usd", title="Profits"), {"DEU": {"2020": old, "2021": new}})
    assert found.agreement is how
    assert moved in found.why


def test_forty_numbers_in_one_sentence_are_forty_findings_at_most_and_no_crash(make):
    numbers = ", ".join(f"{n} in {1980 + n}" for n in range(1, 41))
    figures = {"DEU": {str(1980 + n): str(n) for n in range(1, 41)}}
    found = make.heard(f"Applications were {numbers}.", make.series(), figures)
    assert all(f.why and (f.agreement is not Agreement.UNDECIDED or f.caveats) for f in found)
