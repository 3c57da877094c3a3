"""Whatever befalls a service, each adapter ends in a sentence or an outcome with a name, over real sockets."""

from __future__ import annotations

import pytest

from sources._web.fetch import Fetcher
from workbench.core.errors import WorkbenchError
from workbench.core.series import SeriesRef
from workbench.plugins import SOURCES, Plugins
from workbench.ports import Ask, StatSource
from workbench.testing import MemoryArchive, utc_now

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
    "statcan": "v2062815",
    "sidra": "1737?v=2265",
    "gho": "WHOSIS_000001",
    "destatis": "61111-0001",
    "unhcr": "asylum-applications.coa",
    "unsdg": "VC_IHR_PSRC",
    "worldbank": "SP.POP.TOTL",
}
OWN_LISTS = {"unhcr", "bls", "fred", "statcan", "destatis"}
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
