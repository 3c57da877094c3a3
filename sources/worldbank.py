"""World Bank: tens of thousands of indicators for every country, by the Indicators API v2.

For comparisons of countries or years, the World Bank most often has the series. The service has no search, so its whole
list goes into the catalogue. It needs no API key; licence CC BY 4.0.
Documentation: https://datahelpdesk.worldbank.org/knowledgebase/articles/889392.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from decimal import Decimal
from urllib.parse import quote

from sources._cube.requested_places import batches, missing_places, unknown_places, wanted
from sources._web.http_errors import NoSampleError
from sources._worldbank.answer_reader import TITLE, WorldBankPage, read_page, read_rows, tells_error, title_in
from sources._worldbank.places import code_there
from sources._worldbank.series_metadata import LICENCE, described, read_listed
from workbench.core.errors import Problem, ServiceError, SourceError, WrongAnswerError
from workbench.core.series import Observation, Series, SeriesRef, SourceInfo, Trial
from workbench.ports import Answer, Ask, CataloguePage, Fetch, Request, SourceAnswer

BASE = "https://api.worldbank.org/v2/"
_DATA_PAGE, _LIST_PAGE = "1000", "1000"
_MOST_PAGES = 2000


class WorldBank:
    """The World Bank as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name="worldbank",
        title=TITLE,
        publisher="World Bank",
        licence=LICENCE,
        url="https://data.worldbank.org",
        hosts=("api.worldbank.org",),
        covers="every country: population, economy, health, education, environment; mostly yearly",
        recorded="2026-08-10",
        trials=(Trial("SP.POP.TOTL", "MKD", 2020, "person", Decimal(1700000), Decimal(2200000)),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Yield the whole list of indicators, a thousand at a time."""
        done, known = 0, set[SeriesRef]()  # the service lists some indicators twice
        async for _, page in _pages(fetch, "indicator", _LIST_PAGE):
            done += len(page.rows)
            listed = (read_listed(row, self.info.name) for _, row in page.rows)
            new = {series.ref: series for series in listed if series and series.ref not in known}
            known.update(new)
            yield CataloguePage(tuple(new.values()), done, page.total or None)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one indicator.

        All years are requested, so that one archived answer serves every claim.

        Raises:
            SourceError: The service refused, or its answer has an unknown form.
        """
        codes = {place: code for place in ask.places if (code := code_there(place))}
        reading = _WorldBankReading(ask.ref)
        for batch in batches(list(codes.values()) if ask.places else ["all"]):
            await reading.read(fetch, batch)
        reading.settle()
        strangers = [place for place in ask.places if place not in codes]
        without_figures = [*strangers, *(place for place, code in codes.items() if code in reading.silent)]
        problems = [
            *unknown_places(TITLE, strangers),
            *reading.problems,
            *missing_places(TITLE, ask, reading.observations, without_figures),
        ]
        mine = [o for o in reading.observations if o.place in codes or not ask.places]
        return SourceAnswer(
            reading.series(), tuple(wanted(mine, ask)), tuple(a.snapshot for a in reading.answers), tuple(problems)
        )


class _WorldBankReading:
    """One query, with what it has fetched so far."""

    def __init__(self, ref: SeriesRef) -> None:
        self._ref, self._title = ref, ""
        self._page: WorldBankPage | None = None
        self.answers: list[Answer] = []
        self.observations: list[Observation] = []
        self.problems: list[Problem] = []
        self.silent: set[str] = set()
        self._refused: ServiceError | None = None

    async def read(self, fetch: Fetch, codes: Sequence[str]) -> None:
        """Fetch the figures of some places; a missing sample is a Problem, not an error."""
        path = f"country/{';'.join(codes)}/indicator/{quote(self._ref.key, safe='')}"
        try:
            async for answer, page in _pages(fetch, path, _DATA_PAGE):
                self._take(answer, page)
        except NoSampleError as error:
            self._without(codes, error, "no-sample")
        except ServiceError as error:
            self._refused = self._refused or error
            self._without(codes, error, "place-refused")

    def settle(self) -> None:
        """Finish: if some places were refused, report a Problem with the others' figures.

        If all were, raise the error.
        """
        if self._refused and not self.answers:
            raise self._refused

    def _without(self, codes: Sequence[str], error: SourceError, kind: str) -> None:
        self.silent.update(codes)
        self.problems.append(error.as_problem(f"{TITLE}, {', '.join(codes)}", kind))

    def _take(self, answer: Answer, page: WorldBankPage) -> None:
        found, problems = read_rows(self._ref, page, answer.snapshot.id)
        self.answers.append(answer)
        self.observations.extend(found)
        self.problems.extend(problems)
        if answer.problem and answer.problem not in self.problems:
            self.problems.append(answer.problem)
        self._title = self._title or title_in(page)
        self._page = self._page or page

    def series(self) -> Series:
        """Return the series, completed by the answers."""
        made = described(self._ref, self._title or self._ref.key)
        years = [o.period.start.year for o in self.observations if o.value is not None]
        updated = self._page.updated if self._page else None
        return replace(made, updated=updated, first=min(years, default=None), last=max(years, default=None))


async def _pages(fetch: Fetch, path: str, per_page: str) -> AsyncIterator[tuple[Answer, WorldBankPage]]:
    """Yield the pages of an answer; their number is taken from the first, since a page past the end says 1."""
    number, pages = 1, 1
    while number <= pages:
        params = (("format", "json"), ("per_page", per_page), ("page", str(number)))
        request = Request(BASE + path, params, source="worldbank", passing=(400,), fails=tells_error)
        answer = await fetch(request)
        page = read_page(answer.body)
        if number == 1:
            pages = page.pages
            if pages > _MOST_PAGES:
                raise WrongAnswerError(TITLE, "a list of some dozen pages", f"one of {pages}")
        yield answer, page
        number += 1


SOURCE = WorldBank()
