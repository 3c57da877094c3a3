"""Rows of the WHO's Global Health Observatory as a cube: places and groups of the WHO's, years and spans, dimensions by their own names.

A row has its dimensions in three pairs of fields, codes begin with the name of their dimension, and the value is given
twice: as a number, and as displayed, with its interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from sources._cube.cube import Axis, Cell, Cube, Member, Only, Role, row_filter
from sources._text.printable_text import clean
from workbench.core.place import find_place

WORLD = "WLD"
_PLACE, _TIME = "SpatialDim", "TimeDim"
_SETS = (*((f"Dim{n}Type", f"Dim{n}") for n in (1, 2, 3)), ("DataSourceDimType", "DataSourceDim"))
_WHOLE = ("BTSX", "TOTL", "TOTAL", "YEARSALL", "ALL", "ALLAGES")
_WORDS = MappingProxyType(
    {"MLE": "Male", "FMLE": "Female", "BTSX": "Both sexes", "URB": "Urban", "RUR": "Rural", "TOTL": "Total"}
)


def members_of(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the dimensions of a row with its members, without place and time."""
    for kind, value in _SETS:
        name = clean(row.get(kind), 60)
        if name:
            yield name, clean(row.get(value), 80)


def axes_of(rows: Sequence[Mapping[str, Any]]) -> tuple[Axis, ...]:
    sets: dict[str, dict[str, None]] = {_PLACE: {}, _TIME: {}}
    for name in dict.fromkeys(name for row in rows for name, _ in members_of(row)):
        sets[name] = dict.fromkeys(dict(members_of(row)).get(name, "") for row in rows)
    sets[_PLACE], sets[_TIME] = dict.fromkeys(map(place_of, rows)), dict.fromkeys(map(time_of, rows))
    roles = {_PLACE: Role.PLACE, _TIME: Role.TIME}
    return tuple(_axis(name, list(codes), roles.get(name, Role.OTHER)) for name, codes in sets.items())


def _axis(name: str, codes: Sequence[str], role: Role) -> Axis:
    members = tuple(Member(code, _label(name, code) if role is Role.OTHER else code) for code in codes)
    total = next((code for code in codes if code.rpartition("_")[2].upper() in _WHOLE), "")
    return Axis(name, name.replace("_", " ").capitalize(), members, role, "" if role is not Role.OTHER else total)


def _label(name: str, code: str) -> str:
    """Return a member in words: its code without the name of its dimension.

    >>> _label("SEX", "SEX_FMLE"), _label("AGEGROUP", "AGEGROUP_YEARS15PLUS"), _label("SEX", "")
    ('Female', 'years15plus', 'not said')
    """
    bare = code.removeprefix(f"{name}_")
    return _WORDS.get(bare, bare.replace("_", " ").lower()) or "not said"


def place_of(row: Mapping[str, Any]) -> str:
    """Return the workbench's code of a row's place; for a region or a group of the WHO, the WHO's own code."""
    code, kind = clean(row.get("SpatialDim"), 40), clean(row.get("SpatialDimType"), 40).upper()
    if kind == "GLOBAL" or code == "GLOBAL":
        return WORLD
    if kind == "COUNTRY":
        return find_place(code) or code
    return f"WHO {code}" if code else ""


def time_of(row: Mapping[str, Any]) -> str:
    """Return the code of a row's time: a year, or the years from its beginning to its end."""
    first, last = (clean(row.get(f"TimeDimension{end}"), 40)[:10] for end in ("Begin", "End"))
    try:
        begin, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        year = clean(row.get(_TIME), 8)
        return year if re.fullmatch(r"[12]\d{3}", year) else ""
    return str(begin.year) if begin.year >= end.year else f"{begin.year}-01-01/{end.year + 1}-01-01"


def cube_of(title: str, page: Sequence[tuple[int, Mapping[str, Any]]], axes: tuple[Axis, ...]) -> Cube:
    def scan(only: Only) -> Iterator[Cell]:
        wanted_ = row_filter(axes, only)
        for n, row in page:
            members = dict(members_of(row)) | {_PLACE: place_of(row), _TIME: time_of(row)}
            codes = tuple(members.get(axis.code, "") for axis in axes)
            if wanted_(codes):
                value = row.get("NumericValue")
                note = clean(row.get("Comments"), 200) or _as_published(clean(row.get("Value"), 80))
                yield Cell(codes, "" if value is None else str(value), pointer=f"/value/{n}/NumericValue", note=note)

    return Cube(title=title, axes=axes, scan=scan)


def _as_published(shown: str) -> str:
    """Return a note with the value as published, where that is more than the figure.

    >>> _as_published("74.8 [73.6-76.0]"), _as_published("No data"), _as_published("12")
    ('Published as 74.8 [73.6-76.0].', 'Published as No data.', '')
    """
    return "" if not shown or re.fullmatch(r"[\d\s.,-]+", shown) else f"Published as {shown}."
