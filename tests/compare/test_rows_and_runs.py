"""Rows, runs and questions that few speeches bring about: a peak among its years, a run that has no end, a figure of a reviewer's formula."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.compare.cards import card
from tests.each import each
from workbench.compare import check, cross_check
from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure
from workbench.compare.arithmetic.rank_of_figure import standing
from workbench.compare.claim_questions import questions
from workbench.compare.claimed_figure import claimed_change, claimed_direction, claimed_level
from workbench.compare.judging.agreement import agreement, tolerance
from workbench.compare.judging.size_comparison import (
    adds_up,
    differs_by_scale_word,
    many_times_the_bound,
    may_be_a_part,
    of_another_size,
    of_one_size,
)
from workbench.core.claim import ChangeMode, Direction
from workbench.core.document import Span
from workbench.core.finding import Agreement, Finding
from workbench.core.quantity import Relation
from workbench.core.relations import Rank, RankRow
from workbench.core.series import Additivity, Series, SeriesRef, Status

PEAK = Rank(highest=True, place=1, upto=False, row=RankRow.TIMES, words="peak", span=Span(100, 104), around=True)
CURVE = {
    "2014": "9",
    "2015": "4",
    "2016": "5",
    "2019": "7",
    "2020": "8",
    "2021": "7.5",
    "2024": "9",
    "2025": "10",
    "2026": "11",
}


def peaked(make, figures, rank=PEAK, **slots):
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    claim = replace(make.nothing(period="2020", **slots), rank=rank)
    (found,) = check(claim, series, make.rows(figures), today=date(2027, 1, 1))
    return found


def test_a_peak_stands_among_the_five_years_before_and_after_it(make):
    """Unemployment peaked in 2020: 2014 and 2026 are too far off, and of 2025 nobody knew in 2023."""
    found = peaked(make, CURVE, said="2025-06-01")
    assert (
        found.why
        == "UNHCR gives 8 % in 2020, the 2nd highest of 6 figures from 2015 to 2024, where the claim says “peak”. Higher: 2024 (9)."
    )
    assert found.agreement is Agreement.NEAR
    assert [(caveat.kind, caveat.says) for caveat in found.caveats] == [
        ("local-peak", "It stands out from the figures right before and after 2020, not from all of those years."),
    ]  # fmt: skip
    assert peaked(make, CURVE, said="2022-06-01").agreement is Agreement.EXACT
    assert "of 7 figures from 2015 to 2025" in peaked(make, CURVE).why


@pytest.mark.parametrize(("figure", "how"), [("7.9", Agreement.NEAR), ("8", Agreement.APART), ("8.1", Agreement.APART)])
def test_a_peak_stands_out_from_both_its_neighbours(make, figure, how):
    for near in ("2019", "2021"):
        assert peaked(make, CURVE | {near: figure}).agreement is how
    low = {year: str(-Decimal(value)) for year, value in CURVE.items()}
    trough = replace(PEAK, highest=False)
    assert peaked(make, low | {"2019": f"-{figure}"}, trough).agreement is how
    lone = {year: value for year, value in CURVE.items() if year not in {"2014", "2015", "2016", "2019"}}
    assert peaked(make, lone).agreement is Agreement.APART  # nothing is known of before


@pytest.mark.parametrize(("unknown", "how"), [(1, Agreement.EXACT), (2, Agreement.UNDECIDED)])
def test_a_row_of_which_a_tenth_is_missing_settles_nothing(make, unknown, how):
    """Of ten figures one may be missing: 2011 to 2019 and 2020, and the series begins late."""
    figures = {str(year): str(9 if year == 2020 else 1) for year in range(2010 + unknown, 2021)}
    if unknown == 1:
        figures["2010"] = "1"
    rank = replace(PEAK, around=False, years=10 + (unknown == 1))
    assert peaked(make, figures, rank).agreement is how


def test_figures_that_rounding_may_have_moved_share_a_place():
    """7.04 and 6.96 are both 7.0 where they are published with one place: the best and the worst place that they may have."""
    sheet = Sheet()
    rows = [sheet.given(Decimal(value), "%", "") for value in ("7.0", "7.1", "7.2", "6.9", "6.8", "7.0")]
    own, *others = (SheetFigure(row.line, row.value, Decimal("0.06")) for row in rows)
    found = standing(sheet, own, others)
    assert (found.place.value, found.of, found.ahead, found.level, found.best, found.worst) == (
        3,
        6,
        (1, 0),
        (4,),
        2,
        5,
    )
    lowest = standing(sheet, own, others, highest=False)
    assert (lowest.place.value, lowest.ahead, lowest.best, lowest.worst) == (3, (3, 2), 2, 5)
    assert [step.says for step in sheet.steps[-2:]] == [
        "place 3 of 6, counted from the top",
        "place 3 of 6, counted from the bottom",
    ]


# --- how far a figure is from the claimed one


def found(measured, claimed, part="level 0", unit="person"):
    series = Series(ref=SeriesRef("mine", "a"), title="a")
    value, fact = (None if each is None else Decimal(each) for each in (claimed, measured))
    return Finding(
        claim="c",
        series=series,
        title="A",
        agreement=Agreement.APART,
        claimed=value,
        measured=fact,
        part=part,
        unit=unit,
    )


SIZES = [
    # measured, claimed; of one size, many times, of another size, maybe a part, by a scale word
    ("10", "10", True, False, False, False, False), ("20", "10", True, False, False, False, False), ("5", "10", True, False, False, False, False),
    ("20.1", "10", False, False, True, True, False), ("4.9", "10", False, False, True, False, False), ("30", "10", False, False, True, True, False),
    ("30.1", "10", False, True, True, True, False), ("-20", "10", False, False, False, False, False), ("-20", "-10", True, False, False, False, False),
    ("10000", "10", False, True, True, True, True), ("0.01", "10", False, False, True, False, True), ("10500", "10", False, True, True, True, True),
    ("10501", "10", False, True, True, True, False), ("10000000", "10", False, True, True, True, True), ("10000000000", "10", False, True, True, True, True),
    (None, "10", False, False, False, False, False), ("10", None, False, False, False, False, False), ("0", "10", False, False, False, False, False),
]  # fmt: skip


@each(("measured", "claimed", "one", "many", "another", "part", "scale"), SIZES)
def test_two_figures_are_of_one_size_or_not(measured, claimed, *, one, many, another, part, scale):
    sized = found(measured, claimed)
    assert (of_one_size(sized), many_times_the_bound(sized), of_another_size(sized)) == (one, many, another)
    assert (may_be_a_part(sized), differs_by_scale_word(sized)) == (part, scale)
    for other in ("change", "comparison", "growth", "mean", "share"):
        assert may_be_a_part(found(measured, claimed, other)) is False
        assert not adds_up(found(measured, claimed, other))
    for place in ("rank", "trend"):
        assert not any(
            ask(found(measured, claimed, place))
            for ask in (of_one_size, many_times_the_bound, of_another_size, differs_by_scale_word)
        )
    assert adds_up(sized)
    assert not adds_up(found(measured, claimed, unit="%"))


NEARNESS = [
    # claimed, the hedge; how far outside its range it is near, with published figures rounded by so much
    ("450", Relation.IS, "0", "9"), ("450", Relation.IS, "10", "10"), ("450", Relation.ABOUT, "0", "45"), ("36.5", Relation.IS, "0", "0.73"),
    ("450", Relation.NEARLY, "0", "45"), ("450", Relation.MORE_THAN, "0", "9"), ("1", Relation.IS, "0", "0.1"), ("0", Relation.IS, "0", "0"),
    ("5..6", Relation.IS, "0", "0.1"),
]  # fmt: skip


@each(("said", "hedge", "slack", "room"), NEARNESS)
def test_how_far_is_near(make, said, hedge, slack, room):
    claimed = claimed_level(make.amount(said, "case", hedge))
    room, high = tolerance(claimed, Decimal(slack)), claimed.range.high
    assert room >= Decimal(slack)
    if high is not None:
        just = Decimal("0.0001")
        assert agreement(claimed, high + room, Decimal(slack)) is (Agreement.NEAR if room else agreement(claimed, high))
        assert agreement(claimed, high + room + just, Decimal(slack)) is Agreement.APART
    assert tolerance(replace(claimed, value=None)) == 0


def test_what_the_published_figures_cannot_tell_apart_is_not_the_opposite(make):
    """A rise of 3 beside a fall of 0.1 that rounding may have made of nothing."""
    rise = claimed_change(make.amount("3", "%"), Direction.UP, ChangeMode.RELATIVE)
    fall = claimed_change(make.amount("3", "%"), Direction.DOWN, ChangeMode.RELATIVE)
    way = claimed_direction(Direction.UP, Decimal(0))
    for measured, slack, how in (
        ("0.1", "0.2", Agreement.APART),
        ("0.1", "0.1", Agreement.APART),
        ("0.1", "0.05", Agreement.OPPOSITE),
    ):
        assert agreement(rise, -Decimal(measured), Decimal(slack)) is how
        assert agreement(fall, Decimal(measured), Decimal(slack)) is how
        assert agreement(way, -Decimal(measured), Decimal(slack)) is how
    assert agreement(rise, Decimal(0)) is Agreement.APART
    assert agreement(replace(rise, way=0), Decimal(-9)) is Agreement.APART


# --- what stands beside other figures


def test_a_formula_is_compared_with_no_other_source(make):
    """The reviewer's own figure is no series' own: nothing is said of a second source, and no slip is sought."""
    claim = make.level("450", "application")
    (plain,) = check(claim, make.series(), make.rows({"2020": "5", "2021": "91", "2022": "450"}), today=make.today)
    own = replace(plain, formula="a / b", slips=plain.slips[:1])
    assert cross_check([own]) == (own,)
    inner = replace(plain, series=None)
    assert cross_check([inner]) == (inner,)
    (alone,) = cross_check([plain])
    assert alone.caveats[-1].says == "No second source was compared: the figure is that of UNHCR alone."
    open_ = replace(plain, agreement=Agreement.UNDECIDED)
    assert cross_check([open_])[0].caveats == plain.caveats


def test_points_are_no_level_beside_a_change(make):
    """It rose by 20 percent, 3 points above the plan: how far two figures are apart is none of them."""
    change = make.change("+20", "%", base="2020")
    points = make.mention(make.amount("3", "pp"), 70)
    both = replace(change, amounts=(*change.amounts, points), amount=points)
    assert [asked.part for asked in questions(both, make.series())] == ["change"]
    level = make.level("3", "pp")
    assert [asked.part for asked in questions(level, make.series("%"))] == ["level"]
    assert questions(level, make.series("%"))[0].blocked.kind == "difference"


def test_a_card_shows_who_marked_a_figure(make):
    claim = make.level("91", "application")
    rows = make.rows({"2020": "5", "2021": "91"}, status={"2021": Status.PROVISIONAL})
    (shown,) = check(claim, make.series(), rows, today=make.today)
    assert "! provisional: The publisher calls the figure for 2021 provisional: it may still be revised." in card(shown)
