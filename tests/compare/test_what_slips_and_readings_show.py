"""What a slip of wording says and how it was worked out; how the readings of a change are named; which period an undated one has."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.compare.test_explanations import ASYLUM, RATE
from workbench.compare import check
from workbench.core.finding import Agreement
from workbench.core.series import Additivity


def checked(make, change, unit, series, figures, **slots):
    claim = make.change(change, unit, **slots)
    adds = Additivity.SUM if series == "application" else Additivity.MEAN
    return check(claim, make.series(series, adds=adds), make.rows(figures), today=make.today)


TREBLED = {"2020": "100", "2021": "300"}
SLIPS = [
    # what was said of 2021 on 2020; of which figures; the slip, its size, what would hold; the lines behind the two figures
    (
        "-66", "%", "application", ASYLUM, "wrong-base", 2,
        "It would hold of the figure for 2021 taken as the base, and not of that for 2020: a fall of 65.9 %.",
        (("(151 − 91) / |91| × 100 = 65.93 %", "%"), ("with the figure for 2021 as the base: −65.93 %", "%")),
    ),
    (
        "-60", "%", "application", ASYLUM, "percent-for-number", 2,
        "It would hold as a number and not in percent: a fall of 60 applications.",
        (("91 − 151 = −60 application", "application"),),
    ),
    (
        "-40", "application", "application", ASYLUM, "number-for-percent", 2,
        "It would hold in percent and not as a number: a fall of 39.7 %.",
        (("(91 − 151) / |151| × 100 = −39.74 %", "%"),),
    ),
    (
        "+60", "%", "application", ASYLUM, "to-for-by", 1,
        "It would hold of where it went and not of how far: to 60.3 % of 2020.",
        (("91 / 151 × 100 = 60.26 %", "%"),),
    ),
    (
        "+39.7", "%", "application", ASYLUM, "direction", 1,
        "It would hold the other way round: it was a fall of 39.74 %.",
        (("(91 − 151) / |151| × 100 = −39.74 %", "%"), ("the other way round: 39.74", "%")),
    ),
    (
        "-91", "application", "application", ASYLUM, "level-for-change", 1,
        "It would hold of the level reached and not of the change: 91 applications in 2021.",
        (("said as a fall: −91", "application"),),
    ),
    (
        "+15.4", "%", "%", RATE, "level-for-change", 1,
        "It would hold of the level reached and not of the change: 15.4 % in 2021.", (),
    ),
    (
        "-6.1", "pp", "%", RATE, "points-for-percent", 1,
        "It would hold in percent and not in percentage points: a fall of 6.10 %.",
        (("(15.40 − 16.40) / |16.40| × 100 = −6.10 %", "%"),),
    ),
    (
        "+2", "x", "application", TREBLED, "times-more", 2,
        "It would hold of the rise alone: 2.00 times the base were added to it.",
        (("300 − 100 = 200 application", "application"), ("200 / 100 = 2 times", "times")),
    ),
    (
        "+0.33", "x", "application", TREBLED, "direction", 1,
        "It would hold the other way round: 0.33 times as much before.", (("100 / 300 = 0.33 times", "times"),),
    ),
    (
        "-3", "x", "application", TREBLED, "direction", 1,  # three times fewer
        "It would hold the other way round: 3.00 times as much before.", (("300 / 100 = 3 times", "times"),),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "unit", "series", "figures", "kind", "size", "says", "lines"), SLIPS, ids=[r[6] for r in SLIPS]
)
def test_a_slip_says_of_what_the_claim_would_hold(make, *, said, unit, series, figures, kind, size, says, lines):
    found = checked(make, said, unit, series, figures, base="2020")[0]
    slip = next(each for each in found.slips if each.kind == kind)
    ends = tuple((step.says, step.unit) for step in found.trace.steps[:2])  # the two figures of the finding itself
    assert (slip.says, slip.size) == (says, size)
    assert tuple((step.says, step.unit) for step in slip.trace.steps) == (*ends, *lines)
    assert (slip.place, slip.period.label, slip.base.label) == ("MKD", "2021", "2020")


def test_a_base_of_one_has_percentages(make):
    """From 1 to 3 is to 300 percent of what it was."""
    found = checked(make, "+300", "%", "application", {"2020": "1", "2021": "3"}, base="2020")[0]
    assert [(slip.kind, slip.measured) for slip in found.slips] == [("to-for-by", 300)]


# --- readings


def test_percent_of_a_rate_has_two_readings_that_name_one_another(make):
    """Down 1 percent, from 16.4 to 15.4: a point, and 6.1 percent of the rate."""
    percent, points = checked(make, "-1", "%", "%", RATE, base="2020")
    assert [(f.reading, f.agreement, f.unit, round(f.measured, 2)) for f in (percent, points)] == [
        ("percent of the rate", Agreement.APART, "%", Decimal("-6.10")),
        ("percentage points", Agreement.EXACT, "percentage points", Decimal(-1)),
    ]
    for found in (percent, points):
        assert found.part == "change"
        assert [(caveat.kind, caveat.says) for caveat in found.caveats] == [
            (
                "percent-or-points",
                "The words can be read as percent of the rate or percentage points; each reading has its own finding.",
            )
        ]


WAYS = [
    # a change without a size; of which series; what it is measured in; the range that it allows
    ("+", "application", "%", "(0, ∞)"),
    ("-", "application", "%", "(−∞, 0)"),
    ("=", "application", "%", "[−0.5, 0.5)"),  # rounds to 0 percent
    ("+", "%", "percentage points", "(0, ∞)"),
]


@pytest.mark.parametrize(("said", "series", "unit", "allowed"), WAYS)
def test_a_change_without_a_size_is_measured_in_percent_and_of_a_rate_in_points(make, said, series, unit, allowed):
    (found,) = checked(make, said, "%", series, {"2020": "16.4", "2021": "15.4"}, base="2020")
    assert (found.unit, str(found.claimed_range), found.part) == (unit, allowed, "change")


UNDATED = {"2019": "100", "2020": "80", "2021": "40", "2022": "20"}
WHEN = [
    # the day of the speech; the readings in their order
    (date(2022, 3, 1), ["of 2021", "of 2022"]),  # the year is young
    (date(2022, 9, 1), ["of 2022", "of 2021"]),
]
WHICH = {
    "of 2021": "The claim names no period; the latest complete year was taken (2021).",
    "of 2022": "The claim names no period; the year in which the words were said was taken (2022).",
}


@pytest.mark.parametrize(("said", "readings"), WHEN)
def test_an_undated_change_has_a_reading_for_each_year_that_it_may_be_of(make, said, readings):
    found = checked(make, "-50", "%", "application", UNDATED, period=None, said=f"{said}")
    assert [each.reading for each in found] == readings
    for each in found:
        assert ("no-period", WHICH[each.reading]) in [(caveat.kind, caveat.says) for caveat in each.caveats]


def test_an_undated_change_on_the_last_whole_year_is_of_the_year_after(make):
    """Said in 2022 of a fall since 2021: 2022."""
    (found,) = checked(make, "-50", "%", "application", UNDATED, base="2021", period=None, said="2022-09-01")
    assert (found.agreement, found.period.label, found.reading) == (Agreement.EXACT, "2022", "of 2022")
    says = "The claim names no period; the year after the one it is compared with was taken (2022)."
    assert ("no-period", says) in [(caveat.kind, caveat.says) for caveat in found.caveats]
