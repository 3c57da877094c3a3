"""The starter list is true: its codes and names are the services' own."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

from sources._cube.table_key import TableKey
from sources._unhcr.series_list import TABLES, series_of
from sources.frontex import TITLES
from sources.frontex import series_of as series_of_frontex
from workbench.catalogue import Index, starter
from workbench.core.quantity import Dimension
from workbench.core.series import Additivity, Series, SeriesRef


def listed(path: Path, key: str, name: str) -> dict[str, str]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return {row[key]: " ".join(row[name].split()) for row in csv.DictReader(file)}


def test_every_world_bank_code_and_name_is_in_the_banks_own_lists(shared: Path):
    folder = shared / "sources" / "recorded" / "worldbank" / "catalogue"
    older = listed(folder / "wbstats_indicators.csv.gz", "indicator_id", "indicator")
    newer = listed(folder / "wdi_series.csv.gz", "indicator", "name")
    for series in starter():
        if series.ref.source == "worldbank":
            assert series.title in {older.get(series.ref.key), newer.get(series.ref.key)}, series.ref


def test_unhcr_series_are_those_that_the_source_answers():
    mine = {s.ref.key: (s.title, s.unit, s.adds, s.frequency, s.licence) for s in starter() if s.ref.source == "unhcr"}
    theirs = {key: series_of(key, table) for key, table in TABLES.items()}
    assert mine == {key: (s.title, s.unit, s.adds, s.frequency, s.licence) for key, s in theirs.items()}


def test_series_of_frontex_are_those_that_the_source_answers():
    """The starter list keeps no notes; they are its descriptions."""
    mine = {s.ref.key: replace(s, headline=False) for s in starter() if s.ref.source == "frontex"}
    assert mine == {key: replace(series_of_frontex(key), notes=()) for key in TITLES}


def test_each_series_stands_once_with_unit_description_and_how_it_adds_up():
    series = starter()
    assert max(Counter(s.ref for s in series).values()) == 1
    assert len(series) > 300
    for each in series:
        assert each.unit.dimension is not Dimension.UNKNOWN, each.ref
        assert each.unit.name, each.ref
        assert each.adds is not Additivity.UNKNOWN, each.ref
        assert each.description.endswith("."), each.ref
        known = (
            "CC BY 4.0",
            "Free reuse with the source named",
            "© International Monetary Fund",
            "Source: Office for National Statistics",
            "UN Global SDG",
            "Data licence Germany",
            "CC BY-NC-SA 3.0 IGO",
            "Statistics Canada Open Licence",
            "As FRED's terms say",
            "Public domain",
            "No licence stated",
        )
        assert each.licence.startswith(known), each.ref


def test_shares_and_rates_are_never_summed():
    for each in starter():
        if each.unit.dimension in {Dimension.SHARE, Dimension.RATE, Dimension.INDEX} and each.adds is Additivity.SUM:
            assert each.title.startswith("Arms"), each.ref  # an index of the volume of deliveries, which adds up


def test_every_eurostat_table_is_in_its_table_of_contents_or_took_a_tables_place(shared: Path):
    """What stands beside a table's code is a name by dimension; the tables of 2024 on are those that others went on in."""
    toc = (shared / "sources" / "recorded" / "eurostat" / "catalogue" / "table_of_contents_en.txt").read_text(
        "utf-8-sig"
    )
    codes = {row[1] for row in csv.reader(toc.splitlines(), delimiter="\t")}
    tables = {s.ref.key.partition("?")[0] for s in starter() if s.ref.source == "eurostat"}
    assert tables - codes == {"prc_hicp_minr", "jvs_q_r21"}


def test_parts_of_a_table_stay_when_the_offices_own_list_of_tables_is_pulled(tmp_path: Path):
    """Eurostat lists tables; the headline series are parts of them."""
    parts = [s for s in starter() if s.ref.source == "eurostat" and "?" in s.ref.key]
    with Index(tmp_path / "index.db") as index:
        table = Series(ref=SeriesRef("eurostat", "une_rt_a"), title="Unemployment by sex and age")
        assert index.replace("eurostat", [table], date(2026, 11, 25)) == 1 + len(parts)
        assert index.get(parts[0].ref) == parts[0]
        assert index.get(table.ref) is not None


def test_the_unit_of_a_headline_series_of_eurostat_is_the_one_that_its_name_gives():
    """PC_GDP is a share, RCH_A a rate of change in per cent, PER persons."""
    told = {"PC": "%", "PCH": "%", "RCH": "%"}
    for each in starter():
        unit = TableKey.parse(each.ref.key).fixed.get("unit", "") if each.ref.source == "eurostat" else ""
        parts = set(unit.split("_")) & told.keys()
        assert not parts or each.unit.code == "%", each.ref
        assert parts or each.unit.code != "%" or not unit, each.ref
