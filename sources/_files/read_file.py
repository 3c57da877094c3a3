"""Read one of the user's files: a tidy table, or tables with their series; and answer requests for one series.

Both the file as a source and the comparison of records, which archives nothing, use this module, so that they read and
choose by the same rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sources._cube.cube import Role
from sources._cube.existing_combinations import choose_there
from sources._cube.member_choice import MemberChoice
from sources._cube.observations import observed
from sources._cube.table_key import TableKey
from sources._files.claimed_part import existing_members, unnamed
from sources._files.default_place import only_place
from sources._files.file_format import FileKind, kind_of
from sources._files.file_series import FileSeries, list_series
from sources._files.file_tables import FileTable, read_tables, reading_of
from sources._files.fiscal_year_of_country import in_own_years
from sources._files.path_words import path_words
from sources._files.series_keys import fixed_by
from sources._files.series_units import unit_of
from sources._files.tidy_rows import Tidy
from sources._files.tidy_table import tidy_table
from workbench.core.errors import Problem, UnknownNameError
from workbench.core.series import Observation, Series
from workbench.ports import Ask


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as read: a tidy table, or tables with their series.

    Attributes:
        tidy: The tidy table; None for any other file.
        tables: The tables of any other file.
        listed: Their series.
        problems: Doubts about the whole file.
    """

    tidy: Tidy | None
    tables: tuple[FileTable, ...] = ()
    listed: tuple[FileSeries, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def series(self) -> list[Series]:
        """Every series of the file."""
        return self.tidy.series() if self.tidy else [one.series for one in self.listed]

    @property
    def file_problems(self) -> tuple[Problem, ...]:
        """Problems of the file as a whole."""
        return tuple(self.tidy.problems_of(None)) if self.tidy else self.problems

    def figures(self, title: str, ask: Ask, snapshot: str) -> Figures:
        """Return the requested series, its figures of all places and years, and notices.

        Args:
            title: The file's name for readers.
            ask: The series, with the claim's places, years and words.
            snapshot: The id under which its bytes are archived.

        Raises:
            UnknownNameError: The file has no such series.
        """
        return _of_tidy(self.tidy, title, ask) if self.tidy else _of_table(self, title, ask, snapshot)


Figures = tuple[Series, Sequence[Observation], tuple[Problem, ...]]


def read_file(body: bytes, origin: str, snapshot: str, source: str = "file", where: str = "") -> ReadFile:
    """Read a file of any kind.

    Args:
        body: The bytes.
        origin: The file's name for readers.
        snapshot: The id under which they are archived, for evidence.
        source: The source's name in the series' references.
        where: Its path or address, whose words are used for titles; by default the origin.

    Raises:
        ReadingError: It is of an unsupported kind, or has no recognisable table.
        SourceError: The file is inconsistent.
    """
    if kind_of(body, origin) is FileKind.TIDY:
        return ReadFile(tidy_table(body, origin, snapshot, source))
    found, problems = read_tables(body, origin)
    path = path_words(where or origin)
    tables = [table.named(path) for table in found]
    listed, left = list_series(tables, source, origin)
    file_problems = [*problems, *(problem for table in tables for problem in table.cube.problems)]
    file_problems += [problem for table in tables for problem in table.strangers(origin)]
    if left:
        message = f"it has {left:,} more series than are listed."
        file_problems.append(
            Problem(origin, message, "Name one by its groups, or cut the file down.", "series-not-listed")
        )
    return ReadFile(None, tuple(tables), tuple(listed), tuple(dict.fromkeys(file_problems)))


def _of_tidy(tidy: Tidy, title: str, ask: Ask) -> Figures:
    series = tidy.series()
    found = next((each for each in series if each.ref.key == ask.ref.key), None)
    if found is None:
        raise _unknown(title, ask, series)
    return found, [o for o in tidy.observations if o.ref == found.ref], tuple(tidy.problems_of(found.ref))


def _of_table(read: ReadFile, title: str, ask: Ask, snapshot: str) -> Figures:
    listed, choice = _settled(_in_years_of(read, ask), title, ask)
    only, about = only_place(listed.table, ask, title)
    reading = reading_of(listed.table, title, only, listed.unit.scale)
    found = observed(listed.table.cube, ask.ref, choice, reading, snapshot=snapshot).at(ask.places, title)
    whole = [problem for problem in read.problems if problem not in found.problems]
    rows = in_own_years(found.observations)
    return listed.series, rows, (*choice.problems, *whole, *found.problems, *about)


def _in_years_of(read: ReadFile, ask: Ask) -> ReadFile:
    """Read the fiscal years of tables without a country as those of the claim's country."""
    if not ask.places:
        return read
    own = {id(table): table.in_years_of(ask.places[0]) for table in read.tables if not _names_place(table)}
    listed = (replace(one, table=own.get(id(one.table), one.table)) for one in read.listed)
    return replace(read, tables=tuple(own.get(id(one), one) for one in read.tables), listed=tuple(listed))


def _names_place(table: FileTable) -> bool:
    return bool(table.home) or table.cube.of_role(Role.PLACE) is not None


def _settled(read: ReadFile, title: str, ask: Ask) -> tuple[FileSeries, MemberChoice]:
    """Return the series of a key, or the one to choose where the key leaves groups open."""
    for one in read.listed:
        if one.series.ref.key == ask.ref.key:
            rows = existing_members(one.table, ask)
            choice = choose_there(title, one.table.cube.axes, TableKey(ask.ref.key, one.fixed), ask, rows)
            parts = unnamed(title, one.table, one.fixed, ask, rows)
            return one, replace(choice, problems=(*choice.problems, *parts))
    for table in read.tables:
        if key := fixed_by(table, ask.ref.key):
            choice = choose_there(title, table.cube.axes, key, ask, existing_members(table, ask))
            same = next((one for one in read.listed if one.table is table and one.fixed == choice.fixed), None)
            if same:
                return replace(same, series=replace(same.series, ref=ask.ref)), choice
            return _unlisted(table, title, choice, ask), choice
    raise _unknown(title, ask, read.series)


def _unlisted(table: FileTable, title: str, choice: MemberChoice, ask: Ask) -> FileSeries:
    """Return a series that exists but is not listed."""
    notes = choice.shown(table.cube.axes)
    words = ", ".join(filter(None, (table.cube.title or table.name or title, *notes)))
    unit = unit_of(table.cube, choice.fixed, words)
    return FileSeries(table, choice.fixed, Series(ref=ask.ref, title=words, unit=unit.unit, notes=notes), unit)


def _unknown(title: str, ask: Ask, series: Sequence[Series]) -> UnknownNameError:
    return UnknownNameError(f"series in {title}", ask.ref.key, [each.ref.key for each in series])
