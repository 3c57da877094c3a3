"""Whatever befalls a service, each adapter ends in a sentence or an outcome with a name, over real sockets."""

from __future__ import annotations

import pytest

from sources._web.fetch import Fetcher
from sources.bls import NoBlsSeriesError
from sources.destatis import NoTableError
from sources.fred import NoFredSeriesError
from sources.gho import NoIndicatorError
from sources.pxstat import NoPxStatTableError
from sources.sidra import SidraRefusedError
from sources.statcan import NoVectorError
from workbench.core.errors import WorkbenchError
from workbench.core.series import SeriesRef
from workbench.plugins import SOURCES, Plugins
from workbench.ports import Ask, StatSource
from workbench.testing import CannedFetch, MemoryArchive, utc_now

KEYS = {
    "dbnomics": "AMECO/ZUTN/EA19.1.0.0.0.ZUTN",
    "eurostat": "une_rt_a?freq=A&age=Y15-74&unit=PC_ACT&sex=T",
    "ons": "d7g7/mm23",
    "owid": "life-expectancy",
    "pxweb": "MakStat/BDP/table.px",
    "sdmx": "ECB/EXR?FREQ=A&CURRENCY=USD&CURRENCY_DENOM=EUR&EXR_TYPE=SP00&EXR_SUFFIX=A",
    "pxstat": "CSO/MUM01",
    "bls": "LNS14000000",
    "fred": "UNRATE",
    "frontex": "all",
    "statcan": "v2062815",
    "sidra": "1737?v=2265",
    "gho": "WHOSIS_000001",
    "destatis": "61111-0001",
    "unhcr": "asylum-applications.coa",
    "unsdg": "VC_IHR_PSRC",
    "worldbank": "SP.POP.TOTL",
}
OWN_LISTS = {"unhcr", "bls", "fred", "statcan", "destatis", "frontex"}
"""Sources whose lists are ours and ask nobody."""

FAULTS = (
    "slow",
    "cut",
    "cut-gzip",
    "html",
    "html-as-json",
    "shape",
    "nothing",
    "deep",
    "image",
    "refused",
    "bomb",
    "endless",
)
NO_NAMES = {
    "bls": (NoBlsSeriesError, "it has no series", ("", "lns", "LNS 1", "../v1", "ЛНС14000000")),
    "destatis": (NoTableError, "it has no table", ("", "61111", "61111-0001/x", "../x", "VPI")),
    "fred": (NoFredSeriesError, "it has no series", ("", "UN RATE", "../series", "ГДП")),
    "gho": (NoIndicatorError, "it has no indicator", ("", "A B", "x'y", "../Indicator")),
    "pxstat": (NoPxStatTableError, "it has no table", ("CSO/", "CSO/../x", "CSO/a b")),
    "sidra": (SidraRefusedError, "such as 1737", ("", "x", "1737?n6=all", "1737?v=2265/p/1", "1737?c315=a", "../t")),
    "statcan": (NoVectorError, "it has no vector", ("", "v", "14-10-0287", "v1;v2", "٣")),
}
"""What can be the name of no series by its form, in the services that would be asked by it as it stands."""

ALL: Plugins[StatSource] = Plugins(SOURCES)


def test_every_adapter_is_tried() -> None:
    assert set(KEYS) == set(ALL)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", sorted(KEYS))
async def test_a_fault_of_the_service_ends_in_a_sentence(name, fault, faults, quick):
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=faults.url(fault), client=quick())
    ask = Ask(SeriesRef(name, KEYS[name]), ("DEU",), 2019, 2021)
    try:
        found = await ALL[name].observations(fetch, ask)
    except WorkbenchError as error:
        assert error.message.rstrip().endswith(".") or error.message.rpartition(" ")[2].startswith("https://"), (
            error.message
        )
        assert error.message.isprintable()
        assert error.hint
    else:
        assert not [o for o in found.observations if o.value is not None]
        assert found.problems
        assert all(problem.message.isprintable() for problem in found.problems)


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, (*_, keys) in NO_NAMES.items() for key in keys])
async def test_a_name_that_is_none_is_told_before_anybody_is_asked(name, key):
    kind, says, _ = NO_NAMES[name]
    fetch = CannedFetch(MemoryArchive(), b"{}")
    with pytest.raises(kind, match=says):
        await ALL[name].observations(fetch, Ask(SeriesRef(name, key), ("DEU",), 2020, 2024))
    assert not fetch.asked


@pytest.mark.parametrize("fault", ["cut", "html", "shape", "nothing", "refused"])
@pytest.mark.parametrize("name", sorted(set(KEYS) - OWN_LISTS))
async def test_a_list_that_fails_gives_no_half_of_one(name, fault, faults, quick):
    """A page of a list is whole or an error; nothing of a stranger's page becomes a title."""
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=faults.url(fault), client=quick())
    titles = []
    try:
        async for page in ALL[name].catalogue(fetch):
            titles += page.series
    except WorkbenchError as error:
        assert error.message.isprintable()
        assert error.hint
    assert titles == []
