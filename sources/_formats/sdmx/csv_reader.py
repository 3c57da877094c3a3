"""Read SDMX-CSV of every spelling as a cube, row by row.

All SDMX services except two support CSV, and this reader serves them all. The body is never copied: it is read once for
its codes, and again for the cells wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from operator import itemgetter
from types import MappingProxyType

from sources._cube.cube import Axis, Cell, Cube, Member, Only, Role
from sources._formats.sdmx.concept_roles import DESCRIBING, Message, axis_of, roles_of
from sources._formats.sdmx.csv_columns import Layout, SdmxColumn
from sources._formats.sdmx.csv_rows import Rows, SeenKeys, code_of, look_through
from sources._formats.sdmx.status_codes import text_of
from sources._formats.sdmx.status_flags import SdmxFlags
from sources._formats.sdmx.table_structure import Structure, named
from sources._formats.sdmx.times import of_times
from sources._text.printable_text import clean
from workbench.core.errors import WrongAnswerError
from workbench.core.evidence import csv_pointer
from workbench.evidence.zipped_table import sole_file

_DIGITS = frozenset("0123456789")  # last characters of plain figures; only cells with other ones are checked in full
_STAMPS = ("%d/%m/%y", "%d/%m/%Y", "%Y-%m-%d")


def read_sdmx_csv(
    title: str, body: bytes, structure: Structure | None = None, *, places: Sequence[str] = ()
) -> Message:
    r"""Read a body.

    Args:
        title: The service's name for readers.
        body: The bytes, UTF-8 with or without a byte order mark.
        structure: The dimensions and the labels of codes, where known.
        places: Additional ids of the place dimension at this service.

    Raises:
        WrongAnswerError: It is no SDMX-CSV.

    >>> body = b"DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nX:Y(1.0),A,MK,2021,15.7,A\n"
    >>> next(read_sdmx_csv("ILO", body).cube.cells())[:4]
    (('A', 'MK', '2021'), '15.7', 'A', 'csv:row=2&col=OBS_VALUE&sep=%2C&dec=.')
    """
    rows = Rows(title, _unpacked(title, body), structure)
    seen = look_through(rows)
    roles = roles_of([one.id for one in rows.layout.dimensions], places)
    axes = _with_time(tuple(_axis(column, seen, roles, structure) for column in rows.layout.dimensions))
    cube = Cube(
        title=clean(structure.title) if structure else clean(seen.name or seen.flow),
        axes=axes,
        scan=_CsvReading(rows, axes).scan,
        updated=_day(seen.updated),
        problems=tuple(seen.problems(title)),
    )
    return Message(cube=cube, flow=clean(seen.flow), attributes=_attributes(seen, rows.layout, structure))


def _unpacked(title: str, body: bytes) -> bytes:
    """Unzip a zipped table; refuse one that only looks zipped, since evidence is later read from it in the same way."""
    try:
        return sole_file(body)
    except ValueError as error:
        raise WrongAnswerError(title, "SDMX-CSV", str(error)) from error


def _axis(column: SdmxColumn, seen: SeenKeys, roles: Mapping[str, Role], structure: Structure | None) -> Axis:
    labels = _code_labels(column, seen.codes[column.at])
    members = (Member(one.code, clean(labels[one.code] or one.label)) for one in named(structure, column.id, labels))
    return axis_of(column.id, column.label, members, roles)


def _code_labels(column: SdmxColumn, cells: Mapping[str, str]) -> dict[str, str]:
    """Return the codes of a column, with their labels in the body."""
    if not column.both:
        return dict(cells)
    halves = (cell.partition(": ") for cell in cells)
    return {code: name for code, _, name in halves}


def _with_time(axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
    """Give the role of time to an axis that has only times, where no axis is named as time."""
    if any(axis.role is Role.TIME for axis in axes):
        return axes
    fitting = [axis for axis in axes if axis.role is Role.OTHER and of_times(axis.members)]
    if len(fitting) != 1:
        return axes
    return tuple(Axis(one.code, one.label, one.members, Role.TIME) if one is fitting[0] else one for one in axes)


def _attributes(seen: SeenKeys, layout: Layout, structure: Structure | None) -> Mapping[str, tuple[Member, ...]]:
    found = {}
    for name in DESCRIBING:
        column = layout.others.get(name)
        if column is not None:
            labels = _code_labels(column, {cell: "" for cell in seen.values[column.at] if cell})
            known = named(structure, column.id, labels)
            found[name] = tuple(Member(one.code, clean(labels[one.code] or one.label)) for one in known)
    return MappingProxyType(found)


def _day(text: str) -> date | None:
    """Parse the day of a time stamp: ISO, or Eurostat's form.

    >>> _day("11/09/26 23:00:00")
    datetime.date(2026, 9, 11)
    """
    stamp = text[:10].partition(" ")[0].partition("T")[0]
    for form in _STAMPS:
        try:
            return datetime.strptime(stamp, form).date()  # noqa: DTZ007  (a day, in the publisher's own time)
        except ValueError:
            continue
    return None


class _CsvReading:
    """Yields the cells of a body."""

    def __init__(self, rows: Rows, axes: tuple[Axis, ...]) -> None:
        self._rows, self._axes = rows, axes
        self._columns = rows.layout.dimensions
        self._time = next((n for n, axis in enumerate(axes) if axis.role is Role.TIME), -1)
        self._marks = SdmxFlags(rows.layout)
        # pointers differ only in the row's number
        self._before, self._after = csv_pointer(0, rows.layout.pointer).split("0", 1)

    def scan(self, only: Only) -> Iterator[Cell]:
        """Yield the cells of the members wanted, in the order of the rows."""
        codes_of, fits, marks_of = self._codes(), self._filter(only), self._marks.of
        value, width, time = self._rows.layout.value.at, self._rows.layout.width, self._time
        before, after = self._before, self._after
        for first, chunk in self._rows.chunks():
            for number, row in enumerate(chunk, first):
                if len(row) != width or (fits and not fits(row)):
                    continue
                codes, text = codes_of(row), row[value]
                if text[-1:] not in _DIGITS:
                    text = text_of(text)
                marks = marks_of(row, text, codes[time] if time >= 0 else "")
                if marks:
                    scale, flag, note = marks
                    yield Cell(codes, text, flag, f"{before}{number}{after}", scale, note)

    def _codes(self) -> Callable[[list[str]], tuple[str, ...]]:
        """Return the codes of a row."""
        ats = [one.at for one in self._columns]
        if any(one.both for one in self._columns):
            pairs = [(one.at, one.both) for one in self._columns]
            return lambda row: tuple(code_of(row[at], both=both) for at, both in pairs)
        return itemgetter(*ats) if len(ats) > 1 else lambda row: (row[ats[0]],)

    def _filter(self, only: Only) -> Callable[[list[str]], bool] | None:
        """Return a test whether a row is wanted; None where all are."""
        wanted = [
            (one.at, one.both, frozenset(only[axis.code]))
            for axis, one in zip(self._axes, self._columns, strict=True)
            if axis.code in only
        ]

        def fits(row: list[str]) -> bool:
            for at, both, codes in wanted:  # noqa: SIM110  (a generator a row would cost more than the test)
                if (code_of(row[at], both=True) if both else row[at]) not in codes:
                    return False
            return True

        return fits if wanted else None
