"""FRED, the database of the Federal Reserve Bank of St. Louis: output, debt, rates, prices and incomes of the United States, and more.

It collects series of a hundred publishers under ids that reporters quote. Keys are ids (``GDP``), with ``?units=pc1``
for the change from a year ago as computed by FRED. It requires an API key (free). The place of a series is only in its
tags.
Documentation: https://fred.stlouisfed.org/docs/api/fred/.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sources._cube.cube import Cell, Cube
from sources._cube.observations import CellReading
from sources._cube.one_series import SeriesAnswer, code_of_day, timed_cube
from sources._cube.table_key import TableKey
from sources._cube.unreadable_rows import bad_rows
from sources._text.additivity_in_titles import ANNUAL_RATE, adds_of
from sources._text.json_body import read_json
from sources._text.printable_text import clean
from sources._text.time_stamps import read_day
from sources._text.unit_parser import ReadUnit, read_unit
from sources._text.units_in_titles import unit_of_title
from sources._web.http_errors import StatusError
from workbench.core.errors import ServiceError, SourceError, UnknownNameError, WrongAnswerError
from workbench.core.place import find_place
from workbench.core.quantity import PERCENT, Dimension
from workbench.core.series import Additivity, Series, SeriesRef, SourceInfo, Trial
from workbench.ports import Answer, Ask, CataloguePage, Credential, Fetch, Request, SourceAnswer

NAME, TITLE = "fred", "FRED"
BASE = "https://api.stlouisfed.org/fred/series"
LICENCE = "As FRED's terms say, the producer to be named; some series keep their copyright (https://fred.stlouisfed.org/legal/)"
KEY = Credential(NAME, parameter="api_key")
UNITS = MappingProxyType({"lin": "", "pc1": "change over the year before", "pch": "change over the period before"})
_ID = re.compile(r"[A-Za-z0-9_.-]{1,40}", re.ASCII)
_A_WEEK = timedelta(days=7)
_REFUSED = 400
_LENGTHS = MappingProxyType({"A": "A", "SA": "S", "Q": "Q", "M": "M", "W": "W", "D": "D", "BW": "D"})
_FISCAL = re.compile(r"\bfiscal\b", re.IGNORECASE)
_DOLLARS = re.compile(
    r"\b(?:chained (?P<base>\d{4}) |(?P<cpi>\d{4}) (?:\S*CPI-U\S* )?(?:adjusted )?)?(?<!us )(?<!U\.S\. )dollars?\b",
    re.IGNORECASE,
)

HEADLINES: Mapping[str, str] = MappingProxyType(
    {
        "GDP": "Gross domestic product, seasonally adjusted annual rate (US dollars, billions)",
        "A191RL1Q225SBEA": "Real gross domestic product, change over the quarter before at an annual rate (%)",
        "GFDEGDQ188S": "Federal debt: total public debt as percent of gross domestic product (%)",
        "FYFSGDA188S": "Federal surplus or deficit as percent of gross domestic product (%)",
        "MEHOINUSA672N": "Real median household income (US dollars)",
        "CSUSHPINSA": "S&P Cotality Case-Shiller national home price index (Index Jan 2000=100)",
        "FEDFUNDS": "Federal funds effective rate (%)",
        "GASREGW": "Price of regular gasoline (US dollars per gallon)",
        "POPTHM": "Population (persons, thousands)",
    }
)
"""Series that other offices' lists lack, with their units; FRED has no list that can be fetched as a whole."""


class NoFredSeriesError(ServiceError):
    """FRED has no series with this id."""

    def __init__(self, series: str) -> None:
        super().__init__(
            TITLE, f"it has no series {clean(series, 40)}", "Look for its id on https://fred.stlouisfed.org."
        )


class FredKeyError(SourceError):
    """FRED refuses the API key."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{TITLE} does not take the key: {clean(said, 200)}",
            "Check WORKBENCH_KEY_FRED: 32 small letters and digits.",
        )


class Fred:
    """FRED as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher="Federal Reserve Bank of St. Louis, with the producer of each series",
        licence=LICENCE,
        url="https://fred.stlouisfed.org",
        hosts=("api.stlouisfed.org",),
        covers="the United States: output, debt, rates, incomes, homes; and series of other countries; daily to yearly",
        needs_key=True,
        trials=(Trial("UNRATE", "USA", 2019, "percentage", Decimal(3), Decimal(5)),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:  # noqa: ARG002  (FRED lists none)
        """Yield the headline series, since FRED has no complete list."""
        yield CataloguePage.whole(_listed(SeriesRef(NAME, key), title) for key, title in HEADLINES.items())

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch all figures of one series, so that one archived answer serves every claim.

        Raises:
            SourceError: The API key is missing or refused, FRED refused the request, or its answer has an unknown form.
            UsageError: The key is invalid, or names an unknown change.
        """
        key = TableKey.parse(ask.ref.key)
        series, units = key.table, key.fixed.get("units", "lin")
        if not _ID.fullmatch(series):
            raise NoFredSeriesError(series)
        if units not in UNITS:
            raise UnknownNameError("change of FRED's", units, [*UNITS])
        about = await _asked(fetch, "", series, max_age=_A_WEEK)
        tags = await _asked(fetch, "/tags", series, max_age=_A_WEEK)
        answer = await _asked(fetch, "/observations", series, (("units", units),))
        described = _first(about, "seriess")
        unit = _unit(described, units)
        home = _place(tags)
        parts = [(answer, _cube(answer, described))]
        reading = CellReading(title=TITLE, only_place=home, scale=unit.scale)
        return SeriesAnswer(home=home, reading=reading, parts=parts, metadata=(about, tags)).found(
            ask, _described(ask.ref, described, unit, UNITS[units])
        )


async def _asked(
    fetch: Fetch, path: str, series: str, more: tuple[tuple[str, str], ...] = (), max_age: timedelta | None = None
) -> Answer:
    params = (("series_id", series), *more, ("file_type", "json"))
    try:
        return await fetch(Request(BASE + path, params, source=NAME, credential=KEY, max_age=max_age))
    except StatusError as error:
        if error.status == _REFUSED and "does not exist" in error.message:
            raise NoFredSeriesError(series) from error
        if error.status == _REFUSED and "api_key" in error.message:
            raise FredKeyError(error.message.partition(": ")[2]) from error
        raise


def _rows(answer: Answer, name: str) -> list[Any]:
    tree = read_json(TITLE, answer.body)
    rows = tree.get(name) if isinstance(tree, dict) else None
    if not isinstance(rows, list):
        raise WrongAnswerError(TITLE, f"a list of {name}", "JSON of another shape")
    return rows


def _first(answer: Answer, name: str) -> Mapping[str, Any]:
    rows = _rows(answer, name)
    if not rows or not isinstance(rows[0], dict):
        raise WrongAnswerError(TITLE, "a series", "none")
    return rows[0]


def _place(tags: Answer) -> str:
    """Return the country that a series covers as a whole, by its tags; else the place that they name."""
    named = [one for one in _rows(tags, "tags") if isinstance(one, dict)]
    where = [clean(one.get("name"), 40) for one in named if one.get("group_id") == "geo"]
    national = any(one.get("group_id") == "geot" and one.get("name") == "nation" for one in named)
    code = find_place(where[0]) if len(where) == 1 and national else None
    return code or ", ".join(where) or "no place that its tags name"


def _cube(answer: Answer, about: Mapping[str, Any]) -> Cube:
    length = _LENGTHS.get(clean(about.get("frequency_short"), 4).upper(), "")
    cells, bad = list[Cell](), 0
    for n, row in enumerate(_rows(answer, "observations")):
        when = _time(row.get("date"), length) if isinstance(row, dict) else ""
        if not when or not isinstance(row.get("value"), str):
            bad += 1
            continue
        value = clean(row["value"], 40)
        cells.append(Cell((length, when), "" if value == "." else value, pointer=f"/observations/{n}/value"))
    return timed_cube(clean(about.get("title")), cells, problems=bad_rows(TITLE, bad))


def _time(written: object, length: str) -> str:
    """Return the code of the period that begins on a day; a fiscal year is dated by its last day.

    >>> _time("2024-04-01", "Q"), _time("2024-01-06", "W"), _time("2023-09-30", "A"), _time("soon", "M")
    ('2024-Q2', '2024-W01', '2022-10-01/2023-10-01', '')
    """
    try:
        day = date.fromisoformat(written if isinstance(written, str) else "")
    except ValueError:
        return ""
    last = day + timedelta(days=1) if day < date.max else day
    if length == "A" and last.day == 1 and last.month != 1:
        return f"{last.year - 1}-{last:%m-%d}/{last.isoformat()}"
    return code_of_day(day, length)


def _unit(about: Mapping[str, Any], units: str) -> ReadUnit:
    """Parse FRED's name of a unit, with dollars as US dollars; an exchange rate has no unit."""
    if units != "lin":
        return ReadUnit(PERCENT)
    words = clean(about.get("units"), 120)

    def spelt(found: re.Match[str]) -> str:
        base = found["base"] or found["cpi"]
        return f"US dollars, constant {base}" if base else "US dollars"

    read = read_unit("" if " to one " in f" {words.lower()} " else _DOLLARS.sub(spelt, words).lower())
    return (
        read
        if read.unit.dimension is not Dimension.UNKNOWN
        else replace(unit_of_title(clean(about.get("title"))), scale=read.scale)
    )


def _described(ref: SeriesRef, about: Mapping[str, Any], unit: ReadUnit, change: str) -> Series:
    adjustment = clean(about.get("seasonal_adjustment"), 60)
    title = ": ".join(filter(None, (clean(about.get("title"), 200) or ref.key, change)))
    yearly = "annual rate" in adjustment.lower()
    fiscal = ("A year is a fiscal year.",) if _FISCAL.search(clean(about.get("frequency"), 60)) else ()
    return replace(
        _listed(ref, title),
        title=f"{title}, {adjustment.lower()}" if adjustment and adjustment != "Not Applicable" else title,
        unit=unit.unit,
        adds=Additivity.MEAN if yearly or change else adds_of(title, unit.unit),
        adjusted=adjustment if adjustment != "Not Applicable" else "",
        description=clean(about.get("notes"), 300),
        updated=read_day(about.get("last_updated")),
        notes=(*((ANNUAL_RATE,) if yearly else ()), *fiscal),
    )


def _listed(ref: SeriesRef, title: str) -> Series:
    unit = unit_of_title(title).unit
    return Series(
        ref=ref,
        title=title,
        unit=unit,
        adds=adds_of(title, unit),
        url=f"https://fred.stlouisfed.org/series/{ref.key.partition('?')[0]}",
        publisher=Fred.info.publisher,
        licence=LICENCE,
    )


SOURCE = Fred()
