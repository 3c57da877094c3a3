"""Worked formulas over real answers of the World Bank, as they were recorded, each with its result worked out by hand."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from workbench.core.evidence import Evidence
from workbench.core.number import exact, step_of
from workbench.core.period import Frequency, year
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Additivity, Observation, Series, SeriesRef
from workbench.evidence.figure_by_pointer import read_figure
from workbench.formula import names, parse
from workbench.formula.evaluation.evaluation_context import Figures
from workbench.formula.evaluation.formula_finding import judge

SERIES = {
    "SP.POP.TOTL": Series(
        ref=SeriesRef("worldbank", "SP.POP.TOTL"), title="Population, total", unit=Unit(Dimension.COUNT, "person"),
        adds=Additivity.LAST, frequency=Frequency.YEAR, publisher="World Bank",
    ),
    "NY.GDP.MKTP.KD.ZG": Series(
        ref=SeriesRef("worldbank", "NY.GDP.MKTP.KD.ZG"), title="GDP growth (annual %)", unit=PERCENT,
        adds=Additivity.MEAN, frequency=Frequency.YEAR, publisher="World Bank",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def recorded(shared: Path) -> tuple[dict[str, bytes], dict[str, Figures]]:
    """Return the bodies by their names, and the figures in them, pointing at their cells."""
    bodies, figures = {}, {}
    for key, series in SERIES.items():
        path = shared / "sources/recorded/worldbank/api-v2" / f"country__TCD-ETH-KEN-RWA-SSD__indicator__{key}.json"
        body = path.read_bytes()
        pages = json.loads(body, parse_float=Decimal)
        cells = [(f"/{p}/1/{n}/value", row) for p, page in enumerate(pages) for n, row in enumerate(page[1])]
        bodies[key] = body
        figures[str(series.ref)] = Figures(series, [_observation(series, *cell) for cell in cells])
    return bodies, figures


def _observation(series: Series, pointer: str, row: dict) -> Observation:
    value = None if row["value"] is None else Decimal(row["value"])
    return Observation(
        ref=series.ref, place=row["countryiso3code"], period=year(int(row["date"])), value=value,
        step=step_of(value) if value is not None else Decimal(1), evidence=Evidence(series.ref.key, (pointer,)),
    )  # fmt: skip


WORKED = [
    # formula, result, the change that was claimed in percent and that it rounds to; a dash for a claim without a figure
    ("change(wb.pop[ETH, 2010], wb.pop[ETH, 2020])", "31.34", "+31.3"),  # (118,917,671 − 90,538,514) / 90,538,514
    ("wb.pop[KEN, 2020] / wb.pop[ETH, 2020] * 100", "43.91", "—"),  # 52,217,334 / 118,917,671
    ("growth(wb.pop[ETH, 2010], wb.pop[ETH, 2020])", "2.76", "+2.8"),  # 1.31345 ^ (1 / 10) − 1
    ("wb.pop[KEN, 2020] + wb.pop[ETH, 2020]", "171135005", "—"),
    ("times(wb.pop[KEN, 2000], wb.pop[KEN, 2024])", "1.84", "—"),  # 56,432,944 / 30,642,890
]  # fmt: skip


@pytest.mark.parametrize(("text", "result", "claimed"), WORKED)
def test_a_formula_over_real_figures(make, recorded, text: str, result: str, claimed: str) -> None:
    bodies, figures = recorded
    claim = make.nothing() if claimed == "—" else make.change(claimed, base="2010", period="2020", place="ETH")
    formula = parse(text.replace("wb.pop", "worldbank.SP.POP.TOTL"))
    found = judge(formula, claim, {name.written: figures[name.written] for name in names(formula)}, make.today)
    wanted = Decimal(result)
    assert found.measured is not None, found.why
    assert round(found.measured, max(0, -wanted.as_tuple().exponent)) == wanted
    assert found.agreement.value == ("undecided" if claimed == "—" else "rounds_to")
    replayed = found.trace.replay(lambda evidence: read_figure(evidence, bodies[evidence.snapshot]))
    assert exact(replayed) == exact(found.measured)


def test_growth_over_several_years_is_multiplied_up(make, recorded) -> None:
    """Changes in percent are not added: what they come to is what a hand gets that multiplies them."""
    bodies, figures = recorded
    growth = figures["worldbank:NY.GDP.MKTP.KD.ZG"]
    place = growth.observations[0].place
    years = {row.period.start.year: row.value for row in growth.observations if row.place == place}
    by_hand = ((1 + years[2020] / 100) * (1 + years[2021] / 100) * (1 + years[2022] / 100) - 1) * 100
    formula = parse(f"cumulated(worldbank.NY.GDP.MKTP.KD.ZG[{place}, 2020..2022])")
    found = judge(formula, make.nothing(), {"worldbank:NY.GDP.MKTP.KD.ZG": growth}, make.today)
    assert round(found.measured, 10) == round(by_hand, 10)
    replayed = found.trace.replay(lambda evidence: read_figure(evidence, bodies[evidence.snapshot]))
    assert exact(replayed) == exact(found.measured)
