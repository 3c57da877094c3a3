"""A function of formulas is one line of one table: its formula, or evaluation and units of its own."""

from pathlib import Path

import pytest

from workbench.formula import FormulaError, parse, show
from workbench.formula.evaluation import aggregates, calls, unit_check
from workbench.formula.evaluation.unit_check import check_units
from workbench.formula.language.completion import complete
from workbench.formula.language.functions import FUNCTIONS, Function

PAGE = (Path(__file__).resolve().parents[2] / "workbench" / "manual" / "formulas.md").read_text(encoding="utf-8")
ADDED = Function("exceeds", "how far one is above another", "exceeds(x, y)", least=2, most=2, means="share(a - b, b)")


@pytest.fixture
def added(monkeypatch):
    monkeypatch.setitem(FUNCTIONS, "exceeds", ADDED)


def test_each_function_is_worked_out_and_its_units_are_checked():
    """One that is missing in either would be accepted, and fail when somebody uses it."""
    own = {name for name, each in FUNCTIONS.items() if not each.means}
    assert own == {*aggregates.OPS, *calls._BY_NAME} == set(unit_check._BY_NAME)


def test_the_manual_names_each_function():
    assert [name for name in FUNCTIONS if f"`{name}`" not in PAGE] == []


@pytest.mark.usefixtures("added")
def test_a_function_that_is_short_for_a_formula_is_one_line(world, work):
    """It is read, written out, completed, its units are checked, and each of its steps is a line."""
    text = "exceeds(own.crossings[2020-01], own.crossings[2021-01])"
    series = {name: each.series for name, each in world.items()}
    assert show(parse(text)) == text
    assert "exceeds(" in [each.text for each in complete("exc")]
    assert check_units(parse(text), series).words == "%"
    found = work(text)
    assert found.formula == text
    assert [step.says for step in found.trace.steps[2:]] == [
        "201 − 101 = 100 attempts",
        "100 / 101 = 0.99 times",
        "× 100 = 99.01 %",
    ]


@pytest.mark.usefixtures("added")
def test_what_such_a_function_is_given_stays_as_it_is(world, work):
    """A name of the formula's own is not taken for the name that the function gives its argument."""
    series = {name: each.series for name, each in world.items()}
    found = work("let b = own.crossings[2020-01]; exceeds(2 * b, b)")
    assert found.trace.steps[-1].result == 100
    with pytest.raises(FormulaError, match="two kinds") as told:
        check_units(parse("exceeds(un.asylum, own.usd)"), series)
    assert told.value.at.end > told.value.at.start
