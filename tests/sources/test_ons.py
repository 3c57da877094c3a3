"""The UK's statistics office: one answer by years, quarters and months, a unit in two halves, a release before midnight."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources._ons.answer_reader import read_places, read_series
from sources._web.fetch import Fetcher
from sources.ons import SOURCE, BadIdError, NoOnsSeriesError
from workbench.core.errors import SourceError, UnknownNameError, WrongAnswerError
from workbench.core.period import Frequency
from workbench.core.quantity import PERCENT
from workbench.core.series import SeriesRef, Status
from workbench.evidence.figure_by_pointer import read_figure
from workbench.ports import Answer, Ask, Request
from workbench.testing import CannedFetch, MemoryArchive, utc_now

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "ons"
CPI = "/economy/inflationandpriceindices/timeseries/d7g7/mm23"


class TestOns(Served):
    source = SOURCE
    asks = Ask(SeriesRef("ons", "d7g7/mm23"), ("GBR",), 2019, 2023)
    unknown_place = "MKD"
    unknown_key = "zzzz/mm23"


def ask(key: str = "d7g7/mm23", *, first: int = 2019, last: int = 2024, frequency: Frequency | None = None) -> Ask:
    return Ask(SeriesRef("ons", key), ("GBR",), first, last, frequency=frequency)


def series(**other: object) -> bytes:
    base = {
        "years": [],
        "quarters": [],
        "months": [],
        "uri": CPI,
        "description": {"title": "A rate: %", "unit": "%", "releaseDate": "2024-05-21T23:00:00.000Z"},
    }
    return json.dumps(base | other).encode()


async def answered(body: bytes, asked: Ask | None = None):
    return await SOURCE.observations(CannedFetch(MemoryArchive(), body), asked or ask(CPI))


async def test_inflation_peaked_in_october_2022(fetch):
    """Inflation reached 11.1 per cent in October 2022, the highest in four decades."""
    found = await SOURCE.observations(fetch, ask(frequency=Frequency.MONTH, first=2022, last=2022))
    peak = max((o for o in found.observations if o.value is not None), key=lambda o: o.value)
    assert (peak.value, peak.period.label, peak.place) == (Decimal("11.1"), "Oct 2022", "GBR")
    assert found.series.unit == PERCENT
    assert found.series.frequency is Frequency.MONTH
    assert found.series.updated == date(2024, 2, 14)
    assert found.series.url == "https://www.ons.gov.uk" + CPI
    assert "Open Government Licence v.3.0" in found.series.licence
    assert found.problems == ()


async def test_without_a_period_years_are_read_and_that_is_told(fetch):
    found = await SOURCE.observations(fetch, ask())
    assert [(o.period.label, o.value) for o in found.observations][-1] == ("2023", Decimal("7.3"))
    assert ["Frequency: Annual" in p.message for p in found.problems] == [True]


async def test_quarters_are_named_in_the_key(fetch):
    found = await SOURCE.observations(fetch, ask("d7g7/mm23?freq=Q"))
    assert [o.period.label for o in found.observations] == ["2022-Q4", "2023-Q1"]


async def test_the_path_of_a_page_is_a_name_too(fetch):
    found = await SOURCE.observations(fetch, ask(CPI))
    assert len(found.snapshots) == 1
    assert found.observations


async def test_another_country_is_told(fetch):
    found = await SOURCE.observations(fetch, replace(ask(), places=("MKD",)))
    assert found.observations == ()
    assert "North Macedonia is not a place that this source knows" in " ".join(p.message for p in found.problems)


@pytest.mark.parametrize("key", ["d7g7", "d7g7/", "/etc/passwd", "/economy/../timeseries/d7g7/mm23", "дд/мм", "a b/c"])
async def test_a_name_of_no_series_says_how_one_is_written(fetch, key):
    with pytest.raises(BadIdError, match="names no time series") as caught:
        await SOURCE.observations(fetch, ask(key))
    assert "ons:d7g7/mm23" in caught.value.hint


async def test_an_id_in_another_dataset_says_which(fetch):
    with pytest.raises(NoOnsSeriesError, match="it has no time series d7g7/xxxx") as caught:
        await SOURCE.observations(fetch, ask("d7g7/xxxx"))
    assert caught.value.hint == "It is in: d7g7/mm23."
    with pytest.raises(NoOnsSeriesError, match="no time series zzzz/mm23"):
        await SOURCE.observations(fetch, ask("zzzz/mm23"))


async def test_a_frequency_that_there_is_not_is_told(fetch):
    with pytest.raises(UnknownNameError):
        await SOURCE.observations(fetch, ask("d7g7/mm23?freq=W"))


async def test_millions_of_pounds_are_scaled():
    body = series(
        years=[{"date": "2023", "value": "2271000"}],
        description={"title": "GDP: SA £m", "preUnit": "£", "unit": "m", "releaseDate": ""},
    )
    found = await answered(body)
    (one,) = found.observations
    assert (one.value, found.series.unit.code, found.series.adjusted) == (
        2_271_000_000_000,
        "GBP",
        "Seasonally adjusted",
    )
    assert read_figure(one.evidence, body) == one.value


async def test_a_release_at_an_hour_before_midnight_is_of_the_next_day():
    assert (await answered(series(years=[{"date": "2023", "value": "1"}]))).series.updated == date(2024, 5, 22)


async def test_an_average_of_three_months_is_told():
    words = {"title": "Unemployment rate: %", "unit": "%", "monthLabelStyle": "three month average"}
    months = [{"date": "2024 FEB", "value": "4.3", "label": "Jan-Mar 2024"}]
    found = await answered(series(months=months, description=words), ask(CPI, frequency=Frequency.MONTH))
    assert found.series.notes == ("The figure of a month is an average of three months around it.",)
    assert found.observations[0].note == "Published as Jan-Mar 2024."


async def test_an_empty_value_is_missing_and_a_strange_row_is_counted():
    rows = [{"date": "2021", "value": ""}, {"date": "2022", "value": "1.5"}, {"date": "soon", "value": "1"}, 7, {}]
    found = await answered(series(years=rows))
    assert [(o.value, o.status) for o in found.observations] == [(None, Status.MISSING), (Decimal("1.5"), Status.FINAL)]
    assert [p.message for p in found.problems] == ["3 rows of its answer cannot be read."]


async def test_nothing_at_all_is_an_outcome():
    found = await answered(series())
    assert found.observations == ()
    assert [p.kind for p in found.problems] == ["no-figures"]


def listing(page: int) -> Callable[[Request], Awaitable[Answer]]:
    """Return a search that gives so many series at a time, however many are asked for."""

    async def fetch(request: Request, *, fresh: bool = False) -> Answer:
        start = int(dict(request.params)["offset"])
        items = [
            {"cdid": f"D{n}", "dataset_id": "MM23", "uri": f"/economy/timeseries/d{n}/mm23", "title": f"CPI {n}"}
            for n in range(start, start + page)
        ]
        return await CannedFetch(MemoryArchive(), json.dumps({"count": 90_000, "items": items}).encode())(request)

    return fetch


@pytest.mark.parametrize("capped", [1000, 500])
async def test_its_list_is_cut_at_ten_thousand_and_says_so(capped: int):
    """A service that gives fewer than were asked for is asked for the rest: none of the list is passed over."""
    pages = [page async for page in SOURCE.catalogue(listing(capped))]
    assert len(pages) == 10_000 // capped
    assert len({one.ref for page in pages for one in page.series}) == 10_000
    assert [p.kind for p in pages[-1].problems] == ["list-cut"]
    assert "10,000 of its 90,000" in pages[-1].problems[0].message


async def test_a_page_that_is_no_series_is_refused(served):
    good = Fetcher(archive=MemoryArchive(), clock=utc_now, replay=served.base)

    async def changed(request: Request, *, fresh: bool = False) -> Answer:
        answer = await good(request, fresh=fresh)
        return answer if request.url.endswith("search") else replace(answer, body=b'{"type":"bulletin"}')

    with pytest.raises(WrongAnswerError, match="where a time series was expected"):
        await SOURCE.observations(changed, ask())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["years", "months", "date", "value", "description", "title", "unit", "alerts", "items", "count", "uri"]), inner, max_size=6),
    max_leaves=20,
)  # fmt: skip


@given(JSON)
def test_any_json_is_a_series_or_a_sentence(tree):
    body = json.dumps(tree).encode()
    for read in (read_series, read_places):
        try:
            found = read(body)
        except SourceError as error:
            assert error.message.isprintable()
        else:
            assert found


@given(st.data())
def test_a_damaged_series_gives_no_figure_that_it_does_not_hold(data):
    body = (FOLDER / "d7g7-mm23.json").read_bytes()
    at = data.draw(st.integers(0, len(body) - 1))
    hurt = body[:at] + data.draw(st.binary(max_size=6)) + body[at + data.draw(st.integers(0, 40)) :]
    try:
        _, cube = read_series(hurt)
    except SourceError as error:
        assert error.message.isprintable()
        return
    assert all(cell.text.encode() in hurt for cell in cube.cells())
