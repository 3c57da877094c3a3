"""Read answers of the UK's Office for National Statistics: a time series as a cube, and the list of series' addresses.

One answer has the same series by years, quarters and months, values as texts, the unit in two halves ("£" and "m"), and
a day of release given, in summer, as an hour before midnight in Greenwich time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from sources._cube.cube import Cell, Cube
from sources._cube.one_series import timed_cube
from sources._cube.unreadable_rows import bad_rows
from sources._ons.units import released, unit_of
from sources._text.json_body import as_int, read_json
from sources._text.printable_text import clean
from sources._text.seasonal_adjustment import adjusted
from sources._text.unit_parser import ReadUnit
from workbench.core.errors import WrongAnswerError
from workbench.core.months import SHORT

NAME, TITLE = "ons", "Office for National Statistics"
_LISTS: Mapping[str, str] = MappingProxyType({"A": "years", "Q": "quarters", "M": "months"})
_MONTHS = tuple(month.upper() for month in SHORT)
_DATE = re.compile(r"(?P<year>\d{4})(?: (?:(?P<quarter>Q[1-4])|(?P<month>[A-Z]{3})[A-Z]*))?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class About:
    """The metadata of a series in an answer."""

    title: str
    uri: str
    unit: ReadUnit
    adjusted: str
    released: date | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnsPlace:
    """The address of a time series: the id that newsrooms quote, its dataset, its path on the site."""

    cdid: str
    dataset: str
    uri: str
    title: str


def read_series(body: bytes) -> tuple[About, Cube]:
    """Read a time series.

    Raises:
        WrongAnswerError: The body is not such an answer.
    """
    tree = read_json(TITLE, body)
    about = tree.get("description") if isinstance(tree, dict) else None
    if not isinstance(about, dict) or not any(isinstance(tree.get(name), list) for name in _LISTS.values()):
        raise WrongAnswerError(TITLE, "a time series", "JSON of another shape")
    cells, bad = _cells(tree)
    described = _about(tree, about)
    return described, timed_cube(described.title, cells, updated=described.released, problems=bad_rows(TITLE, bad))


def _cells(tree: Mapping[str, Any]) -> tuple[list[Cell], int]:
    found, bad = [], 0
    for code, name in _LISTS.items():
        rows = tree.get(name)
        for n, row in enumerate(rows if isinstance(rows, list) else ()):
            when = time_of(row.get("date")) if isinstance(row, dict) else ""
            value = row.get("value") if isinstance(row, dict) else None
            if when and isinstance(value, str):
                found.append(Cell((code, when), clean(value, 80), pointer=f"/{name}/{n}/value", note=_label(row)))
            else:
                bad += 1
    return found, bad


def _label(row: Mapping[str, Any]) -> str:
    """Return the label of a row's time, where it says more than its date: "Jan-Mar 2024" is not March."""
    label, when = clean(row.get("label"), 40), clean(row.get("date"), 40)
    return f"Published as {label}." if label and label.casefold() != when.casefold() else ""


def time_of(written: object) -> str:
    """Return the code of a time as written in answers; empty for an unknown form.

    >>> time_of("2024"), time_of("2024 Q1"), time_of("2024 APR"), time_of("2024 Spring")
    ('2024', '2024-Q1', '2024-04', '')
    """
    found = _DATE.match(clean(written, 40).upper())
    if not found:
        return ""
    if found["quarter"]:
        return f"{found['year']}-{found['quarter']}"
    if found["month"]:
        return f"{found['year']}-{_MONTHS.index(found['month']) + 1:02}" if found["month"] in _MONTHS else ""
    return found["year"]


def _about(tree: Mapping[str, Any], about: Mapping[str, Any]) -> About:
    title = clean(about.get("title"), 300)
    return About(
        title,
        clean(tree.get("uri"), 200),
        unit_of(clean(about.get("preUnit"), 20), clean(about.get("unit"), 60), title),
        adjusted(title),
        released(about.get("releaseDate")),
        tuple(_notes(tree, about)),
    )


def _notes(tree: Mapping[str, Any], about: Mapping[str, Any]) -> Iterator[str]:
    if "three" in clean(about.get("monthLabelStyle"), 60).lower():
        yield "The figure of a month is an average of three months around it."
    if coming := clean(about.get("nextRelease"), 60):
        yield f"Next release: {coming}."
    for name in ("alerts", "notes"):
        rows = tree.get(name)
        for row in rows[:3] if isinstance(rows, list) else ():
            words = clean(row.get("markdown") if isinstance(row, dict) else row, 300)
            if words:
                yield words


def read_places(body: bytes) -> tuple[list[OnsPlace], int]:
    """Read a page of the search for time series, and how many there are.

    Raises:
        WrongAnswerError: The body is not such a page.
    """
    tree = read_json(TITLE, body)
    items = tree.get("items") if isinstance(tree, dict) else None
    if items is None and isinstance(tree, dict) and as_int(tree.get("count"), -1) == 0:
        items = []
    if not isinstance(items, list):
        raise WrongAnswerError(TITLE, "a page of its search", "JSON of another shape")
    return [place for row in items if isinstance(row, dict) if (place := _place(row))], as_int(tree.get("count"))


def _place(row: Mapping[str, Any]) -> OnsPlace | None:
    cdid, uri = clean(row.get("cdid"), 20).lower(), clean(row.get("uri"), 200)
    if not re.fullmatch(r"[a-z0-9]{2,10}", cdid) or not is_series(uri):
        return None
    return OnsPlace(cdid, clean(row.get("dataset_id"), 20).lower(), uri, clean(row.get("title"), 300))


def is_series(uri: str) -> bool:
    """Return whether an address under the site is that of a time series in a dataset.

    >>> is_series("/economy/inflationandpriceindices/timeseries/d7g7/mm23"), is_series("/economy/../etc")
    (True, False)
    """
    return bool(re.fullmatch(r"(?:/[a-z0-9-]+){1,8}/timeseries/[a-z0-9]+/[a-z0-9]+", uri, re.ASCII))
