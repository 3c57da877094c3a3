"""SDMX services over the loopback server: structure, choice, figures, and the ways in which they say no."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from sources._cube.cube import Member
from sources._sdmx.providers import BY_NAME, PROVIDERS
from sources._sdmx.units import unit_of
from sources._web.fetch import Fetcher
from sources._web.replay import ReplayServer
from sources._web.stored_answers import Stored, StoredAnswers, StoredRequest
from sources._web.timeouts import Timeouts
from sources.sdmx import SOURCE
from tests.each import each
from workbench.core.errors import (
    ServiceError,
    SourceError,
    TooBigAnswerError,
    UnknownNameError,
    UnreachableError,
    UsageError,
    WrongAnswerError,
)
from workbench.core.period import Frequency
from workbench.core.quantity import PERCENT, UNKNOWN_UNIT, Dimension
from workbench.core.series import Additivity, SeriesRef, Status
from workbench.ports import Answer, Ask, Request, SourceAnswer
from workbench.testing import MemoryArchive, utc_now

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "sdmx"
EXR = "ECB/EXR?FREQ=M&CURRENCY=USD&CURRENCY_DENOM=EUR&EXR_TYPE=SP00&EXR_SUFFIX=A"
POP = "OECD/OECD.ELS.SAE,DSD_POPULATION@DF_POP_HIST"
WDI = "WB/WDI?SERIES=SP_POP_TOTL"
NOTHING = (b"NoRecordsFound", 404, "text/plain")
NOT_XML = (b"", b"{}", b"[]", b"null", b"<html></html>", b"\xff\xfe\x00", b"<a>" * 100_000, b"a,b\n1,2\n")


class ServedSdmx(Served):
    source = SOURCE
    unknown_key = "ECB/NOSUCH"
    wrong_bodies = NOT_XML


class TestCsvOfTheEcb(ServedSdmx):
    asks = Ask(SeriesRef("sdmx", EXR), ("EA20",), 2018, 2019)


class TestCsvOfTheOecd(ServedSdmx):
    asks = Ask(SeriesRef("sdmx", POP), ("MKD",), 2019, 2024)


class TestXmlOfTheWorldBank(ServedSdmx):
    asks = Ask(SeriesRef("sdmx", WDI), ("MKD",), 2018, 2024)


class TestCsvOfAustralia(ServedSdmx):
    asks = Ask(SeriesRef("sdmx", "ABS/LF?key=M13.3.1599.20.AUS.M"), ("AUS",), 2020, 2024)
    unknown_key = "ABS/NOSUCH"
    figures = MappingProxyType({("AUS", "Oct 2023"): "3.8", ("AUS", "Jan 2024"): "4.1"})
    unit = "percentage"


class TestCsvOfItaly(ServedSdmx):
    """Italy keeps each edition of its rate; the newest is read, and told."""

    asks = Ask(SeriesRef("sdmx", "ISTAT/151_874?key=M.IT.UNEM_R.Y.9.Y15-74."), ("ITA",), 2020, 2024)
    figures = MappingProxyType({("ITA", "Oct 2023"): "7.7", ("ITA", "Jan 2024"): "7.2"})
    unit = "percentage"


class TestXmlOfFrance(ServedSdmx):
    asks = Ask(
        SeriesRef("sdmx", "INSEE/CHOMAGE-TRIM-NATIONAL?FREQ=T&INDICATEUR=CTTXC&NATURE=TAUX&SEXE=0&AGE=00-"),
        ("FRA",),
        2020,
        2024,
    )
    figures = MappingProxyType({("FRA", "2023-Q1"): "7.1", ("FRA", "2023-Q4"): "7.5"})
    unit = "percentage"


class TestGenericXmlOfTheBundesbank(ServedSdmx):
    asks = Ask(SeriesRef("sdmx", "BBK/BBDP1?key=M.DE.N.VPI.C.A00000.VGJ.LV"), ("DEU",), 2020, 2024)
    figures = MappingProxyType({("DEU", "Oct 2022"): "8.8", ("DEU", "Dec 2022"): "8.1", ("DEU", "Jan 2023"): None})
    unit = "percentage"


def ask(key: str, *places: str, first: int = 2018, last: int = 2024, **more: object) -> Ask:
    return Ask(SeriesRef("sdmx", key), places, first, last, **more)  # type: ignore[arg-type]  # what a test asks besides


class Asking:
    """Fetches from the specimens, with other data where a test has them, over real sockets; notes what was asked."""

    def __init__(self, data: bytes | None = None, status: int = 200, media: str = "text/csv", **answers: bytes) -> None:
        self.asked: list[StoredRequest] = []
        self._stored, self._data, self._others = (
            StoredAnswers(FOLDER),
            Stored(data or b"", "made up", status, media),
            answers,
        )
        self._given = data is not None
        self.too_large = False

    def __call__(self, asked: StoredRequest) -> Stored | None:
        self.asked.append(asked)
        if "/data/" in asked.url and "newest" in self._others:
            newest = ("lastNObservations", "1") in asked.params
            if newest and self.too_large:
                return Stored(b"Request Entity Too Large", "made up", 413, "text/plain")
            newest = newest or (self.too_large and asked.url.endswith("MKD....."))
            second = "again" in self._others and asked.url.endswith(".F.Y_GE65.H")
            return Stored(self._others["newest"], "made up", 200, "text/csv") if newest or second else self._data
        for part, body in self._others.items():
            if f"/{part}/" in asked.url:
                return Stored(body, "made up", 200, "application/xml")
        return self._data if self._given and "/data/" in asked.url else self._stored(asked)

    async def __aenter__(self) -> Callable[[Ask], object]:
        self._server = ReplayServer(self)
        self._server.start()
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=self._server.base)

        async def observations(asks: Ask) -> SourceAnswer:
            return await SOURCE.observations(fetch, asks)

        return observations

    async def __aexit__(self, *_: object) -> None:
        self._server.stop()

    @property
    def data(self) -> StoredRequest:
        return next(one for one in self.asked if "/data/" in one.url)


async def answer(asks: Ask, *args: object, **answers: bytes) -> SourceAnswer:
    async with Asking(*args, **answers) as observations:  # type: ignore[arg-type]  # bytes, status, media type
        return await observations(asks)


# --- what a checker sees --------------------------------------------------------------------------------


async def test_a_rate_of_exchange_is_dollars_per_euro():
    """In December 2019 a euro bought 1.11 dollars."""
    found = await answer(ask(EXR, "EA20", last=2019))
    series, last = found.series, found.observations[-1]
    assert (series.unit.code, str(series.unit), series.frequency) == ("USD", "dollar per euro", Frequency.MONTH)
    assert series.title == "ECB reference exchange rate, US dollar/Euro, 2:15 pm (C.E.T.)"
    assert (last.place, last.period.label, last.value) == ("EA20", "Dec 2019", Decimal("1.111345"))
    assert (series.publisher, series.first, series.last) == ("European Central Bank", 2018, 2019)
    assert series.licence.startswith("Free reuse with the source named")
    assert series.url == "https://data.ecb.europa.eu/data/datasets/EXR"
    assert found.problems == ()


async def test_thousands_are_multiplied_out_and_it_is_said():
    """Fewer than 1.83 million people live in North Macedonia."""
    found = await answer(ask(POP, "MKD"))
    last = found.observations[-1]
    assert (last.value, last.step, last.place) == (Decimal(1824359), 1, "MKD")
    assert last.evidence is not None
    assert last.evidence.scale == 1000
    assert (found.series.unit.name, found.series.adds) == ("person", Additivity.LAST)
    assert "Figures come with the multiplier 10^3, which is applied here." in found.series.notes


async def test_what_a_key_leaves_open_is_chosen_among_what_there_is_and_told():
    """The structure has persons and percentages, men and women; for North Macedonia there are persons alone, of both sexes."""
    found = await answer(ask(POP, "MKD"))
    assert [p.message for p in found.problems] == [
        "the table has more than one series; read was Age: Total (all of them together).",
        "it has figures for Time horizon: Historical alone.",
    ]
    assert {"Unit of measure: Persons", "Sex: Total", "Time horizon: Historical"} <= set(found.series.notes)


async def test_a_service_that_does_not_say_what_there_is_is_asked_all_the_same():
    found = await answer(ask(POP, "MKD"), *NOTHING, availableconstraint=b"<html/>")
    assert "Age: Total" in found.problems[0].message
    assert found.observations == ()


async def test_the_claims_words_choose():
    words = frozenset({"population", "of", "women", "aged", "65", "years", "or", "over"})
    asking = Asking(*NOTHING)
    async with asking as observations:
        await observations(ask(POP, "MKD", words=words))
    assert ".Y_GE65." in asking.data.url


async def test_whole_decades_are_asked_for_so_that_one_answer_serves_many_claims():
    asking = Asking()
    async with asking as observations:
        await observations(ask(EXR, "EA20", first=2012, last=2019))
    assert asking.data.url.endswith("/data/ECB,EXR,1.0/M.USD.EUR.SP00.A")
    assert asking.data.params == (("startPeriod", "2010"), ("endPeriod", "2019"), ("format", "csvdata"))


async def test_of_a_daily_series_the_years_alone_are_asked_for():
    asking = Asking(*NOTHING)
    async with asking as observations:
        await observations(ask(EXR.replace("FREQ=M", "FREQ=D"), "EA20", first=2012, last=2013))
    assert asking.data.params[:2] == (("startPeriod", "2012"), ("endPeriod", "2013"))


async def test_several_places_are_one_question():
    asking = Asking(*NOTHING)
    async with asking as observations:
        await observations(ask(POP, "MKD", "ALB"))
    assert "/MKD+ALB.POP." in asking.data.url


async def test_all_places_are_wanted_where_none_is_named():
    asking = Asking(*NOTHING)
    async with asking as observations:
        await observations(ask(POP))
    assert "/.POP." in asking.data.url


async def test_codes_may_be_written_in_any_case_and_unknown_ones_are_told_with_the_nearest():
    found = await answer(ask(EXR.replace("CURRENCY=USD", "currency=usd"), "EA20", last=2019))
    assert found.observations
    with pytest.raises(UnknownNameError, match="There is no Currency in ECB/EXR called USX"):
        await answer(ask(EXR.replace("USD", "USX"), "EA20"))
    with pytest.raises(UnknownNameError, match="There is no dimension of ECB/EXR called COLOUR"):
        await answer(ask("ECB/EXR?COLOUR=red", "EA20"))


async def test_where_the_series_chosen_is_empty_the_choice_is_made_again_among_those_that_exist():
    """The table has no total by time horizon, and people over 65 are counted for women alone."""
    newest = (
        ROW
        + row(sex="F", value="9").replace(",_T,H,", ",Y_GE65,H,")
        + row(sex="M", value="7").replace(",_T,H,", ",Y0T14,H,")
    )
    asking = Asking(*NOTHING, availableconstraint=b"<x/>", newest=newest.encode())
    async with asking as observations:
        found = await observations(ask(POP, "MKD"))
    urls = [one.url.rpartition("/")[2] for one in asking.asked if "/data/" in one.url]
    assert urls == ["MKD.POP.PS._T._T._Z", "MKD.....", "MKD.POP.PS.F.Y_GE65.H"]
    assert found.observations == ()
    assert [p.kind for p in found.problems] == ["open-group", "member-chosen", "no-figures"]
    assert "Sex: Female" in found.problems[1].message
    assert "Age: 65 years or over" in found.series.notes or "Sex: Female" in found.series.notes


@pytest.mark.parametrize("too_large", [False, True])
async def test_the_series_chosen_again_is_read(too_large: bool):
    """Where the service refuses the newest figures of a large table (413), those of the years in question show what there is."""
    body = (ROW + row(sex="F", value="9").replace(",_T,H,", ",Y_GE65,H,")).encode()
    asking = Asking(*NOTHING, availableconstraint=b"<x/>", newest=body, again=body)
    asking.too_large = too_large
    async with asking as observations:
        found = await observations(ask(POP, "MKD"))
    assert [(o.place, o.value) for o in found.observations] == [("MKD", 9)]
    assert [p.message for p in found.problems] == [
        "it has figures for Sex: Female; Age: 65 years or over; Time horizon: Historical alone."
    ]
    assert len(found.snapshots) == 4


async def test_a_key_as_the_office_prints_it_must_fit_the_table():
    with pytest.raises(UsageError, match="which has 6 dimensions") as caught:
        await answer(ask("ABS/LF?key=M13.3", "AUS"))
    assert "MEASURE.SEX.AGE.TSEST.REGION.FREQ" in caught.value.hint


async def test_the_newest_edition_is_read_and_that_is_told():
    found = await answer(ask("ISTAT/151_874?key=M.IT.UNEM_R.Y.9.Y15-74.", "ITA", first=2020))
    assert ["Edition: Feb-2024 (as it is mostly quoted)" in p.message for p in found.problems] == [True]
    assert (found.series.adjusted, found.observations[-1].status) == ("seasonally adjusted data", Status.PROVISIONAL)


async def test_a_part_of_a_country_is_not_the_country():
    """Metropolitan France is not France, whether the area is a dimension or no more than an attribute; its own office knows."""
    body = (FOLDER / "insee-chomage.xml").read_bytes().replace(b'REF_AREA="FR-D976"', b'REF_AREA="FM"')
    key = "INSEE/CHOMAGE-TRIM-NATIONAL?FREQ=T&INDICATEUR=CTTXC&NATURE=TAUX&SEXE=0&AGE=00-"
    found = await answer(ask(key, "FRA"), body, 200, "application/xml")
    assert found.observations == ()
    assert "its figures are for FM, which was not asked for." in [p.message for p in found.problems]
    structure = (FOLDER / "insee-chomage-structure.xml").read_bytes()
    without = re.sub(rb'<str:Dimension id="REF_AREA".*?</str:Dimension>', b"", structure)
    for area, count in ((b"FM", 0), (b"FE", 4)):
        told = body.replace(b'REF_AREA="FM"', b'REF_AREA="' + area + b'"')
        found = await answer(ask(key, "FRA"), told, 200, "application/xml", datastructure=without)
        assert len(found.observations) == count


# --- what comes back ------------------------------------------------------------------------------------

ROW = (
    "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,MEASURE,UNIT_MEASURE,SEX,AGE,TIME_HORIZ,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
)


def row(place: str = "MKD", time: str = "2021", value: str = "5", status: str = "A", sex: str = "_T") -> str:
    return f"d,OECD.ELS.SAE:DSD_POPULATION@DF_POP_HIST(1.0),I,{place},POP,PS,{sex},_T,H,{time},{value},{status}\n"


async def test_flags_of_figures_reach_the_checker():
    body = (
        ROW
        + row(status="B")
        + row(time="2022", status="F")
        + row(time="2023", value="", status="M")
        + row(time="2024", status="U")
    )
    found = await answer(ask(POP, "MKD"), body.encode())
    assert [(o.value, o.status) for o in found.observations] == [
        (5, Status.BREAK),
        (5, Status.FORECAST),
        (None, Status.MISSING),
        (5, Status.FINAL),
    ]
    assert found.observations[-1].note == "Of low reliability."


async def test_a_filter_that_was_not_honoured_is_told():
    """The service sends Albania and women too, although neither was asked for."""
    body = ROW + row() + row("ALB") + row(sex="F", value="9")
    found = await answer(ask(POP, "MKD"), body.encode())
    assert [(o.place, o.value) for o in found.observations] == [("MKD", 5)]
    assert "its figures are for ALB, which was not asked for." in [p.message for p in found.problems]


async def test_two_figures_for_one_time_are_told_and_none_is_taken():
    found = await answer(ask(POP, "MKD"), (ROW + row() + row(value="6")).encode())
    assert [o.value for o in found.observations] == [None]
    (told,) = [p.message for p in found.problems if p.kind == "figure-twice"]
    assert "5 and 6" in told
    same = await answer(ask(POP, "MKD"), (ROW + row() + row()).encode())
    assert [o.value for o in same.observations] == [5]
    assert "figure-twice" not in {p.kind for p in same.problems}


@pytest.mark.parametrize(
    ("data", "status", "media", "told"),
    [
        (b"NoRecordsFound", 404, "text/plain", ""),
        (b"NoResultsFound", 404, "text/plain; charset=utf-8", ""),
        (b"No results found.", 404, "text/html", ""),
        (b"", 404, "text/plain", ""),
        (b"No data found", 200, "text/plain", ""),
        (ROW.encode(), 200, "application/vnd.sdmx.data+csv", ""),
        ((FOLDER / "wb-nothing.xml").read_bytes(), 404, "application/xml", ""),
        ((FOLDER / "wb-nothing.xml").read_bytes(), 200, "application/xml", ""),
        (b"<html>Sorry, what?</html>", 404, "text/html", "it has nothing for this question, and says: Sorry, what?"),
    ],
)  # fmt: skip
async def test_no_figures_is_an_outcome_and_never_zero(data, status, media, told):
    found = await answer(ask(POP, "MKD"), data, status, media)
    messages = [p.message for p in found.problems]
    assert found.observations == ()
    assert "no figures for North Macedonia in 2018–2024 in this series." in messages
    assert not told or told in messages
    assert found.series.title == "Historical population data: Historical"


@pytest.mark.parametrize(
    ("data", "status", "media", "kind", "says"),
    [
        (b"Could not find Dataflow and/or DSD", 404, "text/plain", ServiceError, "OECD refused: Could not find Dataflow and/or DSD."),
        (b"Not Acceptable", 406, "text/plain", ServiceError, "406"),
        (b"Too many", 413, "text/plain", ServiceError, "413"),
        (b'{"errors":[{"title":"Semantic error"}]}', 200, "application/json", ServiceError, "OECD refused: Semantic error."),
        (b"", 200, "text/csv", WrongAnswerError, "an empty body where CSV was expected"),
        (b"<html>Down</html>", 200, "text/html", WrongAnswerError, "an HTML page"),
        (b"\x89PNG", 200, "image/png", WrongAnswerError, "an image"),
        (b"a,b\n1,2\n", 200, "text/csv", WrongAnswerError, "SDMX-CSV with a column OBS_VALUE was expected"),
        (b"MEASURE,OBS_VALUE\nx,1\n", 200, "text/csv", WrongAnswerError, "SDMX-CSV with the dimension REF_AREA was expected"),
        ((FOLDER / "ecb-list.xml").read_bytes(), 200, "application/xml", WrongAnswerError, "a structure where figures was expected"),
        (b"<!DOCTYPE a><a/>", 200, "application/xml", WrongAnswerError, "XML that declares a document type"),
    ],
)  # fmt: skip
async def test_refusals_and_changed_shapes_end_in_one_sentence(data, status, media, kind, says):
    with pytest.raises(kind) as caught:
        await answer(ask(POP, "MKD"), data, status, media)
    assert says in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("path", "kind", "says"),
    [
        ("slow", UnreachableError, "no whole answer within"),
        ("cut", UnreachableError, "the line was cut"),
        ("endless", TooBigAnswerError, "more than 2 MB"),
        ("bomb", TooBigAnswerError, "more than 8 MB"),
        ("busy?after=900", UnreachableError, "to wait 900 seconds"),
    ],
)
async def test_a_line_that_fails_in_mid_answer_ends_in_one_sentence(served, quick, faults, path, kind, says):  # noqa: PLR0917
    """The structure comes; the figures do not."""
    good = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=served.base)
    # a body that is too big is read to its limit, which takes a busy machine long
    long = {"timeouts": Timeouts(connect=10, silence=20, whole=60)} if kind is TooBigAnswerError else {}
    bad = Fetcher(archive=MemoryArchive(), clock=utc_now, client=quick(**long))

    async def fetch(request: Request, *, fresh: bool = False) -> Answer:
        if "/data/" not in request.url:
            return await good(request, fresh=fresh)
        return await bad(replace(request, url=faults.url(path), params=(), expects=()))

    with pytest.raises(kind) as caught:
        await SOURCE.observations(fetch, ask(POP, "MKD"))
    assert says in caught.value.message


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("EXR", "There is no SDMX service called EXR"),
        ("NASA/EXR", "There is no SDMX service called NASA"),
        ("ECB", "ECB names no dataflow."),
        ("ECB/", "ECB/ names no dataflow."),
        ("ECB/a,b,c,d", "names no dataflow."),
        ("ECB/../../etc", "names no dataflow."),
        ("ECB/E%20R", "names no dataflow."),
    ],
)
async def test_a_key_that_names_nothing_is_told(key, says):
    with pytest.raises(UsageError) as caught:
        await answer(ask(key, "EA20"))
    assert says in caught.value.message


async def test_a_dataflow_that_is_not_there_is_told_in_the_services_own_words():
    def nothing(_: StoredRequest) -> Stored:
        return Stored(b"<p>Could not find requested structures</p>", "made up", 404, "text/html")

    with ReplayServer(nothing) as server:
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=server.base)
        with pytest.raises(ServiceError) as caught:
            await SOURCE.observations(fetch, ask("OECD/NOPE", "MKD"))
    assert caught.value.message == "OECD refused: there is no dataflow NOPE (Could not find requested structures)."
    assert caught.value.hint == "`workbench catalogue search` finds those of OECD."


async def test_a_place_that_the_table_does_not_know_asks_for_no_figures():
    asking = Asking()
    async with asking as observations:
        found = await observations(ask(POP, "USA"))
    assert [p.kind for p in found.problems][-1] == "place-not-honoured"
    assert not [one for one in asking.asked if "/data/" in one.url]


# --- more of what series are ----------------------------------------------------------------------------


def changed(name: str, *pairs: tuple[str, str]) -> bytes:
    text = (FOLDER / name).read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


async def test_projections_that_are_not_marked_are_told():
    structure = changed("oecd-pop-structure.xml", ("Population by sex and age group.", "Figures and projections."))
    found = await answer(ask(POP, "MKD"), (ROW + row()).encode(), dataflow=structure)
    assert "may-be-forecast" in {p.kind for p in found.problems}


async def test_a_percentage_is_known_by_its_unit():
    found = await answer(
        ask(POP + "?UNIT_MEASURE=PT_POP", "MKD"),
        (ROW + row(value="1.5").replace(",PS,", ",PT_POP,").replace(",H,", ",_Z,")).encode(),
    )
    assert found.series.unit == PERCENT
    assert [o.value for o in found.observations] == [Decimal("1.5")]


async def test_a_table_whose_code_lists_did_not_come_is_settled_by_what_stands_in_its_answer():
    text = (FOLDER / "oecd-pop-structure.xml").read_text("utf-8")
    bare = (text[: text.index("    <str:Codelists>")] + text[text.index("    <str:Concepts>") :]).encode()
    body = ROW + row(sex="F", value="9") + row(value="7")
    asking = Asking(body.encode(), dataflow=bare, availableconstraint=b"<x/>")
    async with asking as observations:
        found = await observations(ask(POP + "?MEASURE=POP", "MKD"))
    assert "/MKD.POP...." in asking.data.url
    assert [o.value for o in found.observations] == [7]
    assert "SEX: _T" in found.problems[0].message or "Sex: _T" in found.problems[0].message


async def test_money_has_its_prices_and_an_index_its_base():
    structure = changed(
        "oecd-pop-structure.xml",
        ('"PS"><com:Name xml:lang="en">Persons', '"PS"><com:Name xml:lang="en">US dollars, millions'),
    )
    head = ROW.replace(",OBS_STATUS", ",PRICE_BASE,BASE_PER,ADJUSTMENT")
    found = await answer(ask(POP, "MKD"), (head + row(status="L,2015,Y")).encode(), dataflow=structure)
    series = found.series
    assert (series.unit.dimension, series.unit.code, series.unit.prices) == (Dimension.MONEY, "USD", "constant 2015")
    assert series.adjusted == "Calendar and seasonally adjusted"
    assert "Base: 2015." in series.notes
    assert [(o.value, o.evidence.scale if o.evidence else None) for o in found.observations] == [(5_000_000, 1_000_000)]


async def test_a_multiplier_in_words_and_another_in_figures_are_told_and_the_figure_counts():
    structure = changed(
        "oecd-pop-structure.xml",
        ('"PS"><com:Name xml:lang="en">Persons', '"PS"><com:Name xml:lang="en">Thousand persons'),
    )
    head = ROW.replace(",OBS_STATUS", ",UNIT_MULT")
    twice = await answer(ask(POP, "MKD"), (head + row(status="3")).encode(), dataflow=structure)
    other = await answer(ask(POP, "MKD"), (head + row(status="6")).encode(), dataflow=structure)
    words = await answer(ask(POP, "MKD"), (head + row(status="0")).encode(), dataflow=structure)
    assert [found.observations[0].value for found in (twice, other, words)] == [5_000, 5_000_000, 5_000]
    assert ["two-scales" in {p.kind for p in found.problems} for found in (twice, other, words)] == [False, True, False]


async def test_figures_in_several_units_have_none():
    text = (FOLDER / "ecb-exr.csv").read_text("utf-8").replace(",USD,0\n", ",CHF,0\n", 1)
    found = await answer(ask(EXR, "EA20", last=2019), text.encode())
    assert found.series.unit == UNKNOWN_UNIT
    assert "several-units" in {p.kind for p in found.problems}


@each(
    ("code", "label", "unit"),
    [
        ("PS", "PS", "person"),
        ("PS", "Persons", "person"),
        ("PT_LF_SUB", "Percentage of labour force in the same subgroup", "percentage"),
        ("PCPA", "Percent per annum", "percentage"),
        ("PD", "Percentage points", "percentage point"),
        ("IX", "IX", "index point"),
        ("USD", "USD", "dollar"),
        ("MKD", "Denar", "denar"),
        ("XDC", "XDC", "national currency unit"),
        ("XDC_R_B1GQ", "Domestic currency; ratio to annual GDP", "percentage"),
        ("10P3HB", "10P3HB", "case per 1,000 inhabitants"),
        ("Y", "Years", "year"),
        ("XYZ", "XYZ", ""),
        ("QQ", "QQ", ""),
    ],
)
def test_units_by_name_and_by_code(code, label, unit):
    assert str(unit_of(Member(code, label)).unit) == unit


# --- lists and the table of services --------------------------------------------------------------------


async def test_lists_that_do_not_come_are_told_with_the_titles_of_the_others(served):
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=served.base)
    pages = [page async for page in SOURCE.catalogue(fetch)]
    assert [(one.ref.key, one.title) for page in pages for one in page.series] == [
        ("ECB/EXR", "Exchange Rates"),
        ("ECB/FM", "Financial market data"),
        ("ECB/ICP", "Indices of Consumer prices"),
    ]
    assert len(pages[-1].problems) == len(PROVIDERS) - 1
    assert {p.kind for p in pages[-1].problems} == {"list-missing"}


async def test_a_list_of_which_nothing_comes_is_an_error():
    with ReplayServer(lambda _: Stored(b"<a/>", "made up", 200, "application/xml")) as server:
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=server.base)
        with pytest.raises(SourceError, match="a message of the kind a"):
            [page async for page in SOURCE.catalogue(fetch)]


async def test_a_recorded_list_gives_its_titles(shared):
    """INSEE's 663 dataflows, recorded."""
    body = (shared / "sources/recorded/sdmx/sdmx-test-data/INSEE/dataflow.xml").read_bytes()

    def one(asked: StoredRequest) -> Stored | None:
        return Stored(body, "INSEE", 200, "application/xml") if "oecd" in asked.url else None

    with ReplayServer(one) as server:
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=server.base)
        series = [each async for page in SOURCE.catalogue(fetch) for each in page.series]
    assert len(series) == 663
    assert all(one.title and one.title.isprintable() for one in series)


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda one: one.name)
def test_each_service_of_the_table_is_whole(provider):
    assert provider.base.startswith("https://")
    assert provider.host in SOURCE.info.hosts
    assert provider.page.format(agency="A", flow="F").startswith("https://")
    assert provider.licence
    assert BY_NAME[provider.name.lower()] is provider


def test_the_pace_of_the_oecd_is_told():
    assert "OECD (60 downloads an hour)" in SOURCE.info.covers


async def test_a_structure_is_asked_for_once_a_week(served):
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=served.base)
    asked: list[Request] = []

    async def noting(request: Request, *, fresh: bool = False) -> Answer:
        asked.append(request)
        return await fetch(request, fresh=fresh)

    await SOURCE.observations(noting, ask(EXR, "EA20", last=2019))
    assert [request.max_age for request in asked] == [timedelta(days=7), None]
