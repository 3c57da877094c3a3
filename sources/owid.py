"""Our World in Data: charts on population, health, energy, CO2, democracy and much else, each with its producer.

Claims about long periods and about many countries at once often quote its charts. It needs no API key; licence CC BY
4.0 for its own work, the producer is cited too. Documentation: https://docs.owid.io/projects/etl/api/.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from decimal import Decimal
from urllib.parse import quote

from sources._cube.requested_places import missing_places, wanted
from sources._cube.table_key import TableKey
from sources._owid.catalogue_list import PAGE_SIZE, THEMES, read_page
from sources._owid.chart_metadata import TITLE, read_metadata
from sources._owid.csv_reader import read_column, read_sheet
from sources._owid.places import CODES_THERE
from sources._owid.series_metadata import LICENCE, NAME, PAGE, choose_column, described, scaled, unit_of
from workbench.core.errors import Problem, ServiceError, TooBigAnswerError
from workbench.core.series import Series, SeriesRef, SourceInfo, Trial
from workbench.ports import Answer, Ask, CataloguePage, Fetch, Request, SourceAnswer

SEARCH = "https://ourworldindata.org/api/search"
_TABLES = ("text/csv", "text/plain", "application/octet-stream", "application/csv")
_NOT_FOUND, _NOT_ALLOWED = 404, 403
_SHORT_NAMES = (("useColumnShortNames", "true"),)
_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,150}\Z")


class NoChartError(ServiceError):
    """The chart does not exist, or has no table."""

    def __init__(self, slug: str, what: str) -> None:
        super().__init__(TITLE, f"{what} {slug}.", "Look it up with `workbench catalogue search WORDS`.")


class NotPassedOnError(ServiceError):
    """The producer of the figures does not allow Our World in Data to republish them."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            TITLE,
            f"the producer of the figures of {slug} does not allow that they are passed on.",
            f"Look at {PAGE}{slug}, and ask the producer that it names.",
        )


class OurWorldInData:
    """Our World in Data's charts as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher="Our World in Data, with the producer of each chart's figures",
        licence=LICENCE,
        url="https://ourworldindata.org",
        hosts=("ourworldindata.org",),
        covers="population, health, energy, climate, poverty, democracy, conflict; yearly, long series, all countries",
        trials=(Trial("maternal-mortality", "DEU", 2015, "", Decimal(1), Decimal(15)),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Yield the charts of the search: of an empty query, then by theme those that it left out."""
        listing = _Listing()
        for theme in ("", *THEMES):
            async for page in listing.asked(fetch, theme):
                yield page
            if listing.whole:
                return
        if listing.problems():
            yield CataloguePage((), listing.done + 1, listing.total or None, listing.problems())

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one chart, or of the column that its key names.

        All places and years are requested, so that one archived answer serves every claim; for a chart too large for
        that, only the claim's places and years.

        Raises:
            NoChartError: There is no such chart, or it has no table.
            NotPassedOnError: Its producer does not allow republication.
            SourceError: The service refused, or its answer has an unknown form.
            UnknownNameError: The chart has no such column.
        """
        key = TableKey.parse(ask.ref.key)
        if not _PLAIN.match(key.table):
            raise NoChartError(key.table, "there is no chart called")
        about = await _asked(fetch, key.table, "metadata.json", ("application/json", "text/json", "text/plain"))
        chart = read_metadata(about.body)
        answer = await _figures(fetch, key.table, ask)
        sheet = read_sheet(answer.body)
        chosen = choose_column(chart, sheet, key, ask)
        unit = unit_of(chosen.column)
        read = read_column(sheet, chosen.at, ask.ref, chosen.column, scale=unit.scale, snapshot=answer.snapshot.id)
        mine = [o for o in read.observations if not ask.places or o.place in ask.places]
        answer_problems = dict.fromkeys(one.problem for one in (about, answer) if one.problem)
        series = scaled(described(ask.ref, chart, chosen.column, daily=sheet.daily), unit.scale)
        problems = (*answer_problems, *chosen.problems, *read.problems(), *missing_places(TITLE, ask, mine))
        return SourceAnswer(series, tuple(wanted(mine, ask)), (about.snapshot, answer.snapshot), problems)


async def _asked(
    fetch: Fetch, slug: str, what: str, expects: tuple[str, ...], more: tuple[tuple[str, str], ...] = ()
) -> Answer:
    request = Request(
        f"{PAGE}{quote(slug, safe='')}.{what}",
        (*more, *_SHORT_NAMES),
        accept=expects[0],
        source=NAME,
        expects=expects,
        reads_errors=(_NOT_ALLOWED, _NOT_FOUND),
    )
    answer = await fetch(request)
    if answer.status == _NOT_FOUND:
        raise NoChartError(
            slug, "there is no chart called" if what == "metadata.json" else "no table is given out for the chart"
        )
    if answer.status == _NOT_ALLOWED:
        raise NotPassedOnError(slug)
    return answer


async def _figures(fetch: Fetch, slug: str, ask: Ask) -> Answer:
    try:
        return await _asked(fetch, slug, "csv", _TABLES, (("csvType", "full"),))
    except TooBigAnswerError:
        if not ask.places:
            raise
        places = "~".join(CODES_THERE.get(place, place) for place in ask.places)
        span = (("csvType", "filtered"), ("tab", "line"), ("country", places), ("time", f"{ask.first}..{ask.last}"))
        return await _asked(fetch, slug, "csv", _TABLES, span)


@dataclass(slots=True)
class _Listing:
    """The charts that were listed so far."""

    known: set[SeriesRef] = field(default_factory=set)
    done: int = 0
    total: int = 0

    @property
    def whole(self) -> bool:
        """Whether all charts were listed, by the service's own count."""
        return len(self.known) >= self.total

    async def asked(self, fetch: Fetch, words: str) -> AsyncIterator[CataloguePage]:
        """Yield the pages of one query, with only new charts."""
        number, pages = 0, 1
        while number < pages and not (words and self.whole):
            params = (("q", words), ("type", "charts"), ("hitsPerPage", str(PAGE_SIZE)), ("page", str(number)))
            answer = await fetch(Request(SEARCH, params, source=NAME))
            page = read_page(answer.body)
            number, pages = number + 1, min(page.pages, 200)
            if not words:
                self.total = max(self.total, page.total)
            new: dict[SeriesRef, Series] = {one.ref: one for one in page.series if one.ref not in self.known}
            self.known.update(new)
            if not page.series:
                return
            if new:
                self.done = len(self.known)
                yield CataloguePage(tuple(new.values()), self.done, self.total or None)

    def problems(self) -> tuple[Problem, ...]:
        """Return a Problem about charts that the search left out."""
        if self.whole:
            return ()
        message = f"its search gave {len(self.known):,} of {self.total:,} charts."
        return (Problem(TITLE, message, "A chart that is not listed can be named by its address.", "list-cut"),)


SOURCE = OurWorldInData()
