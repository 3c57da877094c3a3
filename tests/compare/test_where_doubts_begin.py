"""Where a doubt begins: each reason against a comparison is given on one side of its line, and not on the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.conftest import when
from tests.each import each
from workbench.compare.alignment.align import Aligned
from workbench.compare.alignment.series_table import SeriesTable
from workbench.compare.arithmetic.calculation_sheet import SheetFigure
from workbench.compare.claimed_figure import claimed_direction
from workbench.compare.judging import comparability
from workbench.compare.questions.question import level_question
from workbench.compare.unit_conversion import UnitFit
from workbench.core.claim import EDGE_OF_YEAR, IN_NUMBER, ChangeMode, Direction
from workbench.core.document import Span
from workbench.core.finding import Agreement, Caveat
from workbench.core.period import Frequency, span
from workbench.core.quantity import Relation
from workbench.core.relations import Trend, TrendKind
from workbench.core.series import Additivity


def asked(make, text, unit="application", series=None, relation=Relation.IS, **slots):
    question = level_question(make.mention(make.amount(text, unit, relation)), series or make.series(), ())
    return replace(question, **slots)


def figure(value):
    return SheetFigure(0, Decimal(value))


def of(make, time, *values, adds=None, coarse=False):
    """The figures that answer for a period."""
    rows = tuple(row for value in values for row in make.rows({time: value}))
    return Aligned(rows, adds, when(time), coarse=coarse, among=rows if len(rows) > 1 else ())


def days(count, begins=date(2021, 1, 1)):
    return Aligned((), None, span(begins, begins + timedelta(days=count)))


@pytest.mark.parametrize(
    ("first", "second", "unlike"), [(10, 11, False), (11, 10, False), (10, 12, True), (12, 10, True)]
)
def test_stretches_a_tenth_apart_are_alike(make, first, second, unlike):
    new, old = days(first), days(second, date(2020, 1, 1))
    found = comparability.unlike(make.series(), new, old)
    assert (found is not None) is unlike
    if found is not None:
        said = f"{old.period.label} and {new.period.label} are not equally long; their totals are not compared."
        assert found == Caveat("unlike-periods", said)
    assert comparability.unlike(make.series("%", adds=Additivity.MEAN), days(10), days(300, date(2019, 1, 1))) is None


PARTS = [
    # the claimed bound, the figure of the whole, whether a part of it is left open
    ("91", "91", True), ("91.5", "91", False), ("90", "91", True), ("5", "-1", True), ("1", "0", False),
]  # fmt: skip


@pytest.mark.parametrize(("least", "whole", "open_"), PARTS)
def test_only_more_than_the_whole_can_be_told_of_a_part(make, least, whole, open_):
    question = asked(make, least, relation=Relation.MORE_THAN)
    found = of(make, "2021", whole, coarse=True)
    told = comparability.part_of_whole(make.series(), question, when("2021-01-01/2021-10-01"), found, figure(whole))
    assert (told is not None) is open_
    day = replace(when("2021-01-01/2021-01-02"), frequency=Frequency.DAY)
    assert comparability.part_of_whole(make.series(), question, day, found, figure(whole)) is None
    fine = replace(found, coarse=False)
    assert comparability.part_of_whole(make.series(), question, when("2021"), fine, figure(whole)) is None
    rate = make.series("%", adds=Additivity.MEAN)
    assert comparability.part_of_whole(rate, question, when("2021-03"), found, figure(whole)) is None
    most = asked(make, least, relation=Relation.LESS_THAN)  # which says nothing of the least
    assert comparability.part_of_whole(make.series(), most, when("2021-03"), found, figure(whole)) is not None


STOCKS = [
    # claimed, the relation, the figures of the parts, that of the whole, the factor of units, whether it is left open
    ("100", Relation.IS, ("80", "120"), "100", None, False),  # the mean bears it out by itself
    ("100", Relation.IS, ("80", "120"), "120", None, True),  # it lies between them
    ("80", Relation.IS, ("80", "120"), "120", None, True),
    ("120", Relation.IS, ("80", "120"), "70", None, True),
    ("121", Relation.IS, ("80", "150"), "150", None, True),
    ("200", Relation.IS, ("80", "120"), "120", None, False),  # none of them, nor between
    ("10", Relation.IS, ("80", "120"), "100", None, False),
    ("90", Relation.MORE_THAN, ("80", "120"), "100", None, True),
    ("70", Relation.MORE_THAN, ("80", "120"), "100", None, False),
    ("130", Relation.MORE_THAN, ("80", "120"), "100", None, False),
    ("130", Relation.LESS_THAN, ("80", "120"), "100", None, False),
    ("110", Relation.LESS_THAN, ("80", "120"), "100", None, True),
    ("1010", Relation.IS, ("80", "120"), "1200", "10", True),
    ("101", Relation.IS, ("80", "120"), "1200", "10", False),
]  # fmt: skip


@each(("said", "relation", "parts", "whole", "factor", "open_"), STOCKS)
def test_a_stock_of_several_figures_leaves_open_what_they_disagree_about(
    make, *, said, relation, parts, whole, factor, open_
):
    question = asked(make, said, relation=relation)
    if factor:
        question = replace(question, fit=UnitFit(Decimal(factor)))
    told = comparability.which_figure(question, of(make, "2021", *parts), figure(whole))
    assert (told is not None) is open_
    if told is not None:
        low, high = (f"{int(each) * int(factor or 1):,} applications" for each in parts)
        assert told.says.startswith(f"2021 has figures from {low} to {high}, and the claim does not say which of them")
    assert comparability.which_figure(question, of(make, "2021", whole), figure(whole)) is None


RATE_ROWS = {"2019": "1", "2020": "3", "2021": "4", "2022": "5", "2023": "9"}
MONTHS = [
    # claimed of March 2021, the relation, whether the years around leave it open
    ("4", Relation.IS, True), ("6.0", Relation.IS, True), ("2.0", Relation.IS, True), ("6.1", Relation.IS, False), ("1.9", Relation.IS, False),
    ("1.9", Relation.LESS_THAN, False), ("2.1", Relation.LESS_THAN, True), ("2", Relation.AT_MOST, True),
    ("6", Relation.AT_LEAST, True), ("5.9", Relation.MORE_THAN, True), ("6.1", Relation.MORE_THAN, False),
]  # fmt: skip


@each(("said", "relation", "open_"), MONTHS)
def test_a_month_may_be_what_the_years_around_it_reach(make, said, relation, open_):
    """Unemployment was 7 percent in March 2021, when the years beside it had 3, 4 and 5: a step further may be, and those further off do not count."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    where = SeriesTable(series, "MKD", tuple(make.rows(RATE_ROWS)))
    question = asked(make, said, "%", series, relation)
    march = make.mention(when("2021-03"))
    found = of(make, "2021", "4", coarse=True)
    told = comparability.mean_of_more(where, question, march, found)
    assert (told is not None) is open_
    tenfold = replace(where, rows=tuple(make.scaled(row, Decimal(10)) for row in where.rows))
    scaled = replace(question, fit=UnitFit(Decimal("0.1")))
    assert comparability.mean_of_more(tenfold, scaled, march, found) == told
    assert comparability.mean_of_more(where, question, None, found) is None
    assert comparability.mean_of_more(where, question, march, replace(found, coarse=False)) is None
    assert (
        comparability.mean_of_more(
            replace(where, series=make.series("person", adds=Additivity.MEAN)), question, march, found
        )
        is None
    )
    last = replace(where, series=replace(series, adds=Additivity.LAST))
    assert comparability.mean_of_more(last, question, march, found) is None


def test_what_a_year_was_at_its_edge_is_not_its_mean(make):
    """At the end of 2021 it was 4 percent: the figure of all 2021 does not bear that out, and it refutes 7."""
    series = make.series("%", title="Unemployment rate", adds=Additivity.MEAN)
    where = SeriesTable(series, "MKD", tuple(make.rows(RATE_ROWS)))
    edge = replace(make.mention(when("2021")), rule=EDGE_OF_YEAR)
    found = of(make, "2021", "4")
    told = comparability.mean_of_more(where, asked(make, "4", "%", series), edge, found)
    said = "What it was in a part of 2021 cannot be told from the figure of 2021, which goes with more than that."
    assert told == Caveat("part-of-whole", said)
    assert comparability.mean_of_more(where, asked(make, "7", "%", series), edge, found) is None
    other = replace(edge, value=when("2020"))
    assert comparability.mean_of_more(where, asked(make, "4", "%", series), other, found) is None
    two = replace(found, used=(*found.used, *found.used))
    assert comparability.mean_of_more(where, asked(make, "4", "%", series), edge, two) is None
    outside = replace(found, period=when("2022"), coarse=True)  # of which the month is no part
    assert (
        comparability.mean_of_more(where, asked(make, "70", "%", series), make.mention(when("2021-03")), outside)
        is not None
    )


SHARES = [("20", "22", True), ("20", "18", True), ("20", "22.1", False), ("20", "17.9", False), ("0", "0", False), ("1", "1.1", True)]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "open_"), SHARES)
def test_a_share_that_moved_by_a_tenth_tells_nothing_of_how_many_there_are(make, before, after, open_):
    """There are more women in parliament: their share rose by a tenth, and the parliament may have shrunk by as much."""
    series = make.series("%", title="Women in parliament", adds=Additivity.MEAN)
    claim = make.change("+")
    said = replace(claim, change=replace(claim.change, rule=IN_NUMBER))
    way = replace(asked(make, "1", "%", series), claimed=claimed_direction(Direction.UP, Decimal(1)))
    told = comparability.number_by_share(said, series, way, figure(before), figure(after))
    assert (told is not None) is open_
    if told is not None:
        text = "The claim is of how many there are; “Women in parliament” is a share, and the whole that it is of may have moved as much."
        assert told == Caveat("number-by-share", text)
    assert comparability.number_by_share(claim, series, way, figure(before), figure(after)) is None
    assert comparability.number_by_share(said, make.series(), way, figure(before), figure(after)) is None
    sized = asked(make, "1", "%", series)
    assert comparability.number_by_share(said, series, sized, figure(before), figure(after)) is None


@pytest.mark.parametrize(("base", "open_"), [("2020", False), ("2019", True), ("2021", False)])
def test_so_many_points_a_year_are_not_those_of_several_years(make, base, open_):
    claim = make.change("+2", "pp", mode=ChangeMode.POINTS)
    yearly = Trend(TrendKind.YEARLY, figure=claim.change.value.amount.span)
    said = replace(claim, trends=(yearly,))
    question = asked(make, "2", "pp", make.series("%"))
    ends = (of(make, base, "1"), of(make, "2021", "3"))
    told = comparability.yearly_size(said, question, *ends)
    assert (told is not None) is open_
    assert comparability.yearly_size(claim, question, *ends) is None
    assert comparability.yearly_size(said, replace(question, trend=yearly), *ends) is None
    elsewhere = replace(claim, trends=(replace(yearly, figure=Span(900, 901)),))
    assert comparability.yearly_size(elsewhere, question, *ends) is None
    relative = make.change("+2", "%")
    grown = replace(relative, trends=(Trend(TrendKind.YEARLY, figure=relative.change.value.amount.span),))
    assert comparability.yearly_size(grown, question, *ends) is None
    assert comparability.yearly_size(make.change("+"), question, *ends) is None


@pytest.mark.parametrize(
    ("time", "open_"), [("2020", False), ("2020-01-01/2021-01-02", True), ("2019-01-01/2021-01-01", True)]
)
def test_one_figure_for_more_than_a_year_is_no_mean_unless_it_is_said(make, time, open_):
    """2020 has 366 days, the most of a year."""
    question = asked(make, "4", "%", make.series("%"))
    found = of(make, time, "3", "5", adds=Additivity.MEAN)
    assert (comparability.several_years(question, found) is not None) is open_
    assert comparability.several_years(question, replace(found, used=found.used[:1])) is None
    assert comparability.several_years(question, replace(found, adds=Additivity.SUM)) is None
    assert comparability.several_years(replace(question, trend=Trend(TrendKind.MEAN)), found) is None


ROUND = [
    # claimed, the figure, how it agrees, whether it is told that the number was taken as rounded
    ("16000", "16390", Agreement.ROUNDS_TO, True), ("16000", "16390", Agreement.NEAR, False),
    ("16000", "16000.5", Agreement.ROUNDS_TO, False), ("16000", "15999.5", Agreement.ROUNDS_TO, False),
    ("16000", "16000.6", Agreement.ROUNDS_TO, True), ("16", "16.4", Agreement.ROUNDS_TO, False),
    ("20", "20.9", Agreement.ROUNDS_TO, True), ("1.5", "1.52", Agreement.ROUNDS_TO, False),
]  # fmt: skip


@each(("said", "value", "how", "told"), ROUND)
def test_a_round_number_is_told_to_be_taken_as_rounded(make, said, value, how, told):
    question = asked(make, said)
    question = replace(
        question, claimed=replace(question.claimed, half=Decimal(1) if said == "20" else question.claimed.half)
    )
    found = comparability.rounded(question, Decimal(value), how)
    assert bool(found) is told
    assert comparability.rounded(replace(question, amount=None), Decimal(value), how) == ()
    assert comparability.rounded(asked(make, said, relation=Relation.ABOUT), Decimal(value), how) == ()
