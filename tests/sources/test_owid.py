"""Our World in Data on loopback: charts with one column and with several, places of its own, what it does not pass on."""

from __future__ import annotations

import gzip
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._owid.catalogue_list import read_page
from sources._owid.chart_metadata import read_metadata
from sources._owid.csv_reader import read_column, read_sheet
from sources._web.fetch import Fetcher
from sources._web.replay import ReplayServer
from sources._web.stored_answers import Stored, StoredRequest
from sources.owid import SOURCE, NoChartError, NotPassedOnError
from workbench.core.errors import (
    SourceError,
    TooBigAnswerError,
    UnknownNameError,
    UnreachableError,
    WorkbenchError,
    WrongAnswerError,
)
from workbench.core.number import exact
from workbench.core.period import Frequency
from workbench.core.quantity import PERCENT
from workbench.core.series import Additivity, Series, SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Answer, Ask, Request, SourceAnswer
from workbench.testing import CannedFetch, MemoryArchive, utc_now

from .any_owid import read_owid
from .served import Served

SPECIMENS = Path(__file__).parent / "specimens" / "owid"
PAGE = "https://ourworldindata.org/grapher/"


def specimen(name: str) -> bytes:
    return (SPECIMENS / f"synthetic-{name}").read_bytes()


class Charts:
    """Answers as the chart API does, and remembers what it was asked."""

    def __init__(self, **changed: Stored) -> None:
        self.asked: list[StoredRequest] = []
        self._changed = changed

    def __call__(self, asked: StoredRequest) -> Stored:
        self.asked.append(asked)
        name = asked.url.rpartition("/")[2]
        if name in self._changed:
            return self._changed[name]
        path = SPECIMENS / f"synthetic-{name.replace('search', 'search.json')}"
        if path.is_file() and path.name != "datapackage.json":
            return Stored(path.read_bytes(), media_type="text/csv" if path.suffix == ".csv" else "application/json")
        return Stored(b"Not found", status=404, media_type="text/plain")

    def params(self, n: int) -> dict[str, str]:
        return dict(self.asked[n].params)


async def found(
    key: str, *places: str, first: int = 2000, last: int = 2030, words: str = "", **changed: Stored
) -> SourceAnswer:
    archive = MemoryArchive()
    with ReplayServer(Charts(**changed)) as server:
        fetch = Fetcher(archive=archive, clock=utc_now, replay=server.base)
        ask = Ask(SeriesRef("owid", key), places, first, last, words=frozenset(words.split()))
        got = await SOURCE.observations(fetch, ask)
    for o in got.observations:
        if o.value is not None:
            assert exact(read_figure(o.evidence, archive.read(o.evidence.snapshot))) == exact(o.value)
    return got


def figures(got: SourceAnswer) -> dict[str, str]:
    return {f"{o.place} {o.period.label}": exact(o.value) for o in got.observations}


def csv(text: str | bytes) -> Stored:
    return Stored(text.encode() if isinstance(text, str) else text, media_type="text/csv")


class TestLifeSatisfaction(Served):
    source = SOURCE
    asks = Ask(SeriesRef("owid", "life-satisfaction"), ("MKD",), 2010, 2014)

    @pytest.fixture(autouse=True)
    def _served(self):
        with ReplayServer(Charts()) as server:
            self.base = server.base
            yield


class TestOneColumnOfSeveral(TestLifeSatisfaction):
    asks = Ask(SeriesRef("owid", "asylum?column=applications"), ("MKD", "XKX", "WLD"), 2019, 2022)


# --- what is read


async def test_a_chart_with_its_unit_producer_and_day():
    """Life satisfaction in North Macedonia rose from 4.6 in 2010 to 5.3 in 2014."""
    got = await found("life-satisfaction", "MKD", first=2010, last=2014)
    assert figures(got)["MKD 2010"] == "4.63964748382568"
    assert figures(got)["MKD 2014"] == "5.34574604034424"
    series = got.series
    assert series.title == "Self-reported life satisfaction"
    assert series.publisher == "World Happiness Report (2022) – processed by Our World in Data"
    assert series.licence.startswith("CC BY 4.0 (Our World in Data); the original producer")
    assert series.url == PAGE + "life-satisfaction"
    assert (series.first, series.last, series.frequency) == (2005, 2021, Frequency.YEAR)
    assert str(series.updated) == "2022-03-18"
    assert got.problems == ()
    assert {o.vintage for o in got.observations} == {series.updated}


async def test_places_of_its_own():
    got = await found("asylum?column=applications", "XKX", "WLD", "Africa (UN)", first=2022, last=2022)
    assert figures(got) == {"Africa (UN) 2022": "500", "WLD 2022": "2600000", "XKX 2022": "30"}


async def test_an_empty_cell_is_no_figure():
    got = await found("asylum?column=applications", "XKX", first=2021, last=2021)
    assert got.observations == ()
    assert [problem.kind for problem in got.problems] == ["has-forecast", "no-figures"]


async def test_a_column_is_chosen_by_the_claims_words_and_told():
    got = await found("asylum", "MKD", words="share of applications recognised", first=2021, last=2021)
    assert figures(got) == {"MKD 2021": "12.5"}
    assert got.series.unit == PERCENT
    assert got.series.title == "Asylum applications: Share of applications recognised"
    assert any(
        "read was Column: Share of applications recognised (as the claim says)" in str(one) for one in got.problems
    )


async def test_without_words_the_first_column_is_read_and_told():
    got = await found("asylum", "MKD", first=2019, last=2023)
    assert list(figures(got).values()) == ["450", "151", "91", "162", "598"]
    assert (got.series.unit.name, got.series.adds) == ("application", Additivity.SUM)
    assert "member-chosen" in [one.kind for one in got.problems]


@pytest.mark.parametrize("column", ["applications", "APPLICATIONS", "Asylum applications"])
async def test_a_column_by_any_of_its_names(column):
    got = await found(f"asylum?column={column}", "MKD", first=2021, last=2021)
    assert figures(got) == {"MKD 2021": "91"}


async def test_a_column_of_words_is_no_series():
    with pytest.raises(UnknownNameError, match="There is no column of asylum called region"):
        await found("asylum?column=region", "MKD")


async def test_what_lies_after_the_last_update_is_a_projection():
    got = await found("asylum?column=applications", "MKD", first=2023, last=2024)
    assert [o.status for o in got.observations] == [Status.FINAL, Status.FORECAST]
    assert any("runs on into projections" in str(one) for one in got.problems)
    named = await found("asylum?column=applications_projected", "MKD", first=2024, last=2024)
    assert [o.status for o in named.observations] == [Status.FORECAST]


async def test_days_instead_of_years():
    body = "Entity,Code,Day,life_satisfaction\nNorth Macedonia,MKD,2021-03-01,5\nNorth Macedonia,MKD,2021-03-02,6\n"
    got = await found("life-satisfaction", "MKD", **{"life-satisfaction.csv": csv(body)})
    assert [o.period.label for o in got.observations] == ["1 Mar 2021", "2 Mar 2021"]
    assert got.series.frequency is Frequency.DAY


async def test_a_conversion_factor_has_been_applied_already():
    tree = json.loads(specimen("life-satisfaction.metadata.json"))
    tree["columns"]["life_satisfaction"]["conversionFactor"] = 1000
    about = Stored(json.dumps(tree).encode())
    got = await found("life-satisfaction", "MKD", first=2010, last=2010, **{"life-satisfaction.metadata.json": about})
    assert figures(got) == {"MKD 2010": "4.63964748382568"}


async def test_a_unit_that_multiplies_is_applied_and_told():
    tree = json.loads(specimen("life-satisfaction.metadata.json"))
    tree["columns"]["life_satisfaction"]["unit"] = "million tonnes"
    about = Stored(json.dumps(tree).encode())
    body = "Entity,Code,Year,life_satisfaction\nNorth Macedonia,MKD,2010,7.5\n"
    got = await found(
        "life-satisfaction", "MKD", **{"life-satisfaction.metadata.json": about, "life-satisfaction.csv": csv(body)}
    )
    assert figures(got) == {"MKD 2010": "7500000.0"}
    assert "Figures come in units of 1,000,000, which is applied here." in got.series.notes


async def test_what_cannot_be_read_is_counted():
    body = "Entity,Code,Year,life_satisfaction\nNorth Macedonia,MKD,2010,7\nNorth Macedonia,MKD,2010,8\nNorth Macedonia,MKD,2011,many\nNorth Macedonia,MKD\n"
    got = await found("life-satisfaction", "MKD", **{"life-satisfaction.csv": csv(body)})
    assert [one.value for one in got.observations] == [None]
    assert [one.kind for one in got.problems] == ["bad-cell", "figure-twice", "no-figures"]
    assert str(got.problems[0]) == "Our World in Data: 2 rows of its answer cannot be read. They were left out."


# --- what is asked


async def test_all_places_and_years_are_asked_once():
    server = Charts()
    with ReplayServer(server) as replay:
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=replay.base)
        await SOURCE.observations(fetch, Ask(SeriesRef("owid", "life-satisfaction"), ("MKD",), 2010, 2014))
    assert [one.url for one in server.asked] == [
        PAGE + "life-satisfaction.metadata.json",
        PAGE + "life-satisfaction.csv",
    ]
    assert server.params(1) == {"csvType": "full", "useColumnShortNames": "true"}


async def test_a_chart_too_big_is_asked_for_the_places_alone():
    asked: list[Request] = []

    async def fetch(request: Request, *, fresh: bool = False) -> Answer:
        asked.append(request)
        if dict(request.params).get("csvType") == "full":
            raise TooBigAnswerError("ourworldindata.org", 64_000_000)
        name = request.url.removeprefix(PAGE)
        return await CannedFetch(MemoryArchive(), specimen(name), "text/csv")(request)

    got = await SOURCE.observations(
        fetch, Ask(SeriesRef("owid", "asylum?column=applications"), ("MKD", "XKX"), 2019, 2022)
    )
    assert {"country": "MKD~OWID_KOS", "time": "2019..2022", "csvType": "filtered"}.items() <= dict(
        asked[-1].params
    ).items()
    assert len(got.observations) == 5
    with pytest.raises(TooBigAnswerError):
        await SOURCE.observations(fetch, Ask(SeriesRef("owid", "asylum?column=applications"), (), 2019, 2022))


# --- what it refuses


@pytest.mark.parametrize("slug", ["no-such-chart", "../secret", "a b", "x" * 200])
async def test_a_chart_that_is_not_there(slug):
    with pytest.raises(NoChartError) as caught:
        await found(
            slug,
            "MKD",
            **{"no-such-chart.metadata.json": Stored(b"<html>Not found</html>", status=404, media_type="text/html")},
        )
    assert "there is no chart called" in caught.value.message
    assert caught.value.hint == "Look it up with `workbench catalogue search WORDS`."


async def test_a_chart_without_a_table():
    gone = Stored(b"not found", status=404, media_type="text/plain")
    with pytest.raises(NoChartError) as caught:
        await found("life-satisfaction", "MKD", **{"life-satisfaction.csv": gone})
    assert caught.value.message == "Our World in Data refused: no table is given out for the chart life-satisfaction."


async def test_figures_that_are_not_passed_on():
    """About one chart in fifty: its producer's terms forbid it."""
    no = Stored(b'{"message": "This chart contains non-redistributable data"}', status=403)
    with pytest.raises(NotPassedOnError) as caught:
        await found("life-satisfaction", "MKD", **{"life-satisfaction.csv": no})
    assert caught.value.message == (
        "Our World in Data refused: the producer of the figures of life-satisfaction does not allow that they are passed on."
    )
    assert caught.value.hint == f"Look at {PAGE}life-satisfaction, and ask the producer that it names."


@pytest.mark.parametrize(
    ("part", "answer", "says"),
    [
        ("csv", Stored(b"<html>down</html>", media_type="text/html"), "an HTML page"),
        ("csv", csv("<!DOCTYPE html><p>down"), "an HTML page"),
        ("csv", csv(""), "an empty body"),
        ("csv", csv("Country,Date\nx,1\n"), "CSV with Entity and Year"),
        ("csv", csv("Entity,Code,Year\nAlbania,ALB,2020\n"), "CSV with Entity and Year"),
        ("csv", csv('Entity,Code,Year,a\n"' + "x" * 200_000), "a table that breaks off"),
        ("csv", csv('Entity,Code,Year,a\nAlbania,ALB,2010,1\n"Alb'), "a table that breaks off"),
        ("metadata.json", Stored(b"{}"), "JSON of another shape"),
        ("metadata.json", Stored(b'{"columns": []}'), "JSON of another shape"),
        ("metadata.json", Stored(b"[" * 100_000), "something that cannot be read as JSON"),
        ("metadata.json", Stored(b"<html>down</html>", media_type="text/html"), "an HTML page"),
    ],
)
async def test_a_changed_shape_is_no_answer(part, answer, says):
    with pytest.raises(WrongAnswerError) as caught:
        await found("life-satisfaction", "MKD", **{f"life-satisfaction.{part}": answer})
    assert says in caught.value.message


@pytest.mark.parametrize(("path", "kind"), [("slow", UnreachableError), ("cut", UnreachableError), ("endless", TooBigAnswerError), ("image", WrongAnswerError)])  # fmt: skip
async def test_bad_lines_end_in_a_sentence(faults, quick, monkeypatch, path, kind):
    client = quick(calmly=path != "slow")  # a busy machine is no slow service
    monkeypatch.setattr("sources.owid.PAGE", faults.url(f"{path}/"))
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, client=client, hosts={"owid": (faults.host,)})
    with pytest.raises(kind) as caught:
        await SOURCE.observations(fetch, Ask(SeriesRef("owid", "life-satisfaction"), ("MKD",), 2010, 2014))
    assert caught.value.message.isprintable()


# --- its list


async def listed(pages: list[bytes]) -> tuple[list[Series], list[str], list[StoredRequest]]:
    asked: list[StoredRequest] = []

    def answers(one: StoredRequest) -> Stored:
        asked.append(one)
        said = dict(one.params)
        number = int(said["page"])
        return Stored(
            pages[number] if not said["q"] and number < len(pages) else b'{"results": [], "nbHits": 0, "nbPages": 0}'
        )

    with ReplayServer(answers) as server:
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=server.base)
        got = [page async for page in SOURCE.catalogue(fetch)]
    told = [str(problem) for page in got for problem in page.problems]
    return [one for page in got for one in page.series], told, asked


async def test_its_list_comes_page_by_page():
    first = b'{"results": [{"slug": "a", "title": "A (%)"}, {"slug": "b", "title": "B"}], "nbHits": 3, "nbPages": 2}'
    second = b'{"results": [{"slug": "b", "title": "B"}, {"slug": "c", "title": "C"}], "nbHits": 3, "nbPages": 2}'
    series, told, asked = await listed([first, second])
    assert [one.ref.key for one in series] == ["a", "b", "c"]
    assert series[0].unit == PERCENT
    assert told == []
    assert [dict(one.params)["page"] for one in asked] == ["0", "1"]
    assert dict(asked[0].params) == {"q": "", "type": "charts", "hitsPerPage": "100", "page": "0"}


async def test_what_the_search_keeps_back_is_asked_for_by_theme_and_told():
    first = b'{"results": [{"slug": "a", "title": "A"}], "nbHits": 5000, "nbPages": 1}'
    series, told, asked = await listed([first])
    assert len(series) == 1
    assert len(asked) > 20
    assert told == [
        "Our World in Data: its search gave 1 of 5,000 charts. A chart that is not listed can be named by its address."
    ]


def test_rows_of_the_list_that_are_no_charts_are_passed_over():
    page = read_page(specimen("search.json"))
    assert [(one.ref.key, one.title) for one in page.series] == [
        ("life-satisfaction", "Self-reported life satisfaction"),
        ("asylum", "Asylum applications (by country of asylum)"),
        ("gdp-per-capita", "GDP per capita (constant 2015 US$)"),
    ]
    with pytest.raises(WrongAnswerError):
        read_page(b'{"error": "Too many hits per page"}')


# --- damage, and recorded bodies


@given(st.data())
def test_damaged_bodies_are_read_or_refused(data):
    for name in ("asylum.csv", "asylum.metadata.json", "search.json"):
        body = bytearray(specimen(name))
        for _ in range(data.draw(st.integers(1, 6))):
            at = data.draw(st.integers(0, len(body)))
            body[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
        try:
            read = read_owid(bytes(body))
        except WorkbenchError as error:
            assert error.message.isprintable()
            continue
        for series, reading in read:
            assert series.title.isprintable()
            for o in reading.observations if reading else ():
                if o.evidence is None:  # damage gave two rows one place and year: both figures are withdrawn
                    assert (o.value, o.status) == (None, Status.MISSING)
                else:
                    assert read_figure(o.evidence, bytes(body)) == o.value


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(body):
    for reader in (read_sheet, read_metadata, read_page, read_owid):
        try:
            reader(body)
        except SourceError as error:
            assert error.message


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_every_recorded_body_is_read(shared):
    """142 tables with 699,000 figures, and a list of 5,658 variables."""
    folder = shared / "sources/recorded/owid"
    series = figures = 0
    silent = []
    for path in sorted(folder.rglob("*.*")):
        if path.is_file() and path.name != "datapackage.json":
            body = path.read_bytes()
            read = read_owid(gzip.decompress(body) if path.suffix == ".gz" else body, path.parent.name)
            assert read
            series += len(read)
            figures += sum(len(reading.observations) for _, reading in read if reading)
            silent += [path.parent.name for _, reading in read if reading and not reading.observations]
    assert series > 6_000
    assert figures > 690_000
    assert set(silent) == {"UNESCO_metadata_on_literacy_(UIS_(2017))"}


def test_recorded_figures_are_those_of_their_rows(shared):
    path = shared / "sources/recorded/owid/datasets/World_Happiness_Report_(2022)/data.csv"
    body = path.read_bytes()
    sheet = read_sheet(body)
    (name,) = sheet.columns
    from sources._owid.chart_metadata import OwidColumn

    read = read_column(
        sheet,
        sheet.columns[name],
        SeriesRef("owid", "x"),
        OwidColumn(name=name, title=name),
        scale=Decimal(1),
        snapshot="0" * 64,
    )
    (one,) = [o for o in read.observations if o.place == "MKD" and o.period.label == "2014"]
    assert exact(one.value) == "5.34574604034424" == exact(read_figure(one.evidence, body))
