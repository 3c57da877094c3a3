"""Whatever a formula asks of the figures, there is a figure or a sentence; none crashes, and none takes long."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples
from workbench.formula import FormulaError, names, parse
from workbench.formula.evaluation.formula_finding import judge
from workbench.formula.evaluation.needed_figures import needs
from workbench.formula.evaluation.unit_check import check_units
from workbench.formula.language.generalising import generalised

_TIMES = st.sampled_from(
    ["2019", "2020", "2021", "2021-03", "2021-Q1", "said", "said-1", "base", "latest", "-2", "1800"]
)
_NAMES = st.sampled_from(
    ["un.asylum", "wb.pop", "own.crossings", "own.rate", "own.growth", "own.usd", "own.eur", "own.prices", "own.deaths",
     "own.loss", "own.none", "own.mortality"]
)  # fmt: skip
_PICKED = st.one_of(
    _NAMES,
    st.builds("{}[{}]".format, _NAMES, _TIMES),
    st.builds("{}[DEU, {}]".format, _NAMES, _TIMES),
    st.builds("{}[EU27, {}]".format, _NAMES, _TIMES),
)
_COLUMNS = st.one_of(
    st.builds("{}[{}..{}]".format, _NAMES, _TIMES, _TIMES),
    st.builds("{}[in=EU27, {}]".format, _NAMES, _TIMES),
)
_MANY = st.sampled_from(["sum", "mean", "median", "min", "max", "count", "cumulated", "annualised"])
_MOVES = st.sampled_from(["change", "points", "difference", "times", "growth", "index"])
_ONE = st.one_of(
    _PICKED,
    st.builds("{}({})".format, _MANY, st.one_of(_COLUMNS, _PICKED)),
    st.builds("{}({}, {}, {})".format, _MOVES, _NAMES, _TIMES, _TIMES),
    st.builds("rank({}, in=EU27, {})".format, _NAMES, _TIMES),
    st.builds("rank({}, {}..{}, {}, lowest)".format, _NAMES, _TIMES, _TIMES, _TIMES),
    st.sampled_from(["0", "1", "100", "0.5", "100000", "999999999999999999999999999999"]),
)
FORMULAS = st.recursive(
    _ONE,
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("-({})".format, inner),
        st.builds("{}({}, {})".format, st.sampled_from(["share", "ratio", "per", "part", "max"]), inner, inner),
        st.builds("round({}, {})".format, inner, st.sampled_from(["0", "2", "-3", "13"])),
        st.builds("let a = {}; a / (a + {})".format, _ONE, inner),
    ),
    max_leaves=6,
)


@settings(deadline=None, max_examples=examples(250), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=FORMULAS, claimed=st.sampled_from(["level", "change", "points", "nothing", "nine", "nowhere"]))
def test_any_formula_gives_a_figure_or_a_sentence(make, world, text: str, claimed: str) -> None:
    claim = {
        "level": lambda: make.level("4.4", "%"),
        "change": lambda: make.change("-39.7", base="2020"),
        "points": lambda: make.change("-1", "pp"),
        "nothing": make.nothing,
        "nine": lambda: make.level("945", "attempt", period="2021-01-01/2021-10-01"),
        "nowhere": lambda: make.level("5", "case", place=None, period=None),
    }[claimed]()
    try:
        formula = parse(text)
    except FormulaError as error:
        assert error.hint
        return
    read = {name.written: world[name.written] for name in names(formula)}
    needs(formula, claim, make.today)
    generalised(formula, claim, make.today)
    try:
        check_units(formula, {name: each.series for name, each in read.items()})
    except FormulaError as error:
        assert error.message
    found = judge(formula, claim, read, make.today)
    assert found.why.endswith((".", "…", "?", ")")) or found.caveats
    assert (found.measured is None) or found.measured == found.trace.result
    if found.measured is None:
        assert found.caveats


_SPEC = spec_from_file_location("worked_formulas_again", Path(__file__).with_name("test_worked.py"))
_WORKED = module_from_spec(_SPEC)
_SPEC.loader.exec_module(_WORKED)


def test_what_is_fetched_is_what_is_read(make, world) -> None:
    """Figures outside of what a formula needs change nothing."""
    for text, result, _ in _WORKED.RESULTS:
        formula, claim = parse(text), make.nothing()
        wanted = needs(formula, claim, make.today)
        read = {}
        for name in names(formula):
            given_, need = world[name.written], wanted[name.written]
            there = [
                row
                for row in given_.observations
                if (not need.places or row.place in need.places) and need.first <= row.period.start.year <= need.last
            ]
            read[name.written] = type(given_)(given_.series, there)
        whole = judge(formula, claim, {name: world[name] for name in read}, make.today)
        assert judge(formula, claim, read, make.today).measured == whole.measured, (text, result)
