"""SDMX services over the loopback server: structure, choice, figures, and the ways in which they say no."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sources._fetch import Fetcher
from sources._replay import ReplayServer
from sources.sdmx import SOURCE
from workbench.core.period import Frequency
from workbench.core.series import SeriesRef
from workbench.ports import Ask
from workbench.testing import MemoryArchive, SourceContract, utc_now

FOLDER = Path(__file__).parent / "specimens" / "sdmx"
EXR = "ECB/EXR?FREQ=M&CURRENCY=USD&CURRENCY_DENOM=EUR&EXR_TYPE=SP00&EXR_SUFFIX=A"
POP = "OECD/OECD.ELS.SAE,DSD_POPULATION@DF_POP_HIST"
WDI = "WB/WDI?SERIES=SP_POP_TOTL"
NOT_XML = (b"", b"{}", b"[]", b"null", b"<html></html>", b"\xff\xfe\x00", b"<a>" * 100_000, b"a,b\n1,2\n")


@pytest.fixture(scope="module")
def served() -> Iterator[ReplayServer]:
    with ReplayServer(FOLDER) as server:
        yield server


class Served(SourceContract):
    source = SOURCE
    unknown_key = "ECB/NOSUCH"
    wrong_bodies = NOT_XML

    @pytest.fixture(autouse=True)
    def _served(self, served):
        self.base = served.base

    def fetch(self, archive):
        return Fetcher(archive=archive, clock=utc_now, replay=self.base)


class TestEcb(Served):
    asks = Ask(SeriesRef("sdmx", EXR), ("EA20",), 2018, 2019)


class TestOecd(Served):
    asks = Ask(SeriesRef("sdmx", POP), ("MKD",), 2019, 2024)


class TestWorldBankInXml(Served):
    asks = Ask(SeriesRef("sdmx", WDI), ("MKD",), 2018, 2024)


@pytest.fixture
def fetch(served):
    return Fetcher(archive=MemoryArchive(), clock=utc_now, replay=served.base)


def ask(key: str, *places: str, first: int = 2018, last: int = 2024, **more: object) -> Ask:
    return Ask(SeriesRef("sdmx", key), places, first, last, **more)


async def test_a_rate_of_exchange_is_dollars_per_euro(fetch):
    found = await SOURCE.observations(fetch, ask(EXR, "EA20", last=2019))
    series = found.series
    print(series)
    print(found.problems)
    assert (series.unit.code, series.unit.per, series.frequency) == ("USD", "euro", Frequency.MONTH)
