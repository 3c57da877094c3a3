"""The catalogue of series for the user interfaces: local search, search at a service, downloads of whole lists, encoding by the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from workbench.core.errors import Problem
from workbench.core.series import Series
from workbench.desk.catalogue.background_update import CatalogueDownload, only_starter_lists
from workbench.desk.catalogue.catalogue_update import search_at, update
from workbench.desk.desk_ports import DeskPorts
from workbench.ports import Tell, silent
from workbench.ports.meaning_encoder import Encoder


class CatalogueDesk:
    """The searchable titles of all series."""

    def __init__(self, ports: DeskPorts) -> None:
        self._ports = ports

    @property
    def problems(self) -> Sequence[Problem]:
        """What was wrong with its file, if anything was."""
        return self._ports.catalogue.problems

    @property
    def encoder(self) -> Encoder:
        """The encoder that measures how near titles are in meaning."""
        return self._ports.catalogue.encoder

    @property
    def model(self) -> Encoder | None:
        """The model of meanings where one is in use; `encoder` is it once it has read every title."""
        return self._ports.catalogue.model

    @property
    def only_starter_lists(self) -> bool:
        """Whether no service's whole list has been downloaded here yet, though it could be."""
        return only_starter_lists(self._ports)

    def counts(self) -> Mapping[str, tuple[int, date | None]]:
        """Count the listed series of each source, with the date of its list (None: the starter list)."""
        return self._ports.catalogue.counts()

    def titles(self) -> int:
        """Count the listed series of all sources."""
        return sum(titles for titles, _ in self.counts().values())

    def search(self, words: str, limit: int = 20) -> Sequence[Series]:
        """Return series whose titles share words with the query, likeliest first."""
        return self._ports.catalogue.search(words, limit)

    async def search_at(self, source: str, words: str, limit: int = 20) -> Sequence[Series]:
        """Search at a service itself. Only services whose list is too long to download can be asked."""
        return await search_at(self._ports, source, words, limit)

    async def update(self, names: Sequence[str] = (), tell: Tell = silent) -> Sequence[Problem]:
        """Download the whole lists of some sources (by default all) into the index; return the failures."""
        return await update(self._ports, names, tell)

    def pull(self) -> CatalogueDownload:
        """Make the job that does `update` for all sources in a thread, and that another thread may stop."""
        return CatalogueDownload(self._ports)

    def read_titles(self, tell: Tell = silent) -> int:
        """Encode every title of the catalogue by the model of the extra `meaning`. Raises UsageError where none is in use."""
        from workbench.desk.catalogue.title_meanings import read_titles  # noqa: PLC0415  (loads the model's room)

        return read_titles(self._ports, tell)
