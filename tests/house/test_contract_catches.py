"""The contract of sources fails where a source is wrong, in a sentence: mistakes that people make, one at a time in a source that works."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

import pytest

from workbench.core.errors import Problem, UnreachableError
from workbench.core.evidence import Evidence, csv_pointer
from workbench.core.number import decimal, step_of
from workbench.core.period import Frequency, quarter, year
from workbench.core.quantity import PERCENT, Dimension, Unit
from workbench.core.series import Observation, Series, SeriesRef, SourceInfo, Status
from workbench.ports import Answer, Archive, Ask, CataloguePage, Fetch, Request, SourceAnswer, StatSource
from workbench.testing import CannedFetch, MemoryArchive, SourceContract

HOST = "https://data.office.example"
BODIES = {
    f"{HOST}/1.csv": b"place,time,deaths\nMKD,2020-1,10\nMKD,2020-2,\nSRB,2020-1,30\n",
    f"{HOST}/2.csv": b"place,time,deaths\nMKD,2020-3,12\nMKD,2020-4,13\n",
}
REF = SeriesRef("office", "deaths")
SERIES = Series(
    ref=REF, title="Deaths", frequency=Frequency.QUARTER, unit=Unit(Dimension.COUNT, "death"), licence="free"
)


class Office:
    """Two files a year, figures by quarters."""

    info = SourceInfo(
        name="office", title="Office", publisher="Office", licence="free", url=HOST, hosts=("data.office.example",)
    )

    async def catalogue(self, fetch: Fetch):
        yield CataloguePage((SERIES,), 1, 1)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        if ask.ref != REF:
            return SourceAnswer(Series(ref=ask.ref, title="none"), problems=(Problem("Office", "no such series."),))
        answers = [await self.half(fetch, n) for n in (1, 2)]
        rows = [row for one in answers if one for row in self.rows(one)]
        mine = [o for o in rows if o.place in ask.places and ask.first <= o.period.start.year <= ask.last]
        told = [one.problem for one in answers[:1] if one and one.problem]
        told += [] if mine else [Problem("Office", "no figures for that.", "", "no-figures")]
        return SourceAnswer(self.series(), tuple(mine), tuple(one.snapshot for one in answers if one), tuple(told))

    def series(self) -> Series:
        return SERIES

    async def half(self, fetch: Fetch, n: int) -> Answer | None:
        return await fetch(Request(f"{HOST}/{n}.csv", source="office", expects=("text/csv",)))

    def rows(self, answer: Answer):
        table = list(csv.DictReader(io.StringIO(answer.body.decode(errors="replace"))))
        if not table or "deaths" not in table[0]:
            raise UnreachableError("Office", "its table is none")
        return [o for n, cells in enumerate(table, start=2) if (o := self.row(n, cells, answer.snapshot.id))]

    def row(self, n: int, cells: dict[str, str], snapshot: str) -> Observation | None:
        y, _, q = cells["time"].partition("-")
        when = self.when(int(y), int(q))
        place, value = self.place(cells["place"]), cells["deaths"]
        if not value:
            return Observation(ref=REF, place=place, period=when, value=None, status=Status.MISSING)
        return Observation(
            ref=REF, place=place, period=when, value=decimal(value), step=step_of(decimal(value)),
            evidence=Evidence(snapshot, (csv_pointer(n, "deaths"),)),
        )  # fmt: skip

    def when(self, y: int, q: int):
        return quarter(y, q)

    def place(self, code: str) -> str:
        return code


class WrongUnit(Office):
    def series(self) -> Series:
        return replace(SERIES, unit=PERCENT)


class LosesGaps(Office):
    def row(self, n, cells, snapshot):
        return super().row(n, cells, snapshot) if cells["deaths"] else None


class ShiftedByOne(Office):
    def when(self, y, q):
        return quarter(y, q % 4 + 1)


class QuartersAsYears(Office):
    def when(self, y, q):
        return year(y + q - 1)


class Relabelled(Office):
    def place(self, code):
        return {"SRB": "MKD", "MKD": "SRB"}[code]


class WrongHosts(Office):
    info = replace(Office.info, hosts=("www.office.example",))


class SwallowsTheSecond(Office):
    async def half(self, fetch, n):
        try:
            return await super().half(fetch, n)
        except UnreachableError:
            if n == 1:
                raise
            return None


class ZeroForGaps(Office):
    def row(self, n, cells, snapshot):
        found = super().row(n, cells, snapshot)
        if cells["deaths"]:
            return found
        return replace(
            found, value=decimal("0"), status=Status.FINAL, evidence=Evidence(snapshot, (csv_pointer(n, "deaths"),))
        )


class ForgetsTheScale(Office):
    def row(self, n, cells, snapshot):
        found = super().row(n, cells, snapshot)
        return found if found.value is None else replace(found, value=found.value * 1000)


class ReadsTheHeaderAsARow(Office):
    def row(self, n, cells, snapshot):
        return super().row(n - 1, cells, snapshot)


class HasNoEvidence(Office):
    def row(self, n, cells, snapshot):
        return replace(super().row(n, cells, snapshot), evidence=None)


WRONG = (ForgetsTheScale, ReadsTheHeaderAsARow, HasNoEvidence)
WRONG += (WrongUnit, LosesGaps, ShiftedByOne, QuartersAsYears, Relabelled, WrongHosts, SwallowsTheSecond, ZeroForGaps)


def contract_of(made: type[Office]) -> SourceContract:
    class Contract(SourceContract):
        source: ClassVar[StatSource] = made()
        asks: ClassVar[Ask] = Ask(REF, ("MKD",), 2020, 2020)
        figures: ClassVar[dict[tuple[str, str], str | None]] = {
            ("MKD", "2020-Q1"): "10",
            ("MKD", "2020-Q2"): None,
            ("MKD", "2020-Q4"): "13",
        }
        unit: ClassVar[str] = "death"

        def fetch(self, archive: Archive) -> Fetch:
            return CannedFetch(archive, BODIES, "text/csv")

    return Contract()


def failures(contract: SourceContract) -> list[str]:
    """Return what the tests of a contract say where they fail."""
    found: list[str] = []
    for name in dir(contract):
        if name.startswith("test_"):
            test: Callable[[], None] = getattr(contract, name)
            try:
                test()
            except Exception as error:  # noqa: BLE001  (a test fails in any way)
                found.append(str(error))
    return found


def test_a_source_that_works_passes():
    assert failures(contract_of(Office)) == []


@pytest.mark.parametrize("made", WRONG, ids=[made.__name__ for made in WRONG])
def test_each_mistake_is_caught_in_a_sentence(made: type[Office]):
    said = failures(contract_of(made))
    assert said
    assert all(len(each.split()) > 5 for each in said), said


async def test_answers_are_given_by_address_and_none_for_another():
    fetch = CannedFetch(MemoryArchive(), BODIES, "text/csv")
    assert (await fetch(Request(f"{HOST}/2.csv"))).body.startswith(b"place")
    with pytest.raises(UnreachableError, match="no answer is canned"):
        await fetch(Request(f"{HOST}/3.csv"))
