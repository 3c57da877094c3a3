"""Which part of a claim a formula answers: read from the speech, with figures of the test's own."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.compare import check, rests_on
from workbench.compare.providers.side_by_side import side_by_side
from workbench.core.finding import Agreement
from workbench.core.series import Additivity
from workbench.extract import read_text
from workbench.formula import names, parse
from workbench.formula.evaluation.formula_finding import judge

RATES = {"MKD": "15.4", "ALB": "11.5", "SRB": "11.0", "BIH": "17.4", "MNE": "16.6", "XKX": "20.7"}
TODAY = date(2023, 6, 1)


@pytest.fixture(scope="module")
def figures(given):
    by_place = {place: {"2021": value} for place, value in RATES.items()}
    by_place["MKD"] |= {"2019": "17.3", "2020": "16.4"}
    made = [
        given("own:une", "%", by_place, Additivity.MEAN, title="Unemployment rate"),
        given("own:asylum", "application", {"2019": "450", "2020": "151", "2021": "91"}, title="Asylum applications"),
    ]
    return {str(each.series.ref): each for each in made}


def found(said: str, text: str, figures):
    claim = read_text(said, said=date(2022, 12, 2), place="MKD").claims[0]
    formula = parse(text)
    return judge(formula, claim, {name.written: figures[name.written] for name in names(formula)}, TODAY)


ANSWERED = [
    # the speech, the formula, how it stands, words of the sentence
    ("North Macedonia had the fourth highest unemployment rate in the Western Balkans in 2021.", "rank(own.une, in=WB6)", "exact", "gives place 4 in 2021"),
    ("North Macedonia had the third highest unemployment rate in the Western Balkans in 2021.", "rank(own.une, in=WB6)", "apart", "gives place 4 in 2021"),
    ("Unemployment in North Macedonia was 4.4 percentage points higher than in Serbia in 2021.", "own.une - own.une[SRB]", "exact", "4.4 percentage points more than in Serbia in 2021"),
    ("Unemployment in North Macedonia was 4.4 percentage points lower than in Serbia in 2021.", "own.une - own.une[SRB]", "opposite", "4.4 percentage points more than in Serbia in 2021"),
    ("Unemployment in North Macedonia averaged 16.4 percent between 2019 and 2021.", "mean(own.une[2019..2021])", "rounds_to", "gives 16.37 % in 2019–2021"),
    ("Unemployment in North Macedonia fell by 1 percentage point in 2021 compared with 2020.", "points(own.une)", "exact", "a fall of 1 percentage points from 2020 to 2021"),
    ("Asylum applications in North Macedonia fell by 60 in 2021 compared with 2020.", "own.asylum[2021] - own.asylum[2020]", "rounds_to", "a fall of 60"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "text", "how", "words"), ANSWERED)
def test_a_result_answers_the_part_of_the_claim_that_it_works_out(
    figures, said: str, text: str, how: str, words: str
) -> None:
    finding = found(said, text, figures)
    assert words in finding.why
    assert finding.agreement.value in ({how, "exact"} if how == "rounds_to" else {how}), finding.why


OTHER = [
    # a difference between two places answers no change over time, nor a change a level, nor points a percentage
    ("Unemployment in North Macedonia fell by 1 percentage point in 2021 compared with 2020.", "own.une[MKD] - own.une[SRB]"),
    ("Unemployment in North Macedonia was 15.4 percent in 2021.", "change(own.une, 2020, 2021)"),
    ("Unemployment in North Macedonia was 15.4 percent in 2021.", "points(own.une, 2020, 2021)"),
    ("Unemployment in North Macedonia was 15.4 percent in 2021.", "rank(own.une, in=WB6)"),
    ("Unemployment in Serbia was 4.4 percentage points lower than in North Macedonia in 2021.", "own.une[MKD] - own.une[SRB]"),
    ("Asylum applications in North Macedonia doubled in 2021 compared with 2020.", "own.asylum / own.une"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "text"), OTHER)
def test_a_result_that_answers_nothing_of_the_claim_decides_nothing(figures, said: str, text: str) -> None:
    finding = found(said, text, figures)
    assert finding.agreement is Agreement.UNDECIDED
    assert finding.caveats[0].kind in {"formula-unit", "formula-other", "formula-units"}


def test_the_outcome_rests_on_the_reviewers_formula_where_it_decides(figures) -> None:
    """A formula was written for this very claim; a series was only found for it."""
    said = "Asylum applications in North Macedonia fell by 39.7 percent in 2021 compared with 2020."
    by_formula = found(said, "change(own.asylum, 2019, 2021)", figures)
    claim = read_text(said, said=date(2022, 12, 2), place="MKD").claims[0]
    given = figures["own:asylum"]
    by_series = check(claim, given.series, given.observations, today=TODAY)
    assert by_series[0].agreement is Agreement.ROUNDS_TO
    assert by_formula.agreement is Agreement.APART  # 450 to 91
    assert rests_on([*by_series, by_formula]) is by_formula
    nothing = found(said, "own.asylum[1990]", figures)
    assert rests_on([nothing, *by_series]) is by_series[0]
    assert side_by_side([by_formula, *by_series]) == ()


@pytest.mark.parametrize("function", ["change", "difference", "times", "growth", "index"])
def test_a_change_may_be_of_another_place_than_the_claims(figures, function: str) -> None:
    """A place alone in brackets picks no period: the function does."""
    said = "Unemployment in North Macedonia fell by 1 percentage point in 2021 compared with 2020."
    of_place = found(said, f"{function}(own.une[SRB], 2020, 2021)", figures)
    of_figures = found(said, f"{function}(own.une[SRB, 2020], own.une[SRB, 2021])", figures)
    own = found(said, f"{function}(own.une, 2020, 2021)", figures)
    assert of_place.trace.result == of_figures.trace.result
    assert of_place.trace.result != own.trace.result
