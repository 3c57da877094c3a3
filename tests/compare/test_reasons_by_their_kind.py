"""Each reason has a kind that scripts go by: the kind, the words and what else hangs on it, of reasons that few claims meet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.conftest import when
from workbench.compare import check, cross_check
from workbench.compare.alignment.series_table import table
from workbench.compare.explanations.wrong_series import by_others
from workbench.compare.judging.agreement_recheck import contradiction
from workbench.compare.judging.answer_question import ComparisonCase
from workbench.compare.ranks import rank_finding, rank_question
from workbench.compare.unit_conversion import fit
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.interval import Interval
from workbench.core.quantity import UNKNOWN_UNIT, Dimension, Unit
from workbench.core.relations import Rank, RankRow, Trend, TrendKind
from workbench.core.series import Additivity, SeriesRef

TODAY = date(2024, 1, 1)
ROW = Rank(highest=False, place=1, upto=False, row=RankRow.TIMES, words="lowest", span=Span(100, 104))


def kinds(found):
    return [caveat.kind for caveat in found.caveats]


def told(found, kind):
    return next(caveat.says for caveat in found.caveats if caveat.kind == kind)


def test_one_year_bears_out_nothing_of_every_year(make):
    """There were 91 applications every year: the figure of one year supports it for none of the others."""
    claim = replace(
        make.level("91", "application"), trends=(Trend(TrendKind.EACH, words="every year", figure=Span(900, 901)),)
    )
    (found,) = check(claim, make.series(), make.rows({"2020": "5", "2021": "91"}), today=TODAY)
    assert found.agreement is Agreement.UNDECIDED
    assert told(found, "every-step") == "The claim says “every year”, which one figure does not bear out."
    (refuted,) = check(claim, make.series(), make.rows({"2020": "5", "2021": "400"}), today=TODAY)
    assert (refuted.agreement, "every-step" in kinds(refuted)) == (Agreement.APART, False)


def test_points_of_a_series_without_a_unit_are_told_to_be_of_none(make):
    claim = make.change("-1", "pp", base="2020")
    (found,) = check(
        claim, make.series(UNKNOWN_UNIT, adds=Additivity.MEAN), make.rows({"2020": "5", "2021": "4"}), today=TODAY
    )
    assert (
        told(found, "unit-untold")
        == "The series says no unit, and the claim is in percent: whether its figures are too is not known."
    )
    (barred,) = check(claim, make.series(), make.rows({"2020": "5", "2021": "4"}), today=TODAY)
    assert (barred.agreement, kinds(barred)) == (Agreement.UNDECIDED, ["unit"])
    (index,) = check(
        claim, make.series("index", adds=Additivity.MEAN), make.rows({"2020": "5", "2021": "4"}), today=TODAY
    )
    assert (index.agreement, kinds(index)) == (Agreement.EXACT, [])


def test_a_row_that_is_not_asked_for_says_why(make):
    claim, rows = replace(make.nothing(), rank=ROW), make.rows({"2020": "5", "2021": "4"})
    where = table(claim, make.series(), rows)
    case = ComparisonCase(claim, where, rows, TODAY)
    blocked = replace(rank_question(ROW, ()), blocked=Caveat("prices", "At other prices."))
    assert (rank_finding(case, blocked, ROW).why, kinds(rank_finding(case, blocked, ROW))) == (
        "At other prices.",
        ["prices"],
    )
    nowhere = replace(case, where=replace(where, place=None))
    assert (
        rank_finding(nowhere, rank_question(ROW, ()), ROW).why
        == "The claim names no place, and the series has several."
    )
    of_change = replace(ROW, of_change=True)
    assert kinds(rank_finding(case, rank_question(of_change, ()), of_change)) == ["rank-of-change"]
    growth = replace(case, where=replace(where, series=make.series("%", title="GDP growth")))
    assert "rank-of-change" not in kinds(rank_finding(growth, rank_question(of_change, ()), of_change))
    assert str(rank_question(replace(ROW, place=3, upto=True), ()).claimed.range) == "[1, 3]"
    assert str(rank_question(replace(ROW, place=3), ()).claimed.range) == "[3, 3]"


SINCE = [
    # the stretch that is read as "since", whether its year stands in the words; from which figure on the row goes
    ("2020-03-01/2021-06-01", None, "since Apr 2020"), ("2020-01-01/2021-06-01", 2020, "since Jan 2021"), ("2020-01-01/2021-06-01", None, "since Feb 2020"),
]  # fmt: skip


@pytest.mark.parametrize(("stretch", "begins", "row"), SINCE)
def test_a_row_since_a_month_begins_with_the_next(make, stretch, begins, row):
    """Since March: March itself was no different. "Since 2020" leaves all of the year out."""
    months = {f"{year}-{month:02}": str(20 - month) for year in (2020, 2021) for month in range(1, 7)}
    since = replace(make.mention(when(stretch), 40), rule="since")
    claim = make.nothing(period="2021-05")
    claim = replace(claim, periods=(claim.period, since), rank=replace(ROW, since=True, begins=begins))
    (found,) = check(claim, make.series(), make.rows(months), today=TODAY)
    assert row in found.why


def test_a_place_by_another_name_is_that_place(make):
    """The claim is of nobody, its sentence names Britain, and the series has the United Kingdom and France."""
    britain = make.mention("GBR", 60)
    rows = make.table({"GBR": {"2021": "91"}, "FRA": {"2021": "5"}})
    claim = replace(make.level("91", "application", place=None), places=(britain,))
    (found,) = check(claim, make.series(), rows, today=TODAY)
    assert (found.place, told(found, "assumed-place")) == (
        "GBR",
        "The figures are those of United Kingdom, which the sentence names.",
    )
    unread = replace(claim, notes=(Problem("", "", "", "unread-place"),))
    assert check(unread, make.series(), rows, today=TODAY)[0].place is None
    only = [row for row in rows if row.place == "FRA"]
    (alone,) = check(replace(claim, places=()), make.series(), only, today=TODAY)
    assert told(alone, "assumed-place") == "The claim names no place; the series has only France."
    (several,) = check(replace(claim, places=()), make.series(), rows, today=TODAY)
    assert (several.why, several.place) == ("The claim names no place, and the series has several.", None)


def test_a_slip_of_another_series_has_its_place_and_time(make):
    claim = make.change("-66", "%", base="2020")
    ours = make.series("application", title="Net wages")
    theirs = replace(
        make.series("application", title="Gross wages"), ref=SeriesRef("worldbank", "x"), publisher="World Bank"
    )
    (missed,) = check(claim, ours, make.rows({"2020": "100", "2021": "90"}), today=TODAY)
    (held,) = check(claim, theirs, make.rows({"2020": "100", "2021": "34"}), today=TODAY)
    (slip,) = [each for each in by_others(missed, [missed, held]) if each.kind == "other-series"]
    assert (slip.place, slip.period, slip.base, slip.series, slip.size) == (
        "MKD",
        when("2021"),
        when("2020"),
        theirs,
        2,
    )
    assert (slip.trace, slip.says) == (
        held.trace,
        "It would hold by “Gross wages” (World Bank): −66 %, which counts gross and not net.",
    )
    same = replace(theirs, title="Net wages")
    (other,) = by_others(missed, [missed, replace(held, series=same)])[:1]
    assert (other.kind, other.size) == ("other-provider", 1)
    unlike = replace(theirs, title="Net salaries")
    (third,) = by_others(missed, [missed, replace(held, series=unlike)])[:1]
    assert (third.kind, third.size) == ("other-series", 3)
    for elsewhere in (
        replace(held, place="FRA"),
        replace(held, base=when("2019")),
        replace(held, unit="x"),
        replace(held, part="to"),
        replace(held, claim="y"),
    ):
        assert by_others(missed, [missed, elsewhere]) == missed.slips
    assert [each.says for each in cross_check([missed, held])[0].slips] == [slip.says]


PER = [
    ("1,000 people", "100,000 inhabitants", "0.01", True), ("1,000 births", "1,000 live births", "1", True), ("litre", "kilogram", None, None),
    ("1,000 cars", "1,000 people", None, None), ("1,000 inhabitants", "1,000 residents", "1", True), ("hour", "minute", "60", True),
    ("1,000 women", "1,000 people", "1", None),
]  # fmt: skip


@pytest.mark.parametrize(("claimed", "counted", "factor", "sure"), PER)
def test_what_it_is_counted_against_is_brought_together(claimed, counted, factor, sure):
    found = fit(Unit(Dimension.RATE, "case", per=claimed), Unit(Dimension.RATE, "case", per=counted))
    assert found.factor == (None if factor is None else Decimal(factor))
    if sure is not None:
        assert (found.caveats == ()) is sure


def again(agreement, measured="5", claimed="5", said=("4", "6"), difference="0"):
    numbers = [None if each is None else Decimal(each) for each in (measured, claimed, difference)]
    line = Interval(*map(Decimal, said)) if said else None
    return contradiction(
        Finding(
            claim="c",
            series=None,
            title="",
            agreement=agreement,
            measured=numbers[0],
            claimed=numbers[1],
            claimed_range=line,
            difference=numbers[2],
        )
    )


def test_a_word_that_its_figures_do_not_bear_is_found():
    e, r, n, a, o, u = (Agreement(each) for each in ("exact", "rounds_to", "near", "apart", "opposite", "undecided"))
    assert [again(how) for how in (e, r, u)] == [""] * 3
    assert {again(how, difference=None) for how in (n, a, o)} == {
        f"it is called {how.value}, and its figure is what was claimed" for how in (n, a, o)
    }
    assert again(e, "5.5", difference="0.5") == "it is called exact, and its figures differ"
    assert again(r, "7", difference="2") == "it is said to round to what was claimed, and does not"
    assert again(r, difference="1") == "the difference is not that of its figures"
    assert again(r, None) == "it is called rounds_to, and there is no figure"
    assert again(u, None) == ""
    assert [again(how, "9", difference="4") for how in (n, a, o)] == [""] * 3
    assert again(e, "9", said=None, difference="4") == ""
    assert again(e, claimed=None, difference=None) == "it is called exact, and its figures differ"
