"""Build a cube from rows of the UN SDG database, from a page of the API or a downloaded table.

Values are texts ("NaN", "<2.5", "N"), with unit and nature in other fields, and a figure is listed once for each
indicator to which it belongs. A bound is not a figure, and a missing value is not zero.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sources._cube.cube import Axis, Cell, Cube, Member, Only, Role, row_filter
from sources._text.m49 import place_by_number
from sources._text.printable_text import clean
from sources._unsdg.status_codes import MARKS, NATURES
from sources._unsdg.totals import TOTALS
from sources._unsdg.unit_codes import words_of
from workbench.core.series import Status

NAME, TITLE = "unsdg", "UN SDG database"
PLACE, TIME, UNITS = "GeoArea", "TimePeriod", "Units"
_BOUND = re.compile(r"[<>≤≥]=?\s*\d[\d.]*\Z")
_NO_FIGURE = frozenset({"", "NaN", "N", "NV", "NA", "n/a"})
_GRAVE = (Status.MISSING, Status.BREAK, Status.FORECAST, Status.ESTIMATED, Status.PROVISIONAL, Status.FINAL)
FLAGS: Mapping[str, Status] = {status.value: status for status in _GRAVE}
"""The status of a cell, which this reader settles itself, by its name."""


@dataclass(frozen=True, slots=True)
class UnsdgRow:
    """One figure as it is listed.

    Attributes:
        place: The M49 number.
        time: A year; empty where the row gives none that can be read.
        value: As written.
        pointer: Where the value stands.
        members: For each dimension and the unit, the code.
        nature: A letter for who counted or estimated it.
        mark: The observation status, in a letter; mostly empty.
        notes: Footnotes, and its period.
        source: The source of the country's figure.
    """

    place: str
    time: str
    value: str
    pointer: str
    members: Mapping[str, str]
    nature: str = ""
    mark: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of codes in the answer, by dimension, then by code."""

    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, axis: str, code: str) -> str:
        """Return a code in words."""
        named = self.words.get(axis, {}).get(code, "")
        return named or (words_of(code) if axis == UNITS else code) or "not said"


def axes_of(rows: Iterable[UnsdgRow], labels: Labels) -> tuple[Axis, ...]:
    """Return the dimensions of some rows, members in order of their first row."""
    found: dict[str, dict[str, None]] = {PLACE: {}, TIME: {}}
    rows = list(rows)
    for name in dict.fromkeys(name for row in rows for name in row.members):
        found[name] = dict.fromkeys(row.members.get(name, "") for row in rows)
    found[PLACE], found[TIME] = dict.fromkeys(row.place for row in rows), dict.fromkeys(row.time for row in rows)
    return tuple(_axis(name, list(codes), labels) for name, codes in found.items())


def _axis(name: str, codes: Sequence[str], labels: Labels) -> Axis:
    roles = {PLACE: Role.PLACE, TIME: Role.TIME, UNITS: Role.UNIT}
    members = tuple(Member(code, clean(labels.of(name, code), 120)) for code in codes)
    usual = next((code for code in codes if name == "Reporting Type" and code == "G"), "")
    total = next((code for code in codes if code.upper() in TOTALS), "") if name not in roles else ""
    return Axis(name, clean(name.replace("_", " "), 60), members, roles.get(name, Role.OTHER), total, usual)


def cube_of(title: str, rows: Sequence[UnsdgRow], axes: tuple[Axis, ...]) -> Cube:
    """Build a cube from the rows of one body, over axes that several bodies may share.

    >>> row = UnsdgRow("807", "2020", "<2.5", "/data/0/value", {"Sex": "BOTHSEX"}, "E")
    >>> [(cell.text, cell.note) for cell in cube_of("x", [row], axes_of([row], Labels())).cells()]
    [('', 'Published as <2.5: a bound, and no figure. Estimated from country data by the agency.')]
    """

    def scan(only: Only) -> Iterator[Cell]:
        wanted, seen = row_filter(axes, only), set[tuple[tuple[str, ...], str]]()
        for row in rows:
            codes = tuple(_code(row, axis) for axis in axes)
            if wanted(codes) and (codes, row.value) not in seen:  # one figure is listed under each of its indicators
                seen.add((codes, row.value))
                yield _cell(row, codes)

    return Cube(title=title, axes=axes, scan=scan, source="UN Statistics Division")


def _code(row: UnsdgRow, axis: Axis) -> str:
    if axis.code == PLACE:
        return row.place
    return row.time if axis.code == TIME else row.members.get(axis.code, "")


def _cell(row: UnsdgRow, codes: tuple[str, ...]) -> Cell:
    said = row.value.strip()
    figure, bound = has_figure(row), bool(_BOUND.match(said))
    meanings = [NATURES.get(row.nature.upper()), MARKS.get(row.mark.upper())]
    known = [one for one in meanings if one]
    status = min((one for one, _ in known), key=_GRAVE.index, default=Status.FINAL)
    notes = [*(words for _, words in known if words), *row.notes]
    if bound:
        notes.insert(0, f"Published as {said}: a bound, and no figure.")
    elif not figure and said not in {"", "NaN"}:
        notes.insert(0, f"Published as {said}, and no figure.")
    return Cell(
        codes,
        said if figure else "",
        "" if status is Status.FINAL else status.value,
        row.pointer,
        note=clean(" ".join(notes), 400),
    )


def has_figure(row: UnsdgRow) -> bool:
    """Return whether a row has a figure, and not a bound or a mark.

    >>> has_figure(UnsdgRow("807", "2020", "1.4", "", {})), has_figure(UnsdgRow("807", "2020", "NaN", "", {}))
    (True, False)
    """
    said = row.value.strip()
    return said not in _NO_FIGURE and not _BOUND.match(said)


def place_of(member: Member) -> str:
    """Return the workbench's code of a country by its number; for a group, the number itself."""
    return place_by_number(member.code) or clean(member.code, 40)
