"""UN SDG database: the series of the Sustainable Development Goals, for every country, by the SDG API.

It has what governments report to the United Nations on homicide, trafficking, poverty, schooling or water, with a
letter that says whether the country counted it or an agency modelled it. Keys are ``CODE`` or
``CODE?Sex=FEMALE&Age=15-24``. It needs no API key. Documentation: https://unstats.un.org/SDGAPI/swagger/.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from sources._cube.cube import Axis
from sources._cube.existing_combinations import choose_there
from sources._cube.member_choice import MemberChoice
from sources._cube.observations import CellReading, observed
from sources._cube.requested_places import batches, missing_places, unknown_places, wanted
from sources._cube.table_key import TableKey
from sources._text.m49 import NUMBERS
from sources._text.printable_text import clean
from sources._unsdg.answer_reader import UnsdgPage, read_page
from sources._unsdg.rows_to_cube import FLAGS, NAME, TITLE, UNITS, Labels, axes_of, cube_of, has_figure, place_of
from sources._unsdg.series_list import LICENCE, PAGE, PUBLISHER, read_list, read_unit_of, series_of
from sources._web.http_errors import NoSampleError
from workbench.core.conflicting_rows import ConflictFilter, withdrawn_problems
from workbench.core.errors import Problem, WrongAnswerError
from workbench.core.quantity import Unit
from workbench.core.series import Observation, Series, SourceInfo, Trial
from workbench.ports import Answer, Ask, CataloguePage, Fetch, Request, SourceAnswer

BASE = "https://unstats.un.org/SDGAPI/v1/sdg/"
_PAGE = "1000"
_MOST_PAGES = 200
_MOST_SOURCES = 3


class UnSdg:
    """The UN's SDG database as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher=PUBLISHER,
        licence=LICENCE,
        url=PAGE,
        hosts=("unstats.un.org",),
        covers="every country: the indicators of the Sustainable Development Goals, homicide and trafficking among them; yearly",
        trials=(Trial("VC_IHR_PSRC", "MKD", 2015, "", Decimal("0.3"), Decimal(4)),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Yield every series of the newest release as one page."""
        answer = await fetch(Request(BASE + "Series/List", (("allreleases", "false"),), source=NAME))
        listed, problems = read_list(answer.body)
        answer_problems = (answer.problem,) if answer.problem else ()
        yield CataloguePage.whole(listed, (*answer_problems, *problems))

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one series.

        All years are requested, so that one archived answer serves every claim.

        Raises:
            SourceError: The service refused, or its answer has an unknown form.
            UnknownNameError: The key has a dimension or a code that the series does not have.
        """
        reading = _UnsdgReading(ask, TableKey.parse(ask.ref.key))
        codes = {place: NUMBERS[place] for place in ask.places if place in NUMBERS}
        for batch in batches(list(codes.values())) if ask.places else [()]:
            await reading.read(fetch, batch)
        return reading.found([place for place in ask.places if place not in codes])


@dataclass(slots=True)
class _UnsdgReading:
    """One query, with what it has fetched so far."""

    ask: Ask
    key: TableKey
    pages: list[tuple[Answer, UnsdgPage]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    silent: set[str] = field(default_factory=set)

    async def read(self, fetch: Fetch, numbers: Sequence[str]) -> None:
        """Fetch the figures of some areas; a missing sample is a Problem, not an error."""
        try:
            async for answer, page in _pages(fetch, self.key.table, numbers):
                self.pages.append((answer, page))
                answer_problems = (answer.problem,) if answer.problem else ()
                self.problems += [one for one in (*answer_problems, *page.problems) if one not in self.problems]
        except NoSampleError as error:
            self.silent.update(place for place, number in NUMBERS.items() if number in numbers)
            self.problems.append(error.as_problem(TITLE, "no-sample"))

    def found(self, strangers: Sequence[str]) -> SourceAnswer:
        """Return the whole answer."""
        axes = axes_of((row for _, page in self.pages for row in page.rows), _together(p.labels for _, p in self.pages))
        title = next((page.title for _, page in self.pages if page.title), "")
        choice = choose_there(TITLE, axes, self.key, self.ask, self._there()) if title else MemberChoice({})
        unit = read_unit_of(choice.fixed.get(UNITS, ""), title)
        self.problems[:0] = choice.problems
        everything = self._figures(title, axes, choice, unit.scale)
        mine = [one for one in everything if not self.ask.places or one.place in self.ask.places]
        silent = {*self.silent, *strangers}
        problems = [*self.problems, *unknown_places(TITLE, strangers), *missing_places(TITLE, self.ask, mine, silent)]
        series = self._series(title, unit.unit, choice.shown(axes), mine)
        return SourceAnswer(
            series, tuple(wanted(mine, self.ask)), tuple(a.snapshot for a, _ in self.pages), tuple(problems)
        )

    def _there(self) -> list[Mapping[str, str]]:
        """Return the combinations of members in rows with a figure, or in all rows where none has one."""
        rows = [row for _, page in self.pages for row in page.rows]
        return [row.members for row in rows if has_figure(row)] or [row.members for row in rows]

    def _figures(self, title: str, axes: tuple[Axis, ...], choice: MemberChoice, scale: Decimal) -> list[Observation]:
        """Return the figures of all pages; one that two pages list is returned once."""
        reading = CellReading(title=TITLE, flags=FLAGS, place=place_of, scale=scale)
        found = ConflictFilter()
        for answer, page in self.pages:
            cube = cube_of(title, page.rows, axes)
            read = observed(cube, self.ask.ref, choice, reading, snapshot=answer.snapshot.id)
            self.problems += [one for one in read.problems if one not in self.problems]
            for one in read.observations:
                found.take(one)
        self.problems += [one for one in withdrawn_problems(TITLE, found.withdrawn) if one not in self.problems]
        return list(found.observations)

    def _series(self, title: str, unit: Unit, notes: tuple[str, ...], mine: Sequence[Observation]) -> Series:
        years = [one.period.start.year for one in mine if one.value is not None]
        made = series_of(clean(self.key.table, 60), title or clean(self.key.table, 60), unit)
        said = dict.fromkeys(row.source for _, page in self.pages for row in page.rows if row.source)
        notes = (*notes, *(f"Source: {one}." for one in list(said)[:_MOST_SOURCES]))
        first, last = min(years, default=None), max(years, default=None)
        return replace(made, ref=self.ask.ref, notes=notes, first=first, last=last)


def _together(many: Iterable[Labels]) -> Labels:
    words: dict[str, dict[str, str]] = {}
    for labels in many:
        for axis, codes in labels.words.items():
            words.setdefault(axis, {}).update(codes)
    return Labels(words)


async def _pages(fetch: Fetch, code: str, numbers: Sequence[str]) -> AsyncIterator[tuple[Answer, UnsdgPage]]:
    """Yield the pages of an answer; their number is taken from the first."""
    number, pages = 1, 1
    while number <= pages:
        areas = tuple(("areaCode", one) for one in numbers)
        params = (("seriesCode", code), *areas, ("pageSize", _PAGE), ("page", str(number)))
        answer = await fetch(Request(BASE + "Series/Data", params, source=NAME))
        page = read_page(answer.body)
        if number == 1:
            pages = page.pages
            if pages > _MOST_PAGES:
                raise WrongAnswerError(TITLE, "an answer of some dozen pages", f"one of {pages}")
        yield answer, page
        number += 1


SOURCE = UnSdg()
