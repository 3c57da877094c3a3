"""What a formula shows can be worked out again from archived bytes alone, and does not hang on the scale of its figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from workbench.core.encoding.codec import decode, encode
from workbench.core.errors import ComparisonError
from workbench.core.evidence import Evidence, csv_pointer
from workbench.core.finding import Finding
from workbench.core.number import exact
from workbench.core.series import Additivity
from workbench.evidence.figure_by_pointer import read_figure
from workbench.formula import names, parse
from workbench.formula.evaluation.evaluation_context import Figures
from workbench.formula.evaluation.formula_finding import judge

FORMULAS = [
    "a.a / b.b * 100000", "change(a.a, 2020, 2021)", "sum(a.a[2019..2021])", "mean(a.a[2019..2021])", "a.a - a.a[-1]",
    "growth(a.a, 2019, 2021)", "index(a.a, base=2019)", "rank(a.a, 2019..2021, 2021)", "median(a.a[2019..2021])",
    "max(a.a[2019..2021])", "share(a.a, b.b)", "round(a.a / b.b * 1000, 3)", "let q = a.a / b.b; q / (q + 1)",
    "100 * (a.a[2021] - a.a[2020]) / a.a[2020]", "-a.a + b.b * 2", "abs(a.a - b.b)",
]  # fmt: skip
FIGURES = st.lists(st.decimals("0.1", 10**7, places=1), min_size=3, max_size=3)


def body_of(figures: dict[str, Figures]) -> tuple[bytes, dict[str, Figures]]:
    """Return one CSV body that holds all figures, and the figures pointing into it."""
    lines, pointed = ["value"], {}
    for name, each in figures.items():
        rows = []
        for row in each.observations:
            lines.append(exact(row.value))
            rows.append(replace(row, evidence=Evidence("s" * 64, (csv_pointer(len(lines), "value"),))))
        pointed[name] = Figures(each.series, rows)
    return "\n".join(lines).encode(), pointed


def found(text: str, make, figures: dict[str, Figures], claim=None) -> Finding:
    formula = parse(text)
    read = {name.written: figures[name.written] for name in names(formula)}
    return judge(formula, claim or make.nothing(), read, make.today)


@pytest.mark.parametrize("text", FORMULAS)
@settings(max_examples=25)
@drawn(a=FIGURES, b=FIGURES)
def test_a_formulas_trace_replays_to_the_same_bytes(make, given, text: str, a: list[Decimal], b: list[Decimal]) -> None:
    years = ("2019", "2020", "2021")
    figures = {
        "a:a": given("a:a", "case", {y: str(v) for y, v in zip(years, a, strict=True)}),
        "b:b": given("b:b", "person", {y: str(v) for y, v in zip(years, b, strict=True)}),
    }
    body, pointed = body_of(figures)
    first = found(text, make, pointed)
    again = decode(Finding, encode(first))
    assert again == first
    replayed = again.trace.replay(lambda evidence: read_figure(evidence, body))
    assert replayed is not None
    assert exact(replayed) == exact(first.measured)


def test_a_changed_body_is_noticed(make, given) -> None:
    figures = {"a:a": given("a:a", "case", {"2020": "151", "2021": "91"})}
    body, pointed = body_of(figures)
    first = found("change(a.a, 2020, 2021)", make, pointed)
    with pytest.raises(ComparisonError, match="gives"):
        first.trace.replay(lambda evidence: read_figure(evidence, body.replace(b"91", b"92")))


@pytest.mark.parametrize("factor", [Decimal(1000), Decimal("0.001")])
@pytest.mark.parametrize(
    "text", ["own.w[2021]", "change(own.w, 2020, 2021)", "mean(own.w[2020..2021])", "own.w - own.w[-1]"]
)
def test_scaling_claim_and_series_together_changes_nothing(make, given, text: str, factor: Decimal) -> None:
    """7,500 kilograms are 7.5 tonnes, whatever the series is counted in."""
    kilos = {"own:w": given("own:w", "kg", {"2020": "6000", "2021": "7500"}, Additivity.SUM)}
    tonnes = {"own:w": given("own:w", "t", {"2020": "6", "2021": "7.5"}, Additivity.SUM)}
    claim = {"change(": make.change("+25"), "own.w -": make.change("+1500", "kg")}.get(
        text[:7], make.level("7500", "kg")
    )
    one, other = found(text, make, kilos, claim), found(text, make, tonnes, claim)
    assert (one.agreement, one.measured) == (other.agreement, other.measured)
    scaled = {
        "own:w": Figures(kilos["own:w"].series, [make.scaled(row, factor) for row in kilos["own:w"].observations])
    }
    if "change" in text:
        assert found(text, make, scaled, claim).measured == one.measured


def test_a_column_of_half_the_world_is_counted(make, given) -> None:
    """A formula that would read more figures than a person could look through is refused."""
    many = {str(year): "1" for year in range(1500, 2021)}
    figures = {"a:a": given("a:a", "case", many)}
    text = " + ".join(f"sum(a.a[{1500 + n}..2020])" for n in range(9))
    told = found(text, make, figures)
    assert told.measured is not None or "more than 3,000" in told.why


def test_each_figure_is_read_once(make, world) -> None:
    said = found("un.asylum / (un.asylum + un.asylum)", make, world)
    assert [step.op for step in said.trace.steps] == ["read", "sum", "ratio"]
