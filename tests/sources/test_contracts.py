"""Each source in the tree keeps the contract that a source from outside must keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from sources._files.data_file import DataFile
from sources._web.fetch import Fetcher
from sources.unhcr import SOURCE as UNHCR
from sources.worldbank import SOURCE as WORLD_BANK
from workbench.core.series import SeriesRef
from workbench.ports import Ask
from workbench.testing import SourceContract, utc_now

from .served import Served

TABLE = """series;title;unit;scale;place;time;value;status;note
crossings;Prevented illegal crossings;persons;1;North Macedonia;2019;1234,5;;
crossings;Prevented illegal crossings;persons;1;MKD;2020;25,25;p;first count
crossings;Prevented illegal crossings;persons;1;MK;2021;;;not yet out
crossings;Prevented illegal crossings;persons;1;Albania;2021;7;;
pay;Average pay;MKD, thousands;1000;MKD;2021Q3;28,4;;
"""


class Sampled(Served):
    """A source over the sample answers."""

    @pytest.fixture(autouse=True)
    def _served(self, samples):
        self.base = samples.base


class TestUnhcrOnSamples(Sampled):
    source = UNHCR
    asks = Ask(SeriesRef("unhcr", "asylum-applications.coa"), ("MKD",), 2019, 2023)


class TestUnhcrOriginOnSamples(Sampled):
    source = UNHCR
    asks = Ask(SeriesRef("unhcr", "asylum-applications.coo"), ("MKD",), 2015, 2025)


class TestWorldBankOnRecordedAnswers(Served):
    source = WORLD_BANK
    asks = Ask(SeriesRef("worldbank", "SP.POP.TOTL"), ("TCD", "ETH", "KEN", "RWA", "SSD"), 1990, 2025)

    @pytest.fixture(autouse=True)
    def _served(self, recorded):
        self.base = recorded.base


class TestDataFile(SourceContract):
    source = DataFile("unset")
    asks = Ask(SeriesRef("file", "crossings"), ("MKD", "ALB"), 2019, 2021)
    wrong_bodies = (b"", b"{}", b"null", b"<html></html>", b"\xff\xfe\x00", b"PK\x03\x04", b"a\0b", b"\n\n", b'"')

    @pytest.fixture(autouse=True)
    def _file(self, tmp_path: Path):
        file = tmp_path / "own.csv"
        file.write_text(TABLE, encoding="utf-8-sig")
        type(self).source = DataFile(str(file))

    def fetch(self, archive):
        return Fetcher(archive=archive, clock=utc_now, offline=True)


class TestWorldBankOnSamples(Sampled):
    source = WORLD_BANK
    asks = Ask(SeriesRef("worldbank", "SP.POP.TOTL"), ("MKD", "SRB"), 2015, 2024)

    def test_its_catalogue_lists_series_of_its_own(self):
        """The samples hold no list: that is told, and the starter list stays."""
        from sources._web.http_errors import NoSampleError

        with pytest.raises(NoSampleError):
            super().test_its_catalogue_lists_series_of_its_own()
