"""Read flat tables of GENESIS (ffcsv) as a cube: one row per figure, with four columns for the member of each dimension.

A month has columns of its own besides those of the year, the total of a dimension has an empty code, and marks replace
missing figures.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from sources._cube.cube import Axis, Cell, Cube, Member, Only, Role, row_filter
from sources._cube.unreadable_rows import bad_rows
from sources._formats.delimited_text import RecordTable
from sources._text.printable_text import clean
from workbench.core.evidence import csv_pointer

TITLE = "Destatis (GENESIS-Online)"
HOME = "DEU"
UNITS, TIME, CONTENT = "unit", "time", "content"
_WHOLE = "TOTAL"
_REGIONS = frozenset({"DINSG", "DLAND", "REGBEZ", "KREISE", "GEMEIN"})
_PARTS = re.compile(r"(?:(MONAT)|QUART)(\d{1,2})\Z", re.ASCII)
_MARKS = MappingProxyType(
    {
        "-": ("", "Published as -: nothing there is."),
        "...": ("", "Comes later."),
        "/": ("hidden", "Too uncertain to be published."),
        ".": ("hidden", "Unknown or secret."),
        "x": ("", "Makes no sense there."),
    }
)


class FlatRows:
    """The rows of a flat table, each with its member of every dimension."""

    def __init__(self, table: RecordTable) -> None:
        self._table, self._bad = table, 0
        self._mark = table.decimal_mark(table.columns["value"][0])
        self._sets = [n for n in range(1, 20) if f"{n}_variable_code" in table.columns]
        self.title = ""
        self._labels: dict[str, dict[str, str]] = {}
        self._cells: list[tuple[dict[str, str], Cell]] = []
        try:
            for number, cells in table.records():
                self._take(number, cells)
        except csv.Error:
            self._bad += 1

    def _take(self, number: int, cells: Sequence[str]) -> None:
        def cell(name: str) -> str:
            at = self._table.columns.get(name, (len(cells), ""))[0]
            return clean(cells[at], 200) if at < len(cells) else ""

        members, part = {CONTENT: cell("value_variable_code"), UNITS: cell("value_unit")}, ""
        self._call(CONTENT, members[CONTENT], cell("value_variable_label"))
        self._call(UNITS, members[UNITS], members[UNITS])
        for n in self._sets:
            axis, code = cell(f"{n}_variable_code"), cell(f"{n}_variable_attribute_code")
            if axis in {"MONAT", "QUARTG"}:
                part = code
                continue
            members[axis] = code or _WHOLE
            self._call(axis, members[axis], cell(f"{n}_variable_attribute_label") or "Total")
        members[TIME] = _time(cell("time"), part)
        self.title = self.title or cell("statistics_label")
        if not members[TIME]:
            self._bad += 1
            return
        self._call(TIME, members[TIME], members[TIME])
        text, flag, note = cell("value"), cell("value_q"), ""
        if text in _MARKS:
            (flag, note), text = _MARKS[text], ""
        pointer = csv_pointer(number, "value", self._table.sep, self._mark)
        self._cells.append((members, Cell((), text.replace(self._mark, "."), flag, pointer, note=note)))

    def _call(self, axis: str, code: str, label: str) -> None:
        self._labels.setdefault(axis, {}).setdefault(code, label)

    def there(self) -> list[Mapping[str, str]]:
        """Return the combinations of members that have a figure."""
        return [members for members, cell in self._cells if cell.text] or [members for members, _ in self._cells]

    def cube(self) -> Cube:
        """Return the rows as a cube."""
        places = [axis for axis in self._labels if axis in _REGIONS][:1]
        axes = tuple(_axis(name, labels, places) for name, labels in self._labels.items())

        def scan(only: Only) -> Iterator[Cell]:
            wanted = row_filter(axes, only)
            for members, cell in self._cells:
                codes = tuple(members.get(axis.code, _WHOLE) for axis in axes)
                if wanted(codes):
                    yield cell._replace(codes=codes)

        return Cube(title=self.title, axes=axes, scan=scan, problems=bad_rows(TITLE, self._bad))


def _axis(name: str, labels: Mapping[str, str], places: Sequence[str]) -> Axis:
    roles = {TIME: Role.TIME, UNITS: Role.UNIT} | dict.fromkeys(places, Role.PLACE)
    members = tuple(Member(code, label or code, code if name == UNITS else "") for code, label in labels.items())
    return Axis(
        name,
        name.capitalize() if name in roles else name,
        members,
        roles.get(name, Role.OTHER),
        _WHOLE if _WHOLE in labels else "",
    )


def groups_of_table(axes: Sequence[Axis]) -> list[Axis]:
    return [axis for axis in axes if axis.role is Role.OTHER]


def _time(written: str, part: str) -> str:
    """Return the code of a year, of its month or quarter by another column, or of a day; 31 December is its year.

    >>> _time("2023", ""), _time("2023", "MONAT03"), _time("2023", "QUART2"), _time("2022-12-31", ""), _time("31.12.2022", "")
    ('2023', '2023-03', '2023-Q2', '2022', '2022')
    """
    day = re.fullmatch(r"([12]\d{3})(?:-(\d\d-\d\d))?|(\d\d)\.(\d\d)\.([12]\d{3})", written, re.ASCII)
    if not day:
        return ""
    year, rest = (day[1], day[2] or "") if day[1] else (day[5], f"{day[4]}-{day[3]}")
    if found := _PARTS.match(part):
        return f"{year}-{int(found[2]):02}" if found[1] else f"{year}-Q{int(found[2])}"
    return year if rest in {"", "12-31"} else f"{year}-{rest}"


def place_of(member: Member) -> str:
    return HOME if member.code in {"DG", _WHOLE} or member.label == "Germany" else clean(member.label, 40)
