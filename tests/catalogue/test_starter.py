"""The starter list is true: its codes and names are the services' own."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from pathlib import Path

from sources._unhcr_series import TABLES, series_of
from workbench.catalogue import starter
from workbench.core.quantity import Dimension
from workbench.core.series import Adds


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


def test_each_series_stands_once_with_unit_description_and_how_it_adds_up():
    series = starter()
    assert max(Counter(s.ref for s in series).values()) == 1
    assert len(series) > 300
    for each in series:
        assert each.unit.dimension is not Dimension.UNKNOWN, each.ref
        assert each.unit.name, each.ref
        assert each.adds is not Adds.UNKNOWN, each.ref
        assert each.description.endswith("."), each.ref
        assert each.licence.startswith("CC BY 4.0"), each.ref


def test_shares_and_rates_are_never_summed():
    for each in starter():
        if each.unit.dimension in {Dimension.SHARE, Dimension.RATE, Dimension.INDEX} and each.adds is Adds.SUM:
            assert each.title.startswith("Arms"), each.ref  # an index of the volume of deliveries, which adds up
