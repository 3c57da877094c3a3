"""DBnomics: a mirror of some eighty publishers' series, for publishers without an adapter, and for comparison.

Central banks, American agencies and many offices have no adapter of their own; DBnomics has them in one form. As a
mirror, it lags behind: each series names its publisher, the day of the copy, and the same series in the publisher's own
adapter, if any. Keys are ``PROVIDER/DATASET/SERIES``, or ``PROVIDER/DATASET?dimension=code``. It needs no API key; each
publisher's own terms apply.
Documentation: https://api.db.nomics.world/v22/apidocs.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from decimal import Decimal

from sources._cube.table_key import TableKey
from sources._dbnomics.answer_reader import NAME, TITLE
from sources._dbnomics.catalogue_list import pages
from sources._dbnomics.fetch_observations import BadNameError, DbnomicsQuestion
from sources._dbnomics.search import search
from workbench.core.series import Series, SourceInfo, Trial
from workbench.ports import Ask, CataloguePage, Fetch, SourceAnswer


class Dbnomics:
    """DBnomics as a source of statistics; satisfies `workbench.ports.StatSource`."""

    info = SourceInfo(
        name=NAME,
        title=TITLE,
        publisher="DBnomics (Cepremap), a mirror of the publishers named beside each series",
        licence="As each publisher's own terms say; reports print them beside the figure",
        url="https://db.nomics.world",
        hosts=("api.db.nomics.world",),
        covers="some eighty publishers, among them central banks and national offices that have no adapter here",
        trials=(Trial("ECB/EXR/A.USD.EUR.SP00.A", "EA20", 2019, "", Decimal("1.05"), Decimal("1.2")),),
    )

    async def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Yield the datasets of publishers without an adapter; the last page reports lists that failed.

        Raises:
            SourceError: All lists failed.
        """
        async for page in pages(fetch):
            yield page

    async def search(self, fetch: Fetch, words: str, limit: int) -> Sequence[Series]:
        """Search the datasets of all publishers with DBnomics' own search, which joins words with "and".

        Raises:
            SourceError: The service refused, or its answer has an unknown form.
        """
        return await search(fetch, words, limit)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Fetch the figures of one series, or of a dataset for the requested places.

        Raises:
            SourceError: The service refused, or its answer has an unknown form.
            UsageError: The key is invalid, or has a dimension or code that the dataset does not have.
        """
        provider, dataset, series = _named(ask.ref.key)
        question = DbnomicsQuestion(fetch, ask, provider, dataset)
        if series:
            return await question.series(series)
        return await question.dataset(TableKey.parse(ask.ref.key))


def _named(key: str) -> tuple[str, str, str]:
    """Split a key into provider, dataset and series; the series is empty for the key of a dataset.

    >>> _named("ECB/EXR/A.USD.EUR.SP00.A"), _named("ECB/EXR?FREQ=A")
    (('ECB', 'EXR', 'A.USD.EUR.SP00.A'), ('ECB', 'EXR', ''))

    Raises:
        BadNameError: It is neither kind of key.
    """
    table = key.partition("?")[0]
    parts = table.split("/", 2) if "?" in key else key.split("/", 2)
    if len(parts) < 2 or not all(parts) or not all(part.isprintable() for part in parts):
        raise BadNameError(key)
    return parts[0], parts[1], parts[2] if len(parts) > 2 else ""


SOURCE = Dbnomics()
