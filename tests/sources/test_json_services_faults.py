"""The services that answer in JSON, where the line or the answer fails: one sentence each, and a next step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sources._web.fetch import Fetcher
from sources.bls import SOURCE as BLS
from sources.dbnomics import SOURCE as DBNOMICS
from sources.fred import SOURCE as FRED
from sources.gho import SOURCE as GHO
from sources.ons import SOURCE as ONS
from sources.pxstat import SOURCE as PXSTAT
from sources.sidra import SOURCE as SIDRA
from sources.statcan import SOURCE as STATCAN
from sources.unsdg import SOURCE as UNSDG
from workbench.core.errors import SourceError, TooBigAnswerError, UnreachableError, WrongAnswerError
from workbench.core.series import SeriesRef
from workbench.ports import Answer, Ask, Request
from workbench.testing import MemoryArchive, utc_now

ASKS = {
    DBNOMICS: Ask(SeriesRef("dbnomics", "ECB/EXR/A.USD.EUR.SP00.A"), (), 2018, 2023),
    UNSDG: Ask(SeriesRef("unsdg", "VC_IHR_PSRCN"), ("MKD",), 2015, 2018),
    PXSTAT: Ask(SeriesRef("pxstat", "CSO/MUM01"), ("IRL",), 2019, 2023),
    BLS: Ask(SeriesRef("bls", "LNS14000000"), ("USA",), 2020, 2023),
    FRED: Ask(SeriesRef("fred", "UNRATE"), ("USA",), 2020, 2023),
    STATCAN: Ask(SeriesRef("statcan", "v2062815"), ("CAN",), 2020, 2023),
    SIDRA: Ask(SeriesRef("sidra", "1737?v=2265"), ("BRA",), 2020, 2023),
    GHO: Ask(SeriesRef("gho", "WHOSIS_000001"), ("DEU",), 2020, 2023),
    ONS: Ask(SeriesRef("ons", "/economy/inflationandpriceindices/timeseries/d7g7/mm23"), ("GBR",), 2019, 2023),
}
FAULTS = [
    ("slow", UnreachableError, "no whole answer within"),
    ("cut", UnreachableError, "the line was cut"),
    ("busy?after=900", UnreachableError, "to wait 900 seconds"),
    ("endless", TooBigAnswerError, "more than 2 MB"),
    ("bomb", TooBigAnswerError, "more than 8 MB"),
    ("html", WrongAnswerError, "an HTML page where JSON was expected"),
    ("html-as-json", WrongAnswerError, "an HTML page where JSON was expected"),
    ("image", WrongAnswerError, "an image where JSON was expected"),
    ("nothing", WrongAnswerError, "an empty body where JSON was expected"),
    ("deep", WrongAnswerError, "where JSON was expected"),
    ("shape", WrongAnswerError, "JSON of another shape"),
]


@pytest.mark.parametrize("source", list(ASKS), ids=lambda source: source.info.name)
@pytest.mark.parametrize(("path", "kind", "says"), FAULTS, ids=[fault[0] for fault in FAULTS])
async def test_figures_that_do_not_come_are_one_sentence(quick, faults, source, path, kind, says):  # noqa: PLR0917
    client = Fetcher(
        archive=MemoryArchive(),
        clock=utc_now,
        client=quick(calmly=kind is not UnreachableError),
        keys=lambda _: "a-key-of-the-tests",
    )

    async def fetch(request: Request, *, fresh: bool = False) -> Answer:
        return await client(replace(request, url=faults.url(path), params=(), reads_errors=()), fresh=fresh)

    with pytest.raises(kind) as caught:
        await source.observations(fetch, ASKS[source])
    assert says in caught.value.message
    assert caught.value.message.isprintable()
    assert caught.value.hint


@pytest.mark.parametrize("source", [DBNOMICS, UNSDG, GHO, PXSTAT, SIDRA, ONS], ids=lambda source: source.info.name)
async def test_a_list_that_does_not_come_is_one_sentence(quick, faults, source):
    client = Fetcher(archive=MemoryArchive(), clock=utc_now, client=quick(), keys=lambda _: "a-key-of-the-tests")

    async def fetch(request: Request, *, fresh: bool = False) -> Answer:
        return await client(replace(request, url=faults.url("html"), params=()), fresh=fresh)

    with pytest.raises(SourceError, match="an HTML page where JSON was expected"):
        [page async for page in source.catalogue(fetch)]
