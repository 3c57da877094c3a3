"""Recorded tables of services through the file adapter: each is read into series or refused in a sentence."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path

import pytest

from sources._files.data_file import DataFile
from sources._files.file_format import NotATableFileError
from sources._files.read_file import read_file
from sources._web.fetch import Fetcher
from workbench.core.errors import WorkbenchError
from workbench.core.series import SeriesRef
from workbench.ports import Ask
from workbench.testing import MemoryArchive, utc_now


def swept(folder: Path, pattern: str) -> dict[str, int]:
    """For each file how many series it gave; 0 for one that was refused."""
    found: dict[str, int] = {}
    for path in sorted(folder.glob(pattern)):
        body = path.read_bytes()
        try:
            read = read_file(
                gzip.decompress(body) if path.suffix == ".gz" else body, path.name.removesuffix(".gz"), "0" * 64
            )
        except WorkbenchError as error:
            assert error.message.isprintable()
            assert error.hint
            found[str(path.relative_to(folder))] = 0
        else:
            assert read.series
            found[str(path.relative_to(folder))] = len(read.series)
    return found


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_tables_of_the_world_bank_by_topic(shared):
    """Eight tables of figures, wide with four lines above the head or long; 21 lists of indicators and countries hold none."""
    found = swept(shared / "sources/recorded/worldbank", "topic-csv/*.csv")
    figures = {name: count for name, count in found.items() if "Metadata" not in name}
    assert (len(found), len(figures)) == (29, 8)
    assert all(figures.values())
    assert not any(count for name, count in found.items() if "Metadata" in name)


async def test_a_figure_of_a_wide_table_is_the_one_in_its_cell(shared):
    """Urban population of North Macedonia in 2020, per cent of total."""
    path = shared / "sources/recorded/worldbank/topic-csv/urban-development__urban-development-raw-2021.csv"
    archive = MemoryArchive()
    source, fetch = DataFile(str(path), "own"), Fetcher(archive=archive, clock=utc_now, offline=True)
    ref = SeriesRef("own", "table?Indicator Name=SP.URB.TOTL.IN.ZS")
    found = await source.observations(fetch, Ask(ref, ("MKD",), 2020, 2020))
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    head = next(row for row in rows if row[:1] == ["Country Name"])
    (row,) = [row for row in rows if row[1:2] == ["MKD"] and row[3] == "SP.URB.TOTL.IN.ZS"]
    assert [str(o.value) for o in found.observations] == [row[head.index("2020")]]
    assert found.series.unit.name == "percentage"
    assert found.series.updated is not None


async def test_the_world_banks_population_as_a_table(shared):
    path = shared / "sources/recorded/worldbank/core-datasets/population-population.csv"
    source, fetch = DataFile(str(path), "own"), Fetcher(archive=MemoryArchive(), clock=utc_now, offline=True)
    found = await source.observations(fetch, Ask(SeriesRef("own", "Value"), ("ABW",), 1960, 1962))
    assert [o.value for o in found.observations] == [54922, 55578, 56320]


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_tables_of_unhcr(shared):
    """Eight tables of figures; the list of countries holds none."""
    found = swept(shared / "sources/recorded/unhcr/csv", "*")
    assert len(found) == 9
    assert [name for name, count in found.items() if not count] == ["countries.csv"]


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_datasets_of_our_world_in_data(shared):
    """141 tables of figures, of years from 10000 BC on; one holds words alone."""
    found = swept(shared / "sources/recorded/owid/datasets", "*/data.csv")
    assert len(found) == 142
    assert [name for name, count in found.items() if not count] == ["UNESCO_metadata_on_literacy_(UIS_(2017))/data.csv"]


def test_lists_of_the_world_bank_hold_no_figures(shared):
    folder = shared / "sources/recorded/worldbank/catalogue"
    for path in sorted(folder.glob("*.csv")):
        with pytest.raises(NotATableFileError, match="no table with times and figures"):
            read_file(path.read_bytes(), path.name, "0" * 64)
