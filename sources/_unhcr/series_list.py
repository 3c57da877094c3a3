"""The series of the UNHCR population API: endpoint, side (country of asylum or of origin), and column of each.

The service has tables, not series. "Asylum applications" has four meanings (lodged in a country or by its nationals,
new or all), and "asylum seekers" is a stock, not a flow, which speeches often confuse.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.core.period import Frequency
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity, Series, SeriesRef

NAME, TITLE = "unhcr", "UNHCR Refugee Data Finder"
LICENCE = "CC BY 4.0 (UNHCR Refugee Data Finder)"
PAGE = "https://www.unhcr.org/refugee-statistics/"
METHOD = "https://www.unhcr.org/refugee-statistics/methodology/"
ROUNDED = "Counts from 1 to 4 are published as 0 or 5 to protect persons."
FIRST_INSTANCE = "New applications alone: repeat applications and appeals of the same persons are not counted."


@dataclass(frozen=True, slots=True)
class UnhcrTable:
    """One column of one endpoint, by country of asylum or of origin.

    Attributes:
        endpoint: The endpoint of the API.
        column: The column of figures.
        side: ``coa`` where places are countries of asylum, ``coo`` where they are countries of origin.
        title: What the series is called.
        thing: What is counted, singular.
        adds: Flow or stock.
        unit_column: The column that says persons or cases; empty where only persons are counted.
        cases: Whether cases are wanted, and not persons.
        first: Whether appeals and repeat applications are left out.
        notes: What a reader should know.
    """

    endpoint: str
    column: str
    side: str
    title: str
    thing: str
    adds: Additivity
    unit_column: str = ""
    cases: bool = False
    first: bool = False
    notes: tuple[str, ...] = ()


_SIDES = {
    "coa": ("lodged in the country", "taken in the country", "in the country of asylum"),
    "coo": ("by nationals of the country", "on nationals of the country", "from the country of origin"),
}
_DECISIONS = {
    "total": "Asylum decisions, total",
    "recognized": "Asylum decisions, refugee status recognised",
    "other": "Asylum decisions, complementary protection",
    "rejected": "Asylum decisions, rejected",
    "closed": "Asylum decisions, otherwise closed",
}
_STOCKS = {
    "refugees": "Refugees under UNHCR's mandate at the end of the year",
    "asylum_seekers": "Asylum-seekers with a pending claim at the end of the year",
    "oip": "Other people in need of international protection at the end of the year",
    "ooc": "Others of concern to UNHCR at the end of the year",
    "stateless": "Stateless persons at the end of the year",
    "idps": "Internally displaced persons of concern to UNHCR at the end of the year",
}
_RETURNS = {
    "returned_refugees": "Refugees who returned during the year",
    "returned_idps": "Internally displaced persons who returned during the year",
}
_SOLUTIONS = {"resettlement": "Resettlement arrivals of refugees", "naturalisation": "Naturalisations of refugees"}
_INSIDE = {"stateless", "idps", "returned_idps"}


def _applications(side: str) -> dict[str, UnhcrTable]:
    where = _SIDES[side][0]
    base = ("asylum-applications", "applied", side)
    flow = ("asylum application", Additivity.SUM, "app_pc")
    return {
        f"asylum-applications.{side}": UnhcrTable(*base, f"Asylum applications {where}, new, persons", *flow, first=True, notes=(FIRST_INSTANCE,)),
        f"asylum-applications-all.{side}": UnhcrTable(*base, f"Asylum applications {where}, with repeats and appeals, persons", *flow),
        f"asylum-applications-cases.{side}": UnhcrTable(
            *base, f"Asylum applications {where}, new, counted in cases", "case", Additivity.SUM, "app_pc", cases=True, first=True, notes=(FIRST_INSTANCE,)
        ),
    }  # fmt: skip


def _decisions(side: str) -> dict[str, UnhcrTable]:
    return {
        f"asylum-decisions.{key}.{side}": UnhcrTable(
            "asylum-decisions", f"dec_{key}", side, f"{title}, {_SIDES[side][1]}, persons", "asylum decision", Additivity.SUM, "dec_pc", first=True,
            notes=("First instance alone: decisions on appeal are not counted.",),
        )
        for key, title in _DECISIONS.items()
    }  # fmt: skip


def _population(side: str) -> dict[str, UnhcrTable]:
    where = _SIDES[side][2]
    found = {
        f"population.{key}.{side}": UnhcrTable("population", key, side, f"{title}, {where}", "person", Additivity.LAST, notes=("A stock at the end of the year, not a flow.",))
        for key, title in _STOCKS.items()
        if side == "coa" or key not in _INSIDE
    }  # fmt: skip
    found |= {
        f"population.{key}.{side}": UnhcrTable("population", key, side, f"{title}, {where}", "person", Additivity.SUM)
        for key, title in _RETURNS.items()
        if side == "coo" or key in _INSIDE
    }
    return found


def _solutions(side: str) -> dict[str, UnhcrTable]:
    return {
        f"solutions.{key}.{side}": UnhcrTable(
            "solutions", key, side, f"{title}, {_SIDES[side][2]}", "person", Additivity.SUM
        )
        for key, title in _SOLUTIONS.items()
    }


TABLES: dict[str, UnhcrTable] = {
    key: table
    for side in ("coa", "coo")
    for group in (_applications, _decisions, _population, _solutions)
    for key, table in group(side).items()
}
"""Every series by its key."""


def series_of(key: str, table: UnhcrTable) -> Series:
    """Return a series as the catalogue lists it."""
    persons = "Counted in cases, each of one or more persons." if table.cases else ""
    return Series(
        ref=SeriesRef(NAME, key),
        title=table.title,
        unit=Unit(Dimension.COUNT, table.thing),
        frequency=Frequency.YEAR,
        description=" ".join(part for part in (*table.notes, persons, ROUNDED) if part),
        adds=table.adds,
        url=PAGE,
        publisher="UNHCR, the UN Refugee Agency",
        licence=LICENCE,
        notes=(*table.notes, ROUNDED),
        method=METHOD,
    )
