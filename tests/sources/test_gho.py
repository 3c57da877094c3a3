"""The WHO's observatory: an empty list is an answer, dimensions by their own names, regions that are no countries, pages by address."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from sources.gho import SOURCE, NoIndicatorError
from workbench.core.errors import UnknownNameError, WrongAnswerError
from workbench.core.quantity import Dimension
from workbench.core.series import SeriesRef
from workbench.ports import Ask, SourceAnswer
from workbench.testing import CannedFetch, MemoryArchive

from .served import Served

FOLDER = Path(__file__).parent / "specimens" / "gho"
BASE = "https://ghoapi.azureedge.net/api/"
CODE = "WHOSIS_000001"


class TestGho(Served):
    source = SOURCE
    asks = Ask(SeriesRef("gho", CODE), ("MKD", "WLD"), 2015, 2024)
    unknown_key = "NO_SUCH"
    figures = MappingProxyType({("MKD", "2019"): "74.83743", ("MKD", "2021"): None, ("WLD", "2019"): "73.12"})
    unit = "year"


def ask(key: str = CODE, *places: str) -> Ask:
    return Ask(SeriesRef("gho", key), places, 2010, 2024)


def row(**other: object) -> dict:
    usual = json.loads((FOLDER / "mkd.json").read_bytes())["value"][0]
    return usual | other


async def answered(*pages: dict, asks: Ask | None = None) -> SourceAnswer:
    bodies = {
        BASE + "Indicator": (FOLDER / "life-expectancy.json").read_bytes(),
        **{f"{BASE}{CODE}" + (f"?%24skip={n}" if n else ""): json.dumps(page).encode() for n, page in enumerate(pages)},
    }
    return await SOURCE.observations(CannedFetch(MemoryArchive(), bodies), asks or ask())


async def test_both_sexes_are_meant_where_nobody_says_which(fetch):
    """North Macedonians born in 2019 could expect to live 74.8 years."""
    found = await SOURCE.observations(fetch, ask(CODE, "MKD"))
    assert (found.series.title, found.series.unit.dimension) == ("Life expectancy at birth (years)", Dimension.DURATION)
    assert "Sex: Both sexes" in found.series.notes
    assert found.observations[0].note == "Published as 74.8 [74.5-75.2]."
    assert "no commercial use" in found.series.licence
    women = await SOURCE.observations(fetch, ask(f"{CODE}?SEX=SEX_FMLE", "MKD"))
    assert [o.value for o in women.observations] == [Decimal("76.92017")]
    with pytest.raises(UnknownNameError, match="There is no Sex"):
        await SOURCE.observations(fetch, ask(f"{CODE}?SEX=SEX_X", "MKD"))


async def test_an_empty_list_of_values_is_no_figures_and_of_indicators_is_no_indicator(fetch):
    found = await SOURCE.observations(fetch, ask(CODE, "ATA"))
    assert found.observations == ()
    assert [p.kind for p in found.problems] == ["no-figures"]
    with pytest.raises(NoIndicatorError, match="it has no indicator NOSUCH"):
        await SOURCE.observations(fetch, ask("NOSUCH", "MKD"))


async def test_a_region_of_the_who_is_no_country_and_spans_have_both_ends():
    found = await answered(
        {
            "value": [
                row(SpatialDimType="REGION", SpatialDim="AFR"),
                row(TimeDimensionEnd="2021-12-31T00:00:00+01:00"),
                row(TimeDimensionBegin=None, TimeDim=2018),
                row(TimeDimensionBegin=None, TimeDim="long ago"),
                7,
            ]
        }
    )
    assert {(o.place, o.period.label) for o in found.observations} == {
        ("WHO AFR", "2019"),
        ("MKD", "2019–2021"),
        ("MKD", "2018"),
    }
    assert "2 rows of its answer cannot be read." in [p.message for p in found.problems]


async def test_pages_are_followed_at_home_and_nowhere_else():
    second = {"value": [row(TimeDimensionBegin="2020-01-01", TimeDimensionEnd="2020-12-31")], "@odata.nextLink": "https://elsewhere.example/x"}  # fmt: skip
    found = await answered({"value": [row()], "@odata.nextLink": f"{BASE}{CODE}?$skip=1"}, second)
    assert [o.period.label for o in found.observations] == ["2019", "2020"]
    assert len(found.snapshots) == 3


async def test_two_figures_for_one_time_withdraw_both():
    found = await answered({"value": [row(), row(NumericValue=70.1)]})
    assert [o.value for o in found.observations] == [None]
    assert "figure-twice" in {p.kind for p in found.problems}


@pytest.mark.parametrize("page", [{}, {"value": {}}, {"error": {"message": "no"}}])
async def test_an_answer_of_another_shape_is_refused(page):
    with pytest.raises(WrongAnswerError, match="JSON of another shape"):
        await answered(page)
