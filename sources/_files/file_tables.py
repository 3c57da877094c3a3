"""Read the tables of a file of any supported kind, each as a cube with a name.

So users of this module need not know whether a file is a sheet, JSON-stat or PC-Axis.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from types import MappingProxyType

from sources._cube.cube import Cube, Member, Role
from sources._cube.observations import CellReading
from sources._files.file_format import FileKind, NotATableFileError, kind_of
from sources._files.fiscal_labels import fiscal_period
from sources._files.grid.cells import Grid
from sources._files.grid.delimited_grid import read_text_grid
from sources._files.grid.grid_to_cube import read_grid
from sources._files.grid.xlsx import read_workbook
from sources._files.path_words import PathWords
from sources._files.status_flags import FLAGS
from sources._formats.jsonstat.reader import read_jsonstat
from sources._formats.px.reader import read_px
from sources._formats.px.times import period_of, reader_of
from sources._formats.sdmx.csv_reader import read_sdmx_csv
from sources._text.printable_text import clean
from sources._text.written_places import place_reader, unknown_place_problems, written_place
from workbench.core.dates.period_codes import read_time
from workbench.core.errors import Problem, WrongAnswerError
from workbench.core.period import Period

MOST_TABLES = 100
_HINT = (
    "A table needs times at its heads (2020, 2021, …) or in a column, figures beside them, and best a column of places; "
    "or write it as tidy data with the columns series, title, unit, place, time, value."
)


@dataclass(frozen=True, slots=True)
class FileTable:
    """One table of a file.

    Attributes:
        name: The name of its sheet, or of the dataset; empty where the file is one table.
        cube: Its figures.
        time: Parses its times.
        words: The subject in the file's name; empty where there is none.
        home: The country of its figures, from its title, its file's name or its only place; else empty.
    """

    name: str
    cube: Cube
    time: Callable[[Member], Period] = period_of
    words: str = ""
    home: str = ""

    def named(self, path: PathWords) -> FileTable:
        """Add to the table the subject in its file's name, and the country of its fiscal years."""
        home = self._only() or (place_in(f"{self.cube.title} {self.name}") or path.place if self._is_placeless else "")
        return replace(self, words=path.title, home=home).in_years_of(home)

    def in_years_of(self, place: str) -> FileTable:
        """Read the table's fiscal years as those of a country."""
        own = self.time is _own_time or isinstance(self.time, partial)
        return replace(self, time=partial(_own_time, home=place)) if own else self

    @property
    def _is_placeless(self) -> bool:
        return self.cube.of_role(Role.PLACE) is None

    def _only(self) -> str:
        """Return the place of a table that has only one."""
        axis = self.cube.of_role(Role.PLACE)
        return self.places()(axis.members[0]) if axis and len(axis.members) == 1 else ""

    def places(self) -> Callable[[Member], str]:
        """Return the function that converts its places; the meaning of a code depends on all the codes."""
        axis = self.cube.of_role(Role.PLACE)
        read = place_reader([(one.code, one.label) for one in axis.members] if axis else ())
        return lambda member: read(member.code, member.label)

    def strangers(self, title: str) -> tuple[Problem, ...]:
        """Return a Problem that names unknown places.

        Args:
            title: The file's name for readers.
        """
        axis, read = self.cube.of_role(Role.PLACE), self.places()
        return unknown_place_problems(title, (read(one) for one in axis.members)) if axis else ()


def read_tables(body: bytes, origin: str) -> tuple[list[FileTable], tuple[Problem, ...]]:
    r"""Read the tables of a file; also return Problems about sheets without a table.

    Args:
        body: The bytes.
        origin: The file's name for readers.

    Raises:
        ReadingError: It has no recognisable table.

    >>> tables, _ = read_tables(b"Country,2020,2021\nAlbania,1,2\n", "own.csv")
    >>> [(cell.codes, cell.text) for cell in tables[0].cube.cells()]
    [(('Albania', '2020'), '1'), (('Albania', '2021'), '2')]
    """
    kind = kind_of(body, origin)
    if kind is FileKind.WORKBOOK:
        return _of_grids(read_workbook(body, origin), origin)
    if kind in _FORMATS:
        try:
            return _FORMATS[kind](body, origin), ()
        except WrongAnswerError as error:
            if kind is not FileKind.SDMX:
                raise NotATableFileError(origin, f"this is no {kind} whose parts fit together", _ANOTHER) from error
    return _of_grids([read_text_grid(body, origin)], origin)


def _of_json(body: bytes, origin: str) -> list[FileTable]:
    found = [_table(one.name, one.cube) for one in read_jsonstat(origin, body).datasets[:MOST_TABLES]]
    if not found:
        raise NotATableFileError(origin, "this is a list of tables, and holds no figures", "Give one of the tables.")
    return found


def _table(name: str, cube: Cube) -> FileTable:
    axis = cube.of_role(Role.TIME)
    return FileTable(name, cube, reader_of(axis)) if axis else FileTable(name, cube)


def _of_px(body: bytes, origin: str) -> list[FileTable]:
    return [_table("", read_px(origin, body))]


def _of_sdmx(body: bytes, origin: str) -> list[FileTable]:
    return [_table("", read_sdmx_csv(origin, body).cube)]


_FORMATS: Mapping[FileKind, Callable[[bytes, str], list[FileTable]]] = MappingProxyType(
    {FileKind.JSON: _of_json, FileKind.PX: _of_px, FileKind.SDMX: _of_sdmx}
)
_ANOTHER = "Look for the same table as CSV, Excel or JSON-stat on the publisher's page."


def _of_grids(grids: Sequence[Grid], origin: str) -> tuple[list[FileTable], tuple[Problem, ...]]:
    found, without = [], []
    for grid in grids[:MOST_TABLES]:
        cube = read_grid(grid, ", ".join(filter(None, (origin, clean(grid.name, 60)))))
        if cube is not None:
            found.append(FileTable(clean(grid.name, 80), cube, _own_time))
        elif any(any(row) for row in grid.rows):
            without.append(clean(grid.name, 60))
    if not found:
        raise NotATableFileError(origin, "no table with times and figures was recognised in it", _HINT)
    if not without:
        return found, ()
    message = f"no table was recognised in the sheet{'s' if len(without) > 1 else ''} {', '.join(without[:8])}."
    return found, (Problem(origin, message, "Notes and covers have none.", "sheet-without-table"),)


def reading_of(table: FileTable, title: str, only_place: str, scale: Decimal) -> CellReading:
    """Return the rules for reading the cells of a table.

    Args:
        table: The table.
        title: What readers call the file.
        only_place: The place of a table that names none.
        scale: The multiplier in the unit's text.
    """
    return CellReading(
        title=title, flags=FLAGS, time=table.time, place=table.places(), only_place=only_place, scale=scale
    )


def _own_time(member: Member, home: str = "") -> Period:
    return fiscal_period(member.code, home) if member.code.startswith("FY") else read_time(member.code)


def place_in(words: str) -> str:
    """Find the first place in some words; empty without one.

    >>> place_in("Unemployment in North Macedonia by age"), place_in("Unemployment by age")
    ('MKD', '')
    """
    parts = words.replace("_", " ").replace("-", " ").replace(".", " ").split()
    for size in (4, 3, 2, 1):
        for start in range(len(parts) - size + 1):
            name = " ".join(parts[start : start + size]).strip("(),:;")
            code = written_place(name) if len(name) > 3 or name in {"UK", "US", "USA", "EU"} else None
            if code:
                return code
    return ""
