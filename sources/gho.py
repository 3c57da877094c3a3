"""World Health Organization: the Global Health Observatory, for every country, by its OData API.

It has deaths, diseases, doctors, alcohol, tobacco and road safety by the same definitions for all countries. Keys are
indicators (``WHOSIS_000001``), with dimensions if needed (``?SEX=SEX_FMLE``). It needs no API key. Its licence does not
allow commercial use.
Documentation: https://www.who.int/data/gho/info/gho-odata-api.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl

from sources._cube.existing_combinations import choose_there
from sources._cube.member_choice import MemberChoice
from sources._cube.observations import CellReading
from sources._cube.one_series import SeriesAnswer
from sources._cube.requested_places import batches
from sources._cube.table_key import TableKey
from sources._cube.unreadable_rows import bad_rows
from sources._gho.answer_reader import WORLD, axes_of, cube_of, members_of, place_of, time_of
from sources._text.additivity_in_titles import adds_of
from sources._text.json_body import read_json
from sources._text.printable_text import clean
from sources._text.units_in_titles import unit_of_title
from workbench.core.errors import ServiceError, WrongAnswerError
from workbench.core.series import Series, SeriesRef, SourceInfo, Trial
from workbench.ports import Answer, Ask, CataloguePage, Fetch, Request, SourceAnswer

NAME, TITLE = "gho", "WHO Global Health Observatory"
PUBLISHER = "World Health Organization"
LICENCE = "CC BY-NC-SA 3.0 IGO (World Health Organization): no commercial use"
BASE = "https://ghoapi.azureedge.net/api/"
PAGE = "https://www.who.int/data/gho/data/indicators"
_CODE = re.compile(r"[A-Za-z0-9_]{2,80}", re.ASCII)
_PLACE_CODE = re.compile(r"[A-Z]{3}", re.ASCII)
_NOT_THERE = 404
_MOST_PAGES = 100
_A_WEEK = timedelta(days=7)


class NoIndicatorError(ServiceError):
    """The observatory has no indicator with this code."""

    def __init__(self, code: str) -> None:
        super().__init__(
            TITLE, f"it has no indicator {clean(code, 60)}", "`workbench catalogue search` finds those that it has."
        )


class Gho:
    """The Global Health Observatory as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher=PUBLISHER,
        licence=LICENCE,
        url="https://www.who.int/data/gho",
        hosts=("ghoapi.azureedge.net",),
        covers="every country: causes of death, diseases, vaccination, doctors, alcohol, tobacco, roads; mostly yearly",
        trials=(Trial("WHOSIS_000001", "DEU", 2019, "year", Decimal(80), Decimal(83)),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Yield every indicator, one page of the API at a time."""
        done = 0
        async for answer in _pages(fetch, Request(BASE + "Indicator", source=NAME)):
            found = {one.ref: one for row in _rows(answer) if (one := _listed(row))}
            done += len(found)
            if found:
                yield CataloguePage(tuple(found.values()), done, None, (answer.problem,) if answer.problem else ())

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one indicator, of all years, so that one archived answer serves every claim.

        Raises:
            SourceError: The service refused, has no such indicator, or its answer has an unknown form.
            UnknownNameError: The key has a dimension or a code that the indicator does not have.
        """
        key = TableKey.parse(ask.ref.key)
        code = key.table
        if not _CODE.fullmatch(code):
            raise NoIndicatorError(code)
        named = await fetch(
            Request(BASE + "Indicator", (("$filter", f"IndicatorCode eq '{code}'"),), source=NAME, max_age=_A_WEEK)
        )
        listed = next((one for row in _rows(named) if (one := _listed(row))), None)
        if listed is None:
            raise NoIndicatorError(code)
        reading = _GhoReading(ask, key, listed, named)
        known = [place for place in ask.places if _PLACE_CODE.fullmatch(place)]
        for batch in batches(known) if ask.places else [()]:
            async for answer in _pages(fetch, _data_request(code, batch)):
                if answer.status == _NOT_THERE:
                    raise NoIndicatorError(code)
                reading.take(answer)
        return reading.found()


def _data_request(code: str, places: Sequence[str]) -> Request:
    where = " or ".join(f"SpatialDim eq '{'GLOBAL' if place == WORLD else place}'" for place in places)
    params = (("$filter", where),) if where else ()
    return Request(BASE + code, params, source=NAME, reads_errors=(_NOT_THERE,))


async def _pages(fetch: Fetch, request: Request) -> AsyncIterator[Answer]:
    """Yield the pages of an answer, by its links; a link to another host is not followed."""
    for _ in range(_MOST_PAGES):
        answer = await fetch(request)
        yield answer
        tree = read_json(TITLE, answer.body) if answer.status != _NOT_THERE else None
        after = tree.get("@odata.nextLink") if isinstance(tree, dict) else None
        if not isinstance(after, str) or not after.startswith(BASE):
            return
        address, _, query = after.partition("?")
        request = Request(address, tuple(parse_qsl(query)), source=NAME)
    raise WrongAnswerError(TITLE, "an answer of a few pages", f"one of more than {_MOST_PAGES}")


def _rows(answer: Answer) -> list[Any]:
    tree = read_json(TITLE, answer.body)
    rows = tree.get("value") if isinstance(tree, dict) else None
    if not isinstance(rows, list):
        raise WrongAnswerError(TITLE, "a list of values", "JSON of another shape")
    return rows


def _listed(row: Any) -> Series | None:
    code = clean(row.get("IndicatorCode"), 80) if isinstance(row, dict) else ""
    title = clean(row.get("IndicatorName"), 300) if code else ""
    return _series(code, title) if title and _CODE.fullmatch(code) else None


def _series(code: str, title: str) -> Series:
    unit = unit_of_title(title).unit
    return Series(
        ref=SeriesRef(NAME, code),
        title=title,
        unit=unit,
        adds=adds_of(title, unit),
        url=PAGE,
        publisher=PUBLISHER,
        licence=LICENCE,
    )


@dataclass(slots=True)
class _GhoReading:
    """One query, with what it has fetched so far."""

    ask: Ask
    key: TableKey
    listed: Series
    named: Answer
    pages: list[tuple[Answer, list[tuple[int, Mapping[str, Any]]]]] = field(default_factory=list)
    bad: int = 0

    def take(self, answer: Answer) -> None:
        """Add the rows of a page; invalid ones are counted."""
        listed = _rows(answer)
        rows: list[tuple[int, Mapping[str, Any]]] = [
            (n, row) for n, row in enumerate(listed) if isinstance(row, dict) and time_of(row) and place_of(row)
        ]
        self.bad += len(listed) - len(rows)
        self.pages.append((answer, rows))

    def found(self) -> SourceAnswer:
        """Return the whole answer."""
        rows = [row for _, page in self.pages for _, row in page]
        axes = axes_of(rows)
        there = [dict(members_of(row)) for row in rows if row.get("NumericValue") is not None]
        choice = choose_there(TITLE, axes, self.key, self.ask, there) if rows else MemberChoice({})
        sent = SeriesAnswer(
            reading=CellReading(
                title=TITLE, place=lambda member: member.code, scale=unit_of_title(self.listed.title).scale
            ),
            parts=[(answer, cube_of(self.listed.title, page, axes)) for answer, page in self.pages],
            metadata=[self.named],
            choice=choice,
            notices=bad_rows(TITLE, self.bad),
        )
        return sent.found(self.ask, replace(self.listed, ref=self.ask.ref, notes=choice.shown(axes)))


SOURCE = Gho()
