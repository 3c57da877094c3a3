"""The catalogue of series as the faces use it: looked through, asked of a service, pulled whole, read by the model of meanings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from workbench.core.errors import Problem
from workbench.core.series import Series
from workbench.desk.catalogue.background_update import Pull, only_starter_lists
from workbench.desk.catalogue.catalogue_update import search_at, update
from workbench.desk.desk_ports import DeskPorts
from workbench.ports import Tell, silent
from workbench.ports.meaning import Encoder


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
        """What tells how near titles are in meaning."""
        return self._ports.catalogue.encoder

    @property
    def model(self) -> Encoder | None:
        """The model of meanings where one is in use; `encoder` is it once it has read every title."""
        return self._ports.catalogue.model

    @property
    def only_starter_lists(self) -> bool:
        """Whether no service's whole list has been pulled here yet, and could be."""
        return only_starter_lists(self._ports)

    def counts(self) -> Mapping[str, tuple[int, date | None]]:
        """For each source, how many series are listed and of what day the list is (None: the starter list)."""
        return self._ports.catalogue.counts()

    def titles(self) -> int:
        """Return number of series listed, of all sources together."""
        return sum(titles for titles, _ in self.counts().values())

    def search(self, words: str, limit: int = 20) -> Sequence[Series]:
        """Return series whose titles share words with the query, likeliest first."""
        return self._ports.catalogue.search(words, limit)

    async def search_at(self, source: str, words: str, limit: int = 20) -> Sequence[Series]:
        """Results of a service's own search. Only services whose list is too long to download are asked."""
        return await search_at(self._ports, source, words, limit)

    async def update(self, names: Sequence[str] = (), tell: Tell = silent) -> Sequence[Problem]:
        """Pull the whole lists of some sources (all by default) into the index; return what failed."""
        return await update(self._ports, names, tell)

    def pull(self) -> Pull:
        """Return the same as `update` for all sources, as work that a thread does and another may stop."""
        return Pull(self._ports)

    def read_titles(self, tell: Tell = silent) -> int:
        """Has the model of the extra `meaning` read every title of the catalogue. Raises UsageError where none is in use."""
        from workbench.desk.catalogue.title_meanings import read_titles  # noqa: PLC0415  (loads the model's room)

        return read_titles(self._ports, tell)
