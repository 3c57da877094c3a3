"""Units as titles and unit columns spell them: a wrong one would let a percentage be compared with a count."""

from __future__ import annotations

import csv
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._text.additivity_in_titles import adds_of
from sources._text.printable_text import clean
from sources._text.singular import singular
from sources._text.unit_parser import read_unit
from sources._text.units_in_titles import unit_of_title
from tests.each import each
from workbench.core.quantity import Dimension

D = Dimension

COLUMN = [
    ("%", D.SHARE, "percentage", "%", "", 1),
    ("percent", D.SHARE, "percentage", "%", "", 1),
    ("Percentage of GDP", D.SHARE, "percentage", "%", "", 1),
    ("percentage points", D.POINTS, "percentage point", "pp", "", 1),
    ("Persons", D.COUNT, "person", "", "", 1),
    ("people", D.COUNT, "person", "", "", 1),
    ("Thousand persons", D.COUNT, "person", "", "", 1000),
    ("attempts", D.COUNT, "attempt", "", "", 1),
    ("Twenty-foot equivalent units", D.PHYSICAL, "twenty-foot equivalent unit", "teu", "", 1),
    ("Million EUR", D.MONEY, "euro", "EUR", "", 10**6),
    ("US dollars, millions", D.MONEY, "dollar", "USD", "", 10**6),
    ("US dollars per person, PPP converted", D.MONEY, "international dollar", "", "person", 1),
    ("National currency per US dollar", D.MONEY, "national currency unit", "", "US dollar", 1),
    ("denars", D.MONEY, "denar", "MKD", "", 1),
    ("Tonnes", D.PHYSICAL, "tonne", "t", "", 1),
    ("Tonnes of CO2-equivalent", D.PHYSICAL, "tonne of co2-equivalent", "t", "", 1),
    ("kt", D.PHYSICAL, "tonne", "t", "", 1000),
    ("Mt CO2e", D.PHYSICAL, "tonne", "t", "", 10**6),
    ("Kgs/Hectare", D.PHYSICAL, "kilogram", "kg", "Hectare", 1),
    ("'000 hectares", D.PHYSICAL, "hectare", "ha", "", 1000),
    ("Square kilometres", D.PHYSICAL, "square kilometre", "km2", "", 1),
    ("Grammes per person per day", D.PHYSICAL, "gram", "g", "person per day", 1),
    ("homicides per 100,000 inhabitants", D.RATE, "homicide", "", "100,000 inhabitants", 1),
    ("per 1,000 live births", D.RATE, "case", "", "1,000 live births", 1),
    ("per million people", D.RATE, "case", "", "million people", 1),
    ("Years", D.DURATION, "year", "", "", 1),
    ("Index", D.INDEX, "index point", "", "", 1),
    ("2015 = 100", D.INDEX, "index point", "", "", 1),
    ("Factor of decile 1", D.UNKNOWN, "", "", "", 1),
    ("", D.UNKNOWN, "", "", "", 1),
]


@each(("words", "dimension", "name", "code", "per", "scale"), COLUMN)
def test_a_unit_column_is_read(words, dimension, name, code, per, scale):  # noqa: PLR0917
    found = read_unit(words)
    unit = found.unit
    assert (unit.dimension, unit.name, unit.code, unit.per, found.scale) == (dimension, name, code, per, Decimal(scale))


TITLES = [
    ("Population, total", "person", "", "", 1, "last"),
    ("Refugee population by country or territory of asylum", "person", "", "", 1, "last"),
    ("Net migration", "person", "", "", 1, "sum"),
    ("GDP (current US$)", "dollar", "", "current", 1, "sum"),
    ("GDP per capita (constant 2015 US$)", "dollar", "person", "constant 2015", 1, "mean"),
    ("GDP growth (annual %)", "percentage", "", "", 1, "mean"),
    ("Total reserves (includes gold, current US$)", "dollar", "", "current", 1, "last"),
    ("Foreign direct investment, net inflows (BoP, current US$)", "dollar", "", "current", 1, "sum"),
    ("Exports Merchandise, current US$, millions, seas. adj.", "dollar", "", "current", 10**6, "sum"),
    ("Government expenditure on education, constant US$ (millions)", "dollar", "", "constant", 10**6, "sum"),
    ("Population in thousands, age 45-49, total", "person", "", "", 1000, "last"),
    ("Unemployment, total (% of total labor force) (modeled ILO estimate)", "percentage", "", "", 1, "mean"),
    ("Intentional homicides (per 100,000 people)", "intentional homicide", "100,000 people", "", 1, "mean"),
    ("Mortality rate, infant (per 1,000 live births)", "mortality rate", "1,000 live births", "", 1, "mean"),
    ("CO2 emissions (kt)", "tonne", "", "", 1000, "sum"),
    ("CO2 emissions (metric tons per capita)", "tonne", "person", "", 1, "mean"),
    ("Life expectancy at birth, total (years)", "year", "", "", 1, "mean"),
    ("Gini index (World Bank estimate)", "index point", "", "", 1, "mean"),
    ("International tourism, number of arrivals", "arrival", "", "", 1, "sum"),
    ("Patent applications, residents", "patent application", "", "", 1, "sum"),
    ("Income share held by lowest 20%", "percentage", "", "", 1, "mean"),
    ("Additional people below $4 as % of total population", "percentage", "", "", 1, "mean"),
    ("Average age of workers in the industrial sector", "", "", "", 1, "mean"),
    ("Real effective exchange rate", "", "", "", 1, "mean"),
    ("Net official development assistance provided, US dollars", "dollar", "", "", 1, "sum"),
    ("Confirmed cholera cases", "confirmed cholera case", "", "", 1, "sum"),
]


@each(("title", "name", "per", "prices", "scale", "adds"), TITLES)
def test_a_title_is_read(title, name, per, prices, scale, adds):  # noqa: PLR0917
    found = unit_of_title(title)
    unit = found.unit
    assert (unit.name, unit.per, unit.prices, found.scale) == (name, per, prices, Decimal(scale))
    assert adds_of(title, unit).value == adds


def test_the_units_of_a_large_labelled_set_are_nearly_all_understood(shared):
    with (shared / "eval/check/data.csv").open(encoding="utf-8-sig", newline="") as stream:
        units = [row["unit"] for row in csv.DictReader(stream)]
    known = [unit for unit in units if read_unit(unit).unit.dimension is not D.UNKNOWN]
    assert len(known) / len(units) > 0.97


@given(st.text(max_size=60))
def test_any_words_are_a_unit_or_an_unknown_one(words):
    assert read_unit(words).scale > 0
    assert unit_of_title(words).scale > 0
    singular(words)
    assert clean(words).isprintable()


def test_what_a_rate_is_counted_against_multiplies_nothing():
    """(per 1 million people) is no figure in millions."""
    read = unit_of_title("Secure Internet servers (per 1 million people)")
    assert (read.unit.dimension, read.unit.per, read.scale) == (Dimension.RATE, "1 million people", 1)


def test_a_label_that_begins_with_per_multiplies_nothing():
    """Eurostat counts offences "Per hundred thousand inhabitants"."""
    read = read_unit("Per hundred thousand inhabitants")
    assert (read.scale, read.unit.per) == (1, "hundred thousand inhabitants")


NO_UNITS = [
    "Life Expectancy (UN Population Division (2015))",
    "Literacy rates (World Bank, Barro & Lee (2013))",
    "Mean years of schooling (both genders)",
    "Obesity (all ages)",
    "Liquid liabilities (M3)",
    "Money supply (M1)",
    "SHARES AND OTHER EQUITY (OFCs)",
    "Total exceptional financing, Net (assets less liabilities)",
    "Sugar, white (3.785 liters)",
    "GDP per capita",
    "Population growth",
    "Population density",
]


@each("title", NO_UNITS)
def test_a_name_that_holds_no_unit_gives_none(title):
    read = unit_of_title(title)
    assert read.unit.dimension in {D.UNKNOWN, D.SHARE}, read
    assert read.scale == 1


RATES = [
    ("Polio cases per 1 million population", D.RATE, "polio case", "1 million population"),
    ("Deaths per 100,000 people", D.RATE, "death", "100,000 people"),
    ("Births per woman", D.RATE, "birth", "woman"),
    ("Homicide rate per 100,000 population", D.RATE, "homicide", "100,000 population"),
    ("Passenger cars per 1000 inhabitants", D.RATE, "passenger car", "1000 inhabitants"),
    ("Doctors per 10 000 inhabitants", D.RATE, "doctor", "10 000 inhabitants"),
    ("GHG emissions (gCO2/km)", D.PHYSICAL, "gram", "km"),
    ("Water use (m3/year)", D.PHYSICAL, "cubic metre", "year"),
]


@each(("title", "dimension", "name", "per"), RATES)
def test_what_is_counted_per_something_is_no_plain_count(title, dimension, name, per):
    unit = unit_of_title(title).unit
    assert (unit.dimension, unit.name, unit.per) == (dimension, name, per)


def test_units_in_brackets_are_units_in_every_recorded_title(titles):
    """178,000 titles of fifteen services and the columns of Our World in Data: a count in brackets is of a thing that is counted."""
    titles = list(dict.fromkeys(title for _, _, title in titles))
    asides = re.compile(
        r"\((?:[^()]*\b(?:genders|sexes|ages|all|both|except|excluding|other than)\b[^()]*)\)", re.IGNORECASE
    )
    doubtful = [
        title for title in titles if asides.search(title) and not re.search(r"\bnumber of\b", title, re.IGNORECASE)
    ]
    assert len(doubtful) > 500
    for title in doubtful:
        for phrase in asides.findall(title):
            named = read_unit(phrase.strip("()")).unit
            taken = unit_of_title(title).unit
            assert not (taken.dimension is D.COUNT and taken.name and taken.name == named.name), title
    rates = [
        title for title in titles if re.search(r"\bper (?:[\d,]+|million|thousand|woman)\b", title) and "(" not in title
    ]
    assert not [title for title in rates if unit_of_title(title).unit.dimension is D.COUNT]


SPELT = {
    10**3: ("thousand", "Thousands", "1000", "1,000", "1 000", "'000", "000", "Tsd.", "thous."),
    10**6: ("million", "millions", "Mio.", "mio", "mln", "mn", "Mill.", "1,000,000"),
    10**9: ("billion", "bn", "Mrd.", "mrd", "bln"),
}
THINGS = [
    ("persons", "person"),
    ("ha", "hectare"),
    ("t", "tonne"),
    ("tonnes", "tonne"),
    ("m3", "cubic metre"),
    ("kWh", "kilowatt-hour"),
]
COINS = [
    ("EUR", "EUR"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("US$", "USD"),
    ("USD", "USD"),
    ("denars", "MKD"),
    ("CHF", "CHF"),
    ("SEK", "SEK"),
]
SHORT = {10**3: ("k",), 10**6: ("m", "M", "mm"), 10**9: ("b", "B"), 10**12: ("tn",)}


@pytest.mark.parametrize("by", SPELT)
def test_a_multiplier_is_read_however_it_is_spelt_and_whatever_it_multiplies(by):
    for spelt in SPELT[by]:
        for thing, name in THINGS:
            for words in (f"{spelt} {thing}", f"{spelt} of {thing}"):
                assert (read_unit(words).unit.name, read_unit(words).scale) == (name, by), words
                assert unit_of_title(f"Output ({words})").scale == by, words
        for coin, code in COINS:
            assert (read_unit(f"{spelt} {coin}").unit.code, read_unit(f"{spelt} {coin}").scale) == (code, by)


@each("by", SHORT)
@each(("coin", "code"), COINS)
def test_a_letter_multiplies_beside_money_and_nowhere_else(by, coin, code):
    """A GDP in "€m", "EUR m", "M EUR", taken for single euros, contradicts a true claim by a factor of a million."""
    for short in SHORT[by]:
        for words in (f"{short} {coin}", f"{coin} {short}"):
            assert (read_unit(words).unit.code, read_unit(words).scale) == (code, by), words
            assert unit_of_title(f"Turnover ({words})").scale == by, words
        assert read_unit(f"{coin} per {short}").scale == 1
    assert read_unit("m").scale == read_unit("mm").scale == read_unit("km").scale == read_unit("m2").scale == 1


MONEY_IN_WORDS = [
    ("Spending on schools (million pounds)", "pound", "", 10**6),
    ("Defence spending (billion rupees)", "rupee", "", 10**9),
    ("Aid (in billions of dollars)", "dollar", "", 10**9),
    ("Budget in million kroner", "krone", "", 10**6),
    ("spending in millions of Swiss francs", "franc", "CHF", 10**6),
    ("Sales (million złoty)", "zloty", "PLN", 10**6),
    ("Debt (million pesos)", "peso", "", 10**6),
    ("Umsatz in Mio. €", "euro", "EUR", 10**6),
    ("Capital expenditure (in IDR)", "rupiah", "IDR", 1),
    ("Wage (forints)", "forint", "HUF", 1),
]


@each(("title", "name", "code", "scale"), MONEY_IN_WORDS)
def test_money_is_read_by_its_name_with_its_multiplier(title, name, code, scale):
    """A table in million pounds that is taken for single figures contradicts a true claim by a factor of a million."""
    read = unit_of_title(title)
    assert (read.unit.dimension, read.unit.name, read.unit.code, read.scale) == (D.MONEY, name, code, scale)


@pytest.mark.parametrize("title", ["Baby's weight (pounds)", "Count of incidents (RAND)", "Seats (won)", "Use (all)"])
def test_words_that_are_names_of_money_elsewhere_are_none_in_a_title(title):
    assert unit_of_title(title).unit.dimension is not D.MONEY


def test_money_as_a_proportion_is_no_money():
    title = "Volume of remittances (in United States dollars) as a proportion of total GDP"
    assert unit_of_title(title).unit.dimension is D.SHARE


@each(
    ("words", "code", "scale"),
    [
        ("Kč", "CZK", 1),
        ("v mil. Kč", "CZK", 10**6),
        ("tis. Kč", "CZK", 1000),
        ("mln zł", "PLN", 10**6),
        ("in Mio. Franken", "CHF", 10**6),
        ("in 1000 Franken", "CHF", 1000),
        ("hrvatska kuna", "HRK", 1),
        ("mil. hrvatskih kuna", "HRK", 10**6),
        ("milijuna eura", "EUR", 10**6),
        ("millones de euros", "EUR", 10**6),
        ("miles de euros", "EUR", 1000),
        ("miles de millones de euros", "EUR", 10**9),
        ("milliers d'euros", "EUR", 1000),
        ("migliaia di euro", "EUR", 1000),
        ("млн. ден.", "MKD", 10**6),
        ("хил. лв.", "BGN", 1000),
        ("млн руб.", "RUB", 10**6),
        ("mkr", "", 10**6),
        ("tkr", "", 1000),
    ],
)
def test_money_as_offices_write_it_in_their_own_language(words: str, code: str, scale: int):
    """A multiplier that is lost is a true claim contradicted by a factor of a thousand, or of a million."""
    found = read_unit(words)
    assert (found.unit.dimension, found.unit.code, found.scale) == (Dimension.MONEY, code, Decimal(scale))


@pytest.mark.parametrize("words", ["miles", "passenger miles", "(ден)", "5 km"])
def test_a_word_that_is_money_or_a_multiplier_elsewhere_is_none_here(words: str):
    found = read_unit(words)
    assert found.unit.dimension is not Dimension.MONEY
    assert found.scale == 1
