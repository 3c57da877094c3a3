"""All figures of one of the user's files, for comparisons of records; nothing is fetched and nothing archived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sources._cube.member_choice import choose
from sources._cube.observations import observed
from sources._cube.table_key import TableKey
from sources._files.default_place import only_place
from sources._files.file_series import FileSeries
from sources._files.file_tables import reading_of
from sources._files.fiscal_year_of_country import in_own_years
from sources._files.read_file import ReadFile, read_file
from workbench.core.errors import Problem
from workbench.core.series import Observation, Series
from workbench.ports import Ask

Answered = tuple[Sequence[Observation], Sequence[Problem]]
"""Observations and the problems found with them."""


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """All series and figures of a file, for comparisons that archive nothing.

    Attributes:
        title: The file's name for readers.
        read: The file as read.
        series: Every series.
        observations: The figures of all series.
    """

    title: str
    read: ReadFile
    series: list[Series]
    observations: list[Observation]

    @property
    def file_problems(self) -> tuple[Problem, ...]:
        """Problems of the file as a whole."""
        return self.read.file_problems

    @property
    def problems(self) -> list[Problem]:
        """All problems of the file, row by row."""
        return self.read.tidy.problems if self.read.tidy else list(self.read.problems)

    def answer(self, ask: Ask, series: Series, rows: Sequence[Observation]) -> Answered:
        """Return the figures of one series, with notices; the claim's words decide what the series' key leaves open.

        Args:
            ask: The claim's places, years and words; places without figures are left out.
            series: A series of the file.
            rows: All figures of the series, from `observations`.
        """
        if self.read.tidy:
            return rows, self.read.tidy.problems_of(series.ref)
        places = tuple(place for place in ask.places if series.places is None or place in series.places)
        _, found, problems = self.read.figures(self.title, replace(ask, places=places), "")
        return found, problems


def own_figures(body: bytes, origin: str, source: str = "file") -> OwnFigures:
    """Read a file of any kind with all its figures; nothing is archived.

    Args:
        body: The bytes.
        origin: The file's name for readers.
        source: The source's name in the series' references.

    Raises:
        ReadingError: It is of an unsupported kind, or has no recognisable table.
    """
    read = read_file(body, origin, "", source)
    if read.tidy:
        return OwnFigures(origin, read, read.series, read.tidy.observations)
    found = [row for one in read.listed for row in _all_of(one, origin)]
    return OwnFigures(origin, read, read.series, found)


def _all_of(one: FileSeries, origin: str) -> list[Observation]:
    """Return all figures of a listed series."""
    ask = Ask(one.series.ref, (), 1, 9999)
    only, _ = only_place(one.table, ask, origin)
    reading = reading_of(one.table, origin, only, one.unit.scale)
    choice = choose(origin, one.table.cube.axes, TableKey(one.series.ref.key, one.fixed), ask)
    return list(in_own_years(observed(one.table.cube, one.series.ref, choice, reading, snapshot="").observations))
