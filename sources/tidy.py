"""The user's own figures: a tidy CSV, as a file or at a URL.

Why this file exists: many official figures have no service (a ministry's spreadsheet, a press release). Kept as a tidy
table they are searched, compared and archived like any other. Columns: ``series,title,unit,place,time,value`` and,
optionally, ``scale,status,note,url,retrieved``.
"""

from __future__ import annotations

import os.path
from collections.abc import AsyncIterator
from pathlib import PurePath
from urllib.parse import urlsplit

from sources._asking import unhonoured, wanted
from sources._tidy_rows import Tidy
from workbench.core.errors import Problem, UnknownNameError
from workbench.core.series import Observation, Series, SourceInfo
from workbench.ports import Answer, Ask, CataloguePage, Fetch, Found, Request

_TABLES = ("text/csv", "text/plain", "text/tab-separated-values", "application/csv", "application/octet-stream", "binary/octet-stream", "application/vnd.ms-excel")  # fmt: skip

Read = tuple[list[Series], list[Observation], list[Problem]]


def read_tidy(body: bytes, origin: str, snapshot: str, source: str = "file") -> Read:
    """Gives the series, observations and Problems of a tidy table.

    Args:
        body: The bytes of a CSV or TSV file.
        origin: What readers call the file, for Problems.
        snapshot: The id under which the bytes are archived, for evidence.
        source: The source's name in the series' references.

    Raises:
        ReadingError: The bytes are no table, or lack a column.
    """
    tidy = Tidy(body, origin, snapshot, source)
    tidy.read()
    return tidy.series(), tidy.observations, tidy.problems


class TidyFile:
    """One tidy table as a source of statistics; satisfies `workbench.ports.StatSource`.

    Args:
        location: A path, or an http(s) or file address.
        name: The source's name in references, where several files are in use.
    """

    def __init__(self, location: str, name: str = "file") -> None:
        web = location.startswith(("https://", "http://"))
        self._url = location if web or location.startswith("file:") else _file_url(location)
        self._title = PurePath(urlsplit(self._url).path).name or location
        self._read: tuple[str, Read] | None = None
        self.info = SourceInfo(
            name=name,
            title=self._title,
            publisher="",
            licence="as its publisher says",
            url=self._url,
            hosts=(urlsplit(location).hostname or "",) if web else (),
            covers="figures that the user keeps",
        )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Every series of the table, in one page."""
        _, (series, _, _) = await self._fetched(fetch)
        yield CataloguePage(tuple(series), len(series), len(series))

    async def observations(self, fetch: Fetch, ask: Ask) -> Found:
        """The figures of one series of the table.

        Raises:
            SourceError: The address did not answer.
            ReadingError: The file is not there, or no tidy table.
            UnknownNameError: The table has no such series.
        """
        answer, (series, observations, problems) = await self._fetched(fetch)
        found = next((each for each in series if each.ref.key == ask.ref.key), None)
        if found is None:
            raise UnknownNameError(f"series in {self._title}", ask.ref.key, [each.ref.key for each in series])
        mine = [o for o in observations if o.ref == found.ref and (not ask.places or o.place in ask.places)]
        told = [answer.problem] if answer.problem else []
        absent = unhonoured(self._title, ask, mine)
        return Found(found, tuple(wanted(mine, ask)), (answer.snapshot,), (*told, *problems, *absent))

    async def _fetched(self, fetch: Fetch) -> tuple[Answer, Read]:
        """The table, read once for each version of its bytes."""
        answer = await fetch(Request(self._url, accept="text/csv, text/plain", source=self.info.name, expects=_TABLES))
        if self._read is None or self._read[0] != answer.snapshot.id:
            self._read = (answer.snapshot.id, read_tidy(answer.body, self._title, answer.snapshot.id, self.info.name))
        return answer, self._read[1]


def _file_url(path: str) -> str:
    return PurePath(os.path.abspath(os.path.expanduser(path))).as_uri()  # noqa: PTH100, PTH111  (spelling only, no IO)
