"""FRED: places in tags alone, dates for periods, annual rates that do not add up, a key that is never in an address of ours."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from sources._web.http_errors import StatusError
from sources.fred import KEY, SOURCE, FredKeyError, NoFredSeriesError
from workbench.core.errors import UnknownNameError
from workbench.core.period import Frequency
from workbench.core.quantity import PERCENT, Dimension
from workbench.core.series import Additivity, SeriesRef, Status
from workbench.ports import Answer, Ask, Request
from workbench.testing import CannedFetch, MemoryArchive

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "fred"


class TestFred(Served):
    source = SOURCE
    asks = Ask(SeriesRef("fred", "UNRATE"), ("USA",), 2020, 2024)
    unknown_place = "CAN"
    unknown_key = "NOSUCH"
    figures = MappingProxyType({("USA", "Apr 2020"): "14.8", ("USA", "Jan 2024"): "3.7", ("USA", "Feb 2024"): None})
    unit = "percentage"


def ask(key: str) -> Ask:
    return Ask(SeriesRef("fred", key), ("USA",), 2020, 2024)


async def test_output_comes_at_an_annual_rate_and_its_quarters_do_not_add_up(fetch):
    """The American economy was worth some 27.9 trillion dollars at the end of 2023."""
    found = await SOURCE.observations(fetch, ask("GDP"))
    last = found.observations[-1]
    assert (last.period.label, last.value) == ("2023-Q4", Decimal(27938831000000))
    assert (found.series.unit.code, found.series.adds) == ("USD", Additivity.MEAN)
    assert found.series.title == "Gross Domestic Product, seasonally adjusted annual rate"
    assert found.series.notes == ("A figure is at an annual rate: its parts do not add up to a year.",)
    assert str(found.series.updated) == "2024-02-02"


async def test_inflation_is_freds_own_change_over_the_year_before(fetch):
    found = await SOURCE.observations(fetch, ask("CPIAUCSL?units=pc1"))
    assert [(o.period.label, round(o.value or 0, 1)) for o in found.observations] == [
        ("Jun 2022", Decimal("9.0")),
        ("Dec 2023", Decimal("3.3")),
    ]
    assert (found.series.unit, found.series.adds) == (PERCENT, Additivity.MEAN)
    assert "change over the year before" in found.series.title
    with pytest.raises(UnknownNameError, match="change of FRED's"):
        await SOURCE.observations(fetch, ask("CPIAUCSL?units=log"))


async def test_a_fiscal_year_is_dated_by_its_last_day(fetch):
    found = await SOURCE.observations(fetch, ask("FYFSD"))
    last = found.observations[-1]
    assert (last.period.label, last.value) == ("Oct 2022–Sep 2023", Decimal(-1695241000000))
    assert "A year is a fiscal year." in found.series.notes


async def test_a_state_is_not_the_country(fetch):
    found = await SOURCE.observations(fetch, ask("CAUR"))
    assert found.observations == ()
    assert {"no-figures", "place-not-honoured"} & {p.kind for p in found.problems}


async def test_the_key_goes_with_each_question_and_stands_in_none():
    fetch = CannedFetch(MemoryArchive(), (FOLDER / "unrate.json").read_bytes())
    with pytest.raises(Exception, match="tags"):
        await SOURCE.observations(fetch, ask("UNRATE"))
    assert [one.credential for one in fetch.asked] == [KEY, KEY, KEY]
    assert not any("api_key" in dict(one.params) for one in fetch.asked)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Bad Request.  The series does not exist.", NoFredSeriesError),
        ("Bad Request.  The value for variable api_key is not registered.", FredKeyError),
        ("Bad Request.  Variable limit is not between 1 and 1000.", StatusError),
    ],
)
async def test_what_fred_refuses_is_told_apart(said, kind):
    async def fetch(request: Request, *, fresh: bool = False) -> Answer:
        raise StatusError("api.stlouisfed.org", 400, said)

    with pytest.raises(kind) as caught:
        await SOURCE.observations(fetch, ask("UNRATE"))
    assert caught.value.message.isprintable()


@pytest.mark.parametrize(
    ("length", "day", "frequency"),
    [
        ("W", "2024-01-06", Frequency.WEEK),
        ("D", "2024-01-06", Frequency.DAY),
        ("SA", "2024-07-01", Frequency.HALF),
        ("A", "2024-01-01", Frequency.YEAR),
    ],
)
async def test_lengths_units_of_exchange_and_strange_rows(length, day, frequency):
    meta = json.loads((FOLDER / "unrate.json").read_bytes())
    meta["seriess"][0] |= {"frequency_short": length, "units": "Japanese Yen to One U.S. Dollar", "title": "Yen"}
    rows = [{"date": day, "value": "150.1"}, {"date": "soon", "value": "1"}, {"date": day, "value": 3}, 7]
    bodies = {
        "https://api.stlouisfed.org/fred/series?": json.dumps(meta).encode(),
        "https://api.stlouisfed.org/fred/series/tags": (FOLDER / "tags-usa.json").read_bytes(),
        "https://api.stlouisfed.org/fred/series/observations": json.dumps({"observations": rows}).encode(),
    }
    found = await SOURCE.observations(CannedFetch(MemoryArchive(), bodies), ask("DEXJPUS"))
    assert [(o.period.frequency, o.value, o.status) for o in found.observations] == [
        (frequency, Decimal("150.1"), Status.FINAL)
    ]
    assert found.series.unit.dimension is Dimension.UNKNOWN
    assert "3 rows of its answer cannot be read." in [p.message for p in found.problems]
