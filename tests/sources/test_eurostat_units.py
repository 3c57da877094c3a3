"""Eurostat's units: what its labels leave open, its codes say."""

from __future__ import annotations

import pytest

from sources._cube.cube import Member
from sources._eurostat.units import unit_of_choice
from tests.each import each
from workbench.core.quantity import Dimension


@each(
    ("table", "code", "label", "unit", "dimension", "scale"),
    [
        ("une_rt_a", "PC_ACT", "Percentage of population in the labour force", "percentage", "share", 1),
        ("une_rt_a", "THS_PER", "Thousand persons", "person", "count", 1000),
        ("crim_off_cat", "P_HTHAB", "Per hundred thousand inhabitants", "offence per 100,000 inhabitants", "rate", 1),
        ("crim_off_cat", "NR", "Number", "offence", "count", 1),
        ("demo_pjan", "NR", "Number", "person", "count", 1),
        ("prc_hicp_minr", "RCH_A", "Annual rate of change", "percentage", "share", 1),
        ("prc_hicp_minr", "I15", "Index, 2015=100", "index point", "index", 1),
        ("nama_10_gdp", "CP_MEUR", "Current prices, million euro", "euro", "money", 1_000_000),
        ("nama_10_gdp", "CLV_PCH_PRE", "Chain linked volumes, percentage change on previous period", "percentage", "share", 1),
        ("nama_10_gdp", "CLV_I15", "Chain linked volumes, index 2015=100", "index point", "index", 1),
        ("nama_10_pc", "CP_EUR_HAB", "Current prices, euro per capita", "euro per person", "money", 1),
        ("nama_10_pc", "CP_PPS_EU27_2020_HAB", "Current prices, purchasing power standard (PPS, EU27 from 2020) per capita",
         "purchasing power standard per person", "money", 1),
        ("gov_10dd_edpt1", "MIO_EUR", "Million euro", "euro", "money", 1_000_000),
        ("gov_10dd_edpt1", "MIO_NAC", "Million units of national currency", "national currency unit", "money", 1_000_000),
        ("nrg_bal_c", "GWH", "Gigawatt-hour", "gigawatt-hour", "physical", 1),
        ("nrg_bal_c", "KTOE", "Thousand tonnes of oil equivalent", "tonne of oil equivalent", "physical", 1000),
        ("demo_mlexpec", "YR", "Year", "year", "duration", 1),
        ("x", "PP", "Percentage points", "percentage point", "points", 1),
        ("x", "ODD", "Something odd", "", "unknown", 1),
    ],
)  # fmt: skip
def test_the_unit_of_a_member(table: str, code: str, label: str, unit: str, dimension: str, scale: int):  # noqa: PLR0917
    read = unit_of_choice(table, {"unit": Member(code, label)}, "A table")
    assert (str(read.unit), read.unit.dimension.value, read.scale) == (unit, dimension, scale)


@pytest.mark.parametrize(
    ("table", "axis", "code", "label", "unit"),
    [
        ("earn_mw_cur", "currency", "EUR", "Euro", "euro"),
        ("demo_find", "indic_de", "TOTFERRT", "Total fertility rate", "child per woman"),
        (
            "demo_gind",
            "indic_de",
            "GBIRTHRT",
            "Crude birth rate - per thousand persons",
            "crude birth rate per 1,000 persons",
        ),
        ("demo_gind", "indic_de", "LBIRTH", "Live births - number", "birth"),
    ],
)
def test_the_unit_of_a_table_without_a_unit_axis(table: str, axis: str, code: str, label: str, unit: str):
    assert str(unit_of_choice(table, {axis: Member(code, label)}, "A table").unit) == unit


def test_a_table_that_names_no_unit_has_an_unknown_one():
    assert unit_of_choice("x", {}, "Main results").unit.dimension is Dimension.UNKNOWN
