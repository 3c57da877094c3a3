"""What a series says of itself by the words of its title, its unit and its notes; no word of a claim is read here."""

from __future__ import annotations

from datetime import date

import pytest

from tests.each import each
from workbench.compare.series_words.balances import accounts_of, is_balance, is_deficit
from workbench.compare.series_words.growth_series import grows_on_the_year, is_growth, is_paced
from workbench.compare.series_words.metadata_differences import differences, opposed, same_measure, words_of
from workbench.compare.series_words.price_basis import adjustment_of, is_real, prices_of
from workbench.compare.series_words.publisher_notes import kind_of_note
from workbench.compare.series_words.series_denominators import (
    counts_people,
    denominators,
    is_mean,
    is_per_person,
    is_person,
    same_denominator,
)
from workbench.compare.series_words.series_index_base import base_of
from workbench.compare.series_words.unit_names import counted_kinds, counted_per, names_thing, same_name
from workbench.compare.series_words.whole_of_share import has_whole, is_rate
from workbench.compare.series_words.word_beginnings import content_words, stem, stems
from workbench.core.claim import Account
from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.relations import Adjustment, Prices
from workbench.core.series import Series, SeriesRef
from workbench.core.units import counts


def series(title="", description="", unit="", **more):
    return Series(
        ref=SeriesRef("mine", "x"), title=title, description=description, unit=Unit(Dimension.COUNT, unit), **more
    )


BALANCES = [
    # the title; whether of balances, whether of deficits, whose
    ("Trade balance in goods", True, False, {Account.TRADE}), ("Budget deficit", False, True, {Account.BUDGET}),
    ("NET LENDING of the government", True, False, {Account.BUDGET}), ("Current account", True, False, {Account.TRADE}),
    ("Shortfall", False, True, set()), ("Exports", False, False, {Account.TRADE}), ("Births", False, False, set()),
]  # fmt: skip


@pytest.mark.parametrize(("title", "balance", "deficit", "accounts"), BALANCES)
def test_balances_and_deficits_are_told_by_their_titles(title, balance, deficit, accounts):
    named = series(title)
    assert (is_balance(named), is_deficit(named), accounts_of(named)) == (balance, deficit, accounts)


COUNTED_AGAINST = [
    ("Emissions per capita", ["capita"]), ("Deaths per 1,000 live births", ["live births"]),
    ("Cars for every household, by the region", ["household", "region"]), ("Beds for each 100 people", ["people"]),
    ("Births", []), ("PER the Worker ", ["Worker"]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "against"), COUNTED_AGAINST)
def test_what_it_is_counted_against_is_named_in_order(title, against):
    assert denominators(series(title)) == against
    assert denominators(series("x", title)) == against


def test_one_inhabitant_has_many_names():
    for one in ("capita", "head", "person", "inhabitant", "resident", "citizen"):
        assert is_per_person(series(f"GDP per {one}"))
        assert is_per_person(series("GDP", unit=f"euro For Each {one}"))
        assert is_person(one)
        assert same_denominator(one, "population")
    assert not is_per_person(series("GDP per household"))
    assert not is_per_person(series("GDP, capita"))
    assert [word for word in ("household", "worker", "year", "Capita") if is_person(word)] == []
    assert [is_mean(series(title)) for title in ("Average wage", "Median age", "MEAN", "Meaning", "Wages")] == [
        True
    ] * 3 + [False] * 2


SAME = [
    ("household", "households of two", True), ("babies", "live births", True), ("birth", "born", True), ("adult", "grown-up", True),
    ("household", "worker", False), ("birth", "adult", False), ("inhabitant", "household", False), ("person", "worker", False),
]  # fmt: skip


@each(("one", "other", "same"), SAME)
def test_two_denominators_are_the_same_either_way(one, other, same):
    assert same_denominator(one, other) is same_denominator(other, one) is same


def test_so_many_people_of_a_population_are_counted_against():
    people = ["100,000 inhabitants", "resident", "1.000 persons", "People"]
    assert [per for per in people if counts_people(per)] == people[:3]
    assert [per for per in ("1,000 live births", "", "1,000", "household") if counts_people(per)] == []


WORDS = [
    ("Unemployment rates, total (% of labor force) [modeled]", {"unemployment"}), ("Industries and glasses", {"industry", "glasse"}),
    ("Business class", {"business", "class"}), ("Annual data per year", set()), ("CO2 of 15-24", set()),
]  # fmt: skip


@pytest.mark.parametrize(("title", "named"), WORDS)
def test_the_words_of_a_title_name_what_is_measured(title, named):
    assert words_of(title) == named


PAIRS = [
    # two titles, whether they measure the same, what they are opposed in
    ("Unemployment, male", "Unemployment, female", False, (("men", "women"),)),
    ("Gross wages", "Net wages", False, (("gross", "net"),)),
    ("Wages, real", "Wages", False, (("real", "not so named"),)),
    ("Wages", "Wages, current prices", False, (("not so named", "nominal"),)),
    ("Urban and rural wages", "Wages", False, ()),
    ("Wages of men and women", "Wages", False, ()),
    ("Exports, seasonally adjusted", "Imports, unadjusted", False, (("exports", "imports"), ("seasonally adjusted", "not adjusted"))),
    ("Births registered", "Births recorded", False, ()),
    ("Births", "Births registered", True, ()),
    ("Immigration of foreigners", "Emigration of nationals", False, (("immigration", "emigration"), ("not so named", "nationals"))),
]  # fmt: skip


@each(("one", "other", "same", "apart"), PAIRS)
def test_two_titles_measure_the_same_where_they_share_half_of_their_words(one, other, same, apart):
    assert opposed(series(one), series(other)) == apart
    assert opposed(series(other), series(one)) == tuple((b, a) for a, b in apart)
    assert same_measure(series(one), series(other)) is same
    share = Series(ref=SeriesRef("mine", "x"), title=one, unit=Unit(Dimension.SHARE, "percentage", "%"))
    assert not same_measure(share, series(one))


def test_every_difference_is_a_phrase_with_the_first_side_first():
    one = Series(
        ref=SeriesRef("a", "k"), title="Wages, men", unit=Unit(Dimension.MONEY, "euro", "EUR", prices="constant 2015"),
        frequency=Frequency.MONTH, adjusted="adjusted", first=2000, last=2023, description="All  wages; " + "so much, " * 20,
        updated=date(2024, 1, 2),
    )  # fmt: skip
    other = Series(
        ref=SeriesRef("b", "k"), title="Wages, women", unit=Unit(Dimension.MONEY, "denar", "MKD", prices="current"),
        frequency=Frequency.YEAR, first=2010, last=2021, description="Wages before tax.", updated=date(2023, 1, 2),
    )  # fmt: skip
    assert differences(one, other) == (
        "named: men against women",
        "named: real against nominal",
        f"definition: All wages; {'so much, ' * 14}so … against Wages before tax",
        f"unit: {one.unit} against {other.unit}",
        "prices: constant 2015 against current",
        "adjustment: adjusted against none named",
        "frequency: month against year",
        "last updated: 2024-01-02 against 2023-01-02",
        "years covered: 2000–2023 against 2010–2021",
    )  # fmt: skip
    assert differences(other, one)[4] == "prices: current against constant 2015"
    assert "adjustment: none named against adjusted" in differences(other, one)
    assert differences(one, one) == ()


GROWTH = [
    # the title; whether of changes, whether on the year before
    ("GDP growth (annual %)", True, True), ("Inflation, change on the same month of the previous year", True, True),
    ("GDP growth on the previous quarter", True, False), ("Inflation, month-on-month", True, False),
    ("Growth, quarter on quarter", True, False), ("Monthly rate of inflation; monthly change", True, False),
    ("Percentage change of wages", True, True), ("Year-on-year wages", True, True), ("Births", False, False),
    ("Births on the previous month", False, False),
]  # fmt: skip


@each(("title", "growth", "yearly"), GROWTH)
def test_series_of_changes_say_on_what(title, growth, yearly):
    assert (is_growth(series(title)), grows_on_the_year(series(title))) == (growth, yearly)
    assert (is_growth(series("x", unit=title)), grows_on_the_year(series("x", unit=title))) == (growth, yearly)


def test_what_counts_by_the_month_is_not_divided_by_it():
    assert is_paced(series("Average Monthly wage"), Frequency.MONTH)
    assert is_paced(series("Daily arrivals"), Frequency.DAY)
    assert is_paced(series("Wages per month"), Frequency.MONTH)
    assert is_paced(series("Wages", unit="euros a quarter"), Frequency.QUARTER)
    assert is_paced(
        Series(ref=SeriesRef("m", "x"), title="Wages", unit=Unit(Dimension.MONEY, "euro", per="hour")), Frequency.DAY
    )
    assert not is_paced(series("Average monthly wage"), Frequency.WEEK)
    assert not is_paced(series("Dayly arrivals"), Frequency.DAY)
    assert not is_paced(series("Wages"), Frequency.MONTH)


def test_the_year_that_is_set_to_100():
    assert base_of(series("Prices, 2015=100")) == 2015
    assert base_of(series("Prices", "index, 1995 = 100")) == 1995
    assert base_of(series("Prices", unit="2010=100")) == 2010
    assert [base_of(series(title)) for title in ("Prices", "1815=100", "2015=1000", "12015=100")] == [None] * 4


NOTES = {
    "low-reliability": ["Low reliability", "UNRELIABLE", "less reliable", "not reliable here"],
    "rebased": ["Rebased on the census", "re-based", "rebasing", "Rebenchmarked", "re-benchmarked", "Benchmarked to 2021",
                "Intercensal estimate", "population base of 2021", "Based on the census", "census results", "New population estimates"],
    "definition": ["Definition differs", "different definition", "definitions differ", "Not comparable", "differing definition"],
    "footnote": ["Census year", "reliable", "", "comparable"],
}  # fmt: skip


def test_a_note_is_of_the_kind_that_its_words_say():
    assert {kind: [note for note in notes if kind_of_note(note) == kind] for kind, notes in NOTES.items()} == NOTES


PRICED = [
    ("GDP (constant 2015 US$)", Prices.REAL), ("GDP (current US$)", Prices.NOMINAL), ("Real wages", Prices.REAL),
    ("GDP, chain linked", Prices.REAL), ("Volume of trade", Prices.REAL), ("Nominal wages", Prices.NOMINAL), ("Wages", None),
    ("Real and nominal wages", None), ("Wages, constant prices", Prices.REAL), ("Wages at current prices", Prices.NOMINAL),
]  # fmt: skip


@each(("title", "prices"), PRICED)
def test_at_whose_prices_a_series_is(title, prices):
    assert prices_of(series(title)) is prices
    for kept, named in (("constant 2015", Prices.REAL), ("current", Prices.NOMINAL)):
        unit = Unit(Dimension.MONEY, "euro", "EUR", prices=kept)
        assert prices_of(Series(ref=SeriesRef("m", "x"), title=title, unit=unit)) is named
        assert is_real(unit) is (named is Prices.REAL)


def test_whether_it_is_adjusted_for_the_season():
    raw = [
        "Unadjusted data",
        "not seasonally adjusted",
        "non-adjusted",
        "neither seasonally adjusted",
        "Original",
        "raw",
    ]
    done = ["Seasonally adjusted", "calendar adjusted", "trend"]
    assert {adjustment_of(series("x", adjusted=each)) for each in raw} == {Adjustment.RAW}
    assert {adjustment_of(series("x", adjusted=each)) for each in done} == {Adjustment.ADJUSTED}
    assert adjustment_of(series("x")) is None


def test_words_are_cut_to_their_first_letters():
    assert content_words("The share of Women, in 15 work") == ["share", "women", "work"]
    assert (stem("households"), stem("work")) == ("house", "work")
    assert stems("households of two, House") == {"house", "two"}


def test_a_unit_names_a_thing_and_how_many():
    named = ["First applications", "APPLICATION form", "application"]
    assert [words for words in named if names_thing("Application of asylum", words)] == named
    assert names_thing("country", "All countries")
    assert names_thing("bus", "buses")
    assert not names_thing("tonne", "euros")
    assert not names_thing("", "anything")
    assert not names_thing("cat", "category")
    per = {
        "100,000 people": (100_000, "people"), "hundred thousand inhabitants": (100_000, "inhabitants"), "year": (1, "year"),
        "1 million People": (1_000_000, "people"), "2 thousand cars a year": (2000, "cars"), "person per day": (1, "person"),
        "": (1, ""), "0 cars": (1, "cars"),
    }  # fmt: skip
    assert {each: counted_per(each) for each in per} == per
    assert (same_name("Index", "index"), same_name("", ""), same_name("a", "b")) == (True, False, False)
    assert counted_kinds("Employees of enterprises") == {counts("Employees"), counts("of"), counts("enterprises")}


WHOLES = [
    # the title, the whole that is claimed, whether it is that
    ("Women in parliament (% of seats)", "MPs", True), ("Women in parliament (% of seats)", "households", False),
    ("Medicines as percentage of current health expenditure", "health spending", True),
    ("Medicines as percentage of current health expenditure", "government spending", False),
    ("Education, share of government expenditure", "spending", True), ("Unemployment rate", "the workforce", True),
    ("Unemployment rate", "the unemployed", False), ("Employment rate", "women", False), ("Poverty", "", True),
    ("Children in school (% of relevant age group)", "school", True), ("Seats (% held by women)", "seats", True),
    ("Forest, % of land area", "land", True), ("Forest, % of land area", "forest", False), ("Debt as percent of GDP", "the economy", True),
]  # fmt: skip


@each(("title", "whole", "has"), WHOLES)
def test_a_share_is_of_the_whole_that_its_series_names(title, whole, has):
    assert has_whole(series(title), whole) is has


def test_what_calls_itself_a_rate_is_no_share():
    titles = ["Unemployment rate of women", "Rates", "Unemployment", "Share of women among the unemployed", "Births"]
    assert [is_rate(series(title)) for title in titles] == [True, True, True, False, False]
