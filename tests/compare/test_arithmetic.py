"""Levels, sums over parts and changes on small tables of figures, each with its result worked out by hand beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.each import each
from workbench.compare import check, rests_on
from workbench.core.claim import ChangeMode
from workbench.core.finding import Agreement
from workbench.core.quantity import Relation
from workbench.core.series import Additivity

E, R, N, A, O, U = (  # noqa: E741
    Agreement.EXACT,
    Agreement.ROUNDS_TO,
    Agreement.NEAR,
    Agreement.APART,
    Agreement.OPPOSITE,
    Agreement.UNDECIDED,
)

# UNHCR, asylum applications lodged in North Macedonia, as published
ASYLUM = {"2019": "450", "2020": "151", "2021": "91", "2022": "162", "2023": "598"}
RATE = {"2015": "27.3", "2019": "17.3", "2020": "16.4", "2021": "15.4"}
MONTHS = {f"2021-{m:02}": str(100 + m) for m in range(1, 13)} | {f"2020-{m:02}": str(200 + m) for m in range(1, 13)}
QUARTERS = {"2020-Q4": "10", "2021-Q1": "20", "2021-Q2": "30", "2021-Q3": "40", "2021-Q4": "50"}
ABOUT, MORE, NEARLY, LESS, AT_LEAST, AT_MOST = (
    Relation.ABOUT, Relation.MORE_THAN, Relation.NEARLY, Relation.LESS_THAN, Relation.AT_LEAST, Relation.AT_MOST,
)  # fmt: skip

LEVELS = [
    # claimed, hedge, claim's unit, series' unit, figures, period, how, measured
    ("91", Relation.IS, "application", "application", ASYLUM, "2021", E, "91"),
    (
        "90",
        Relation.IS,
        "application",
        "application",
        ASYLUM,
        "2021",
        N,
        "91",
    ),  # 0.5 beyond [89.5, 90.5), 2 % of 90 is 1.8
    (
        "100",
        Relation.IS,
        "application",
        "application",
        ASYLUM,
        "2021",
        N,
        "91",
    ),  # [95, 105), another half step reaches 90
    ("120", Relation.IS, "application", "application", ASYLUM, "2021", A, "91"),
    ("600", Relation.IS, "application", "application", ASYLUM, "2023", R, "598"),  # [595, 605)
    ("450", MORE, "application", "application", ASYLUM, "2019", N, "450"),  # 450 is not more than 450
    ("450", AT_LEAST, "application", "application", ASYLUM, "2019", R, "450"),
    ("500", MORE, "application", "application", ASYLUM, "2023", R, "598"),
    ("100", LESS, "application", "application", ASYLUM, "2021", R, "91"),
    ("91", AT_MOST, "application", "application", ASYLUM, "2021", R, "91"),
    ("100", NEARLY, "application", "application", ASYLUM, "2021", R, "91"),  # [90, 100)
    ("150", ABOUT, "application", "application", ASYLUM, "2020", R, "151"),
    ("180", ABOUT, "application", "application", ASYLUM, "2022", R, "162"),  # [162, 198]
    ("150..160", Relation.IS, "application", "application", ASYLUM, "2020", R, "151"),
    ("15.4", Relation.IS, "%", "%", RATE, "2021", E, "15.4"),
    ("15", Relation.IS, "%", "%", RATE, "2021", R, "15.4"),  # [14.5, 15.5)
    ("16.4", Relation.IS, "%", "%", RATE, "2021", A, "15.4"),
    ("20", Relation.IS, "%", "%", {"2021": "19.4"}, "2021", N, "19.4"),  # "one in five": [19.5, 20.5)
    ("7500", Relation.IS, "kg", "t", {"2021": "7.5"}, "2021", E, "7500"),  # 7.5 tonnes
    ("2", Relation.IS, "/1000", "/100000", {"2021": "203"}, "2021", R, "2.03"),  # 203 per 100,000
    ("1.3", Relation.IS, "usd", "usd", {"2021": "1.26"}, "2021", R, "1.26"),
    ("-2.3", Relation.IS, "%", "%", {"2021": "1.1"}, "2021", O, "1.1"),  # a deficit said, a surplus measured
]


@each(("said", "hedge", "claimed", "unit", "figures", "period", "how", "measured"), LEVELS)
def test_levels(make, *, said, hedge, claimed, unit, figures, period, how, measured):
    claim = make.level(said, claimed, relation=hedge, period=period)
    found = check(claim, make.series(unit), make.rows(figures), today=make.today)[0]
    assert (found.agreement, found.measured) == (how, Decimal(measured))


PARTS = [
    # period, months or quarters, how they add, claimed, how, measured
    ("2021", MONTHS, Additivity.SUM, "1278", E, "1278"),  # 12 × 100 + 78
    ("2021-01-01/2021-10-01", MONTHS, Additivity.SUM, "945", E, "945"),  # 9 × 100 + 45
    ("2021-Q1", MONTHS, Additivity.SUM, "306", E, "306"),  # 101 + 102 + 103
    ("2021", QUARTERS, Additivity.SUM, "140", E, "140"),
    ("2021", QUARTERS, Additivity.MEAN, "35", E, "35"),
    ("2021", QUARTERS, Additivity.LAST, "50", E, "50"),
    ("2021-01-01/2021-07-01", QUARTERS, Additivity.SUM, "60", A, "50"),  # 20 + 30
]


@pytest.mark.parametrize(("period", "figures", "adds", "said", "how", "measured"), PARTS)
def test_sums_and_means_over_months_and_quarters(make, *, period, figures, adds, said, how, measured):
    claim = make.level(said, "application", period=period)
    found = check(claim, make.series(adds=adds), make.rows(figures), today=make.today)[0]
    assert (found.agreement, found.measured) == (how, Decimal(measured))


CHANGES = [
    # said, unit, series' unit, figures, from, to, how, measured
    ("-70", "%", "application", ASYLUM, "2020", "2021", A, "-39.74"),  # (91 − 151) / 151
    ("-39.7", "%", "application", ASYLUM, "2020", "2021", R, "-39.74"),
    ("-40", "%", "application", ASYLUM, "2020", "2021", R, "-39.74"),
    ("-39.6", "%", "application", ASYLUM, "2020", "2021", N, "-39.74"),
    ("+39.7", "%", "application", ASYLUM, "2020", "2021", O, "-39.74"),
    ("+269", "%", "application", ASYLUM, "2022", "2023", R, "269.14"),  # 436 / 162
    ("-60", "application", "application", ASYLUM, "2020", "2021", E, "-60"),
    ("-61", "application", "application", ASYLUM, "2020", "2021", N, "-60"),
    ("-299", "application", "application", ASYLUM, "2019", "2020", E, "-299"),
    ("-1.0", "pp", "%", RATE, "2020", "2021", E, "-1.0"),
    ("-0.9", "pp", "%", RATE, "2019", "2020", E, "-0.9"),
    ("+11.9", "pp", "%", RATE, "2015", "2021", O, "-11.9"),
    ("+2", "x", "application", {"2020": "50", "2021": "104"}, "2020", "2021", R, "2.08"),  # "doubled"
    ("+2", "x", "application", {"2020": "50", "2021": "52"}, "2020", "2021", A, "1.04"),
    ("+2", "x", "application", {"2020": "50", "2021": "40"}, "2020", "2021", O, "0.80"),
    ("-0.5", "x", "application", {"2020": "50", "2021": "26"}, "2020", "2021", R, "0.52"),  # "halved"
    ("-3", "x", "application", {"2020": "90", "2021": "30"}, "2020", "2021", E, "3"),  # "fell threefold"
    ("+", "%", "application", ASYLUM, "2021", "2022", R, "78.02"),  # 71 / 91
    ("+", "%", "application", ASYLUM, "2020", "2021", O, "-39.74"),
    ("-", "%", "%", RATE, "2020", "2021", R, "-1.0"),  # a rate moves by points
    ("=", "%", "application", {"2020": "1000", "2021": "1004"}, "2020", "2021", R, "0.40"),
    ("=", "%", "application", {"2020": "1000", "2021": "1100"}, "2020", "2021", A, "10"),
    ("-50", "%", "index", {"2020": "120", "2021": "60"}, "2020", "2021", E, "-50"),
    ("-500", "kg", "t", {"2020": "2.5", "2021": "2.0"}, "2020", "2021", E, "-500"),
]


@each(("said", "unit", "series", "figures", "base", "period", "how", "measured"), CHANGES)
def test_changes(make, *, said, unit, series, figures, base, period, how, measured):
    claim = make.change(said, unit, base=base, period=period)
    found = check(claim, make.series(series), make.rows(figures), today=make.today)[0]
    assert found.agreement is how
    assert round(found.measured, 2) == Decimal(measured)


def test_asylum_applications_are_down_by_70_percent(make):
    """Skopje, 13 November 2021: applications for asylum are down 70 percent so far this year."""
    claim = make.change("-70", base="2020-01-01/2020-11-13", period="2021-01-01/2021-11-13", said="2021-11-13")
    (found,) = check(claim, make.series(), make.rows(ASYLUM), today=make.today)
    assert found.agreement is Agreement.APART
    assert [c.kind for c in found.caveats] == ["whole-years", "claim-before-period-end"]
    assert found.title == "Asylum applications, North Macedonia, 2020 to 2021"
    assert found.why == (
        "UNHCR counts 151 applications in 2020 and 91 in 2021: a fall of 39.7 %, where the claim says 70 %."
    )
    assert (found.claimed, round(found.difference, 2), found.unit) == (Decimal(-70), Decimal("30.26"), "%")
    assert [row.value for row in found.observations] == [450, 151, 91, 162, 598]
    assert str(found.claimed_range) == "[−70.5, −69.5)"


def test_the_rate_rose_by_1_percent_is_read_both_ways(make):
    """Unemployment rose by 1 per cent: from 4.0 to 5.0 that is 1 point and 25 percent."""
    claim = make.change("+1", base="2020", measure="unemployment rate")
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    percent, points = check(claim, series, make.rows({"2020": "4.0", "2021": "5.0"}), today=make.today)
    assert (points.reading, points.agreement, points.measured) == ("percentage points", Agreement.EXACT, 1)
    assert (percent.reading, percent.agreement, percent.measured) == ("percent of the rate", Agreement.APART, 25)
    assert all("percent-or-points" in {c.kind for c in f.caveats} for f in (points, percent))


def test_growth_of_3_9_percent_is_read_off_a_series_of_growth(make):
    """The economy grew by 3.9 percent in 2021."""
    claim = make.change("+3.9", base=None, measure="economy")
    series = make.series("%", title="GDP growth (annual %)", adds=Additivity.MEAN)
    found = check(claim, series, make.rows({"2020": "-4.7", "2021": "3.9"}), today=make.today)[0]
    assert (found.reading, found.agreement, found.measured) == (
        "the rate of growth itself",
        Agreement.EXACT,
        Decimal("3.9"),
    )


def test_both_ends_of_from_to_are_measured(make):
    """Unemployment fell from 27.3 percent in 2015 to 16.6 percent in 2021: the first is right, the second 15.4."""
    claim = make.change("-", base="2015", origin=("27.3", "%"), target=("16.6", "%"))
    found = check(claim, make.series("%"), make.rows(RATE), today=make.today)
    assert [(f.agreement, f.measured) for f in found] == [
        (Agreement.ROUNDS_TO, Decimal("-11.9")),
        (Agreement.APART, Decimal("15.4")),
        (Agreement.EXACT, Decimal("27.3")),
    ]
    assert rests_on(found) is found[1], "all that was said must hold"


def test_lower_in_2002_than_in_1995(make):
    """Exports were 3.6 million dollars lower in 2002 than in 1995."""
    claim = make.change("-3600000", "usd", base="1995", period="2002", mode=ChangeMode.ABSOLUTE)
    found = check(claim, make.series("usd"), make.rows({"1995": "9120000", "2002": "5500000"}), today=make.today)[0]
    assert (found.agreement, found.measured) == (Agreement.ROUNDS_TO, Decimal(-3620000))
