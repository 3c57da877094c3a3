"""How a figure is judged: one test a rule, and over each the sentence that the manual has."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import when
from workbench.compare import check, cross_check, outcome, rests_on
from workbench.compare.claimed_figure import claimed_level
from workbench.compare.explanations.accidental_fit import MOST, MOST_NEAR
from workbench.compare.judging.agreement import ORDER, agreement
from workbench.core.claim import ONLY_ASKED, ChangeMode
from workbench.core.errors import Problem
from workbench.core.finding import Agreement
from workbench.core.interval import Interval
from workbench.core.quantity import PERCENT, Amount, Relation
from workbench.core.series import Additivity, SeriesRef, Status

MANUAL = Path(__file__).resolve().parents[2] / "workbench" / "manual" / "judging.md"
E, R, N, A, O, U = (  # noqa: E741
    Agreement.EXACT, Agreement.ROUNDS_TO, Agreement.NEAR, Agreement.APART, Agreement.OPPOSITE, Agreement.UNDECIDED,
)  # fmt: skip
ASYLUM = {"2019": "450", "2020": "151", "2021": "91", "2022": "162", "2023": "598"}


def one(make, claim, figures=None, series=None, **more):
    rows = make.rows(ASYLUM if figures is None else figures, **more)
    return check(claim, series or make.series(), rows, today=make.today)[0]


def kinds(found):
    return {caveat.kind for caveat in found.caveats}


def words_of(text):
    return " ".join(text.replace("*", "").split())


def test_every_rule_here_stands_in_the_manual():
    manual = words_of(MANUAL.read_text(encoding="utf-8"))
    tree = ast.parse(Path(__file__).read_text(encoding="utf-8"))
    rules = [
        ast.get_docstring(node) for node in tree.body if isinstance(node, ast.FunctionDef) and ast.get_docstring(node)
    ]
    assert len(rules) >= 20
    assert [rule for rule in rules if words_of(rule) not in manual] == []


# --- two ranges ----------------------------------------------------------------------------------------


def test_written(make):
    """A written figure stands for every number that is written so: "36.5 percent" is [36.45, 36.55)."""
    assert claimed_level(make.amount("36.5", "%")).range == Interval(Decimal("36.45"), Decimal("36.55"))


def test_round(make):
    """A round number is taken as rounded, and where only that bears the claim out it says so: "16,000" is [15,500, 16,500)."""
    assert claimed_level(make.amount("16000", "attempt")).range == Interval(Decimal(15500), Decimal(16500))
    found = one(make, make.level("16000", "application"), {"2020": "1", "2021": "16390"})
    assert (found.agreement, kinds(found)) == (R, {"rounded-number"})
    assert kinds(one(make, make.level("16000", "application"), {"2020": "1", "2021": "16000"})) == set()


HEDGES = [
    (Relation.MORE_THAN, "450", "(450, ∞)"),
    (Relation.NEARLY, "800", "[720, 800)"),
    (Relation.ABOUT, "800", "[720, 880]"),
]


@pytest.mark.parametrize(("hedge", "said", "line"), HEDGES)
def test_hedge(make, hedge, said, line):
    """A hedge is a bound: "more than 450" is above 450, "nearly 800" is [720, 800), "about 800" is [720, 880]."""
    assert str(claimed_level(make.amount(said, "application", hedge)).range) == line


def test_how_far_rounding_moves_the_measured_figure(make):
    """The measured figure is a range too: half of the last published digit each way, carried through the arithmetic."""
    level = one(make, make.level("15.4", "%"), {"2020": "16.4", "2021": "15.4"}, make.series("%"))
    assert (level.measured, level.slack) == (Decimal("15.4"), Decimal("0.05"))
    points = one(make, make.change("-1.0", "pp", base="2020"), {"2020": "16.4", "2021": "15.4"}, make.series("%"))
    assert (points.measured, points.slack) == (Decimal("-1.0"), Decimal("0.10"))
    counted = one(make, make.level("91", "application"))
    assert (counted.measured, counted.slack) == (Decimal(91), 0)


# --- the word ------------------------------------------------------------------------------------------


def test_direction(make):
    """Direction counts more than size: beyond the turning point (zero; one for "times as much") by more than the published rounding is OPPOSITE, however small the difference."""
    series = make.series("%", adds=Additivity.MEAN)
    close = make.change("+0.2", "pp", base="2020")
    assert one(make, close, {"2020": "5.00", "2021": "4.90"}, series).agreement is O  # 0.3 from what was said
    far = make.change("+0.2", "pp", base="2020")
    assert one(make, far, {"2020": "5.00", "2021": "9.00"}, series).agreement is A  # 3.8 from what was said
    within = make.change("+0.2", "pp", base="2020")
    assert one(make, within, {"2020": "5.0", "2021": "4.9"}, series, step="0.1").agreement is not O
    doubled = make.change("+2", "x", base="2020")
    assert one(make, doubled, {"2020": "100", "2021": "99"}).agreement is O
    assert one(make, doubled, {"2020": "100", "2021": "101"}).agreement is A


NEARNESS = [
    # said, unit, figure, its step, word: half a step more; a tenth at most; 2 %; the published rounding
    ("36.5", "%", "36.59", None, N),  # 0.04 outside, half a step is 0.05
    ("36.5", "%", "37.3", None, A),  # 0.75 outside; 2 % of 36.5 is 0.73
    ("36.5", "%", "37.2", None, N),  # 0.65 outside
    ("1", "%", "1.7", None, A),  # 0.2 outside; half a step would be 0.5, a tenth of 1 is 0.1
    ("1", "%", "1.6", None, N),
    ("15895", "application", "16300", "1000", N),  # 404.5 outside; the published figure is good to 500
    ("15895", "application", "16500", "1000", A),
]


@pytest.mark.parametrize(("said", "unit", "figure", "step", "how"), NEARNESS)
def test_near(make, *, said, unit, figure, step, how):
    """NEAR is outside the range by no more than half a written step (a tenth of the figure at most), 2 % of the claimed figure, or the rounding of the published figures, whichever is most."""
    series = make.series(unit, adds=Additivity.LAST)
    assert one(make, make.level(said, unit), {"2020": "1", "2021": figure}, series, step=step).agreement is how


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(Relation))
def test_monotone(make, said, near, further, hedge):
    """Moving the figure away from what was said never makes the word better."""
    text = f"{said}..{said + 5}" if hedge is Relation.BETWEEN else str(said)
    claimed = claimed_level(make.amount(text, "application", hedge))
    top = max(end for end in (claimed.range.low, claimed.range.high) if end is not None)
    if claimed.range.high is None:
        return
    places = [ORDER.index(agreement(claimed, top + away)) for away in (near, near + further)]
    assert places[0] <= places[1]


NOTHING = [
    ({"2020": "151", "2021": None}, {}, "application", "91", "missing"),
    ({"2020": "151", "2021": None}, {"status": {"2021": Status.SUPPRESSED}}, "application", "91", "suppressed"),
    ({"2020": "151", "2021": "91"}, {}, "%", "91", "unit"),
    ({"2020": "0", "2021": "91"}, {}, "application", "+10", "zero-base"),
    ({"2020": "-5", "2021": "91"}, {}, "application", "+10", "negative-base"),
]


@pytest.mark.parametrize(("figures", "more", "unit", "said", "kind"), NOTHING)
def test_nothing(make, *, figures, more, unit, said, kind):
    """Missing, suppressed, of another unit, from a base of zero or below: UNDECIDED with the reason, never a number out of nothing."""
    claim = make.change(said, base="2020") if said[0] == "+" else make.level(said, unit)
    found = one(make, claim, figures, make.series("application"), **more)
    assert (found.agreement, found.measured, found.caveats[0].kind) == (U, None, kind)
    assert found.why


def test_some_months(make):
    """A count of some months is not told from the figure of a whole year, only that it cannot be more."""
    nine = "2021-01-01/2021-10-01"
    assert one(make, make.level("16", "application", period=nine)).agreement is U
    assert one(make, make.level("200", "application", period=nine)).agreement is A


# --- readings and parts --------------------------------------------------------------------------------


def test_readings(make):
    """Ambiguous words give every reading its own finding: "rose by 1 percent" of a rate is read as percent and as points, and none is silently chosen."""
    claim = make.change("+1", base="2020", measure="unemployment rate")
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    found = check(claim, series, make.rows({"2020": "4.0", "2021": "5.0"}), today=make.today)
    assert {f.reading: (f.agreement, f.measured) for f in found} == {
        "percent of the rate": (A, 25), "percentage points": (E, 1),
    }  # fmt: skip
    assert all("percent-or-points" in kinds(f) for f in found)


def test_parts(make):
    """Of several readings one may hold; of several parts ("from 27.3 to 16.6 percent") all must."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    either = make.change("+1", base="2020", measure="unemployment rate")
    by_points, by_percent = ({"2020": "4.0", "2021": "5.0"}, {"2020": "50.0", "2021": "50.5"})
    words = [outcome(check(either, series, make.rows(rows), today=make.today))[0] for rows in (by_points, by_percent)]
    assert words == ["undecided", "supported"]  # percent were said
    both = make.change("-", base="2015", origin=("27.3", "%"), target=("16.6", "%"))
    found = check(both, series, make.rows({"2015": "27.3", "2021": "15.4"}), today=make.today)
    assert rests_on(found).part == "to"
    assert outcome(found)[0] == "contradicted"


def test_order(make):
    """The order of the findings never depends on the figures."""
    claim = make.change("+1", base="2020", measure="unemployment rate")
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    ways = [
        [f.reading for f in check(claim, series, make.rows({"2020": old, "2021": new}), today=make.today)]
        for old, new in (("4.0", "5.0"), ("100", "101"), ("5", "4"))
    ]
    assert ways[0] == ways[1] == ways[2]


# --- cautions ------------------------------------------------------------------------------------------


def test_break(make):
    """`break`: a change across a break of the series is worked out and not judged."""
    found = one(make, make.change("-39.7", base="2020"), status={"2021": Status.BREAK})
    assert (found.agreement, round(found.measured, 1), kinds(found)) == (U, Decimal("-39.7"), {"break"})


def test_rebased(make):
    """`rebased`: a change across a new base of population, as after a census, is worked out and not judged."""
    rows = [
        replace(row, note="Rebased on the 2021 census.") if row.period.start.year == 2021 else row
        for row in make.rows({"2020": "2072531", "2021": "1836713", "2022": "1829954"})
    ]
    across = check(make.change("-11.4", base="2020"), make.series("person"), rows, today=make.today)[0]
    assert (across.agreement, round(across.measured, 1), kinds(across)) == (U, Decimal("-11.4"), {"rebased"})
    after = check(make.change("-0.4", base="2021", period="2022"), make.series("person"), rows, today=make.today)[0]
    assert after.agreement is R
    noted = make.series("person", notes=("From 2021 based on the census of that year: based on the census.",))
    assert "rebased" in kinds(one(make, make.level("91", "person"), series=noted))


@pytest.mark.parametrize("status", [Status.PROVISIONAL, Status.ESTIMATED, Status.FORECAST])
def test_flags(make, status):
    """`provisional`, `estimated`, `forecast`: what the publisher calls the very figure that was used."""
    assert kinds(one(make, make.level("91", "application"), status={"2021": status})) == {status.value}
    assert kinds(one(make, make.level("91", "application"), status={"2019": status})) == set()


def test_partial(make):
    """`partial-period`: the months there are do not reach the end of what was claimed. `whole-years`: whole years stand in for less."""
    months = {f"{y}-{m:02}": str(v) for y, v in ((2020, 20), (2021, 10)) for m in range(1, 11)}
    claim = make.change("-50", base="2020-01-01/2020-11-13", period="2021-01-01/2021-11-13")
    assert kinds(one(make, claim, months)) == {"partial-period"}
    whole = make.change("-39.7", base="2020-01-01/2020-10-01", period="2021-01-01/2021-10-01")
    assert kinds(one(make, whole)) == {"whole-years"}


def test_revised(make):
    """`revised`: the figure that was out when the words were said is another than today's, and both are named."""
    now = replace(make.rows({"2021": "91"})[0], vintage=date(2024, 6, 1))
    then = replace(now, value=Decimal(88), vintage=date(2022, 1, 31))
    claim = make.level("91", "application", said="2022-03-01")
    found = check(claim, make.series(), [now, then], today=make.today)[0]
    told = next(caveat.says for caveat in found.caveats if caveat.kind == "revised")
    assert "88" in told
    assert "91" in told


def test_definition(make):
    """`definition`: the publisher says that what is counted differs between places or years."""
    noted = make.series(notes=("Definition differs in 2021: repeat applications are left out.",))
    assert kinds(one(make, make.level("91", "application"), series=noted)) == {"definition"}


def test_asked(make):
    """`only-asked`: what a sentence asks and does not say is worked out and not judged."""
    asks = Problem("amount", "The sentence asks whether it was so, and does not say it.", kind=ONLY_ASKED)
    for figure in ("91", "450"):
        found = one(make, replace(make.level(figure, "application"), notes=(asks,)))
        assert (found.agreement, found.measured, kinds(found)) == (U, Decimal(91), {"only-asked"})
        assert asks.message in found.why


def test_too_early(make):
    """`claim-before-period-end`: the words were said before the period was over, so that nobody could know its figure."""
    found = one(make, make.level("91", "application", said="2021-11-13"))
    assert (found.agreement, kinds(found)) == (E, {"claim-before-period-end"})


def test_none(make):
    """`rounded-zero`: the series is rounded, so that its 0 may stand for something, and the words say that there was none."""
    claim = make.level("0", "application")
    none = make.rows({"2021": "0"}, step="1000")
    found = check(claim, make.series(), none, today=make.today)[0]
    assert (found.agreement, kinds(found)) == (U, {"rounded-zero", "one-value"})
    march = replace(claim, period=make.mention(when("2021-03")))
    part = check(march, make.series(), none, today=make.today)[0]  # what left it open before still says why
    assert (part.agreement, "rounded-zero" in kinds(part), "part-of-whole" in kinds(part)) == (U, False, True)
    exact = check(claim, make.series(), make.rows({"2021": "0"}), today=make.today)[0]
    assert (exact.agreement, kinds(exact)) == (E, {"one-value"})


def test_sources(make):
    """`one-source`: no second source gave the figure. `sources-disagree`: one did, and theirs differ by more than rounding."""
    claim = make.level("91", "application")
    first = one(make, claim)
    assert kinds(cross_check([first])[0]) == {"one-source"}
    other = replace(make.series(), ref=SeriesRef("eurostat", "a"))
    apart = check(claim, other, make.rows(ASYLUM | {"2021": "97"}), today=make.today)[0]
    same = check(claim, other, make.rows(ASYLUM), today=make.today)[0]
    assert [kinds(f) for f in cross_check([first, apart])] == [{"sources-disagree"}] * 2
    assert [kinds(f) for f in cross_check([first, same])] == [set()] * 2


# --- what would make it true ---------------------------------------------------------------------------


def test_slips(make):
    """A slip explains and is no agreement: word, outcome and order stay as they are."""
    found = check(make.level("450", "application"), make.series(), make.rows(ASYLUM), today=make.today)
    assert [(f.agreement, [s.kind for s in f.slips]) for f in found] == [(A, ["other-period"])]
    assert outcome(found)[0] == "contradicted"


def test_luck(make):
    """Where the words are so loose that luck would explain a fit, none is offered: the share of the line that the claimed range takes up, times the figures tried, is one half at most, and a tenth where the claim is NEAR as it is."""
    assert str(MOST) == "0.5"
    assert str(MOST_NEAR) == "0.1"
    loose = make.level("500", "application", relation=Relation.MORE_THAN)
    assert one(make, loose).slips == ()
    absolute = make.change("-300", "application", base="2020", relation=Relation.ABOUT, mode=ChangeMode.ABSOLUTE)
    assert one(make, absolute, {"2018": "1000", "2019": "300", "2020": "151", "2021": "91"}).slips == ()


@pytest.mark.parametrize(
    ("said", "measured", "slack", "word"),
    [
        ("36.4", "36.45", "0.005", "rounds_to"), ("36.5", "36.45", "0.005", "rounds_to"), ("36.3", "36.45", "0.005", "near"),
        ("36.4", "36.45", "0", "near"), ("3", "3.5", "0.05", "near"),
    ],
)  # fmt: skip
def test_a_rounded_figure_half_way_rounds_either_way_where_that_is_little(said, measured, slack, word):
    step = Decimal("0.1") if "." in said else Decimal(1)
    amount = Amount(Relation.IS, Decimal(said), None, step, PERCENT)
    assert agreement(claimed_level(amount), Decimal(measured), Decimal(slack)) == word
