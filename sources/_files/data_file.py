"""The user's own files as sources: a table at an address or on disk, in any format that offices publish.

Ministries, the police and agencies such as Frontex publish spreadsheets and have no service. A file is searched,
compared and archived like any service's answer; whatever had to be guessed about it is reported with the figure.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

from sources._cube.requested_places import missing_places, wanted
from sources._files.file_format import kind_of
from sources._files.read_file import ReadFile, read_file
from sources._web.file_location import located
from workbench.core.errors import ReadingError
from workbench.core.series import Series, SourceInfo
from workbench.ports import Answer, Ask, CataloguePage, Fetch, Request, SourceAnswer


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
        """Yield every series of the file as one page."""
        _, read = await self._fetched(fetch)
        yield CataloguePage.whole((self._addressed(one) for one in read.series), read.file_problems)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Return the figures of one series of the file.

        Raises:
            SourceError: The address did not answer, or the file is inconsistent.
            ReadingError: The file is missing, or has no recognisable table.
            UnknownNameError: The file has no such series.
        """
        answer, read = await self._fetched(fetch)
        answer_problems = [answer.problem] if answer.problem else []
        series, everything, problems = read.figures(self._title, ask, answer.snapshot.id)
        mine = [o for o in everything if not ask.places or o.place in ask.places]
        absent = missing_places(self._title, ask, mine)
        return SourceAnswer(
            self._addressed(series),
            tuple(wanted(mine, ask)),
            (answer.snapshot,),
            (*answer_problems, *problems, *absent),
        )

    def _addressed(self, series: Series) -> Series:
        """Add to a series the address of its page for readers."""
        web = self._url.startswith(("https://", "http://"))
        return replace(series, url=self._url) if web and not series.url else series

    def _is_no_table(self, body: bytes) -> bool:
        """Check whether an answer is a web page or empty: then it must not be cached, as the address may recover."""
        try:
            kind_of(body, self._title)
        except ReadingError:
            return True
        return False

    async def _fetched(self, fetch: Fetch) -> tuple[Answer, ReadFile]:
        """Fetch the file and read it, once for each version of its bytes."""
        answer = await fetch(
            Request(self._url, accept="*/*", source=self.info.name, expects=(), fails=self._is_no_table)
        )
        if self._read is None or self._read[0] != answer.snapshot.id:
            self._read = (
                answer.snapshot.id,
                read_file(answer.body, self._title, answer.snapshot.id, self.info.name, self._url),
            )
        return answer, self._read[1]
