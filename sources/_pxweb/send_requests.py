"""Send requests to a PxWeb installation about one table: for its variables, its limits, the figures of some members.

A table may exist in one language only, a limit may only show when figures are requested, and a name may be that of a
folder. Each case ends in an answer or in an error message.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sources._cube.cube import Cube
from sources._pxweb.answer_reader import fitted, read_figures
from sources._pxweb.build_requests import (
    SURE,
    USUAL,
    Selection,
    config_request,
    data_request,
    fits,
    parts_of,
    table_request,
)
from sources._pxweb.error_answers import FolderError, NoPxTableError, PxWebError, refused
from sources._pxweb.folder_lists import AnswerLimits, allowed_of, listing_of
from sources._pxweb.languages_of_tables import other_language_problem
from sources._pxweb.sites import PxSite
from sources._pxweb.table_metadata import table_of
from sources._pxweb.variable_roles import Arranged, arranged
from sources._text.json_body import read_json
from workbench.core.errors import Problem, SourceError
from workbench.ports import Answer, Fetch


@dataclass(slots=True)
class PxRequest:
    """The requests about one table, and their answers.

    Attributes:
        fetch: Fetches bodies.
        site: The installation.
        path: The table.
        answers: The answers, in order.
        problems: The Problems about them.
    """

    fetch: Fetch
    site: PxSite
    path: str
    answers: list[Answer] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    language: str = ""

    async def table(self) -> Arranged:
        """Fetch the table's variables, in the first language that has it.

        Raises:
            SourceError: The table does not exist, or the answer does not describe one.
            FolderError: The name is that of a folder.
        """
        first: PxWebError | None = None
        for language in self.site.languages:
            answer = await self.fetch(table_request(self.site, self.path, language))
            error = refused(self.site.title, self.path, answer)
            if error is None:
                return self._described(answer, language)
            first = first or error
            if self.site.version > 1:
                break  # its languages share one list of tables
        raise first or NoPxTableError(self.site.title, self.path)

    def _described(self, answer: Answer, language: str) -> Arranged:
        tree = read_json(self.site.title, answer.body)
        if isinstance(tree, list):
            raise FolderError(self.path, [row.id for row in listing_of(self.site.title, tree).rows])
        table = table_of(self.site.title, tree)
        self._take(answer)
        self.language = language
        if language != self.site.languages[0]:
            self.problems.append(other_language_problem(self.site.title, language))
        return arranged(table, self.site.place)

    async def figures(self, about: Arranged, selection: Selection) -> list[tuple[Answer, Cube]]:
        """Fetch the figures of some members, in as many answers as the installation's limits require.

        Raises:
            TooMuchError: That would be more than a dozen, or the installation refused one for its size.
            SourceError: The installation refused, or sent something else.
        """
        parts: Sequence[Selection] = [selection]
        if not fits(selection, SURE):
            parts = parts_of(self.site.title, selection, await self._allowed())
        return [await self._part(about, part) for part in parts]

    async def _part(self, about: Arranged, part: Selection) -> tuple[Answer, Cube]:
        answer = await self.fetch(data_request(self.site, self.path, self.language, part, about.axes))
        error = refused(self.site.title, self.path, answer)
        if error:
            raise error
        self._take(answer)
        cube = read_figures(self.site.title, answer.body, (self.language,))
        return answer, fitted(self.site.title, cube, about, part)

    async def _allowed(self) -> AnswerLimits:
        """Return the installation's limits of one answer, or the usual ones where it states none."""
        try:
            answer = await self.fetch(config_request(self.site, self.language))
            found = allowed_of(self.site.title, read_json(self.site.title, answer.body))
        except SourceError:
            return USUAL  # nothing is lost: a request that is too large is refused with an error
        return found if found.values or found.cells else USUAL

    def _take(self, answer: Answer) -> None:
        if answer.snapshot.id not in {one.snapshot.id for one in self.answers}:
            self.answers.append(answer)
        if answer.problem and answer.problem not in self.problems:
            self.problems.append(answer.problem)
