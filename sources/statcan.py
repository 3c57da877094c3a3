"""Statistics Canada: work, prices, output and population of Canada, by its Web Data Service.

Keys are vectors (``v2062815``), which the office's tables show for each row. It needs no API key; between midnight and
8:30 in Ottawa, tables released that day are not served. Documentation:
https://www.statcan.gc.ca/en/developers/wds/user-guide.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sources._cube.cube import Cell, Cube
from sources._cube.observations import CellReading
from sources._cube.one_series import SeriesAnswer, code_of_day, timed_cube
from sources._cube.unreadable_rows import bad_rows
from sources._text.additivity_in_titles import ANNUAL_RATE, adds_of
from sources._text.json_body import as_int, read_json
from sources._text.printable_text import clean
from sources._text.seasonal_adjustment import adjusted
from sources._text.time_stamps import read_day
from sources._text.unit_parser import read_unit
from sources._text.units_in_titles import unit_of_title
from workbench.core.errors import ServiceError, WrongAnswerError
from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Series, SeriesRef, SourceInfo, Status, Trial
from workbench.ports import Answer, Ask, CataloguePage, Fetch, Request, SourceAnswer, post

NAME, TITLE = "statcan", "Statistics Canada"
BASE = "https://www150.statcan.gc.ca/t1/wds/rest/"
LICENCE = "Statistics Canada Open Licence (https://www.statcan.gc.ca/en/reference/licence)"
HOME, _HOME_NAME = "CAN", "Canada"
_VECTOR = re.compile(r"[vV]?(\d{1,12})", re.ASCII)
_PERIODS = 1200
_A_WEEK = timedelta(days=7)
_NO_VECTOR, _BEING_PUBLISHED = 4, 6
_LENGTHS = MappingProxyType(
    {
        "daily": "D",
        "weekly": "W",
        "monthly": "M",
        "quarterly": "Q",
        "semi-annual": "S",
        "annual": "A",
        "occasional": "A",
    }
)
_FLAGS = MappingProxyType({"missing": Status.MISSING, "hidden": Status.SUPPRESSED, "preliminary": Status.PROVISIONAL})
_GONE = re.compile(r"not (?:available|applicable)|limit of detection", re.IGNORECASE)
_HIDDEN = re.compile(r"unreliable|suppressed|confidential", re.IGNORECASE)
_GOOD = re.compile(r"normal|data quality|\Z", re.IGNORECASE)
_CONSTANT = re.compile(r"(?:chained|constant)\D{0,12}(\d{4})|(\d{4}) constant", re.IGNORECASE)
_LARGEST_POWER = 12

HEADLINES: Mapping[str, str] = MappingProxyType(
    {
        "v2062815": "Unemployment rate, 15 years and over, seasonally adjusted (%)",
        "v2062814": "Unemployed persons, 15 years and over, seasonally adjusted (persons, thousands)",
        "v2062811": "Employed persons, 15 years and over, seasonally adjusted (persons, thousands)",
        "v2062817": "Employment rate, 15 years and over, seasonally adjusted (%)",
        "v41690973": "Consumer price index, all items, not seasonally adjusted (2002=100)",
        "v1": "Population, estimates of the quarter (persons)",
    }
)


class NoVectorError(ServiceError):
    """The office has no such vector."""

    def __init__(self, key: str) -> None:
        super().__init__(
            TITLE, f"it has no vector {clean(key, 40)}", "It stands beside each row of a table, as v2062815."
        )


class StatCanRefusedError(ServiceError):
    """The office reports a failure for a requested object."""

    def __init__(self, said: str, *, being_published: bool) -> None:
        super().__init__(TITLE, said, "Ask again after 8:30 in Ottawa." if being_published else "")


class StatCan:
    """Statistics Canada as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher=TITLE,
        licence=LICENCE,
        url="https://www150.statcan.gc.ca",
        hosts=("www150.statcan.gc.ca",),
        covers="Canada: work, prices, output, trade, population; monthly to yearly, by vectors",
        trials=(Trial("v2062815", HOME, 2019, "percentage", Decimal(5), Decimal(7)),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:  # noqa: ARG002  (its list is of tables, not of vectors)
        """Yield the headline series, since the office lists tables without their vectors."""
        yield CataloguePage.whole(
            _series(SeriesRef(NAME, key), title, unit_of_title(title).unit) for key, title in HEADLINES.items()
        )

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch all figures of one vector, so that one archived answer serves every claim.

        Raises:
            SourceError: The office refused, has no such vector, or its answer has an unknown form.
        """
        named = _VECTOR.fullmatch(ask.ref.key)
        if named is None:
            raise NoVectorError(ask.ref.key)
        vector = int(named[1])
        sets = await fetch(Request(BASE + "getCodeSets", source=NAME, max_age=_A_WEEK, fails=_failed))
        codes = _object(sets, str(vector))
        info = await fetch(
            post(BASE + "getSeriesInfoFromVector", [{"vectorId": vector}], source=NAME, max_age=_A_WEEK, fails=_failed)
        )
        about = _object(info, str(vector))
        question = [{"vectorId": vector, "latestN": _PERIODS}]
        answer = await fetch(post(BASE + "getDataFromVectorsAndLatestNPeriods", question, source=NAME, fails=_failed))
        cube = _cube(_object(answer, str(vector)), about, codes)
        place, title = _title(about)
        unit = _unit(title, _word(codes, "uom", "memberUomCode", "memberUomEn", about.get("memberUomCode")))
        reading = CellReading(title=TITLE, flags=_FLAGS, only_place=place)
        sent = SeriesAnswer(home=HOME, reading=reading, parts=[(answer, cube)], metadata=(sets, info))
        return sent.found(ask, _series(ask.ref, title or ask.ref.key, unit, cube.updated))


def _failed(body: bytes) -> bool:
    return b'"SUCCESS"' not in body


def _object(answer: Answer, vector: str) -> Mapping[str, Any]:
    """Return the office's answer for the one requested object.

    Raises:
        ServiceError: It reports a failure.
        WrongAnswerError: The answer has an unknown form.
    """
    tree = read_json(TITLE, answer.body)
    one = tree[0] if isinstance(tree, list) and tree else tree
    if not isinstance(one, dict) or not isinstance(one.get("status"), str):
        raise WrongAnswerError(TITLE, "objects with a status", "JSON of another shape")
    found = one.get("object")
    code = as_int(found.get("responseStatusCode")) if isinstance(found, dict) else 0
    if one["status"] == "SUCCESS" and isinstance(found, dict) and not code:
        return found
    if code == _NO_VECTOR or (isinstance(found, str) and "vector" in found.lower()):
        raise NoVectorError(vector)
    said = clean(found, 160) if isinstance(found, str) else f"it says {clean(one['status'], 40)}, code {code}"
    raise StatCanRefusedError(said, being_published=code == _BEING_PUBLISHED)


def _word(codes: Mapping[str, Any], name: str, key: str, words: str, code: object) -> str:
    """Return the English label of a code in one of the office's code sets."""
    rows = codes.get(name)
    listed = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return next((clean(row.get(words), 120) for row in listed if str(row.get(key)) == str(code)), "")


def _cube(found: Mapping[str, Any], about: Mapping[str, Any], codes: Mapping[str, Any]) -> Cube:
    points = found.get("vectorDataPoint")
    if not isinstance(points, list):
        raise WrongAnswerError(TITLE, "the points of a vector", "none")
    cells, bad, released = list[Cell](), 0, list[date]()
    for n, point in enumerate(points):
        cell = _cell(n, point, about, codes) if isinstance(point, dict) else None
        bad += cell is None
        cells += [cell] if cell else []
        released += [day] if cell and (day := read_day(point.get("releaseTime"))) else []
    return timed_cube("", cells, updated=max(released, default=None), problems=bad_rows(TITLE, bad))


def _cell(n: int, point: Mapping[str, Any], about: Mapping[str, Any], codes: Mapping[str, Any]) -> Cell | None:
    frequency = _word(
        codes, "frequency", "frequencyCode", "frequencyDescEn", point.get("frequencyCode", about.get("frequencyCode"))
    )
    length = _LENGTHS.get(frequency.lower(), "A" if frequency.lower().startswith("every") else "")
    when, power = _time(point, length), as_int(point.get("scalarFactorCode"))
    value = point.get("value")
    if (
        not when
        or power > _LARGEST_POWER
        or not isinstance(value, str | int | Decimal | None)
        or isinstance(value, bool)
    ):
        return None
    flag, note = _flag(point, codes)
    text = "" if value is None else str(value)
    return Cell((length, when), text, flag, f"/0/object/vectorDataPoint/{n}/value", Decimal(10) ** power, note)


def _flag(point: Mapping[str, Any], codes: Mapping[str, Any]) -> tuple[str, str]:
    """Return the status of a figure, and the office's text if it is a caution."""
    status = _word(codes, "status", "statusCode", "statusDescEn", point.get("statusCode"))
    symbol = _word(codes, "symbol", "symbolCode", "symbolDescEn", point.get("symbolCode"))
    note = "" if _GOOD.match(status) else f"{status[:1].upper()}{status[1:]}."
    if as_int(point.get("securityLevelCode")) or _HIDDEN.search(status):
        return "hidden", note
    if _GONE.search(status):
        return "missing", note
    return ("preliminary" if "preliminary" in symbol.lower() else ""), note


def _time(point: Mapping[str, Any], length: str) -> str:
    """Return the code of a point's time; both ends of a period that does not end as its frequency implies."""
    first, last = read_day(point.get("refPer")), read_day(point.get("refPer2"))
    if first is None:
        return ""
    if last and first < last < date.max:
        return f"{first.isoformat()}/{(last + timedelta(days=1)).isoformat()}"
    return code_of_day(first, length)


def _title(about: Mapping[str, Any]) -> tuple[str, str]:
    """Split a series' title into place and title: it lists the members of the table's dimensions, the place first."""
    parts = [clean(part, 120) for part in clean(about.get("SeriesTitleEn"), 600).split(";")]
    place = HOME if _HOME_NAME in parts else parts[0] or "a place that it does not name"
    return place, ", ".join(part for part in parts if part and part != _HOME_NAME)


def _unit(title: str, words: str) -> Unit:
    """Parse the office's name of a unit; dollars are Canadian."""
    if "dollar" in words.lower():
        base = _CONSTANT.search(f"{words} {title}")
        year = (base[1] or base[2]) if base else ""
        return Unit(Dimension.MONEY, "dollar", "CAD", prices=f"constant {year}" if year else "")
    unit = read_unit(words).unit
    return unit if unit.dimension is not Dimension.UNKNOWN else unit_of_title(title).unit


def _series(ref: SeriesRef, title: str, unit: Unit, updated: date | None = None) -> Series:
    return Series(
        ref=ref,
        title=title,
        unit=unit,
        adds=adds_of(title, unit),
        adjusted=adjusted(title),
        url=f"https://www150.statcan.gc.ca/t1/tbl1/en/sbv.action?vectorNumbers={ref.key}",
        publisher=TITLE,
        licence=LICENCE,
        updated=updated,
        notes=(ANNUAL_RATE,) if "annual rate" in title.lower() else (),
    )


SOURCE = StatCan()
