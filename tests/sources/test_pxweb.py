"""National offices by PxWeb: what a table is made of, which of its series answers, figures, and the ways in which it says no.

The stored answers are in the wire formats of the services, with real figures (see specimens/pxweb/answers.toml).
"""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from sources._cube.table_key import TableKey
from sources._pxweb.catalogue_list import pages
from sources._pxweb.error_answers import FolderError, NoPxTableError, PxTooLargeError, PxWebError
from sources._pxweb.fetch_observations import answered
from sources._pxweb.sites import BadTableNameError, named, read_sites, sites
from sources._web.client import Client
from sources._web.fetch import Fetcher
from sources._web.network_policy import AddressPolicy
from sources._web.rate_limit import RateLimiter
from sources.pxweb import SOURCE
from workbench.core.errors import SourceError, TooBigAnswerError, UnknownNameError, UnreachableError, WrongAnswerError
from workbench.core.period import Frequency
from workbench.core.place import places
from workbench.core.quantity import Dimension
from workbench.core.series import Additivity, SeriesRef, Status
from workbench.ports import Ask, SourceAnswer
from workbench.testing import CannedFetch, MemoryArchive, utc_now

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "pxweb"
WAGES = "MakStat/PazarNaTrud/Plati/MesecnaBrutoNeto/225_PazTrud_Mk_GodPros_ml.px"
DEATHS = "MakStat/Naselenie/Vitalna/525_VitStat_Reg_UmrVozr_ml.px"
GDP = "MakStat/BDP/gdp-by-years.px"
EMISSIONS = "SCB/TAB004?SECTOR=0.1&GREENHOUSEGAS=CO2-ekv."


class ServedPxWeb(Served):
    source = SOURCE
    unknown_key = "MakStat/NO/SUCH.px"


class TestWages(ServedPxWeb):
    asks = Ask(SeriesRef("pxweb", f"{WAGES}?Мерка=0001"), ("MKD",), 2015, 2024)


class TestDeathsInMacedonianAlone(ServedPxWeb):
    asks = Ask(SeriesRef("pxweb", DEATHS), ("MKD",), 2019, 2022)


class TestSecondVersion(ServedPxWeb):
    asks = Ask(SeriesRef("pxweb", EMISSIONS), ("SWE",), 2010, 2017)
    unknown_key = "SCB/NOSUCH"


@pytest.fixture
def asked(served):
    async def ask(key: str, *wanted: str, first: int = 2000, last: int = 2025, **more: object) -> SourceAnswer:
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=served.base)
        return await SOURCE.observations(fetch, Ask(SeriesRef("pxweb", key), wanted, first, last, **more))

    return ask


def kinds(found: SourceAnswer) -> list[str]:
    return [problem.kind for problem in found.problems]


# --- what a checker sees


async def test_the_minister_says_that_the_average_net_wage_was_45_198_denars_in_2025(asked):
    found = await asked(WAGES, "MKD", first=2025, words=frozenset({"average", "net", "wage"}))
    (one,) = found.observations
    assert (one.value, one.step, one.period.label, one.place) == (Decimal(45198), Decimal(1), "2025", "MKD")
    series = found.series
    assert (series.unit.dimension, series.unit.code) == (Dimension.MONEY, "MKD")
    assert (series.frequency, series.adds) == (Frequency.YEAR, Additivity.MEAN)
    assert (series.first, series.last) == (2011, 2025)
    assert series.publisher == "State Statistical Office of the Republic of North Macedonia"
    assert series.licence == "Free reuse with the source named: State Statistical Office, MakStat database"
    assert series.url.endswith("/MakStat__PazarNaTrud__Plati__MesecnaBrutoNeto/225_PazTrud_Mk_GodPros_ml.px/")


async def test_the_claims_word_settles_net_or_gross_and_it_is_told(asked):
    found = await asked(WAGES, "MKD", first=2025, words=frozenset({"gross", "wage"}))
    assert found.observations[0].value == Decimal(67951)
    (told,) = found.problems
    assert told.message == "the table has more than one series; read was Measure: Gross (as the claim says)."


async def test_a_stamp_older_than_the_figures_is_not_taken_for_their_vintage(asked):
    found = await asked(WAGES, "MKD")
    assert found.series.updated is None
    assert {one.vintage for one in found.observations} == {None}
    assert "Its date of update (2024-03-26) is older than its figures, and was not taken." in found.series.notes


async def test_a_table_that_is_there_in_macedonian_alone_is_read_in_macedonian(asked):
    found = await asked(DEATHS, "MKD", first=2021, last=2021)
    assert found.observations[0].value == Decimal(28516)
    assert found.series.unit.name == "person"
    assert "it has this table in Macedonian alone, with its labels." in [one.message for one in found.problems]


async def test_the_whole_country_is_taken_where_a_table_lists_regions(asked):
    found = await asked(DEATHS, "MKD")
    assert "Регион: Република Северна Македонија" in found.series.description
    assert {one.place for one in found.observations} == {"MKD"}


async def test_a_region_never_stands_for_the_country(asked):
    found = await asked(f"{DEATHS}?Регион=008", "MKD", first=2021, last=2021)
    assert found.observations == ()
    assert "place-not-honoured" in kinds(found)
    everywhere = await asked(f"{DEATHS}?Регион=008", first=2021, last=2021)
    assert [(one.place, one.value) for one in everywhere.observations] == [("Скопски", Decimal(8715))]


async def test_letters_that_look_alike_are_one_in_a_key(asked):
    """The office writes the variable's last letter in Latin; a hand types it in Cyrillic."""
    found = await asked(f"{DEATHS}?Возрасна група=Вкупно", "MKD", first=2021, last=2021)
    assert found.observations[0].value == Decimal(28516)


async def test_ordinals_are_read_by_their_labels_and_footnotes_are_no_part_of_a_year(asked):
    found = await asked(f"{GDP}?Мерки=CP", "MKD")
    figures = {one.period.label: one.value for one in found.observations}
    assert figures["2000"] == Decimal("248646450000.00")
    assert figures["2025"] == Decimal("1043880570000.00")
    assert (found.series.unit.code, found.series.unit.prices) == ("MKD", "current")
    assert found.observations[0].step == Decimal("10000.00")


async def test_a_year_coded_zero_before_the_series_begins_is_missing(asked):
    found = await asked(f"{GDP}?Мерки=PYP", "MKD")
    first = found.observations[0]
    assert (first.period.label, first.value, first.status) == ("2000", None, Status.MISSING)
    (told,) = [one for one in found.problems if one.kind == "zero-for-missing"]
    assert (
        told.message == "the figures of 2000 are coded 0 and were taken as missing, since the series begins after them."
    )


async def test_another_countrys_figures_are_not_looked_for_in_an_offices_own_table(asked):
    found = await asked(WAGES, "SRB")
    assert found.observations == ()
    (told,) = [one for one in found.problems if one.kind == "place-not-honoured"]
    assert told.message == "its figures are of North Macedonia, and Serbia was asked for."
    both = await asked(WAGES, "SRB", "MKD")
    assert {one.place for one in both.observations} == {"MKD"}
    assert "place-not-honoured" in kinds(both)


async def test_kilotonnes_are_tonnes_and_an_old_table_is_told(asked):
    found = await asked(EMISSIONS, "SWE", first=2017, last=2017)
    (one,) = found.observations
    assert (one.value, one.step, found.series.unit.code) == (Decimal(52660000), Decimal(1000), "t")
    assert kinds(found) == ["frozen-table"]
    assert str(one.vintage) == "2023-05-25"
    assert found.series.url == "https://www.statistikdatabasen.scb.se/goto/en/ssd/TAB004"


async def test_years_that_it_has_are_told_where_those_asked_for_are_not_there(asked):
    found = await asked(WAGES, "MKD", first=1995, last=1996)
    (told,) = [one for one in found.problems if one.kind == "no-figures"]
    assert told.message == "no figures for North Macedonia in 1995–1996 in this series. It has figures of 2011–2025."


# --- names


async def test_names_that_lead_nowhere_say_what_there_is(asked):
    with pytest.raises(UnknownNameError, match=r"There is no installation of PxWeb called Macstat\.") as caught:
        await asked("Macstat/x.px")
    assert caught.value.hint == "Did you mean MakStat?"
    with pytest.raises(BadTableNameError, match=r"MakStat names no table\."):
        await asked("MakStat")
    with pytest.raises(FolderError, match=r"Naselenie is a folder\.") as folder:
        await asked("MakStat/Naselenie")
    assert folder.value.hint == "It holds Vitalna: add one of them to the name."
    with pytest.raises(UnknownNameError, match="There is no Measure in") as member:
        await asked(f"{WAGES}?Мерка=7")
    assert member.value.hint == "There is: 0001, 0002."
    with pytest.raises(NoPxTableError, match=r"there is no table NO/SUCH\.px"):
        await asked("MakStat/NO/SUCH.px")
    with pytest.raises(NoPxTableError, match="there is no table NOSUCH"):
        await asked("SCB/NOSUCH")


@pytest.mark.parametrize("table", ["MakStat/../config", "MakStat/a\\b", "MakStat/a\x1bb.px", "MakStat//", "MakStat/."])
def test_a_path_that_leads_out_of_the_tables_is_no_name(table: str):
    with pytest.raises(BadTableNameError):
        named(table)


def test_each_installation_is_a_line_that_says_all():
    assert len(sites()) >= 20
    assert set(SOURCE.info.hosts) == {site.host for site in sites().values()}
    for site in sites().values():
        assert not site.place or site.place in places(), site.name
        assert ("{lang}" in site.base) == (site.version == 1), site.name


@pytest.mark.parametrize(
    "line",
    [
        "X,X,X,MKD,3,en,https://x,https://x,CC0",
        "X,X,X,MKD,1,en,http://x,https://x,CC0",
        "X,X,X,MKD,1,,https://x,https://x,CC0",
    ],
)
def test_a_line_that_is_no_installation_is_refused(line: str):
    head = "name,title,publisher,place,version,languages,base,page,licence,known\n"
    with pytest.raises(ValueError, match="no installation of PxWeb: X"):
        read_sites(head + line)


# --- the catalogue


async def test_the_folders_are_walked_and_what_did_not_answer_is_told(served):
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=served.base)
    listed = [page async for page in SOURCE.catalogue(fetch)]
    found = {str(series.ref): series for page in listed for series in page.series}
    assert set(found) == {
        f"pxweb:{DEATHS}", f"pxweb:{WAGES}", "pxweb:MakStat/PazarNaTrud/Plati/MesecnaBrutoNeto/175_PazTrud_Mk_neto_ml.px",
    }  # fmt: skip
    deaths = found[f"pxweb:{DEATHS}"]
    assert (deaths.first, deaths.last, deaths.places) == (2005, 2025, frozenset({"MKD"}))
    assert deaths.description == "State Statistical Office of North Macedonia › Population › Vital statistics"
    told = [problem.message for problem in listed[-1].problems]
    assert "1 of its folders did not answer (Nema)." in told
    assert "1 of the 2 rows of a list cannot be read." in told


async def test_a_walk_that_was_interrupted_goes_on_from_the_archive(served):
    """Folders that were asked for once are in the archive: the second walk asks for the others alone."""
    archive = MemoryArchive()
    host = served.base.removeprefix("http://")
    site = replace(sites()["makstat"], base=f"{served.base}/makstat.stat.gov.mk/PXWeb/api/v1/{{lang}}/MakStat")
    client = Client(AddressPolicy(frozenset({host})), agent="test/1 (tests)", pace=RateLimiter(0))
    live = Fetcher(archive=archive, clock=utc_now, client=client, hosts={"pxweb": (host,)})
    walk = pages(live, [site])
    first = await anext(walk)
    await walk.aclose()
    assert first.done == 1
    offline = Fetcher(archive=archive, clock=utc_now, offline=True)
    again = [page async for page in pages(offline, [site])]
    assert again[0].series == first.series


# --- what an office may answer instead


class Says:
    """Answers the question for the table with one body and that for figures with another, with a status each."""

    def __init__(self, table: bytes, figures: bytes) -> None:
        self._bodies = (table, figures)

    async def __call__(self, request, *, fresh=False):
        canned = CannedFetch(MemoryArchive(), self._bodies[request.method == "POST"])
        return await canned(request, fresh=fresh)


def wages(figures: bytes) -> Says:
    return Says((FOLDER / "wages-table.json").read_bytes(), figures)


async def ask_wages(fetch) -> SourceAnswer:
    return await SOURCE.observations(fetch, Ask(SeriesRef("pxweb", f"{WAGES}?Мерка=0001"), ("MKD",), 2015, 2024))


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"error": "Parameter error"}', "State Statistical Office of North Macedonia refused: Parameter error."),
        (b'{"error": "Too many values selected"}', "State Statistical Office of North Macedonia refused: Too many values selected."),
        (b"{}", "State Statistical Office of North Macedonia answered with JSON of another shape where JSON-stat was expected."),
        ((FOLDER / "wages-gross.json").read_bytes(),
         "State Statistical Office of North Macedonia answered with others where the chosen members of Measure was expected."),
        ((FOLDER / "deaths-country.json").read_bytes(),
         "State Statistical Office of North Macedonia answered with figures without it where figures by Measure was expected."),
    ],
)  # fmt: skip
async def test_an_error_inside_200_or_figures_of_something_else_end_in_a_sentence(body: bytes, says: str):
    with pytest.raises(SourceError) as caught:
        await ask_wages(wages(body))
    assert caught.value.message == says


async def test_figures_that_are_all_missing_are_no_figures():
    tree = json.loads((FOLDER / "wages-net.json").read_bytes())
    tree |= {"value": [None] * 15, "status": {str(n): ("..." if n else ":") for n in range(15)}}
    found = await ask_wages(wages(json.dumps(tree).encode()))
    assert {one.value for one in found.observations} == {None}
    assert {one.note for one in found.observations} == {"no data (...)"}
    assert "no-figures" in kinds(found)


@pytest.mark.parametrize(
    ("path", "kind"),
    [("slow", UnreachableError), ("cut", UnreachableError), ("silent", UnreachableError), ("big", TooBigAnswerError),
     ("bomb", TooBigAnswerError), ("deep", WrongAnswerError), ("nothing", WrongAnswerError), ("image", WrongAnswerError),
     ("html", WrongAnswerError), ("html-as-json", WrongAnswerError), ("shape", WrongAnswerError), ("busy", UnreachableError),
     ("html400", PxWebError), ("refused", NoPxTableError)],
)  # fmt: skip
async def test_bad_lines_end_in_a_sentence(faults, quick, path: str, kind: type[SourceError]):
    """A server that is slow, cut, silent, endless or talks of something else, in an office's place."""
    client = quick(calmly=path != "slow")  # a busy machine is no slow service
    site = replace(sites()["makstat"], base=faults.url(path + "/{lang}"))
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, client=client, hosts={"pxweb": (faults.host,)})
    with pytest.raises(kind) as caught:
        await answered(
            fetch, site, "x.px", TableKey("x.px"), Ask(SeriesRef("pxweb", "MakStat/x.px"), ("MKD",), 2015, 2025)
        )
    assert caught.value.message.isprintable()
    assert caught.value.hint


async def test_a_web_page_instead_of_a_reason_is_told_as_such(faults):
    client = Client(AddressPolicy(frozenset({faults.host})), agent="test/1 (tests)", pace=RateLimiter(0))
    site = replace(sites()["makstat"], base=faults.url("html400/{lang}"), languages=("en",))
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, client=client, hosts={"pxweb": (faults.host,)})
    with pytest.raises(PxWebError) as caught:
        await answered(fetch, site, "x.px", TableKey("x.px"), Ask(SeriesRef("pxweb", "MakStat/x.px"), (), 2015, 2025))
    assert caught.value.message == (
        "State Statistical Office of North Macedonia refused: it answers this question with a web page that says no why (HTTP 400)."
    )


def test_too_much_says_what_to_do():
    assert PxTooLargeError("Statistics Finland").hint == (
        "Name one member of more variables in the series: table.px?VARIABLE=CODE; or ask for fewer years."
    )
