"""Worked formulas, one a line, each with its result worked out by hand in the comment beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workbench.core.finding import Agreement
from workbench.core.series import Status
from workbench.formula import parse
from workbench.formula.evaluation.formula_finding import judge

RESULTS = [
    # formula, result rounded to its written places, unit
    ("un.asylum[MKD, 2021] / wb.pop[MKD, 2021] * 100000", "4.4066", "application per 100,000 persons"),  # 91 / 2,065,092 × 100,000
    ("un.asylum / wb.pop * 100000", "4.4066", "application per 100,000 persons"),  # the claim's own place and year
    ("per(un.asylum, wb.pop, 100000)", "4.4066", "application per 100,000 persons"),
    ("un.asylum[2021] * 100000 / wb.pop[2021]", "4.4066", "application per 100,000 persons"),
    ("sum(own.crossings[2021-01..2021-09])", "945", "attempt"),  # 9 × 100 + 45
    ("own.crossings[2021]", "1278", "attempt"),  # 12 × 100 + 78: a flow is added up
    ("mean(own.crossings[2021-01..2021-03])", "102", "attempt"),  # (101 + 102 + 103) / 3
    ("median(own.crossings[2021-01..2021-04])", "102.5", "attempt"),  # between 102 and 103
    ("min(own.crossings[2020-01..2021-12])", "101", "attempt"),
    ("max(own.crossings[2020-01..2021-12])", "212", "attempt"),
    ("count(own.crossings[2020-01..2021-12])", "24", ""),
    ("change(un.asylum, 2020, 2021)", "-39.74", "%"),  # (91 − 151) / 151
    ("change(un.asylum, 2020)", "-39.74", "%"),  # to the claim's own year
    ("(un.asylum[2021] - un.asylum[2020]) / un.asylum[2020] * 100", "-39.74", "%"),
    ("100 * (un.asylum[2021] - un.asylum[2020]) / un.asylum[2020]", "-39.74", "%"),
    ("(un.asylum[2021] / un.asylum[2020] - 1) * 100", "-39.74", "%"),
    ("difference(un.asylum, 2020, 2021)", "-60", "application"),
    ("un.asylum - un.asylum[-1]", "-60", "application"),
    ("times(un.asylum, 2021, 2023)", "6.57", "times"),  # 598 / 91
    ("points(own.rate, 2020, 2021)", "-1.0", "percentage points"),
    ("own.rate[2021] - own.rate[2015]", "-11.9", "percentage points"),
    ("change(own.rate, 2015, 2021)", "-43.59", "%"),  # (15.4 − 27.3) / 27.3
    ("change(sum(own.crossings[2020-01..2020-09]), sum(own.crossings[2021-01..2021-09]))", "-48.78", "%"),  # 1,845 to 945
    ("growth(un.asylum, 2021, 2023)", "156.35", "%"),  # (598 / 91) ^ (1 / 2) − 1
    ("cumulated(own.growth[2020..2021])", "-1.2", "%"),  # 0.95 × 1.04 − 1
    ("cumulated(un.asylum[2019..2021])", "692", "application"),  # 450 + 151 + 91
    ("annualised(own.crossings[2021-01..2021-09])", "1260", "attempt"),  # 945 / 9 × 12
    ("index(own.usd, base=2020, 2021)", "125", "index point"),  # 1,500 / 1,200 × 100
    ("own.usd / own.prices * 100", "1200", "dollar"),  # 1,500 / 125 × 100: the change of prices taken out
    ("share(own.debt, own.usd)", "60", "%"),  # 900 / 1,500
    ("own.debt / own.usd * 100", "60", "%"),
    ("ratio(own.usd, own.debt)", "1.67", "times"),  # 1,500 / 900
    ("own.usd / wb.pop", "0.00072636", "dollar per person"),  # 1,500 / 2,065,092
    ("part(own.rate, wb.pop)", "318024.17", "person"),  # 15.4 % of 2,065,092
    ("own.rate / 100 * wb.pop", "318024.17", "person"),
    ("own.mortality / 1000 * wb.pop", "8879.90", "death"),  # 4.3 per 1,000
    ("own.tonnes + own.kilos", "10.0", "tonne"),  # 7.5 t and 2.5 t
    ("own.kilos / own.tonnes * 100", "33.33", "%"),  # 2.5 of 7.5
    ("un.asylum + 9", "100", "application"),
    ("rank(own.deaths, in=EU27, 2021, at=DEU)", "1", "place"),  # 7, with Austria
    ("rank(own.deaths, in=EU27, 2021, at=FRA)", "3", "place"),  # 7, 7, 3, 1
    ("rank(own.deaths, in=EU27, 2021, at=FRA, lowest)", "2", "place"),
    ("rank(un.asylum, 2019..2023, 2021)", "5", "place"),  # 598, 450, 162, 151, 91
    ("rank(un.asylum, 2019..2023, 2021, lowest)", "1", "place"),
    ("sum(own.deaths[in=EU27, 2021])", "18", "death"),  # 7 + 3 + 7 + 1
    ("abs(own.loss)", "20", "dollar"),
    ("round(un.asylum / wb.pop * 100000, 1)", "4.4", "application per 100,000 persons"),
    ("let a = un.asylum; let p = wb.pop; a[2021] / p[2021] * 100000", "4.4066", "application per 100,000 persons"),
    ("let debt = own.debt; let spent = own.usd; (spent - debt) / spent * 100", "40", "%"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "result", "unit"), RESULTS)
def test_a_formula_gives_what_a_hand_gives(work, text: str, result: str, unit: str) -> None:
    found = work(text)
    wanted = Decimal(result)
    assert found.measured is not None, found.why
    assert round(found.measured, max(0, -wanted.as_tuple().exponent)) == wanted
    assert found.unit == unit
    assert found.trace.result == found.measured
    assert found.formula


NOTHING = [
    # formula, why there is no result, its kind
    ("own.usd + own.rate", "“+” joins dollar and %", "formula-units"),
    ("own.usd - own.eur", "two currencies", "formula-units"),
    ("own.usd * wb.pop", "nothing that is measured", "formula-units"),
    ("own.rate * wb.pop", "nothing that is measured", "formula-units"),
    ("share(own.usd, wb.pop)", "two kinds", "formula-units"),
    ("points(un.asylum, 2020, 2021)", "no percentage", "formula-units"),
    ("sum(wb.pop[2019..2021])", "counted at one time", "formula-units"),
    ("sum(own.rate[2019..2021])", "an average or a rate", "formula-units"),
    ("annualised(own.rate)", "Only a total of whole months", "formula-units"),
    ("un.asylum[2020] / own.crossings[2021-01]", "not equally long", "formula-units"),
    ("change(own.crossings, 2020, 2021-01)", "not equally long", "formula-units"),
    ("un.asylum / own.usd[2022]", "divided by is zero", "formula-undefined"),
    ("change(own.none, 2020, 2021)", "divided by is zero", "formula-undefined"),
    ("change(own.loss, 2020, 2021)", "base is negative", "formula-undefined"),
    ("growth(own.none, 2020, 2021)", "positive", "formula-undefined"),
    ("change(un.asylum, 2021, 2021)", "the same figure", "formula-undefined"),
    ("un.asylum[2035]", "has no figure", "formula-no-figure"),
    ("un.asylum[DEU, 2021]", "has no figure", "formula-no-figure"),
    ("sum(un.asylum[2018..2021])", "no figure for 2018", "formula-no-figure"),
    ("sum(un.asylum[2021..2019])", "runs backward", "formula-no-figure"),
    ("mean(un.asylum[in=MKD])", "no group", "formula-no-figure"),
    ("un.asylum[2019..2021]", "3 figures where one is wanted", "formula-unreadable"),
    ("1 + 2", "reads no official figure", "formula-series"),
    ("own.nothing", "no series called own:nothing", "formula-series"),
    ("let a = un.asylum + 1; a[2021]", "a figure already", "formula-unreadable"),
]


@pytest.mark.parametrize(("text", "why", "kind"), NOTHING)
def test_what_means_nothing_is_undecided_with_its_reason(work, text: str, why: str, kind: str) -> None:
    found = work(text)
    assert found.agreement is Agreement.UNDECIDED
    assert found.measured is None
    assert why in found.why
    assert found.caveats[0].kind == kind


def test_arithmetic_on_numbers_alone_is_refused_whatever_figures_there_are(make) -> None:
    found = judge(parse("1 + 2"), make.level("3"), {}, make.today)
    assert (found.agreement, found.measured, found.series) == (Agreement.UNDECIDED, None, None)
    assert "reads no official figure" in found.why


def test_the_result_is_judged_like_any_other_figure(make, work) -> None:
    """Asylum applications fell by 39.7 percent in 2021 compared with 2020."""
    claim = make.change("-39.7", base="2020")
    found = work("change(un.asylum)", claim)
    assert found.agreement is Agreement.ROUNDS_TO
    assert (found.period.label, found.base.label) == ("2021", "2020")
    assert found.why == "The formula gives a fall of 39.74 % from 2020 to 2021, in line with the claimed 39.7 %."
    assert work("change(un.asylum)", make.change("+39.7")).agreement is Agreement.OPPOSITE
    assert work("difference(un.asylum)", make.change("-60", "application")).agreement is Agreement.EXACT
    assert work("points(own.rate)", make.change("-1.0", "pp")).agreement is Agreement.EXACT
    assert work("times(un.asylum, 2021, 2023)", make.change("+2", "x")).agreement is Agreement.APART


def test_percent_of_a_percentage_answers_no_claim_in_points(make, work) -> None:
    found = work("change(own.rate)", make.change("-6", "pp"))
    assert found.agreement is Agreement.UNDECIDED
    assert "one does not measure the other" in found.why
    assert "percent-or-points" in {caveat.kind for caveat in found.caveats}


def test_a_rate_is_brought_into_the_claims_unit(make, work) -> None:
    """0.044 applications for every 1,000 people."""
    found = work("un.asylum / wb.pop * 100000", make.level("0.044", make.unit("/1000")))
    assert round(found.measured, 6) == Decimal("0.044066")  # 4.4066 for every 100,000
    assert found.agreement is Agreement.ROUNDS_TO
    assert found.trace.steps[-1].says == "× 0.01 = 0.0441 death per 1,000 people"


def test_a_part_of_the_year_is_not_told_from_the_whole(make, work) -> None:
    """In the first nine months of 2021 there were 91 applications."""
    claim = make.level("91", "application", period="2021-01-01/2021-10-01")
    found = work("un.asylum", claim)
    assert found.agreement is Agreement.UNDECIDED
    assert found.measured == 91
    assert {"whole-years", "part-of-whole"} <= {caveat.kind for caveat in found.caveats}


def test_a_break_between_the_two_years_leaves_a_change_undecided(make, given, work) -> None:
    broken = given("a:b", "case", {"2019": "5", "2020": "9", "2021": "3"}, status={"2020": Status.BREAK})
    found = work("change(a.b, 2019, 2021)", make.change("-40"), {"a:b": broken})
    assert found.agreement is Agreement.UNDECIDED
    assert found.measured == -40
    assert found.caveats[0].kind == "break"


def test_flags_of_the_figures_that_were_used_are_said(given, work) -> None:
    flagged = given("a:b", "case", {"2020": "9", "2021": "3"}, status={"2021": Status.PROVISIONAL})
    assert "provisional" in {caveat.kind for caveat in work("a.b[2021]", None, {"a:b": flagged}).caveats}
    assert "provisional" not in {caveat.kind for caveat in work("a.b[2020]", None, {"a:b": flagged}).caveats}


def test_missing_members_of_a_group_are_named(work) -> None:
    told = {caveat.kind: caveat.says for caveat in work("rank(own.deaths, in=EU27, 2021, at=FRA)").caveats}
    assert "the rank is among the other 4" in told["partial-group"]
    assert "tied-rank" not in told
    assert "tied-rank" in {c.kind for c in work("rank(own.deaths, in=EU27, 2021, at=DEU)").caveats}


def test_latest_is_the_last_figure_that_was_complete_on_the_day(make, work) -> None:
    """Said on 3 March 2022: the figure for 2021 was complete, that for 2022 was not."""
    found = work("un.asylum[latest]", make.level("91", "application", period=None, said="2022-03-03"))
    assert (found.measured, found.agreement) == (91, Agreement.EXACT)
    assert "no-period" in {caveat.kind for caveat in found.caveats}


def test_the_same_formula_answers_the_next_year(make, work) -> None:
    """Kept with the claim's slots open, it is worked out for another year as it stands."""
    said = {
        year: work("change(un.asylum)", make.change("-1", period=year)).measured for year in ("2020", "2021", "2022")
    }
    assert {year: round(value, 1) for year, value in said.items()} == {
        "2020": Decimal("-66.4"), "2021": Decimal("-39.7"), "2022": Decimal("78.0"),
    }  # fmt: skip
