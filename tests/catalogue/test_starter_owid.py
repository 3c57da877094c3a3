"""The headline charts of Our World in Data are charts that its own archive points to, or that its users download."""

from __future__ import annotations

import gzip
from pathlib import Path

from sources._owid.series_metadata import LICENCE
from workbench.catalogue import starter

DOWNLOADED = {"number-of-births-per-year", "number-of-deaths-per-year"}
"""Charts newer than the archive; public programs download their tables under these names (seen in a dozen of them, newest September 2026)."""


def test_every_chart_is_named_in_its_archive_or_downloaded_by_others(shared: Path):
    folder = shared / "sources" / "recorded" / "owid"
    told = gzip.decompress((folder / "catalogue" / "owid_datasets_variables.csv.gz").read_bytes()).decode()
    told += "".join(path.read_text(encoding="utf-8") for path in folder.rglob("datapackage.json"))
    mine = [one for one in starter() if one.ref.source == "owid"]
    assert len(mine) == 4
    for one in mine:
        assert one.licence == LICENCE
        assert one.url == f"https://ourworldindata.org/grapher/{one.ref.key}"
        assert one.ref.key in DOWNLOADED or one.url in told
