"""Port of a statistics source."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from workbench.core.errors import Problem
from workbench.core.evidence import Snapshot
from workbench.core.period import Frequency
from workbench.core.quantity import Unit
from workbench.core.series import Observation, Series, SeriesRef, SourceInfo
from workbench.ports.network_client import Fetch


@dataclass(frozen=True, slots=True)
class Ask:
    """A request for observations.

    The claim's unit, frequency and words help to choose among a table's many series, where the reference leaves that open. The
    claimed figure is never included.

    Attributes:
        ref: The series.
        places: ISO 3166 alpha-3 or group codes; empty for all.
        first: The first requested year.
        last: The last requested year, inclusive.
        unit: The claim's unit; None where it names none.
        frequency: The length of the claim's period; None where it names none.
        words: The words of the claim's measure, in lower case.
    """

    ref: SeriesRef
    places: tuple[str, ...]
    first: int
    last: int
    unit: Unit | None = None
    frequency: Frequency | None = None
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """A source's answer.

    Attributes:
        series: The series, with metadata from the answer.
        observations: In order of place and time. Empty means that there are no figures for the request.
        snapshots: The bodies that were read.
        problems: Parts of the request that were not fulfilled, and flags that a reader should see.
    """

    series: Series
    observations: tuple[Observation, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """Some titles of a service's list, the progress, and the parts of the list that could not be read."""

    series: tuple[Series, ...]
    done: int
    of: int | None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def whole(cls, series: Iterable[Series], problems: tuple[Problem, ...] = ()) -> CataloguePage:
        """Make a list with one page."""
        listed = tuple(series)
        return cls(listed, len(listed), len(listed), problems)


@runtime_checkable
class StatSource(Protocol):
    """A statistics office: knows its addresses and parses its format; does no IO of its own."""

    info: SourceInfo

    def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Yield the service's whole list of series, page by page; nothing where it has no list."""
        ...

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Get the figures of one series.

        Raises:
            SourceError: The service refused, or its answer is not what it is known to send.
        """
        ...


@dataclass(frozen=True, slots=True)
class ServiceList:
    """The beginning of the list of one service.

    Attributes:
        entries: The names of its folders, tables or dataflows, in order.
        snapshot: The body that was read.
        problems: Parts that could not be read.
    """

    entries: tuple[str, ...]
    snapshot: Snapshot
    problems: tuple[Problem, ...] = ()


@runtime_checkable
class ListsServices(Protocol):
    """A source of several services, each of which can be asked for the beginning of its list by one small request."""

    info: SourceInfo

    async def service_list(self, fetch: Fetch, service: str) -> ServiceList:
        """Get the beginning of a service's list.

        Raises:
            SourceError: The service refused, or its answer is not what it is known to send.
            UsageError: There is no such service.
        """
        ...


@runtime_checkable
class SearchesItself(Protocol):
    """A source whose service has its own search of titles, because the whole list is too long to download."""

    info: SourceInfo

    async def search(self, fetch: Fetch, words: str, limit: int) -> Sequence[Series]:
        """Search at the service; results are in its own order.

        Raises:
            SourceError: The service refused, or its answer is not what it is known to send.
        """
        ...
