"""Version 2 of PxWeb's API: short questions in the address, long ones posted, lists page by page; and how far a walk goes."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sources._cube.cube import Axis, Member
from sources._pxweb import catalogue_list as _pxweb_walk
from sources._pxweb.build_requests import data_request, parts_of
from sources._pxweb.catalogue_list import pages
from sources._pxweb.error_answers import PxWebError
from sources._pxweb.sites import site_named, sites
from sources._web.fetch import Fetcher
from sources._web.replay import ReplayServer
from sources._web.stored_answers import Stored, StoredRequest
from sources.pxweb import SOURCE
from workbench.core.errors import WrongAnswerError
from workbench.core.series import Additivity, SeriesRef
from workbench.ports import Ask, CataloguePage
from workbench.testing import MemoryArchive, utc_now

SCB = site_named("SCB")
WASTE = Axis("WASTE", "waste", (Member("01.1", "solvents"), Member("01.4,02", "chemical"), Member("11", "other")))
TIME = Axis("TIME", "year", tuple(Member(str(y), str(y)) for y in range(2010, 2020)))


def test_a_short_question_is_all_in_its_address():
    request = data_request(
        SCB, "TAB1", "en", {"WASTE": ["01.1"], "TIME": [m.code for m in TIME.members]}, [WASTE, TIME]
    )
    assert (request.method, request.url) == ("GET", "https://statistikdatabasen.scb.se/api/v2/tables/TAB1/data")
    assert request.params == (
        ("lang", "en"), ("outputFormat", "json-stat2"), ("valueCodes[WASTE]", "01.1"), ("valueCodes[TIME]", "*"),
    )  # fmt: skip


def test_a_code_with_a_comma_is_posted():
    request = data_request(SCB, "TAB1", "en", {"WASTE": ["01.4,02"], "TIME": ["2010", "2011"]}, [WASTE, TIME])
    assert request.method == "POST"
    assert json.loads(request.body) == {
        "selection": [
            {"variableCode": "WASTE", "valueCodes": ["01.4,02"]},
            {"variableCode": "TIME", "valueCodes": ["2010", "2011"]},
        ]
    }


def test_a_question_too_long_for_an_address_is_posted():
    towns = Axis("REGION", "region", tuple(Member(f"{n:05}", str(n)) for n in range(400)))
    request = data_request(SCB, "TAB1", "en", {"REGION": [m.code for m in towns.members[:300]]}, [towns])
    assert request.method == "POST"


def test_the_first_version_asks_in_the_tables_own_letters():
    request = data_request(site_named("MakStat"), "a/b.px", "mk", {"TIME": ["2010"]}, [TIME])
    assert request.url == "https://makstat.stat.gov.mk/PXWeb/api/v1/mk/MakStat/a/b.px"
    assert json.loads(request.body)["query"] == [{"code": "TIME", "selection": {"filter": "item", "values": ["2010"]}}]


def test_parts_lose_and_double_nothing():
    selection = {"a": [str(n) for n in range(7)], "b": [str(n) for n in range(5)]}
    from sources._pxweb.folder_lists import AnswerLimits

    cells = [
        (a, b)
        for part in parts_of("x", selection, AnswerLimits(values=8, cells=12))
        for a in part["a"]
        for b in part["b"]
    ]
    assert sorted(cells) == sorted((a, b) for a in selection["a"] for b in selection["b"])


# --- lists


def listed(tables: int, size: int):
    def answer(asked: StoredRequest) -> Stored | None:
        params = dict(asked.params)
        if not asked.url.endswith("/tables"):
            return None
        number = int(params["pageNumber"])
        rows = [
            {"id": f"TAB{n}", "label": f"Table {n}"} for n in range((number - 1) * size, min(number * size, tables))
        ]
        return Stored(json.dumps({"tables": rows, "page": {"totalPages": -(-tables // size)}}).encode())

    return answer


async def walked(answers, *names: str) -> list[CataloguePage]:
    with ReplayServer(answers) as server:
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=server.base)
        return [page async for page in pages(fetch, [sites()[name.lower()] for name in names])]


async def test_a_list_of_version_2_comes_page_by_page():
    found = await walked(listed(1_200, 500), "SCB")
    assert [page.done for page in found] == [500, 1_000, 1_200]
    assert found[0].series[7].ref.key == "SCB/TAB7"


async def test_a_walk_ends_where_it_is_bounded_and_that_is_told(monkeypatch: pytest.MonkeyPatch):
    """A labyrinth: each folder holds two more and a table."""
    monkeypatch.setattr(_pxweb_walk, "MOST_FOLDERS", 20)
    rows = [
        {"id": "a", "type": "l", "text": "A"},
        {"id": "b", "type": "l", "text": "B"},
        {"id": "t.px", "type": "t", "text": "T"},
    ]
    found = await walked(lambda asked: Stored(json.dumps(rows).encode()), "MakStat")
    assert found[-1].done == 20
    assert found[-1].problems[0].message == "the walk ended after 20 folders and 20 tables."


async def test_a_labyrinth_without_tables_ends_too(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(_pxweb_walk, "DEEPEST", 3)
    rows = [{"id": name, "type": "l", "text": name} for name in "abc"]
    assert await walked(lambda asked: Stored(json.dumps(rows).encode()), "MakStat") == []


async def test_one_office_that_does_not_answer_keeps_no_other_back():
    def answer(asked: StoredRequest) -> Stored:
        if "makstat" in asked.url:
            return Stored(b"<html>down</html>", status=400, media_type="text/html")
        return Stored(
            b'[{"dbid": "STAT", "text": "Statistics"}]'
            if asked.url.endswith("/en")
            else b'[{"id": "1.px", "type": "t", "text": "Births"}]'
        )

    (page,) = await walked(answer, "MakStat", "UNECE")
    assert [series.ref.key for series in page.series] == ["UNECE/STAT/1.px"]
    assert [problem.kind for problem in page.problems] == ["list-missing"]


@pytest.mark.parametrize(
    ("stored", "kind"),
    [(Stored(b"{}"), WrongAnswerError), (Stored(b'["x"]'), WrongAnswerError), (Stored(b"<html></html>", media_type="text/html"), WrongAnswerError),
     (Stored(b'{"title": "Too many calls", "status": 400}', status=400), PxWebError)],
)  # fmt: skip
async def test_where_none_answers_the_first_refusal_is_told(stored: Stored, kind: type[Exception]):
    with pytest.raises(kind):
        await walked(lambda asked: replace(stored), "SCB")
    with pytest.raises(kind):
        await walked(lambda asked: replace(stored), "MakStat")


# --- what an office says of a measure


async def test_an_office_says_whether_a_measure_is_a_flow_adjusted_and_at_which_prices():
    said = {"measuringType": {"EXP": "Flow"}, "priceType": {"EXP": "Current"}, "adjustment": {"EXP": "SesOnly"}}
    contents = {
        "label": "contents", "extension": said,
        "category": {"index": {"EXP": 0}, "label": {"EXP": "Exports"}, "unit": {"EXP": {"base": "SEK million", "decimals": 0}}},
    }  # fmt: skip
    years = {"label": "month", "category": {"index": {"2025M01": 0}, "label": {"2025M01": "2025M01"}}}
    tree = {
        "version": "2.0", "class": "dataset", "label": "Exports", "id": ["ContentsCode", "Tid"], "size": [1, 1],
        "role": {"time": ["Tid"]}, "dimension": {"ContentsCode": contents, "Tid": years},
    }  # fmt: skip

    def answer(asked: StoredRequest) -> Stored:
        return Stored(json.dumps(tree | ({"value": [170]} if asked.url.endswith("/data") else {})).encode())

    with ReplayServer(answer) as server:
        fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=server.base)
        found = await SOURCE.observations(fetch, Ask(SeriesRef("pxweb", "SCB/TAB1"), ("SWE",), 2025, 2025))
    assert (found.series.adds, found.series.adjusted) == (Additivity.SUM, "seasonally adjusted")
    assert (found.series.unit.code, found.series.unit.prices) == ("SEK", "current")
    assert found.observations[0].value == 170_000_000
