"""Canada's office: vectors, codes that its own sets spell out, multipliers beside each figure, failures inside successes."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from sources.statcan import SOURCE, NoVectorError, StatCanRefusedError
from workbench.core.errors import WrongAnswerError
from workbench.core.period import Frequency
from workbench.core.series import Additivity, SeriesRef, Status
from workbench.ports import Ask, SourceAnswer
from workbench.testing import CannedFetch, MemoryArchive

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "statcan"
BASE = "https://www150.statcan.gc.ca/t1/wds/rest/"


class TestStatCan(Served):
    source = SOURCE
    asks = Ask(SeriesRef("statcan", "v2062815"), ("CAN",), 2023, 2024)
    unknown_place = "USA"
    unknown_key = "v999999999"
    figures = MappingProxyType({("CAN", "Oct 2023"): "5.7", ("CAN", "Jan 2024"): "5.7", ("CAN", "Feb 2024"): None})
    unit = "percentage"


def ask(key: str) -> Ask:
    return Ask(SeriesRef("statcan", key), ("CAN",), 2020, 2024)


async def answered(data: object, key: str = "2062815") -> SourceAnswer:
    bodies = {
        BASE + "getCodeSets": (FOLDER / "sets.json").read_bytes(),
        BASE + "getSeriesInfo": (FOLDER / "v2062815-info.json").read_bytes(),
        BASE + "getData": json.dumps(data).encode(),
    }
    return await SOURCE.observations(CannedFetch(MemoryArchive(), bodies), ask(key))


def points(*rows: dict) -> list:
    usual = {"refPer": "2023-01-01", "refPer2": "", "scalarFactorCode": 0, "symbolCode": 0, "statusCode": 0, "securityLevelCode": 0, "frequencyCode": 6}  # fmt: skip
    made = [usual | row for row in rows]
    return [{"status": "SUCCESS", "object": {"responseStatusCode": 0, "vectorDataPoint": made}}]


async def test_what_a_series_is_stands_in_its_title(fetch):
    """Some 20.3 million people were in work in Canada in January 2024, seasonally adjusted."""
    found = await SOURCE.observations(fetch, ask("V2062811"))
    (one,) = found.observations
    assert (one.value, one.step, one.period.label) == (Decimal(20316100), 100, "Jan 2024")
    assert found.series.title == "Employment, Both sexes, 15 years and over, Estimate, Seasonally adjusted"
    assert (found.series.unit.name, found.series.adjusted) == ("person", "Seasonally adjusted")
    assert str(found.series.updated) == "2024-02-09"


async def test_dollars_are_canadas_and_annual_rates_do_not_add_up(fetch):
    found = await SOURCE.observations(fetch, ask("v62305752"))
    assert found.observations[-1].value == Decimal(2376375000000)
    assert (found.series.unit.code, found.series.unit.prices) == ("CAD", "constant 2017")
    assert (found.series.frequency, found.series.adds) == (Frequency.QUARTER, Additivity.MEAN)


async def test_a_province_is_not_the_country(fetch):
    found = await SOURCE.observations(fetch, ask("v2062004"))
    assert found.observations == ()
    assert "no-figures" in {p.kind for p in found.problems}


async def test_what_is_said_of_a_figure_is_read_by_the_offices_own_words():
    found = await answered(
        points(
            {"refPer": "2023-01-01", "value": 5, "symbolCode": 1},
            {"refPer": "2023-02-01", "value": 5, "statusCode": 7},
            {"refPer": "2023-03-01", "value": 5, "statusCode": 8},
            {"refPer": "2023-04-01", "value": 5, "securityLevelCode": 1},
            {"refPer": "2023-05-01", "value": "", "statusCode": 1},
            {"refPer": "2023-06-01", "value": 0, "statusCode": 3},
        )
    )
    assert [(o.value, o.status, o.note) for o in found.observations] == [
        (5, Status.PROVISIONAL, ""),
        (5, Status.FINAL, "Use with caution."),
        (None, Status.SUPPRESSED, "Too unreliable to be published."),
        (None, Status.SUPPRESSED, ""),
        (None, Status.MISSING, "Not available for a specific reference period."),
        (0, Status.FINAL, ""),
    ]


async def test_spans_and_strange_points():
    """A fiscal year has both its ends; what cannot be read is counted."""
    found = await answered(
        points(
            {"refPer": "2022-04-01", "refPer2": "2023-03-31", "value": 7, "frequencyCode": 12},
            {"refPer": "soon"},
            {"value": {}},
        )
    )
    assert [(o.period.label, o.value) for o in found.observations] == [("Apr 2022–Mar 2023", 7)]
    assert "2 rows of its answer cannot be read." in [p.message for p in found.problems]


@pytest.mark.parametrize(
    ("data", "kind", "says"),
    [
        ([{"status": "FAILED", "object": {"responseStatusCode": 4}}], NoVectorError, "it has no vector 2062815"),
        ([{"status": "FAILED", "object": "Vector is invalid"}], NoVectorError, "it has no vector"),
        ([{"status": "FAILED", "object": {"responseStatusCode": 6}}], StatCanRefusedError, "code 6"),
        ([{"status": "FAILED", "object": "Failed to process the request"}], StatCanRefusedError, "Failed to process"),
        ([{"status": "SUCCESS", "object": {"responseStatusCode": 0}}], WrongAnswerError, "the points of a vector"),
        ([], WrongAnswerError, "objects with a status"),
    ],
)
async def test_a_failure_inside_a_success_is_one(data, kind, says):
    with pytest.raises(kind, match=says) as caught:
        await answered(data)
    assert caught.value.hint
