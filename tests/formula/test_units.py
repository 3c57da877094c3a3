"""The units of a formula are told before any figure is fetched, and are those that come out."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from workbench.compare.finding_words import unit_words
from workbench.formula import FormulaError, names, parse
from workbench.formula.evaluation.unit_check import check_units

_SPEC = spec_from_file_location("worked_formulas", Path(__file__).with_name("test_worked.py"))
_WORKED = module_from_spec(_SPEC)
_SPEC.loader.exec_module(_WORKED)
LENGTHS = ("not equally long", "Only a total of whole months")
"""What only the figures tell."""


@pytest.mark.parametrize(("text", "result", "unit"), _WORKED.RESULTS)
def test_the_unit_is_told_before_the_figures_are_fetched(world, text: str, result: str, unit: str) -> None:
    measure = check_units(parse(text), {name: each.series for name, each in world.items()})
    assert unit_words(measure.unit) == unit


@pytest.mark.parametrize(
    ("text", "why", "kind"),
    [row for row in _WORKED.NOTHING if row[2] == "formula-units" and not row[1].startswith(LENGTHS)],
)
def test_figures_of_two_kinds_are_refused_before_they_are_fetched(world, text: str, why: str, kind: str) -> None:
    with pytest.raises(FormulaError) as told:
        check_units(parse(text), {name: each.series for name, each in world.items()})
    assert why in told.value.message
    assert told.value.at.end > 0


def test_a_name_that_is_not_known_is_pointed_at(world) -> None:
    formula = parse("un.asylum / wb.popp")
    with pytest.raises(FormulaError, match=r"wb:popp") as told:
        check_units(formula, {name: each.series for name, each in world.items()})
    assert (told.value.at.start, told.value.at.end) == (12, 19)
    assert [each.written for each in names(formula)] == ["un:asylum", "wb:popp"]
