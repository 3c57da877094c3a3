"""The office of work and prices of the United States: errors inside successes, means of years among months, changes for who has a key."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from sources.bls import SOURCE, BlsLimitError, NoBlsSeriesError
from workbench.core.errors import ServiceError, UnknownNameError
from workbench.core.period import Frequency
from workbench.core.series import SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Answer, Ask, Request
from workbench.testing import CannedFetch, MemoryArchive

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "bls"


class TestBls(Served):
    source = SOURCE
    asks = Ask(SeriesRef("bls", "LNS14000000"), ("USA",), 2019, 2024)
    unknown_place = "CAN"
    unknown_key = "LNU99999999"
    figures = MappingProxyType({("USA", "Apr 2020"): "14.8", ("USA", "Dec 2019"): "3.6", ("USA", "Jan 2024"): "3.7"})
    unit = "percentage"


def ask(key: str, frequency: Frequency | None = None) -> Ask:
    return Ask(SeriesRef("bls", key), ("USA",), 2020, 2024, frequency=frequency)


def answer(status: str, *message: str, rows: list | None = None, **about: object) -> bytes:
    series = [{"seriesID": "x", "data": rows, **about}] if rows is not None else None
    return json.dumps({"status": status, "message": message, "Results": {"series": series} if series else {}}).encode()


async def test_decades_are_asked_for_so_that_one_answer_serves_many_claims():
    fetch = CannedFetch(MemoryArchive(), answer("REQUEST_SUCCEEDED", rows=[]))
    await SOURCE.observations(fetch, replace(ask("LNS14000000"), first=2008, last=2024))
    years = [(body["startyear"], body["endyear"]) for body in (json.loads(one.body) for one in fetch.asked)]
    assert years == [("2000", "2009"), ("2010", "2019"), ("2020", "2029")]
    assert all(one.credential and one.credential.field == "registrationkey" for one in fetch.asked)


async def test_inflation_is_the_offices_own_change_over_twelve_months(fetch):
    """Inflation reached 9.1 percent in June 2022."""
    found = await SOURCE.observations(fetch, ask("CUUR0000SA0?change=12&freq=M"))
    assert [(o.period.label, o.value) for o in found.observations] == [
        ("Jun 2022", Decimal("9.1")),
        ("Dec 2022", Decimal("6.5")),
        ("Jan 2023", Decimal("6.4")),
    ]
    assert found.observations[-1].status is Status.PROVISIONAL
    body = (FOLDER / "cuur0000sa0-2020.json").read_bytes()
    assert all(o.evidence and read_figure(o.evidence, body) == o.value for o in found.observations)
    assert (found.series.unit.name, found.series.adjusted) == ("percentage", "Not seasonally adjusted")


async def test_the_mean_of_a_year_is_no_thirteenth_month(fetch):
    """Over 2022 as a whole prices were 8.0 percent higher than the year before."""
    found = await SOURCE.observations(fetch, ask("CUUR0000SA0?change=12", Frequency.YEAR))
    assert [(o.period.label, o.value) for o in found.observations] == [("2022", Decimal("8.0"))]


async def test_without_a_key_there_are_no_changes_and_that_is_told():
    rows = [{"year": "2022", "period": "M06", "value": "296.311", "footnotes": [{}]}]
    found = await SOURCE.observations(
        CannedFetch(MemoryArchive(), answer("REQUEST_SUCCEEDED", rows=rows)), ask("CUUR0000SA0?change=12")
    )
    assert [o.value for o in found.observations] == [None]
    assert "wants-key" in {p.kind for p in found.problems}


async def test_what_only_a_key_opens_is_left_out_where_the_office_wants_one():
    good = answer("REQUEST_SUCCEEDED", rows=[{"year": "2022", "period": "M06", "value": "3.6", "footnotes": []}])
    bad = answer("REQUEST_NOT_PROCESSED", "annualaverage is for registered users alone")
    asked = []

    async def fetch(request: Request, *, fresh: bool = False) -> Answer:
        asked.append(request)
        return await CannedFetch(MemoryArchive(), bad if b"annualaverage" in request.body else good)(request)

    found = await SOURCE.observations(fetch, ask("LNS14000000"))
    assert [o.value for o in found.observations] == [Decimal("3.6")]
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("body", "kind", "says"),
    [
        (
            answer("REQUEST_NOT_PROCESSED", "Request could not be serviced, as the daily threshold has been reached."),
            BlsLimitError,
            "answers no more today",
        ),
        (answer("REQUEST_NOT_PROCESSED", "The start year is invalid."), ServiceError, "The start year is invalid"),
        (answer("REQUEST_NOT_PROCESSED"), ServiceError, "REQUEST_NOT_PROCESSED"),
        (
            answer("REQUEST_SUCCEEDED", "Series does not exist for Series LNS1", rows=[]),
            NoBlsSeriesError,
            "it has no series LNS14000000",
        ),
    ],
)
async def test_an_error_inside_a_success_is_one(body, kind, says):
    with pytest.raises(kind, match=says):
        await SOURCE.observations(CannedFetch(MemoryArchive(), body), ask("LNS14000000"))


async def test_a_change_that_the_office_does_not_compute_is_told(fetch):
    with pytest.raises(UnknownNameError, match="change"):
        await SOURCE.observations(fetch, ask("CUUR0000SA0?change=7"))


@pytest.mark.parametrize(("series", "area"), [("LASST060000000000003", ""), ("CUUR0000SA0", "Los Angeles")])
async def test_a_state_is_not_the_country(series, area):
    rows = [{"year": "2022", "period": "M06", "value": "4.1", "footnotes": []}]
    body = answer("REQUEST_SUCCEEDED", rows=rows, catalog={"area": area, "series_title": "A rate"})
    found = await SOURCE.observations(CannedFetch(MemoryArchive(), body), ask(series))
    assert found.observations == ()
    assert "no-figures" in {p.kind for p in found.problems}


async def test_halves_quarters_gaps_and_strange_rows():
    rows = [
        {"year": "2022", "period": "Q02", "value": "-", "footnotes": [{"code": "X", "text": "Data unavailable"}]},
        {"year": "2022", "period": "S01", "value": "2", "footnotes": []},
        {"year": "2022", "period": "Z01", "value": "2", "footnotes": []},
        "x",
    ]
    fetch = CannedFetch(MemoryArchive(), answer("REQUEST_SUCCEEDED", rows=rows))
    found = await SOURCE.observations(fetch, ask("CIU1010000000000A?freq=Q"))
    assert [(o.period.label, o.value, o.note) for o in found.observations] == [("2022-Q2", None, "Data unavailable")]
    assert "2 rows of its answer cannot be read." in [p.message for p in found.problems]
    half = await SOURCE.observations(fetch, ask("CIU1010000000000A?freq=S"))
    assert [(o.period.frequency, o.value) for o in half.observations] == [(Frequency.HALF, 2)]
