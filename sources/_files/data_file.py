"""The user's own files as sources: a table at an address or on disk, in any of the formats that offices give out.

Why this file exists: ministries, the police and agencies such as Frontex publish spreadsheets and have no service. A file is searched,
compared and archived like any service's answer; whatever had to be guessed about it is told beside the figure.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace

from sources._cube.asking import unhonoured, wanted
from sources._cube.choice import Choice, choose
from sources._cube.key import TableKey
from sources._cube.observed import observed
from sources._files.kind import Kind, kind_of
from sources._files.own_years import in_own_years
from sources._files.places import only_place
from sources._files.series import Listed, fixed_by, list_series, unit_of
from sources._files.tables import Table, read_tables, reading_of
from sources._files.tidy import Read, read_tidy
from sources._web.location import located
from workbench.core.errors import Problem, ReadingError, UnknownNameError
from workbench.core.series import Observation, Series, SeriesRef, SourceInfo
from workbench.ports import Answer, Ask, CataloguePage, Fetch, Found, Request


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read: a tidy table, or tables with their series.

    Attributes:
        tidy: The series and figures of a tidy table; None for another.
        tables: The tables of any other file.
        listed: Their series.
        problems: What was doubtful about the whole file.
    """

    tidy: Read | None
    tables: tuple[Table, ...] = ()
    listed: tuple[Listed, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def series(self) -> list[Series]:
        """Every series of the file."""
        return self.tidy[0] if self.tidy else [one.series for one in self.listed]


def read_file(body: bytes, origin: str, snapshot: str, source: str = "file") -> ReadFile:
    """Reads a file of any kind.

    Args:
        body: The bytes.
        origin: What readers call the file.
        snapshot: The id under which they are archived, for evidence.
        source: The source's name in the series' references.

    Raises:
        ReadingError: It is of a kind that is not read, or holds no table that is recognised.
        SourceError: Its format's parts do not fit together.
    """
    if kind_of(body, origin) is Kind.TIDY:
        return ReadFile(read_tidy(body, origin, snapshot, source))
    tables, problems = read_tables(body, origin)
    listed, left = list_series(tables, source, origin)
    told = [*problems, *(problem for table in tables for problem in table.cube.problems)]
    if left:
        message = f"it has {left:,} more series than are listed."
        told.append(Problem(origin, message, "Name one by its groups, or cut the file down.", "series-not-listed"))
    return ReadFile(None, tuple(tables), tuple(listed), tuple(dict.fromkeys(told)))


class DataFile:
    """One file as a source of statistics; satisfies `workbench.ports.StatSource`.

    Args:
        location: A path, or an http(s) or file address.
        name: The source's name in references, where several files are in use.
    """

    def __init__(self, location: str, name: str = "file") -> None:
        place = located(location)
        self._url, self._title = place.url, place.name
        self._read: tuple[str, ReadFile] | None = None
        self.info = SourceInfo(
            name=name,
            title=self._title,
            publisher="",
            licence="as its publisher says",
            url=self._url,
            hosts=(place.host,) if place.host else (),
            covers="figures that the user keeps",
        )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Every series of the file, in one page."""
        _, read = await self._fetched(fetch)
        series = tuple(self._addressed(one) for one in read.series)
        yield CataloguePage(series, len(series), len(series))

    async def observations(self, fetch: Fetch, ask: Ask) -> Found:
        """The figures of one series of the file.

        Raises:
            SourceError: The address did not answer, or the file's parts do not fit together.
            ReadingError: The file is not there, or holds no table that is recognised.
            UnknownNameError: The file has no such series.
        """
        answer, read = await self._fetched(fetch)
        told = [answer.problem] if answer.problem else []
        series, everything, problems = self._tidy(read.tidy, ask) if read.tidy else self._of_table(read, ask, answer)
        mine = [o for o in everything if not ask.places or o.place in ask.places]
        absent = unhonoured(self._title, ask, mine)
        return Found(self._addressed(series), tuple(wanted(mine, ask)), (answer.snapshot,), (*told, *problems, *absent))

    def _addressed(self, series: Series) -> Series:
        """A series with the page where a reader finds it."""
        web = self._url.startswith(("https://", "http://"))
        return replace(series, url=self._url) if web and not series.url else series

    def _tidy(self, read: Read, ask: Ask) -> tuple[Series, Sequence[Observation], Sequence[Problem]]:
        series, observations, problems = read
        found = next((each for each in series if each.ref.key == ask.ref.key), None)
        if found is None:
            raise self._unknown(ask, series)
        return found, [o for o in observations if o.ref == found.ref], problems

    def _of_table(
        self, read: ReadFile, ask: Ask, answer: Answer
    ) -> tuple[Series, Sequence[Observation], Sequence[Problem]]:
        listed, choice = self._settled(read, ask)
        only, about = only_place(listed.table, ask, self._title)
        reading = reading_of(listed.table, self._title, only, listed.unit.scale)
        found = observed(listed.table.cube, ask.ref, choice, reading, snapshot=answer.snapshot.id)
        whole = [problem for problem in read.problems if problem not in found.problems]
        return listed.series, in_own_years(found.observations), (*choice.problems, *whole, *found.problems, *about)

    def _settled(self, read: ReadFile, ask: Ask) -> tuple[Listed, Choice]:
        """The series of a key, or the one that answers where the key leaves some groups open."""
        for one in read.listed:
            if one.series.ref.key == ask.ref.key:
                return one, choose(self._title, one.table.cube.axes, TableKey(ask.ref.key, one.fixed), ask)
        for table in read.tables:
            if key := fixed_by(table, ask.ref.key):
                choice = choose(self._title, table.cube.axes, key, ask)
                same = next((one for one in read.listed if one.table is table and one.fixed == choice.fixed), None)
                if same:
                    return replace(same, series=replace(same.series, ref=ask.ref)), choice
                return self._unlisted(table, choice, ask), choice
        raise self._unknown(ask, read.series)

    def _unlisted(self, table: Table, choice: Choice, ask: Ask) -> Listed:
        """A series that is not among those listed."""
        notes = choice.shown(table.cube.axes)
        title = ", ".join(filter(None, (table.cube.title or table.name or self._title, *notes)))
        unit = unit_of(table.cube, choice.fixed, title)
        return Listed(table, choice.fixed, Series(ref=ask.ref, title=title, unit=unit.unit, notes=notes), unit)

    def _unknown(self, ask: Ask, series: Sequence[Series]) -> UnknownNameError:
        return UnknownNameError(f"series in {self._title}", ask.ref.key, [each.ref.key for each in series])

    def _is_no_table(self, body: bytes) -> bool:
        """Whether an answer is a page or nothing: it must not stand for a day where the address has recovered."""
        try:
            kind_of(body, self._title)
        except ReadingError:
            return True
        return False

    async def _fetched(self, fetch: Fetch) -> tuple[Answer, ReadFile]:
        """The file, read once for each version of its bytes."""
        answer = await fetch(
            Request(self._url, accept="*/*", source=self.info.name, expects=(), fails=self._is_no_table)
        )
        if self._read is None or self._read[0] != answer.snapshot.id:
            self._read = (answer.snapshot.id, read_file(answer.body, self._title, answer.snapshot.id, self.info.name))
        return answer, self._read[1]


def figures_of(body: bytes, origin: str) -> tuple[list[Series], list[Observation], list[Problem]]:
    """The series and all figures of a file, with what is wrong with it; nothing is archived."""
    read = read_file(body, origin, "")
    if read.tidy:
        return read.tidy[0], read.tidy[1], read.tidy[2]
    found: list[Observation] = []
    for one in read.listed:
        ask = Ask(SeriesRef("file", one.series.ref.key), (), 1, 9999)
        only, _ = only_place(one.table, ask, origin)
        reading = reading_of(one.table, origin, only, one.unit.scale)
        choice = choose(origin, one.table.cube.axes, TableKey(one.series.ref.key, one.fixed), ask)
        found.extend(in_own_years(observed(one.table.cube, one.series.ref, choice, reading, snapshot="").observations))
    return read.series, found, list(read.problems)
