"""Bureau of Labor Statistics: work, pay and prices of the United States, by its public data API.

Speeches quote its unemployment rate and inflation. Keys are ids (``LNS14000000``), with ``?freq=A`` for yearly
averages, and ``?change=12`` for the change over that many months as computed by the office. An optional API key (free)
adds titles, changes and yearly averages, and allows more requests per day.
Documentation: https://www.bls.gov/developers/api_signature_v2.htm.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sources._cube.cube import Cell, Cube
from sources._cube.member_choice import choose
from sources._cube.observations import CellReading
from sources._cube.one_series import SeriesAnswer, timed_cube
from sources._cube.table_key import TableKey
from sources._cube.unreadable_rows import bad_rows
from sources._text.additivity_in_titles import adds_of
from sources._text.json_body import read_json
from sources._text.printable_text import clean
from sources._text.seasonal_adjustment import adjusted
from sources._text.units_in_titles import unit_of_title
from workbench.core.errors import Problem, ServiceError, SourceError, UnknownNameError, WrongAnswerError
from workbench.core.series import Series, SeriesRef, SourceInfo, Status, Trial
from workbench.ports import Answer, Ask, CataloguePage, Credential, Fetch, SourceAnswer, post

NAME, TITLE = "bls", "Bureau of Labor Statistics"
URL = "https://api.bls.gov/publicAPI/v2/timeseries/data/"
LICENCE = "Public domain: U.S. Bureau of Labor Statistics, source to be named"
HOME = "USA"
KEY = Credential(NAME, field="registrationkey", needed=False)
CHANGE = "change"
_ID = re.compile(r"[A-Z]{2}[A-Z0-9_#-]{4,30}", re.ASCII)
_FIRST, _SPAN = 1910, 10
_PERIOD = re.compile(r"(?:M(0[1-9]|1[0-2])|Q0([1-4])|S0([12])|(M13|Q05|S03|A01))\Z", re.ASCII)
_NATIONAL = re.compile(r"LN[SU]|LE[SU]|CE[SU]|C[UW][SU]R0000|JT[SU]\d{6}00|WP[SU]|PCU|PR[SU]|CI[SU]|EI[UR]", re.ASCII)
_OF_ALL = frozenset({"", "u.s. city average", "u.s. total", "total us", "united states", "national"})
_CHANGES = ("1", "3", "6", "12")
_MEASURES = {"percent or rate": "%", "number in thousands": "persons, thousands"}
_FLAGS = MappingProxyType({"P": Status.PROVISIONAL})
_LIMIT = re.compile(r"threshold|daily limit", re.IGNORECASE)
_WITHOUT_KEY = re.compile(r"regist|key|catalog|calculation|annual", re.IGNORECASE)

HEADLINES: Mapping[str, str] = MappingProxyType(
    {
        "LNS14000000": "Unemployment rate, 16 years and over, seasonally adjusted (%)",
        "LNU04000000": "Unemployment rate, 16 years and over, not seasonally adjusted (%)",
        "LNS13000000": "Unemployed persons, 16 years and over, seasonally adjusted (persons, thousands)",
        "LNS12000000": "Employed persons, 16 years and over, seasonally adjusted (persons, thousands)",
        "LNS11300000": "Labor force participation rate, 16 years and over, seasonally adjusted (%)",
        "LNS12300000": "Employment-population ratio, 16 years and over, seasonally adjusted (%)",
        "CES0000000001": "Employees on nonfarm payrolls, seasonally adjusted (employees, thousands)",
        "CES0500000003": "Average hourly earnings of all employees, private, seasonally adjusted (US dollars per hour)",
        "CUUR0000SA0": "CPI-U, all items in U.S. city average, not seasonally adjusted (Index 1982-84=100)",
        "CUSR0000SA0": "CPI-U, all items in U.S. city average, seasonally adjusted (Index 1982-84=100)",
    }
)
"""Titles with units, which the API returns only with a key."""


class NoBlsSeriesError(ServiceError):
    """The office has no series with this id."""

    def __init__(self, series: str) -> None:
        super().__init__(TITLE, f"it has no series {clean(series, 40)}", "Look for its id on https://data.bls.gov.")


class BlsLimitError(SourceError):
    """The user's daily limit of requests is reached."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"{TITLE} answers no more today: {said}",
            "Ask again tomorrow; with a free key in WORKBENCH_KEY_BLS it answers 500 times a day.",
        )


class Bls:
    """The Bureau of Labor Statistics as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher="U.S. Bureau of Labor Statistics",
        licence=LICENCE,
        url="https://www.bls.gov",
        hosts=("api.bls.gov",),
        covers="the United States: unemployment, jobs, pay, consumer and producer prices; monthly to yearly (a key adds changes)",
        trials=(Trial("LNS14000000", HOME, 2019, "percentage", Decimal(3), Decimal(5)),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:  # noqa: ARG002  (the API has no list)
        """Yield the headline series, since the API has no list."""
        yield CataloguePage.whole(_series(SeriesRef(NAME, key), title) for key, title in HEADLINES.items())

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one series, by whole decades, since the API limits the years of one request.

        Raises:
            SourceError: The service refused, has no such series, or its answer has an unknown form.
            UsageError: The key is invalid, or names an unknown change.
        """
        key = TableKey.parse(ask.ref.key)
        series, change = key.table.upper(), key.fixed.get(CHANGE, "")
        if not _ID.fullmatch(series):
            raise NoBlsSeriesError(series)
        if change and change not in _CHANGES:
            raise UnknownNameError("change of this office, in months,", change, [*_CHANGES])
        answers = [await _asked(fetch, series, decade) for decade in _decades(ask)]
        rows = [_row(answer.body, series) for answer in answers]
        about = next((found for row in rows if isinstance(found := row.get("catalog"), dict)), {})
        title = _title(series, about, change)
        parts = [(answer, _cube(title, row, change)) for answer, row in zip(answers, rows, strict=True)]
        axes = timed_cube(title, [cell for _, cube in parts for cell in cube.cells()]).axes
        fixed = {name: code for name, code in key.fixed.items() if name != CHANGE}
        sent = SeriesAnswer(
            home=HOME,
            reading=CellReading(
                title=TITLE, flags=_FLAGS, only_place=_place(series, about), scale=unit_of_title(title).scale
            ),
            parts=parts,
            choice=choose(TITLE, axes, TableKey(series, fixed), ask),
            notices=_problems_of(change, parts),
        )
        return sent.found(ask, _series(ask.ref, title, str(about.get("seasonality") or "")))


def _decades(ask: Ask) -> list[int]:
    first, last = (max(_FIRST, year - year % _SPAN) for year in (ask.first, ask.last))
    return list(range(first, max(first, last) + 1, _SPAN))


async def _asked(fetch: Fetch, series: str, decade: int) -> Answer:
    """Fetch ten years; without the options that need a key, where the office demands one for them."""
    question = {"seriesid": [series], "startyear": str(decade), "endyear": str(decade + _SPAN - 1)}
    more = question | {"catalog": True, "calculations": True, "annualaverage": True}
    answer = await fetch(post(URL, more, source=NAME, credential=KEY, fails=_failed))
    if not _failed(answer.body):
        return answer
    said = _said(answer.body)
    if _LIMIT.search(said):
        raise BlsLimitError(said)
    if not _WITHOUT_KEY.search(said):
        raise ServiceError(TITLE, said)
    answer = await fetch(post(URL, question, source=NAME, credential=KEY, fails=_failed))
    if _failed(answer.body):
        raise ServiceError(TITLE, _said(answer.body))
    return answer


def _failed(body: bytes) -> bool:
    return b'"REQUEST_SUCCEEDED"' not in body


def _said(body: bytes) -> str:
    """Read the office's error message.

    Raises:
        WrongAnswerError: The answer is not the office's.
    """
    tree = read_json(TITLE, body)
    if not isinstance(tree, dict) or not isinstance(tree.get("status"), str):
        raise WrongAnswerError(TITLE, "its time series", "JSON of another shape")
    said = tree.get("message")
    return clean(" ".join(map(str, said)) if isinstance(said, list) else said) or clean(tree["status"])


def _row(body: bytes, series: str) -> Mapping[str, Any]:
    tree = read_json(TITLE, body)
    results = tree.get("Results") if isinstance(tree, dict) else None
    rows = results.get("series") if isinstance(results, dict) else None
    row = rows[0] if isinstance(rows, list) and rows else None
    if not isinstance(row, dict) or not isinstance(row.get("data"), list):
        raise WrongAnswerError(TITLE, "a time series", "JSON of another shape")
    if not row["data"] and "does not exist" in _said(body).lower():
        raise NoBlsSeriesError(series)
    return row


def _cube(title: str, row: Mapping[str, Any], change: str) -> Cube:
    cells, bad = list[Cell](), 0
    for n, point in enumerate(row["data"]):
        codes = _codes(point) if isinstance(point, dict) else None
        if codes is None:
            bad += 1
            continue
        at, text = f"/Results/series/0/data/{n}/value", clean(point.get("value"), 40)
        if change:
            at, text = f"/Results/series/0/data/{n}/calculations/pct_changes/{change}", _changed(point, change)
        flag, note = _footnotes(point)
        cells.append(Cell(codes, "" if text == "-" else text, flag, at, note=note))
    return timed_cube(title, cells, problems=bad_rows(TITLE, bad))


def _codes(point: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return frequency and code of a time from its year and period ("M13" is the mean of the year)."""
    year, found = clean(point.get("year"), 4), _PERIOD.match(clean(point.get("period"), 4))
    if not found or not re.fullmatch(r"[12]\d{3}", year):
        return None
    month, quarter, half, _ = found.groups()
    if month:
        return "M", f"{year}-{month}"
    if quarter:
        return "Q", f"{year}-Q{quarter}"
    return ("S", f"{year}-S{half}") if half else ("A", year)


def _changed(point: Mapping[str, Any], change: str) -> str:
    given = point.get("calculations")
    changes = given.get("pct_changes") if isinstance(given, dict) else None
    return clean(changes.get(change), 40) if isinstance(changes, dict) else ""


def _footnotes(point: Mapping[str, Any]) -> tuple[str, str]:
    listed = point.get("footnotes")
    notes = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    text = " ".join(clean(one.get("text"), 200) for one in notes if one.get("code") not in {None, *_FLAGS})
    return "".join(str(one.get("code")) for one in notes if one.get("code") in _FLAGS), text


def _title(series: str, about: Mapping[str, Any], change: str) -> str:
    title = HEADLINES.get(series) or clean(about.get("series_title"), 200) or series
    unit = _MEASURES.get(clean(about.get("measure_data_type"), 60).lower(), "")
    if change:
        return f"{title.partition(' (')[0]}: change over {change} months (%)"
    return title if series in HEADLINES or not unit else f"{title} ({unit})"


def _place(series: str, about: Mapping[str, Any]) -> str:
    """Return the country if the series covers all of it; else its area."""
    area = clean(about.get("area"), 60)
    if _NATIONAL.match(series) and area.lower() in _OF_ALL:
        return HOME
    return area or f"the area of {series}"


def _problems_of(change: str, parts: list[tuple[Answer, Cube]]) -> list[Problem]:
    cells = [cell for _, cube in parts for cell in cube.cells()]
    if not change or not cells or any(cell.text for cell in cells):
        return []
    message = "it gives changes over so many months only to those who have a key."
    return [Problem(TITLE, message, "A key is free; keep it as WORKBENCH_KEY_BLS.", "wants-key")]


def _series(ref: SeriesRef, title: str, seasonality: str = "") -> Series:
    unit = unit_of_title(title).unit
    return Series(
        ref=ref,
        title=title,
        unit=unit,
        adds=adds_of(title, unit),
        adjusted=adjusted(title) or clean(seasonality, 60),
        url=f"https://data.bls.gov/timeseries/{ref.key.partition('?')[0]}",
        publisher=Bls.info.publisher,
        licence=LICENCE,
    )


SOURCE = Bls()
