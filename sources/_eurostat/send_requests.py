"""Send small requests to Eurostat: first for a table's dimensions, then for one series of it.

A table may have hundreds of millions of cells, and a request without filters is postponed or refused. All years are
requested, since one series of a place is small, and one archived answer then serves every claim.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sources._cube.table_key import TableKey
from sources._eurostat.error_answers import (
    TITLE,
    EurostatFault,
    OddTableError,
    error_of,
    is_empty,
    is_too_big,
    read_fault,
)
from sources._eurostat.replaced_tables import SUCCESSORS
from sources._eurostat.series_metadata import EurostatTable, table_of
from sources._formats.jsonstat.reader import read_jsonstat
from workbench.core.errors import WrongAnswerError
from workbench.ports import Answer, Fetch, Request

NAME = "eurostat"
ROOT = "https://ec.europa.eu/eurostat/api/"
_DATA = "dissemination/statistics/1.0/data/"
_TABLE = re.compile(r"[A-Za-z][A-Za-z0-9_$-]{1,79}")
_READ_ERRORS = (400, 404, 413)
_ENDS = {
    "S": ("-S1", "-S2"),
    "Q": ("-Q1", "-Q4"),
    "M": ("-01", "-12"),
    "W": ("-W01", "-W53"),
    "D": ("-01-01", "-12-31"),
}
Years = tuple[int, int]
Params = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Got:
    """An answer and the table read from it; None for the table where nothing matches the filters."""

    answer: Answer
    table: EurostatTable | None


@dataclass(frozen=True, slots=True)
class EurostatRequest:
    """The requests for one table.

    Attributes:
        fetch: Fetches bodies.
        key: The key of the series.
        waits: Seconds to wait before each retry of a postponed answer.
    """

    fetch: Fetch
    key: TableKey
    waits: Sequence[float]

    def __post_init__(self) -> None:
        if not _TABLE.fullmatch(self.key.table):
            raise OddTableError(self.key.table)

    async def structure(self, geo: str) -> Got:
        """Fetch the table's dimensions with all members except of place and time, by its newest period at one place."""
        small = (("geo", geo), ("lastTimePeriod", "1"))
        if not self.key.table.upper().startswith("DS-"):
            try:
                return await self._get(small)
            except _TooBig:
                pass
        fixed = [(axis, code) for axis, code in self.key.fixed.items() if axis != "geo"]
        return await self.get((*fixed, *small))

    async def series(self, fixed: Mapping[str, str], place_axis: str, places: Sequence[str], years: Years) -> Got:
        """Fetch figures for one member of each dimension: some places at all times, or all places in some years."""
        chosen = [(axis, code) for axis, code in fixed.items() if axis != place_axis]
        where = [(place_axis, code) for code in places] or _within(fixed.get("freq", ""), years)
        return await self.get((*chosen, *where), "" if places else place_axis)

    async def get(self, params: Params, filters: str = "") -> Got:
        """Send a request.

        Raises:
            EurostatError: Eurostat refused, or postponed the answer for too long.
            WrongAnswerError: The answer is no JSON-stat table.
        """
        try:
            return await self._get(params)
        except _TooBig as big:
            raise error_of(big.fault, filters=filters) from None

    async def _get(self, params: Params) -> Got:
        request = self._request(params)
        answer = await self.fetch(request)
        fault = read_fault(answer.body)
        for wait in self.waits:
            if fault is None or not fault.put_off or answer.problem:  # waiting does not change an archived answer
                break
            await asyncio.sleep(wait)
            answer = await self.fetch(request, fresh=True)
            fault = read_fault(answer.body)
        return Got(answer, self._table(answer, fault))

    def _table(self, answer: Answer, fault: EurostatFault | None) -> EurostatTable | None:
        if fault is None:
            return read_table(answer.body)
        if is_empty(fault):
            return None
        if fault.put_off or is_too_big(fault):
            raise _TooBig(fault)
        raise error_of(fault, successor=SUCCESSORS.get(self.key.table.lower(), ""))

    def _request(self, params: Params) -> Request:
        api = "comext/" if self.key.table.upper().startswith("DS-") else ""
        url = f"{ROOT}{api}{_DATA}{self.key.table}"
        query = (("format", "JSON"), ("lang", "EN"), *params)
        return Request(url, query, source=NAME, reads_errors=_READ_ERRORS, fails=_tells_a_fault)


def _tells_a_fault(body: bytes) -> bool:
    """Check whether a body with a success status postpones or refuses the answer.

    The archive must not serve it again.
    """
    return read_fault(body) is not None


def read_table(body: bytes) -> EurostatTable:
    """Read an answer of the Statistics API, or of the JSON service that it followed in 2022.

    Raises:
        EurostatError: It is an error message of Eurostat.
        WrongAnswerError: It is no JSON-stat table.
    """
    if fault := read_fault(body):
        raise error_of(fault)
    datasets = read_jsonstat(TITLE, body).datasets
    if len(datasets) != 1 or not datasets[0].cube.axes:
        raise WrongAnswerError(TITLE, "one table in JSON-stat", "several tables or none")
    return table_of(datasets[0])


def _within(frequency: str, years: Years) -> list[tuple[str, str]]:
    """Return the first period of one year and the last of another, as tables of a frequency write them."""
    first, last = _ENDS.get(frequency.upper(), ("", ""))
    return [("sinceTimePeriod", f"{years[0]}{first}"), ("untilTimePeriod", f"{years[1]}{last}")]


class _TooBig(Exception):  # noqa: N818  (it never leaves this file)
    """The request was refused or postponed because of its size."""

    def __init__(self, fault: EurostatFault) -> None:
        super().__init__(fault.said)
        self.fault = fault
