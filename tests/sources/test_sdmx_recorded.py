"""SDMX services on what was recorded of them: real structures and figures, and the lists of three services at full size."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal
from html import escape
from pathlib import Path

import pytest

from sources._cube.cube import Member
from sources._formats.sdmx.names import SdmxName
from sources._formats.sdmx.places import codes_of, place_of
from sources._formats.sdmx.structure_messages import Structures
from sources._formats.sdmx.xml_reader import read_sdmx_xml
from sources._sdmx.build_requests import available_request, data_request, list_request, structure_request
from sources._sdmx.providers import BY_NAME, Provider, Style
from sources._web.fetch import Fetcher
from sources._web.replay import ReplayServer
from sources._web.stored_answers import Stored, StoredRequest
from sources.sdmx import SOURCE
from tests.each import each
from workbench.core.period import Frequency
from workbench.core.place import places
from workbench.core.series import SeriesRef
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Ask
from workbench.testing import MemoryArchive, utc_now

SPECIMENS = Path(__file__).parent / "specimens" / "sdmx"
XML = "application/vnd.sdmx.structure+xml;version=2.1"


@pytest.fixture
def messages(shared: Path) -> Path:
    return shared / "sources" / "recorded" / "sdmx" / "sdmx-test-data"


async def test_the_ecbs_recorded_rates_by_its_recorded_structure(messages: Path):
    """A year of monthly dollars per euro: 355 currencies in the code list, generic XML, and every figure is evidence."""
    body = (messages / "ECB_EXR/1/M.USD.EUR.SP00.A.xml").read_bytes()

    def recorded(asked: StoredRequest) -> Stored | None:
        if "/dataflow/" in asked.url:
            return Stored((messages / "ECB_EXR/1/structure-full.xml").read_bytes(), "ECB", 200, XML)
        return Stored(body, "ECB", 200, "application/vnd.sdmx.genericdata+xml;version=2.1")

    key = "ECB/EXR?FREQ=M&CURRENCY=USD&CURRENCY_DENOM=EUR&EXR_TYPE=SP00&EXR_SUFFIX=A"
    with ReplayServer(recorded) as server:
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=server.base)
        found = await SOURCE.observations(fetch, Ask(SeriesRef("sdmx", key), ("EA20",), 2019, 2019))
    assert [o.period.label for o in found.observations][::11] == ["Jan 2019", "Dec 2019"]
    assert found.observations[-1].value == Decimal("1.111345")
    assert all(o.evidence and read_figure(o.evidence, body) == o.value for o in found.observations)
    assert (str(found.series.unit), found.series.frequency) == ("dollar per euro", Frequency.MONTH)
    assert found.problems == ()


async def test_what_the_claim_does_not_name_is_chosen_among_what_the_recorded_constraint_allows(messages: Path):
    """Ten frequencies and 36 types of rate are in the code lists; what the constraint lists of them is what may be chosen."""
    found = read_sdmx_xml("ECB", (messages / "ECB_EXR/1/structure-full.xml").read_bytes())
    assert isinstance(found, Structures)
    structure = found.structure(SdmxName("ECB", "EXR"))
    assert structure is not None
    narrowed = structure.narrowed(found.available)
    sizes = {
        axis.code: (len(axis.members), len(small.members))
        for axis, small in zip(structure.axes, narrowed.axes, strict=True)
    }
    assert all(after <= before for before, after in sizes.values())
    assert sizes["CURRENCY"][1] < sizes["CURRENCY"][0]


def test_places_of_recorded_code_lists_are_known(messages: Path):
    """Eurostat's 41 and the milk that cows give there: each is a country of ours or a group."""
    found = read_sdmx_xml("Eurostat", (messages / "ESTAT/apro_mk_cola-structure.xml").read_bytes())
    assert isinstance(found, Structures)
    structure = found.structure()
    assert structure is not None
    geo = structure.axes[3]
    known = [member.code for member in geo.members if place_of(member) in places()]
    assert len(known) >= len(geo.members) - 6
    assert codes_of(geo, ["BIH", "GRC", "MKD"]) == {"BIH": "BA", "GRC": "EL"}


@each(
    ("code", "label", "place"),
    [
        ("U2", "Euro area (changing composition)", "EA20"),
        ("B0", "EU (Member States and Institutions of the European Union) changing composition", "EU27"),
        ("EU27_2020", "European Union – 27 countries (from 01/02/2020)", "EU27"),
        ("G163", "Euro Area (EA)", "EA20"),
        ("XM", "Euro area", "EA20"),
        ("G001", "World", "WLD"),
        ("W", "World", "WLD"),
        ("KOS", "Kosovo, Republic of", "XKX"),
        ("EL", "Greece", "GRC"),
        ("807", "North Macedonia", "MKD"),
        ("MKD", "MKD", "MKD"),
        ("EU28", "European Union (28 countries)", "EU28"),
        ("EU27_2007", "European Union - 27 countries (2007-2013)", "EU27_2007"),
        ("EA19", "Euro area (19 countries)", "EA19"),
        ("5A", "All reporting countries", "5A"),
    ],
)
def test_places_as_services_write_them(code, label, place):
    assert place_of(Member(code, label)) == place


# --- lists at full size ---------------------------------------------------------------------------------

FLOW = '<s:Dataflow id="{}" agencyID="{}" version="{}"><c:Name xml:lang="en">{}</c:Name><c:Description>{}</c:Description></s:Dataflow>'


def listing(flows: Iterable[tuple[str, ...]]) -> bytes:
    """Return a list of dataflows in the wire format, from the titles that were recorded."""
    inside = "".join(FLOW.format(*(escape(part) for part in flow)) for flow in flows)
    return f'<m:Structure xmlns:m="m" xmlns:s="s" xmlns:c="c"><m:Structures><s:Dataflows>{inside}</s:Dataflows></m:Structures></m:Structure>'.encode()


@pytest.fixture
def lists(shared: Path) -> dict[str, bytes]:
    folder = shared / "sources" / "recorded"

    def rows(name: str) -> list[dict[str, str]]:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    oecd = [
        (r["key"], r["agency"], r["version"], r["name"], r["description"])
        for r in rows("oecd/catalogue/oecd_dataflows.csv")
    ]
    ecb = [(r["id"], "ECB", "1.0", r["title"], r["scope_html"]) for r in rows("ecb/catalogue/ecb_dataflows.csv")]
    imf = [
        (r["id"], r["agency"], r["version"], r["name"], r["description"])
        for r in rows("imf/catalogue/imf_dataflows.csv")
    ]
    return {"sdmx.oecd.org": listing(oecd), "data-api.ecb.europa.eu": listing(ecb), "api.imf.org": listing(imf)}


async def test_the_recorded_titles_of_three_services_come_as_a_page_each(lists: dict[str, bytes]):
    def recorded(asked: StoredRequest) -> Stored | None:
        body = lists.get(asked.url.split("/")[2])
        return Stored(body, "recorded", 200, XML) if body else None

    with ReplayServer(recorded) as server:
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=server.base)
        pages = [page async for page in SOURCE.catalogue(fetch)]
    series = {one.ref.key: one for page in pages for one in page.series}
    assert [len(page.series) for page in pages] == [1548, 125, 103]
    assert series["OECD/OECD.ELS.IMD,DSD_MIG@DF_MIG"].title == "International migration database"
    assert series["IMF/IMF.RES,WEO"].url == "https://data.imf.org/en/datasets/IMF.RES:WEO"
    assert all("<" not in one.description and one.description.isprintable() for one in series.values())


# --- how services are asked -----------------------------------------------------------------------------


def asked(provider: Provider) -> list[str]:
    found = read_sdmx_xml("OECD", (SPECIMENS / "oecd-pop-structure.xml").read_bytes())
    assert isinstance(found, Structures)
    structure = found.structure()
    assert structure is not None
    codes = {"REF_AREA": ("MKD", "ALB"), "SEX": ("_T",)}
    requests = (
        list_request(provider),
        structure_request(provider, SdmxName("", "DF", "")),
        available_request(provider, structure, codes),
        data_request(provider, structure, codes, 2015, 2023),
    )
    return [
        request.url.removeprefix(provider.base) + "?" + "&".join("=".join(pair) for pair in request.params)
        for request in requests
    ]


@pytest.mark.parametrize(
    ("name", "style", "urls"),
    [
        ("OECD", Style.V1, [
            "/dataflow/all/all/latest?",
            "/dataflow/OECD/DF/latest?references=all&detail=referencepartial",
            "/availableconstraint/OECD.ELS.SAE,DSD_POPULATION@DF_POP_HIST,1.0/MKD+ALB...._T../all/all?mode=available",
            "/data/OECD.ELS.SAE,DSD_POPULATION@DF_POP_HIST,1.0/MKD+ALB...._T..?startPeriod=2010&endPeriod=2029",
        ]),
        ("BIS", Style.V2, [
            "/structure/dataflow/BIS/*/~?",
            "/structure/dataflow/BIS/DF/~?references=descendants",
            "/availability/dataflow/OECD.ELS.SAE/DSD_POPULATION@DF_POP_HIST/1.0/MKD+ALB.*.*._T.*.*/all?mode=available",
            "/data/dataflow/OECD.ELS.SAE/DSD_POPULATION@DF_POP_HIST/1.0/MKD+ALB.*.*._T.*.*?startPeriod=2010&endPeriod=2029&format=csv",
        ]),
        ("ESTAT", Style.V1, [
            "/dataflow/ESTAT/all/latest?detail=allstubs",
            "/dataflow/ESTAT/DF/latest?references=descendants",
            "/availableconstraint/OECD.ELS.SAE,DSD_POPULATION@DF_POP_HIST,1.0/MKD+ALB...._T../all/all?mode=available",
            "/data/OECD.ELS.SAE,DSD_POPULATION@DF_POP_HIST,1.0/MKD+ALB...._T..?startPeriod=2010&endPeriod=2029&format=SDMX-CSV&compressed=false",
        ]),
    ],
)  # fmt: skip
def test_paths_and_parameters_are_each_services_own(name, style, urls):
    provider = BY_NAME[name.lower()]
    assert provider.style is style
    assert asked(provider) == [url.replace("MKD+ALB...._T..", "MKD+ALB..._T..") for url in urls]


def test_the_newest_style_asks_for_times_as_a_component():
    from dataclasses import replace

    url = asked(replace(BY_NAME["bis"], style=Style.V3))[-1]
    assert url.endswith("?c[TIME_PERIOD]=ge:2010+le:2029&format=csv")
