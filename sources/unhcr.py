"""UNHCR: refugees, asylum applications and decisions, returns and resettlement, by country and year.

Speeches on borders quote numbers of asylum seekers; these are counted by the same definitions for all countries. It
needs no API key; licence CC BY 4.0. Documentation: https://api.unhcr.org/docs/refugee-statistics.html.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from sources._cube.requested_places import batches, missing_places, unknown_places, wanted
from sources._unhcr.answer_reader import WORLD, UnhcrCell, observations_of, read_cells, read_page
from sources._unhcr.series_list import LICENCE, NAME, PAGE, TABLES, TITLE, UnhcrTable, series_of
from sources._web.http_errors import NoSampleError
from workbench.core.errors import Problem, UnknownNameError, WrongAnswerError
from workbench.core.series import Observation, SourceInfo, Trial
from workbench.ports import Answer, Ask, CataloguePage, Fetch, Request, SourceAnswer

BASE = "https://api.unhcr.org/population/v1/"
_LIMIT = "1000"
_MOST_PAGES = 200
_ISO = 3
_KOSOVO, _SERBIA = "XKX", "SRB"


class Unhcr:
    """UNHCR's Refugee Data Finder as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher="UNHCR, the UN Refugee Agency",
        licence=LICENCE,
        url=PAGE,
        hosts=("api.unhcr.org",),
        covers="refugees and asylum by country of asylum and of origin; yearly, applications since 2000",
        trials=(Trial("population.refugees.coa", "DEU", 2019, "person", Decimal(1000000), Decimal(1300000)),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:  # noqa: ARG002  (its list is known)
        """Yield the series of the API, which are few and known."""
        yield CataloguePage.whole(series_of(key, table) for key, table in TABLES.items())

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one series.

        Raises:
            SourceError: The service refused, or its answer has an unknown form.
            UnknownNameError: The series does not exist.
        """
        table = TABLES.get(ask.ref.key)
        if table is None:
            raise UnknownNameError("UNHCR series", ask.ref.key, list(TABLES))
        places = ask.places or (WORLD,)
        known = [
            place for place in places if len(place) == _ISO and place.isascii() and place.isalpha() and place != _KOSOVO
        ]
        reading = _UnhcrReading(replace(ask, places=tuple(known)), table)
        for batch in _countries_and_world(known):
            await reading.read(fetch, batch)
        return reading.found([*_strangers(places, known), *_about_serbia(known)])


@dataclass(slots=True)
class _UnhcrReading:
    """One query, with what it has fetched so far."""

    ask: Ask
    table: UnhcrTable
    answers: list[Answer] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    silent: set[str] = field(default_factory=set)

    async def read(self, fetch: Fetch, places: Sequence[str]) -> None:
        """Fetch the figures of some places; a missing sample is a Problem, not an error."""
        try:
            async for answer in _pages(fetch, self.ask, self.table, places):
                cells, problems = read_cells(read_page(answer.body), self.table)
                self._take(answer, cells, places)
                self.problems.extend(problems)
        except NoSampleError as error:
            self.silent.update(places)
            self.problems.append(error.as_problem(TITLE, "no-sample"))

    def _take(self, answer: Answer, cells: Sequence[UnhcrCell], places: Sequence[str]) -> None:
        self.answers.append(answer)
        if answer.problem and answer.problem not in self.problems:
            self.problems.append(answer.problem)
        mine = [cell for cell in cells if cell.place in places]
        others = sorted({cell.place for cell in cells if cell.place not in places})
        if others:
            self.problems.append(_unasked(others))
        fresh = observations_of(self.ask.ref, self.table, mine, answer.snapshot.id)
        self.observations, split = _without_split_figures(self.observations, fresh)
        self.problems.extend(split)

    def found(self, notices: Sequence[Problem]) -> SourceAnswer:
        """Return the whole answer."""
        absent = missing_places(TITLE, self.ask, self.observations, self.silent)
        return SourceAnswer(
            series_of(self.ask.ref.key, self.table),
            tuple(wanted(self.observations, self.ask)),
            tuple(answer.snapshot for answer in self.answers),
            (*notices, *self.problems, *absent),
        )


def _without_split_figures(
    before: list[Observation], fresh: list[Observation]
) -> tuple[list[Observation], list[Problem]]:
    """Remove the figures whose rows a page break separates: a partial sum is not a figure."""
    cut = {(o.place, o.period) for o in before} & {(o.place, o.period) for o in fresh}
    problems = [
        Problem(
            TITLE, f"the figure of {place} in {period} runs over two pages.", "Ask for fewer places.", "split-figure"
        )
        for place, period in sorted(cut)
    ]
    return [o for o in (*before, *fresh) if (o.place, o.period) not in cut], problems


async def _pages(fetch: Fetch, ask: Ask, table: UnhcrTable, places: Sequence[str]) -> AsyncIterator[Answer]:
    """Yield the pages of an answer. Without ``cf_type=ISO``, codes are UNHCR's own; ``yearFrom`` alone is ignored."""
    where = () if places == (WORLD,) else ((table.side, ",".join(places)),)
    years = (("yearFrom", str(ask.first)), ("yearTo", str(ask.last)))
    number, pages = 1, 1
    while number <= pages:
        params = (("limit", _LIMIT), ("page", str(number)), *years, *where, ("cf_type", "ISO"))
        answer = await fetch(Request(f"{BASE}{table.endpoint}/", params, source=NAME))
        pages = read_page(answer.body).pages if number == 1 else pages
        if pages > _MOST_PAGES:
            raise WrongAnswerError(TITLE, "an answer of a few pages", f"one of {pages}")
        yield answer
        number += 1


def _countries_and_world(places: Sequence[str]) -> list[tuple[str, ...]]:
    """Separate the world from countries: its total is requested by naming no country, in a separate request."""
    world = [(WORLD,)] if WORLD in places else []
    return [*batches([place for place in places if place != WORLD]), *world]


def _strangers(places: Sequence[str], known: Sequence[str]) -> list[Problem]:
    found = unknown_places(TITLE, [place for place in places if place not in known and place != _KOSOVO])
    if _KOSOVO in places:
        message = "Kosovo is counted together with Serbia in this source."
        found.append(Problem(TITLE, message, "Take Kosovo's figures from another source.", "place-not-honoured"))
    return found


def _about_serbia(known: Sequence[str]) -> list[Problem]:
    if _SERBIA not in known:
        return []
    return [Problem(TITLE, "its figures for Serbia include Kosovo.", "Say so beside the figure.", "place-wider")]


def _unasked(others: Sequence[str]) -> Problem:
    names = ", ".join(others[:5]) + ("…" if len(others) > 5 else "")
    return Problem(
        TITLE,
        f"it also sent figures for {names}, which were not asked for.",
        "They were left out.",
        "place-not-honoured",
    )


SOURCE = Unhcr()
