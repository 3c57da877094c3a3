"""The headline series of the SDMX services are there: their tables and dimensions stand in the services' recorded lists."""

from __future__ import annotations

import csv
import json
import lzma
from datetime import date
from pathlib import Path

import pytest

from sources._cube.table_key import TableKey
from sources._sdmx.providers import BY_NAME
from sources._sdmx.series_metadata import page_of
from sources.sdmx import named
from workbench.catalogue import Index, starter
from workbench.core.place import places
from workbench.core.series import Series, SeriesRef
from workbench.core.source_coverage import covers

MINE = [series for series in starter() if series.ref.source == "sdmx"]


ILO = {
    "DF_UNE_DEAP_SEX_AGE_RT": ["UNE_DEAP_RT", "SEX", "AGE"],
    "DF_UNE_TUNE_SEX_AGE_NB": ["UNE_TUNE_NB", "SEX", "AGE"],
    "DF_EAR_4MTH_SEX_CUR_NB": ["EAR_4MTH_NB", "SEX", "CUR"],
    "DF_EAR_INEE_CUR_NB": ["EAR_INEE_NB", "CUR"],
}
"""Tables of the ILO with their measure and dimensions, as public programs ask for them (newest October 2026); its list is not recorded."""


def rows(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "sources" / "recorded" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("series", MINE, ids=lambda one: one.ref.key[:40])
def test_the_key_names_a_service_and_a_table_and_what_reports_print_is_that_services(series: Series):
    provider, flow = named(TableKey.parse(series.ref.key).table)
    assert (series.publisher, series.licence) == (provider.publisher, provider.licence)
    assert series.url == page_of(provider, flow.agency or provider.agency, flow.id)


def test_every_oecd_table_is_in_its_list_and_every_dimension_but_the_place_is_settled(shared: Path):
    known = {
        (row["agency"], row["key"]): row["dimensions"].split("|")
        for row in rows(shared, "oecd/catalogue/oecd_dataflows.csv")
    }
    for series in MINE:
        key = TableKey.parse(series.ref.key)
        provider, flow = named(key.table)
        if provider.name == "OECD":
            assert set(known[flow.agency, flow.id]) - set(key.fixed) == {"REF_AREA"}, series.ref
            assert set(key.fixed) <= set(known[flow.agency, flow.id]), series.ref


def test_every_table_of_ecb_and_imf_is_in_its_list(shared: Path):
    ecb = {("ECB", row["id"]) for row in rows(shared, "ecb/catalogue/ecb_dataflows.csv")}
    imf = {(row["agency"], row["id"]) for row in rows(shared, "imf/catalogue/imf_dataflows.csv")}
    for series in MINE:
        provider, flow = named(TableKey.parse(series.ref.key).table)
        if provider.name in {"ECB", "IMF"}:
            assert (flow.agency or provider.agency, flow.id) in ecb | imf, series.ref


def test_every_ilo_table_is_asked_as_others_ask_for_it():
    for series in MINE:
        key = TableKey.parse(series.ref.key)
        provider, flow = named(key.table)
        if provider.name == "ILO":
            measure, *dimensions = ILO[flow.id]
            assert set(key.fixed) <= {"FREQ", "MEASURE", *dimensions}
            assert key.fixed.get("MEASURE", measure) == measure


def test_services_are_named_once():
    assert len(BY_NAME) == 13
    assert {series.ref.key.partition("/")[0] for series in MINE} == {
        "OECD",
        "ECB",
        "IMF",
        "ILO",
        "ABS",
        "ISTAT",
        "INSEE",
        "BBK",
    }


def test_the_headline_series_stay_when_the_lists_of_dataflows_are_pulled(tmp_path: Path):
    """The lists hold tables; the headline series are parts of them."""
    table = Series(ref=SeriesRef("sdmx", "ECB/EXR"), title="Exchange Rates")
    with Index(tmp_path / "index.db") as index:
        index.replace("sdmx", [table], date(2026, 11, 25))
        assert index.get(table.ref) is not None
        assert [index.get(series.ref) for series in MINE] == MINE


def test_the_places_of_an_oecd_table_are_those_that_its_list_has(shared: Path):
    """Known before it is asked: the monthly rates have no Brazil, the public spending on pensions no India."""
    cache = shared / "sources" / "recorded" / "oecd" / "catalogue" / "oecd_cache.json.xz"
    listed = json.loads(lzma.decompress(cache.read_bytes()))["dataflow_constraints"]
    groups = {code for code, place in places().items() if place.members}
    of_europe = {member for member, _, _ in places()["EU27"].members}
    for series in MINE:
        if not series.ref.key.startswith("OECD/"):
            continue
        told = set(listed[TableKey.parse(series.ref.key).table.partition(",")[2]]["REF_AREA"])
        mine = (covers(series) or frozenset()) - groups
        wider = (
            of_europe if told & {"EA", "EU", "EU27", "EU27_2020"} else set()
        )  # a group that is there counts with each member
        assert mine - wider <= told, series.ref
        assert told & set(places()) - groups <= mine, series.ref
