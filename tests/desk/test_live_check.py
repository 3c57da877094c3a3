"""One small question to a service: what differs from what its adapter expects is said, and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from decimal import Decimal

import pytest

from workbench.core.errors import Problem, UnreachableError
from workbench.core.period import year
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Observation, Series, SeriesRef, SourceInfo, Trial
from workbench.desk.services.live_check import compared, try_services
from workbench.ports import Ask, CataloguePage, Fetch, SourceAnswer, silent

TRIAL = Trial("deaths", "MKD", 2020, "death", Decimal(100), Decimal(150))
INFO = SourceInfo(
    name="office", title="Office", publisher="Office", licence="free", url="https://x.example", trials=(TRIAL,)
)


def found(value: str | None = "116", unit: str = "death", place: str = "MKD", *problems: Problem) -> SourceAnswer:
    ref = SeriesRef("office", "deaths")
    rows = (Observation(ref=ref, place=place, period=year(2020), value=Decimal(value)),) if value else ()
    return SourceAnswer(Series(ref=ref, title="Deaths", unit=Unit(Dimension.COUNT, unit)), rows, (), problems)


def test_an_answer_as_expected_is_well():
    tried = compared(INFO, TRIAL, found())
    assert tried.well
    assert (tried.figure, tried.unit) == ("116", "deaths") or tried.figure == "116"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (found(None), "No figure came for MKD in 2020."),
        (found(place="SRB"), "No figure came for MKD in 2020."),
        (found("116000"), "The figure is 116000, and was expected from 100 to 150."),
        (found(unit="person"), "The unit is “person”, and was expected to be “death”."),
        (
            found("116", "death", "MKD", Problem("Office", "3 rows cannot be read.", "", "bad-row")),
            "3 rows cannot be read.",
        ),
    ],
)
def test_what_differs_is_a_sentence(answer: SourceAnswer, says: str):
    tried = compared(INFO, TRIAL, answer)
    assert not tried.well
    assert any(says in each for each in tried.differs)


class Down:
    info = INFO

    def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        raise NotImplementedError

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        raise UnreachableError("x.example", "no connection")


class Ports:
    sources = {"office": Down()}  # noqa: RUF012

    @staticmethod
    async def fetch(request: object, *, fresh: bool = False) -> None:
        raise NotImplementedError


async def test_a_service_that_is_down_differs_and_stops_no_other():
    [tried] = await try_services(Ports(), (), silent)  # type: ignore[arg-type]
    assert not tried.well
    assert "no connection" in tried.differs[0]
