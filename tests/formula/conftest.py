"""A small world of series for formulas: each figure is given in the test, none is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from workbench.core.finding import Finding
from workbench.core.series import Additivity, Series, SeriesRef
from workbench.formula import names, parse
from workbench.formula.evaluation.evaluation_context import Figures
from workbench.formula.evaluation.formula_finding import judge

POPULATION = {"2019": "2076694", "2020": "2072531", "2021": "2065092"}  # North Macedonia, World Bank
ASYLUM = {"2019": "450", "2020": "151", "2021": "91", "2022": "162", "2023": "598"}  # UNHCR, as published
MONTHS = {f"2021-{m:02}": str(100 + m) for m in range(1, 13)} | {f"2020-{m:02}": str(200 + m) for m in range(1, 13)}
DEATHS = {"MKD": "5", "DEU": "7", "FRA": "3", "AUT": "7", "BEL": "1"}


class Answers:
    """Builds what a source would answer for one name of a formula."""

    def __init__(self, make) -> None:
        self.make = make

    def __call__(
        self, name: str, unit: str, figures: Mapping[str, object], adds: Additivity = Additivity.SUM, **more
    ) -> Figures:
        source, _, key = name.partition(":")
        ref = SeriesRef(source, key)
        status = more.pop("status", None)
        series = Series(
            ref=ref, title=more.pop("title", key), unit=self.make.unit(unit), adds=adds, publisher=source, **more
        )
        by_place = figures if isinstance(next(iter(figures.values())), Mapping) else {"MKD": figures}
        rows = [
            replace(row, ref=ref)
            for place, each in by_place.items()
            for row in self.make.rows(each, place=place, status=status)
        ]
        return Figures(series, rows)


@pytest.fixture(scope="session")
def given(make) -> Answers:
    return Answers(make)


@pytest.fixture(scope="session")
def world(given) -> dict[str, Figures]:
    """Return the series that formulas of these tests name."""
    made = [
        given("un:asylum", "application", ASYLUM, title="Asylum applications"),
        given("wb:pop", "person", POPULATION, Additivity.LAST, title="Population, total"),
        given("own:crossings", "attempt", MONTHS, title="Attempts, monthly"),
        given("own:rate", "%", {"2015": "27.3", "2019": "17.3", "2020": "16.4", "2021": "15.4"}, Additivity.MEAN, title="Unemployment"),
        given("own:growth", "%", {"2019": "2.0", "2020": "-5.0", "2021": "4.0"}, Additivity.MEAN, title="GDP growth (annual %)"),
        given("own:usd", "usd", {"2020": "1200", "2021": "1500", "2022": "0"}, title="Spending"),
        given("own:eur", "eur", {"2020": "1000", "2021": "1100"}, title="Spending in euro"),
        given("own:debt", "usd", {"2020": "600", "2021": "900"}, Additivity.LAST, title="Debt"),
        given("own:prices", "index", {"2015": "100", "2020": "110", "2021": "125"}, Additivity.MEAN, title="Consumer prices"),
        given("own:tonnes", "t", {"2021": "7.5"}, title="Waste"),
        given("own:kilos", "kg", {"2021": "2500"}, title="Waste recycled"),
        given("own:mortality", "/1000", {"2020": "4.1", "2021": "4.3"}, Additivity.MEAN, title="Mortality"),
        given("own:deaths", "death", {place: {"2021": value} for place, value in DEATHS.items()}, title="Deaths"),
        given("own:loss", "usd", {"2020": "-50", "2021": "-20"}, title="Balance"),
        given("own:none", "case", {"2020": "0", "2021": "12"}, title="Cases"),
    ]  # fmt: skip
    return {str(each.series.ref): each for each in made}


@pytest.fixture(scope="session")
def work(make, world):
    """Work a formula out for a claim and return the finding."""

    def work_it(text: str, claim=None, figures: Mapping[str, Figures] | None = None) -> Finding:
        formula, known = parse(text), figures or world
        read = {name.written: known[name.written] for name in names(formula) if name.written in known}
        return judge(formula, claim or make.nothing(), read or {"un:asylum": known["un:asylum"]}, make.today)

    return work_it
