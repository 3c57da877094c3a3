"""Units are converted exactly, or they are not compared: over all pairs of units that reading, titles and sources can produce."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from sources._cube.cube import Member
from sources._eurostat.units import unit_of as of_eurostat
from sources._sdmx.units import unit_of as of_sdmx
from sources._text.unit_parser import read_unit
from tests.each import each
from workbench.compare.judging.outcome import outcome
from workbench.compare.unit_conversion import fit
from workbench.consistency.own_arithmetic import own_arithmetic
from workbench.core.finding import Agreement
from workbench.core.number import EXACT
from workbench.core.quantity import PERCENT, POINTS, UNKNOWN_UNIT, Dimension, Unit
from workbench.core.series import Series, SeriesRef
from workbench.core.units import measured_in, measures, plurals
from workbench.extract import read_text
from workbench.extract.units.unit_words import units as words_of
from workbench.extract.words.word_files import languages, tables
from workbench.match.titles.title_units import unit_of

F = Fraction
CM, KG, S = F(1, 100), F(1), F(1)
INCH = F(254, 100) * CM
FOOT, YARD = 12 * INCH, 36 * INCH
MILE = 1760 * YARD
ACRE = 4840 * YARD**2
GALLON = 231 * INCH**3
POUND = F(45359237, 10**8) * KG
CALORIE = F(41868, 10**4)
"""The international table calorie, by which the tonne of oil equivalent and the British thermal unit are defined."""
BTU = POUND * 1000 * CALORIE * F(5, 9)
PHYSICAL = {Dimension.PHYSICAL, Dimension.DURATION}

BY_HAND = {
    "mm": CM / 10, "cm": CM, "dm": 10 * CM, "m": F(1), "km": F(1000), "µm": CM / 10**4, "nm": CM / 10**7, "in": INCH, "ft": FOOT, "yd": YARD,
    "mi": MILE, "nmi": F(1852), "ly": F(36525, 100) * 86400 * 299792458,
    "m2": F(1), "cm2": CM**2, "mm2": CM**2 / 100, "km2": F(10) ** 6, "ha": F(10) ** 4, "dunam": F(1000), "ac": ACRE, "mi2": 640 * ACRE,
    "ft2": FOOT**2, "in2": INCH**2, "yd2": YARD**2,
    "m3": F(1), "cm3": CM**3, "km3": F(10) ** 9, "l": F(1, 1000), "ml": CM**3, "cl": 10 * CM**3, "dl": 100 * CM**3, "hl": F(1, 10), "ml3": F(1000),
    "ft3": FOOT**3, "yd3": YARD**3, "gal": GALLON, "quart": GALLON / 4, "pint": GALLON / 8, "floz": GALLON / 128, "bbl": 42 * GALLON,
    "bushel": F(215042, 100) * INCH**3, "acft": ACRE * FOOT, "impgal": F(454609, 10**8),
    "g": KG / 1000, "mg": KG / 10**6, "ug": KG / 10**9, "kg": KG, "t": 1000 * KG, "ton": 1000 * KG, "kt": KG * 10**6, "mt": KG * 10**9,
    "gt": KG * 10**12, "lb": POUND, "oz": POUND / 16, "uston": 2000 * POUND, "lton": 2240 * POUND, "quintal": 100 * KG,
    "joule": F(1), "kj": F(10) ** 3, "mj": F(10) ** 6, "gj": F(10) ** 9, "tj": F(10) ** 12, "pj": F(10) ** 15, "ej": F(10) ** 18,
    "kwh": F(3600) * 1000, "mwh": F(3600) * 10**6, "gwh": F(3600) * 10**9, "twh": F(3600) * 10**12, "cal": F(4184, 1000), "kcal": F(4184),
    "btu": BTU, "mmbtu": BTU * 10**6, "toe": CALORIE * 10**10, "kgoe": CALORIE * 10**7, "ktoe": CALORIE * 10**13, "mtoe": CALORIE * 10**16,
    "tce": 7 * CALORIE * 10**9,
    "w": F(1), "kw": F(10) ** 3, "mw": F(10) ** 6, "gw": F(10) ** 9, "tw": F(10) ** 12,
    "sec": S, "ms": S / 1000, "min": 60 * S, "h": 3600 * S, "day": 86400 * S, "wk": 7 * 86400 * S,
    "mo": F(1), "yr": F(12), "decade": F(120), "century": F(1200),
    "km/h": F(1000, 3600), "mph": MILE / 3600, "kn": F(1852, 3600),
    "pa": F(1), "hpa": F(100), "mbar": F(100), "kpa": F(1000), "mpa": F(10) ** 6, "psi": POUND * F(980665, 10**5) / INCH**2,
    "ksi": 1000 * POUND * F(980665, 10**5) / INCH**2,
    "bit": F(1), "byte": F(8), "kb": F(8000), "mb": F(8) * 10**6, "gb": F(8) * 10**9, "tb": F(8) * 10**12, "pb": F(8) * 10**15,
    "kbps": F(1000), "mbps": F(10) ** 6, "gbps": F(10) ** 9, "hz": F(1), "mhz": F(10) ** 6, "ghz": F(10) ** 9, "c": F(1), "deg": F(1),
    "ppm": F(1, 10**6), "ppb": F(1, 10**9), "amp": F(1), "ma": F(1, 1000), "volt": F(1), "kv": F(1000), "sv": F(1), "msv": F(1, 1000),
}  # fmt: skip
"""Every unit with a factor in SI units, worked out from how it is defined and not from the registry."""

ALONE = {
    "hp",
    "bhp",
    "mpg",
    "cup",
    "teaspoon",
    "tablespoon",
    "ftlb",
    "f",
    "rad",
    "db",
    "tkm",
    "pkm",
    "mah",
    "kva",
    "bq",
    "rpm",
    "teu",
    "carat",
    "boe",
}


def test_every_factor_is_the_one_worked_out_by_hand() -> None:
    known = measures()
    assert set(known) == set(BY_HAND) | ALONE
    for one, other in itertools.product(BY_HAND, repeat=2):
        if known[one].kind == known[other].kind:
            assert known[one].factor / known[other].factor == BY_HAND[one] / BY_HAND[other], (one, other)


def test_every_language_names_its_measures_by_codes_that_the_registry_knows() -> None:
    for language in languages():
        table = tables(language)["units"]
        assert set(table["physical"]) | set(table["duration"]) <= set(measures()), language


def produced() -> list[Unit]:
    """Return the units that reading, titles and sources make of every name in the registry, of every language and of every code."""
    names = [form for one in measures().values() for name in one.names for form in plurals(name)]
    more = [
        "Number",
        "Persons",
        "Cases",
        "Tonnes of CO2",
        "Tonnes of carbon",
        "metric tons of CO2 equivalent",
        "per 1,000 live births",
    ]
    more += [
        "deaths per 100,000 people",
        "kg of oil equivalent per capita",
        "euro per kilowatt-hour",
        "US dollars per barrel",
        "cubic feet per day",
    ]
    more += [
        "litres per person",
        "number of days",
        "Asylum applications",
        "years",
        "months",
        "Index, 2015=100",
        "%",
        "national currency",
    ]
    spoken = [unit for language in languages() for unit in words_of(language).phrases.values()]
    titled = [unit_of(Series(ref=SeriesRef("a", "b"), title=f"Anything ({each})")) for each in (*names, *more)]
    columns = [read_unit(each).unit for each in (*names, *more)]
    coded = [of_eurostat(Member(code, label)).unit for code, label in EUROSTAT]
    coded += [
        of_sdmx(Member(code, "")).unit
        for code in ("PS", "PERS", "H", "HR", "Y", "YR", "10P5HB", "XDC", "USD_PPP", "IX")
    ]
    counted = [
        Unit(Dimension.COUNT, name)
        for name in ("", "person", "people", "inhabitant", "case", "car", "litre", "application")
    ]
    rated = [
        Unit(unit.dimension, unit.name, unit.code, per) for unit in columns[:60:5] for per in ("day", "year", "hectare")
    ]
    plain = [PERCENT, POINTS, UNKNOWN_UNIT, Unit(Dimension.UNKNOWN, "firkin"), Unit(Dimension.PHYSICAL, "firkin")]
    return list(dict.fromkeys((*spoken, *titled, *columns, *coded, *counted, *rated, *plain)))


EUROSTAT = [
    ("KTOE", "Thousand tonnes of oil equivalent"), ("GWH", "Gigawatt-hour"), ("TJ", "Terajoule"), ("HA", "Hectare"), ("T", "Tonne"),
    ("THS_PER", "Thousand persons"), ("NR", "Number"), ("P_HTHAB", "Per hundred thousand inhabitants"), ("MIO_EUR", "Million euro"),
    ("MIO_TKM", "Million tonne-kilometre"), ("MIO_PKM", "Million passenger-kilometre"), ("MIO_M3", "Million cubic metres"), ("KG_HAB", "Kilograms per capita"),
]  # fmt: skip


def test_any_two_units_are_the_same_or_converted_exactly_or_not_compared_without_a_word() -> None:
    """18,090 ordered pairs of the units then known gave 12,700 that compared one to one."""
    units = produced()
    assert len(units) > 400
    for claimed, series in itertools.product(units, repeat=2):
        found = fit(claimed, series)
        if found.factor is None:
            assert found.caveats, (claimed, series)
            assert all(caveat.says.endswith(".") and len(caveat.says) > 30 for caveat in found.caveats)
        elif not any(caveat.kind in {"unit-unsure", "unit-untold"} for caveat in found.caveats):
            assert found.factor == _by_hand(claimed, series), (claimed, series)
        elif {claimed.dimension, series.dimension} <= PHYSICAL and claimed.per == series.per:
            assert found.factor == _size(series, claimed), (claimed, series)


def _by_hand(claimed: Unit, series: Unit) -> Decimal:
    """Return what a figure of the series is to be multiplied by; raises where nobody could say."""
    claimed, series = _named_whole(claimed), _named_whole(series)
    top = _size(series, claimed)
    if claimed.per == series.per:
        return top
    (ours, our_thing), (theirs, their_thing) = _per(claimed.per), _per(series.per)
    return top * _decimal(ours / theirs * _thing(our_thing, their_thing))


def _named_whole(unit: Unit) -> Unit:
    """Return a kilometre per hour as the speed that it is."""
    name = str(unit)
    return Unit(unit.dimension, name) if any(name in one.names for one in measures().values()) else unit


def _size(one: Unit, other: Unit) -> Decimal:
    mine, yours = measured_in(one), measured_in(other)
    physical = {one.dimension, other.dimension} & PHYSICAL
    if mine and yours and Dimension.MONEY not in {one.dimension, other.dimension}:
        codes = mine.measure.code, yours.measure.code
        if codes[0] == codes[1]:
            assert not (mine.of and yours.of) or mine.of == yours.of
            return Decimal(1)
        assert mine.measure.kind == yours.measure.kind
        return _decimal(BY_HAND[codes[0]] / BY_HAND[codes[1]])
    assert not physical or one.name == other.name
    if Dimension.MONEY in {one.dimension, other.dimension}:
        (code, part), (other_code, other_part) = _coin(one), _coin(other)
        assert code == other_code
        return part / other_part
    basis = [100 if unit.code == "bp" else 1 for unit in (other, one)]
    return Decimal(basis[0]) / basis[1]


def _coin(unit: Unit) -> tuple[str, Decimal]:
    return ("GBP", Decimal("0.01")) if unit.name == "penny" else (unit.code or unit.name, Decimal(1))


def _decimal(value: Fraction) -> Decimal:
    return EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))


def _per(per: str) -> tuple[Fraction, str]:
    number, _, thing = per.partition(" ")
    digits = number.replace(",", "")
    return (Fraction(int(digits)), thing) if digits.isdigit() else (Fraction(1), per)


def _thing(ours: str, theirs: str) -> Fraction:
    people = {"person", "people", "inhabitants", "population", "capita"}
    if ours == theirs or {ours, theirs} <= people:
        return Fraction(1)
    one, other = (measured_in(Unit(Dimension.UNKNOWN, thing)) for thing in (ours, theirs))
    assert one is not None, ours
    assert other is not None, theirs
    assert one.measure.kind == other.measure.kind, (ours, theirs)
    return BY_HAND[one.measure.code] / BY_HAND[other.measure.code]


CUBIC = Unit(Dimension.PHYSICAL, "cubic metre", "m3")
TOE = Unit(Dimension.PHYSICAL, "tonne of oil equivalent", "t")
SPEECHES = [
    ("Germany supplied 2,000 litres of water in 2021.", CUBIC, "2000", "contradicted", "2000000"),
    ("Germany supplied 2,000 litres of water in 2021.", CUBIC, "2", "supported", "2000"),
    ("Germany supplied 2 million litres of water in 2021.", CUBIC, "2000", "supported", "2000000"),
    ("The strike in Germany lasted 3 hours in 2021.", Unit(Dimension.DURATION, "minute"), "3", "contradicted", "0.05"),
    ("The strike in Germany lasted 3 hours in 2021.", Unit(Dimension.DURATION, "minute"), "180", "supported", "3"),
    ("The strike in Germany lasted 3 weeks in 2021.", Unit(Dimension.DURATION, "day"), "21", "supported", "3"),
    ("The strike in Germany lasted 3 months in 2021.", Unit(Dimension.DURATION, "day"), "3", "undecided", None),
    ("The strike in Germany lasted 18 months in 2021.", Unit(Dimension.DURATION, "year"), "1.5", "supported", "18"),
    ("Forests burnt on 500 acres in Germany in 2021.", Unit(Dimension.PHYSICAL, "hectare", "ha"), "500", "contradicted", "1235.5"),
    ("Forests burnt on 500 acres in Germany in 2021.", Unit(Dimension.PHYSICAL, "square metre", "m2"), "2023428.2112", "supported", "500"),
    ("Germany used 30 barrels of oil in 2021.", Unit(Dimension.PHYSICAL, "gallon", "gal"), "1260", "supported", "30"),
    ("Germany used 300 tonnes of oil equivalent in 2021.", Unit(Dimension.PHYSICAL, "kilogram", "kg"), "300", "undecided", None),
    ("Germany used 300 kilograms of oil in 2021.", TOE, "300", "undecided", None),
    ("Germany used 300 tonnes of oil equivalent in 2021.", Unit(Dimension.PHYSICAL, "terajoule", "TJ"), "12.5604", "supported", "300"),
    ("Germany used 300 kilowatt-hours of power in 2021.", Unit(Dimension.PHYSICAL, "kilowatt", "kw"), "300", "undecided", None),
    ("The road in Germany was 10 miles long in 2021.", Unit(Dimension.PHYSICAL, "kilometre", "km"), "16.09344", "supported", "10"),
    ("The road in Germany was 10 miles long in 2021.", Unit(Dimension.PHYSICAL, "kilometre", "km"), "10", "contradicted", "6.2"),
    ("It was 30 degrees Celsius in Germany in 2021.", Unit(Dimension.PHYSICAL, "degree Fahrenheit", "f"), "30", "undecided", None),
    ("A loaf cost 45 cents in Germany in 2021.", Unit(Dimension.MONEY, "euro", "EUR"), "0.45", "supported", "45"),
    ("Incomes in Germany were 30,000 euros in 2021.", Unit(Dimension.MONEY, "international dollar"), "30000", "undecided", None),
    ("The rate in Germany was 5 deaths per 1,000 live births in 2021.", Unit(Dimension.RATE, "death", per="1,000 people"), "5", "undecided", None),
    ("The rate in Germany was 5 deaths per 1,000 live births in 2021.", Unit(Dimension.RATE, "death", per="100,000 live births"), "500", "supported", "5"),
]  # fmt: skip


@each(("speech", "unit", "figure", "word", "measured"), SPEECHES)
def test_a_speech_in_one_unit_beside_figures_in_another(make, *, speech, unit, figure, word, measured) -> None:
    found = make.heard(
        speech,
        make.series(unit, title="Water, strikes, forests, oil, power, roads, bread, incomes"),
        {"DEU": {"2021": figure}},
    )
    assert outcome(found)[0] == word, found[0].why
    assert outcome(found)[1]
    if measured is None:
        assert found[0].agreement is Agreement.UNDECIDED
        assert found[0].measured is None
    else:
        assert found[0].measured is not None
        assert abs(found[0].measured - Decimal(measured)) < Decimal("0.1"), found[0].measured
        assert found[0].agreement is not Agreement.ROUNDS_TO or found[0].measured != found[0].claimed


@pytest.mark.parametrize(
    ("speech", "thing", "title", "sure"),
    [
        ("There were 35 cases in Germany in 2021.", "person", "Residents of care homes", False),
        ("There were 35 cases in Germany in 2021.", "person", "Cases of measles", True),
        ("There were 35 cases in Germany in 2021.", "case", "Measles", True),
        ("35 people were counted in Germany in 2021.", "inhabitant", "Islanders", True),
        ("35 cars were counted in Germany in 2021.", "vehicle", "Registrations", False),
        ("35 migrants came to Germany in 2021.", "person", "Migrants who arrived", True),
    ],
)
def test_things_of_two_names_are_not_the_same_without_a_word(make, *, speech, thing, title, sure) -> None:
    found = make.heard(speech, make.series(thing, title=title), {"DEU": {"2021": "35"}})
    assert found[0].agreement is Agreement.EXACT
    assert ("unit-unsure" not in {caveat.kind for caveat in found[0].caveats}) is sure


OWN = [
    "Trips lasted 3 hours in 2020 and 90 minutes in 2021, twice as long.",
    "The price fell from 2 euros to 90 cents, a fall of 55 percent.",
    "Water supply rose by 500 litres to 2 cubic metres in 2021, a rise of 33 percent.",
    "In Germany the water supply was 500 litres in 2020 and 2 cubic metres in 2021, a rise.",
    "The road grew from 900 metres to 2 kilometres, by 1,100 metres.",
]


@pytest.mark.parametrize("speech", OWN)
def test_what_is_said_in_two_units_is_not_held_against_itself(speech) -> None:
    claims = read_text(speech, said=date(2023, 1, 1), place="DEU", language="en", document="d").claims
    assert [
        found.why
        for claim in claims
        for found in own_arithmetic(claim, claims)
        if not any(word in found.title for word in ("before", "implies"))  # one unit alone is worked with there
    ] == []


def test_a_change_is_told_in_the_unit_that_it_was_worked_out_in(make) -> None:
    """Water supply in Germany rose by 1,500 litres to 2 cubic metres in 2021."""
    speech = test_a_change_is_told_in_the_unit_that_it_was_worked_out_in.__doc__
    found = make.heard(speech, make.series(CUBIC, title="Water supply"), {"DEU": {"2020": "0.5", "2021": "2"}})
    assert "500 litres in 2020 and 2,000 in 2021: a rise of 1,500 litres" in found[0].why
