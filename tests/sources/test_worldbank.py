"""The World Bank's answers, recorded and made up."""

from __future__ import annotations

import json
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._web.fetch import Fetcher
from sources._worldbank.answer_reader import read_page, read_rows
from sources.worldbank import SOURCE
from workbench.core.errors import ServiceError, SourceError, WrongAnswerError
from workbench.core.quantity import PERCENT
from workbench.core.series import Additivity, SeriesRef, Status
from workbench.ports import Ask
from workbench.testing import CannedFetch, MemoryArchive, utc_now

FIVE = ("TCD", "ETH", "KEN", "RWA", "SSD")
REF = SeriesRef("worldbank", "SP.POP.TOTL")


@pytest.fixture
def fetch(recorded):
    return Fetcher(archive=MemoryArchive(), clock=utc_now, replay=recorded.base)


def ask(key: str, *places: str, first: int = 1960, last: int = 2026) -> Ask:
    return Ask(SeriesRef("worldbank", key), places, first, last)


def page(*rows: dict, **head: object) -> bytes:
    return json.dumps([{"page": 1, "pages": 1, "per_page": "50", "total": len(rows)} | head, list(rows)]).encode()


def row(place: str = "MKD", date: str = "2021", value: object = 1, **other: object) -> dict:
    base = {"indicator": {"id": "X", "value": "Population, total"}, "country": {"id": place[:2], "value": place}}
    return (
        base
        | {"countryiso3code": place, "date": date, "value": value, "unit": "", "obs_status": "", "decimal": 0}
        | other
    )


# --- recorded -------------------------------------------------------------------------------------------


async def test_all_pages_of_a_recorded_answer_are_read(fetch):
    found = await SOURCE.observations(fetch, ask("SP.POP.TOTL", *FIVE))
    assert len(found.observations) == 330
    assert len(found.snapshots) == 4
    assert {o.place for o in found.observations} == set(FIVE)
    assert found.series.title == "Population, total"
    assert found.series.unit.name == "person"
    assert found.series.adds is Additivity.LAST
    assert found.series.updated is not None
    assert found.problems == ()


async def test_a_percentage_is_known_by_its_title(fetch):
    found = await SOURCE.observations(fetch, ask("FS.AST.PRVT.GD.ZS", *FIVE))
    assert found.series.unit == PERCENT
    missing = [o for o in found.observations if o.value is None]
    assert missing
    assert all(o.status is Status.MISSING for o in missing)


async def test_an_archived_indicator_is_refused_in_the_services_own_words(fetch):
    with pytest.raises(ServiceError, match="may have been deleted or archived"):
        await SOURCE.observations(fetch, ask("IC.REG.DURS", *FIVE))


async def test_every_recorded_series_reads_without_a_bad_row(fetch, shared):
    for file in sorted((shared / "sources/recorded/worldbank/api-v2").glob("country__*__indicator__*.json")):
        key = file.stem.rpartition("__")[2]
        if key != "IC.REG.DURS":
            found = await SOURCE.observations(fetch, ask(key, *FIVE))
            assert found.observations
            assert not [p for p in found.problems if p.kind == "bad-row"]
            assert found.series.unit.name, found.series.title


@pytest.mark.slow
async def test_the_whole_list_comes_in_pages_with_progress(whole_list):
    """29,500 titles, as the service has them, over real sockets."""
    fetch = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=whole_list.base)
    began = time.perf_counter()
    pages = [page async for page in SOURCE.catalogue(fetch)]
    series = [each for page in pages for each in page.series]
    assert len(pages) == 30
    assert pages[0].of == pages[-1].of == pages[-1].done == 29_500
    assert len({each.ref for each in series}) > 29_000
    assert {each.ref.key: each for each in series}["SP.POP.TOTL"].unit.name == "person"
    assert time.perf_counter() - began < 20


# --- made up --------------------------------------------------------------------------------------------


async def observed(body: bytes, *places: str, first: int = 1960, last: int = 2030):
    return await SOURCE.observations(CannedFetch(MemoryArchive(), body), Ask(REF, places or ("MKD",), first, last))


async def test_errors_that_come_as_success_are_errors():
    body = (
        b'[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]},null]'
    )
    with pytest.raises(ServiceError, match="World Bank refused: The provided parameter value is not valid"):
        await observed(body)


@pytest.mark.parametrize(
    "body",
    [b'[{"page":0,"pages":0,"per_page":0,"total":0},null]', b'[{"page":1,"pages":1,"per_page":"50","total":0},[]]'],
)
async def test_an_empty_answer_is_an_outcome(body):
    found = await observed(body)
    assert found.observations == ()
    assert [p.kind for p in found.problems] == ["no-figures"]
    assert found.snapshots


async def test_a_missing_value_is_not_zero():
    found = await observed(page(row(value=None), row(date="2020", value=0)))
    assert [(o.value, o.status) for o in found.observations] == [(Decimal(0), Status.FINAL), (None, Status.MISSING)]


async def test_years_and_places_outside_are_left_out_and_what_there_is_is_told():
    body = page(row(date="2019"), row(date="2018"), row("SRB", "2021"))
    found = await observed(body, "MKD", first=2021, last=2022)
    assert found.observations == ()
    assert "It has figures of 2018–2019" in found.problems[0].message


async def test_groups_are_asked_for_by_the_services_own_codes():
    fetch = CannedFetch(MemoryArchive(), page(row("EUU")))
    found = await SOURCE.observations(fetch, Ask(REF, ("EU27", "V4"), 2021, 2021))
    assert [o.place for o in found.observations] == ["EU27"]
    assert fetch.asked[0].url.endswith("/country/EUU/indicator/SP.POP.TOTL")
    assert any("V4" in p.message or "Visegr" in p.message for p in found.problems)


async def test_aggregates_without_an_iso_code_keep_their_own_name_and_are_not_taken_for_countries():
    found = await observed(page(row("", country={"id": "ZQ", "value": "Middle East"}), row("ARB"), row("MKD")))
    assert [o.place for o in found.observations] == ["MKD"]


async def test_flags_and_other_periods_are_read():
    found = await observed(page(row(date="2021Q3", obs_status="E"), row(date="2021M09", obs_status="F")))
    assert {o.period.label: o.status for o in found.observations} == {
        "2021-Q3": Status.ESTIMATED,
        "Sep 2021": Status.FORECAST,
    }


async def test_millions_in_the_title_are_multiplied_out_and_evidence_says_so():
    title = {"id": "X", "value": "Exports Merchandise, current US$, millions, seas. adj."}
    found = await observed(page(row(value=12.5, indicator=title)))
    only = found.observations[0]
    assert only.value == Decimal(12500000)
    assert only.evidence is not None
    assert only.evidence.scale == 1_000_000
    assert found.series.unit.code == "USD"


async def test_a_row_that_cannot_be_read_is_a_problem_beside_the_others():
    strange = (
        {"value": 1},
        row(date="someday"),
        row(value="many"),
        row(value=True),
        row(value=float("1e300")),
        row(date=None),
    )
    found = await observed(page(row(), *strange))
    assert len(found.observations) == 1
    assert len([p for p in found.problems if p.kind == "bad-row"]) == len(strange)


async def test_control_characters_never_leave_the_source():
    title = {"id": "X", "value": "Popul\x1b[31mation\u202e, total\n(%)"}
    found = await observed(page(row(indicator=title)))
    assert found.series.title.isprintable()


async def test_places_are_asked_one_by_one_where_few_and_together_where_many():
    few, many = CannedFetch(MemoryArchive(), page()), CannedFetch(MemoryArchive(), page())
    await SOURCE.observations(few, Ask(REF, ("MKD", "ALB"), 2020, 2021))
    await SOURCE.observations(many, Ask(REF, FIVE, 2020, 2021))
    assert [r.url.split("/")[5] for r in few.asked] == ["MKD", "ALB"]
    assert [r.url.split("/")[5] for r in many.asked] == ["TCD;ETH;KEN;RWA;SSD"]


async def test_an_absurd_number_of_pages_is_refused():
    with pytest.raises(WrongAnswerError):
        await observed(page(row(), pages=10_000_000))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["page", "pages", "message", "value", "date", "country", "countryiso3code", "indicator", "id"]), inner, max_size=5),
    max_leaves=20,
)  # fmt: skip


@given(JSON)
def test_any_json_is_a_page_or_a_sentence(tree):
    try:
        found, problems = read_rows(REF, read_page(json.dumps(tree).encode()), "0" * 64)
    except SourceError as error:
        assert error.message.isprintable()
    else:
        assert all(o.place.isprintable() for o in found)
        assert all(p.message.isprintable() for p in problems)
