"""When figures are not to be compared, or only with care: each reason has its key, and nothing is a number out of nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.each import each
from workbench.compare import check, outcome, plan, rests_on
from workbench.core.claim import ClaimKind
from workbench.core.errors import Problem
from workbench.core.finding import Agreement
from workbench.core.series import Additivity, Status

ASYLUM = {"2019": "450", "2020": "151", "2021": "91", "2022": "162", "2023": "598"}


def kinds(found):
    return {caveat.kind for caveat in found.caveats}


def first(make, claim, series=None, figures=None, **more):
    rows = make.rows(ASYLUM if figures is None else figures, **more)
    return check(claim, series or make.series(), rows, today=make.today)[0]


UNMEASURED = [
    # unit said, unit of the series, figures, kind
    ("%", "application", ASYLUM, "unit"),
    ("application", "%", ASYLUM, "unit"),
    ("usd", "eur", ASYLUM, "currency"),
    ("usd", "application", ASYLUM, "unit"),
    ("ha", "t", ASYLUM, "unit"),
    ("death", "/100000", ASYLUM, "unit"),
    ("application", "application", {"2019": "450"}, "no-figure"),
    ("application", "application", {}, "no-figure"),
    ("application", "application", {"2021": None}, "missing"),
]


@each(("said", "unit", "figures", "kind"), UNMEASURED)
def test_what_cannot_be_measured_is_undecided_with_the_reason(make, said, unit, figures, kind):
    found = first(make, make.level("91", said), make.series(unit), figures)
    assert (found.agreement, found.measured, found.caveats[0].kind) == (Agreement.UNDECIDED, None, kind)
    assert found.why == found.caveats[0].says


def test_a_suppressed_figure_is_no_zero(make):
    found = first(make, make.level("0", "application"), figures={"2021": None}, status={"2021": Status.SUPPRESSED})
    assert (found.agreement, found.caveats[0].kind) == (Agreement.UNDECIDED, "suppressed")


@pytest.mark.parametrize(("base", "kind"), [("0", "zero-base"), ("-5", "negative-base")])
def test_a_percent_change_from_zero_or_less_means_nothing(make, base, kind):
    found = first(make, make.change("+10", base="2020"), figures={"2020": base, "2021": "5"})
    assert (found.agreement, found.caveats[0].kind) == (Agreement.UNDECIDED, kind)
    assert "means nothing" in found.why


def test_a_break_between_the_two_years_blocks_the_change(make):
    """The figure is shown and not judged: the change may be the break's."""
    claim = make.change("-39.7", base="2020")
    found = first(make, claim, status={"2021": Status.BREAK})
    assert (found.agreement, round(found.measured, 1), kinds(found)) == (
        Agreement.UNDECIDED,
        Decimal("-39.7"),
        {"break"},
    )
    assert first(make, claim, status={"2020": Status.BREAK}).agreement is Agreement.ROUNDS_TO


@pytest.mark.parametrize("status", [Status.PROVISIONAL, Status.ESTIMATED, Status.FORECAST])
def test_the_publishers_flag_is_passed_on(make, status):
    found = first(make, make.level("91", "application"), status={"2021": status})
    assert (found.agreement, kinds(found)) == (Agreement.EXACT, {status.value})


def test_a_count_of_nine_months_is_not_told_from_a_whole_year(make):
    """16 in nine months beside 91 in the year: a part can be anything up to the whole, and no more than it."""
    nine = "2021-01-01/2021-10-01"
    inside = first(make, make.level("16", "application", period=nine))
    assert (inside.agreement, kinds(inside)) == (Agreement.UNDECIDED, {"part-of-whole", "whole-years"})
    beyond = first(make, make.level("200", "application", period=nine))
    assert (beyond.agreement, kinds(beyond)) == (Agreement.APART, {"whole-years"})
    stock = first(make, make.level("91", "application", period=nine), make.series(adds=Additivity.LAST))
    assert (stock.agreement, kinds(stock)) == (Agreement.EXACT, {"whole-years"})


def test_so_many_fewer_in_nine_months_is_not_told_from_whole_years(make):
    claim = make.change("-60", "application", base="2020-01-01/2020-10-01", period="2021-01-01/2021-10-01")
    found = first(make, claim)
    assert (found.agreement, kinds(found)) == (Agreement.UNDECIDED, {"part-of-whole", "whole-years"})


def test_months_up_to_the_day_that_the_words_were_said(make):
    """So far this year, said on 13 November: the months that were over are added, for both years alike."""
    months = {f"{y}-{m:02}": str(v) for y, v in ((2020, 20), (2021, 10)) for m in range(1, 11)}
    claim = make.change("-50", base="2020-01-01/2020-11-13", period="2021-01-01/2021-11-13")
    found = first(make, claim, figures=months)
    assert (found.agreement, found.measured, kinds(found)) == (Agreement.EXACT, -50, {"partial-period"})
    assert (found.period.label, found.base.label) == ("Jan–Oct 2021", "Jan–Oct 2020")


def test_a_missing_month_is_not_left_out_of_a_sum(make):
    months = {f"2021-{m:02}": None if m == 5 else "1" for m in range(1, 13)}
    found = first(make, make.level("11", "application"), figures=months)
    assert (found.agreement, found.caveats[0].kind) == (Agreement.UNDECIDED, "missing")


def test_totals_of_unequal_stretches_are_not_compared(make):
    figures = {"2020": "151"} | {f"2021-{m:02}": "10" for m in range(1, 7)}
    claim = make.change("-60", base="2020", period="2021-01-01/2021-07-01")
    found = first(make, claim, figures=figures)
    assert (found.agreement, found.caveats[0].kind) == (Agreement.UNDECIDED, "unlike-periods")


def test_both_ends_in_one_figure(make):
    claim = make.change("-60", base="2021-Q1", period="2021-Q2")
    assert first(make, claim).caveats[0].kind == "same-figure"


def test_no_place_takes_the_only_one_and_says_so(make):
    claim = make.level("91", "application", place=None)
    assert kinds(first(make, claim)) == {"assumed-place"}
    both = [*make.rows(ASYLUM), *make.rows(ASYLUM, place="SRB")]
    found = check(claim, make.series(), both, today=make.today)[0]
    assert (found.agreement, found.caveats[0].kind) == (Agreement.UNDECIDED, "no-place")


def test_no_period_takes_the_latest_year_that_was_over(make):
    found = first(make, make.level("162", "application", period=None, said="2023-06-30"))
    assert (found.agreement, found.period.label, kinds(found)) == (Agreement.EXACT, "2022", {"no-period"})
    undated = first(make, make.level("598", "application", period=None))
    assert undated.period.label == "2023"


def test_a_change_without_a_period_is_read_of_both_years(make):
    """13 November 2021: asylum applications are down 70 percent. (91 − 151) / 151 or (151 − 450) / 450."""
    claim = make.change("-70", period=None, said="2021-11-13")
    running, whole = check(claim, make.series(), make.rows(ASYLUM), today=make.today)
    assert [round(f.measured, 1) for f in (running, whole)] == [Decimal("-39.7"), Decimal("-66.4")]
    assert [f.reading for f in (running, whole)] == ["of 2021", "of 2020"]
    assert kinds(running) == {"undated-change", "no-period", "assumed-base", "claim-before-period-end"}
    early = check(replace(claim, said=date(2021, 1, 20)), make.series(), make.rows(ASYLUM), today=make.today)
    assert [f.reading for f in early] == ["of 2020", "of 2021"]


def test_down_on_last_year_is_the_year_after_that(make):
    """13 November 2021: applications are down 70 percent on last year."""
    claim = make.change("-70", period=None, base="2020", said="2021-11-13")
    (found,) = check(claim, make.series(), make.rows(ASYLUM), today=make.today)
    assert (found.base.label, found.period.label) == ("2020", "2021")


def test_no_base_takes_the_year_before_and_says_so(make):
    assert kinds(first(make, make.change("-39.7"))) == {"assumed-base"}
    over = first(make, make.change("-64", period="2019-01-01/2023-01-01"))
    # (162 − 450) / 450
    assert (over.base.label, over.period.label, over.agreement) == ("2019", "2022", Agreement.EXACT)


def test_since_2019_runs_to_the_last_figure(make):
    found = first(make, make.change("+32.9", base="2019", period="2019-01-01/2024-06-01"))
    assert (found.period.label, found.agreement, kinds(found)) == ("2023", Agreement.ROUNDS_TO, {"assumed-period"})


def test_the_past_year_may_be_the_calendar_year(make):
    """Around 150 over the past year, said in December 2021: the series has 2020 as such."""
    claim = make.level("151", "application", period="2020-12-02/2021-12-02")
    other = make.level("1", period="2020").period.value
    claim = replace(claim, period=replace(claim.period, alternatives=(other,)))
    found = first(make, claim)
    assert (found.period.label, found.agreement, kinds(found)) == ("2020", Agreement.EXACT, {"ambiguous-period"})


def test_a_revised_figure_names_the_one_that_was_out_then(make):
    now = make.rows({"2021": "91"})[0]
    then = replace(now, value=Decimal(88), vintage=date(2022, 1, 31))
    now = replace(now, vintage=date(2024, 6, 1))
    claim = make.level("88", "application", said="2022-03-01")
    found = check(claim, make.series(), [now, then], today=make.today)[0]
    assert (found.measured, kinds(found)) == (91, {"revised", "one-value"})


def test_assumptions_of_the_reading_are_carried_over(make):
    note = Problem("place", "The place is that of the dateline.", kind="assumed-place")
    found = first(make, replace(make.level("91", "application"), notes=(note,)))
    assert kinds(found) == {"assumed-place"}


def test_a_definition_that_differs_is_said(make):
    series = make.series(notes=("Definition differs: appeals are included.",))
    assert kinds(first(make, make.level("91", "application"), series)) == {"definition"}


def test_a_round_number_taken_as_rounded_is_said(make):
    found = first(make, make.level("16000", "application"), figures={"2020": "25000", "2021": "15895"})
    assert (found.agreement, kinds(found)) == (Agreement.ROUNDS_TO, {"rounded-number"})


def test_an_unknown_unit_is_compared_and_said(make):
    found = first(make, make.level("91", "application"), make.series(""))
    assert (found.agreement, kinds(found)) == (Agreement.EXACT, {"unit-unsure"})


@pytest.mark.parametrize(
    ("kind", "key"),
    [(ClaimKind.PROMISE, "promise"), (ClaimKind.RANK, "rank"), (ClaimKind.STATEMENT, "nothing-to-measure")],
)
def test_claims_without_a_figure_are_not_measured(make, kind, key):
    claim = replace(make.level("91"), kind=kind, amount=None, amounts=())
    found = first(make, claim)
    assert (found.agreement, found.caveats[0].kind) == (Agreement.UNDECIDED, key)


def test_the_plan_asks_for_the_years_around(make):
    claim = make.change("-70", base="2020", said="2021-11-13")
    ask = plan(claim, make.series())
    assert (ask.places, ask.first, ask.last) == (("MKD",), 2015, 2022)
    bare = make.level("91", period=None, said="2021-11-13")
    assert (plan(bare, make.series()).first, plan(bare, make.series()).last) == (2011, 2022)
    nowhere = make.level("91", period=None, place=None)
    assert plan(nowhere, make.series()).places == ()
    assert plan(nowhere, make.series(places=frozenset({"MKD"}))).places == ("MKD",)


def test_a_figure_off_by_a_thousand_names_the_scale(make):
    """Thousands taken for ones: an explanation of the slip, never an agreement."""
    found = first(make, make.level("54000", "application"), figures={"2020": "50", "2021": "54"})
    assert (found.agreement, [slip.kind for slip in found.slips]) == (Agreement.APART, ["scale"])


def test_a_lone_figure_is_said(make):
    assert kinds(first(make, make.level("91", "application"), figures={"2021": "91"})) == {"one-value"}


def test_a_region_of_the_users_own_file_is_found_by_its_name(make):
    """In the city of Bitola there were 91 applications."""
    claim = make.level("91", "application", place="MKD", context="In the city of Bitola there were 91 applications.")
    rows = [*make.rows(ASYLUM, place="City of Bitola"), *make.rows(ASYLUM, place="City of Ohrid")]
    found = check(claim, make.series(), rows, today=make.today)[0]
    assert (found.agreement, found.place, kinds(found)) == (Agreement.EXACT, "City of Bitola", {"assumed-place"})


def test_a_right_direction_does_not_bear_out_ends_that_were_not_measured(make):
    """Rose from 1,000 to 2,000 cases, of a series in percent: only that it rose can be told, which is not enough."""
    claim = make.change("+", base="2020", origin=("1000", "case"), target=("2000", "case"))
    found = check(claim, make.series("%"), make.rows({"2020": "10", "2021": "20"}), today=make.today)
    assert rests_on(found).agreement is Agreement.UNDECIDED
    assert outcome(found)[0] == "undecided"
    assert Agreement.ROUNDS_TO in {each.agreement for each in found}


def test_no_two_findings_share_an_id(make):
    claim = make.change("+", base="2020", origin=("1000", "case"), target=("2000", "case"))
    found = check(claim, make.series("%"), make.rows({"2020": "10", "2021": "20"}), today=make.today)
    assert len({each.id for each in found}) == len(found)


def test_figures_beyond_reason_are_set_aside(make):
    wild = first(make, make.level("91", "application"), figures={"2020": "151", "2021": "1e60"})
    assert (wild.agreement, wild.measured, "out-of-range" in kinds(wild)) == (Agreement.UNDECIDED, None, True)
    said = first(make, make.level("1e400", "application"))
    assert (said.agreement, said.caveats[0].kind) == (Agreement.UNDECIDED, "out-of-range")
