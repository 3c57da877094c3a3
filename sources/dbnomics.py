"""DBnomics: one mirror of some eighty publishers' series, asked where none of them is asked directly, and for a second look.

National banks, American agencies and many offices have no adapter of ours; here they speak one form. It is
a mirror and lags: each series names its publisher, the day of the copy, and the same series at first hand where we have it.
Series are named ``PROVIDER/DATASET/SERIES``, or ``PROVIDER/DATASET?dimension=code``. Key none; each publisher's own terms.
Documentation: https://api.db.nomics.world/v22/apidocs.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from decimal import Decimal

from sources._cube.key import TableKey
from sources._dbnomics.asking import BadNameError, DbnomicsQuestion
from sources._dbnomics.listing import pages
from sources._dbnomics.reading import NAME, TITLE
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
        """Yield the datasets of the publishers that are not asked directly; one whose list fails is named with the others'.

        Raises:
            SourceError: No list came.
        """
        async for page in pages(fetch):
            yield page

    async def search(self, fetch: Fetch, words: str, limit: int) -> Sequence[Series]:
        """Return the datasets that DBnomics finds for some words, over all of its publishers; it joins the words with "and".

        Raises:
            SourceError: The service refused, or its answer is not what it is known to send.
        """
        return await search(fetch, words, limit)

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Return the figures of one series, or of a dataset for the places asked.

        Raises:
            SourceError: The service refused, or its answer is not what it is known to send.
            UsageError: The name is that of no series, or gives a dimension or code that the dataset does not have.
        """
        provider, dataset, series = _named(ask.ref.key)
        question = DbnomicsQuestion(fetch, ask, provider, dataset)
        if series:
            return await question.series(series)
        return await question.dataset(TableKey.parse(ask.ref.key))


def _named(key: str) -> tuple[str, str, str]:
    """Return the provider, the dataset and the series of a key; no series where it names a dataset.

    >>> _named("ECB/EXR/A.USD.EUR.SP00.A"), _named("ECB/EXR?FREQ=A")
    (('ECB', 'EXR', 'A.USD.EUR.SP00.A'), ('ECB', 'EXR', ''))

    Raises:
        BadNameError: It names neither.
    """
    table = key.partition("?")[0]
    parts = table.split("/", 2) if "?" in key else key.split("/", 2)
    if len(parts) < 2 or not all(parts) or not all(part.isprintable() for part in parts):
        raise BadNameError(key)
    return parts[0], parts[1], parts[2] if len(parts) > 2 else ""


SOURCE = Dbnomics()
