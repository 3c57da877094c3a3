"""The headline tables of MakStat are on the starter list, and are found by English and by Macedonian words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sources._cube.table_key import TableKey
from sources._pxweb.sites import named
from workbench.catalogue import Index, starter
from workbench.core.series import Series

MINE = [series for series in starter() if series.ref.source == "pxweb"]


@pytest.fixture(scope="module")
def index(tmp_path_factory) -> Iterator[Index]:
    with Index(tmp_path_factory.mktemp("index") / "index.db") as made:
        yield made


@pytest.mark.parametrize("series", MINE, ids=lambda one: one.title[:40])
def test_the_key_names_an_office_and_a_table_and_what_reports_print_is_that_offices(series: Series):
    site, path = named(TableKey.parse(series.ref.key).table)
    assert path.endswith(".px")
    assert (series.publisher, series.licence) == (site.publisher, site.licence)
    assert series.url == site.page_of(path)


@pytest.mark.parametrize(
    ("words", "table"),
    [
        ("average net wage North Macedonia", "175_PazTrud_Mk_neto_ml.px"),
        ("просечна нето плата", "175_PazTrud_Mk_neto_ml.px"),
        ("стапка на невработеност", "420_PazTrud_Mk_24StapAkt_ml.px"),
        ("инфлација", "121_CeniTr_Mk_IndTroZi_ecoicop_ml.px"),
        ("бруто-домашен производ", "375_NacSmA_Mk_06RasKv_SA_KA_ml.px"),
        ("умрени лица", "525_VitStat_Reg_UmrVozr_ml.px"),
        ("склучени бракови", "280_VitStat_Brak_voz_ml.px"),
        ("извоз на стоки", "127_mesecni_indeksi_ml.px"),
    ],
)
def test_a_claim_in_either_language_finds_the_offices_own_table(index: Index, words: str, table: str):
    found = [series.ref.key for series in index.search(words) if series.ref.source == "pxweb"]
    assert any(table in key for key in found[:4]), found
