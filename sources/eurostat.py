"""Eurostat: the European statistical office's tables, by its Statistics API and its table of contents.

Figures that politicians of European countries quote (asylum applications, unemployment, inflation, deficit, crime), by
the same definitions for all countries. It needs no API key; reuse is free if the source is named.
Documentation: https://ec.europa.eu/eurostat/web/user-guides/data-browser/api-data-access/api-introduction.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from decimal import Decimal

from sources._cube.table_key import TableKey
from sources._eurostat.error_answers import TITLE
from sources._eurostat.fetch_observations import EurostatReader
from sources._eurostat.places import codes_of
from sources._eurostat.send_requests import NAME, ROOT, EurostatRequest
from sources._eurostat.series_metadata import LICENCE
from sources._eurostat.table_of_contents import read_toc
from workbench.core.series import SourceInfo, Trial
from workbench.ports import Ask, CataloguePage, Fetch, Request, SourceAnswer

TOC = ROOT + "dissemination/catalogue/toc/txt"
_PAGE = 1000
_WAITS = (3.0, 8.0, 20.0)


class Eurostat:
    """Eurostat as a source of statistics; satisfies `workbench.ports.StatSource`.

    Keys are ``table`` or ``table?dimension=code&…``. A key with the frequency (``freq=A``) must fix every dimension;
    for others, the table's dimensions are fetched first. In tables with a country of origin, a key with ``geo`` counts
    by that country: ``migr_asyappctza?applicant=FRST&geo=EU27_2020`` is by citizenship.

    Args:
        waits: Seconds to wait before each retry of an answer that Eurostat postpones.
    """

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher="Eurostat, the statistical office of the European Union",
        licence=LICENCE,
        url="https://ec.europa.eu/eurostat",
        hosts=("ec.europa.eu",),
        covers="the Union, EFTA and candidate countries: economy, labour, prices, asylum, crime, energy; monthly to yearly",
        recorded="2026-09",
        trials=(
            Trial(
                "une_rt_a?freq=A&age=Y15-74&unit=PC_ACT&sex=T", "DEU", 2019, "percentage", Decimal("2.5"), Decimal(4)
            ),
        ),
    )

    def __init__(self, waits: Sequence[float] = _WAITS) -> None:
        self._waits = waits

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Yield the whole table of contents, a thousand tables at a time."""
        request = Request(
            TOC,
            (("lang", "en"),),
            accept="text/plain",
            source=NAME,
            expects=("text/plain", "text/tab-separated-values"),
        )
        answer = await fetch(request)
        listed = read_toc(answer.body, NAME)
        for at in range(0, len(listed), _PAGE):
            page = tuple(listed[at : at + _PAGE])
            yield CataloguePage(page, at + len(page), len(listed))

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one series.

        Raises:
            SourceError: Eurostat refused or postponed the answer, or sent something other than a table.
            UnknownNameError: The key has a dimension or a member that the table does not have.
        """
        reader = EurostatReader(EurostatRequest(fetch, TableKey.parse(ask.ref.key), self._waits), ask)
        return await reader.found({place: codes for place in ask.places if (codes := codes_of(place))})


SOURCE = Eurostat()
