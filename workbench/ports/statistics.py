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
from workbench.ports.network import Fetch


@dataclass(frozen=True, slots=True)
class Ask:
    """Which observations are wanted.

    What the claim names beside place and years helps to settle which of a table's many series is meant, where the reference
    leaves that open; the claimed figure is never among it.

    Attributes:
        ref: The series.
        places: ISO 3166 alpha-3 or group codes; empty for all.
        first: The first year wanted.
        last: The last year wanted, inclusive.
        unit: The unit that the claim speaks in; None where it names none.
        frequency: How long the claim's period is; None where it names none.
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
    """What a source answered.

    Attributes:
        series: The series, with what the answer told about it.
        observations: In order of place and time. Empty is an answer: no figures for that.
        snapshots: The bodies that were read.
        problems: What was asked and not honoured, flags that need a reader's eye.
    """

    series: Series
    observations: tuple[Observation, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """Some titles of a service's list, and how far along it is; with what of the list could not be read."""

    series: tuple[Series, ...]
    done: int
    of: int | None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def whole(cls, series: Iterable[Series], problems: tuple[Problem, ...] = ()) -> CataloguePage:
        """Return a list that comes in one page."""
        listed = tuple(series)
        return cls(listed, len(listed), len(listed), problems)


@runtime_checkable
class StatSource(Protocol):
    """A statistics office: reads its wire format, knows its addresses, does no IO of its own."""

    info: SourceInfo

    def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """Return the service's whole list of series, page by page; nothing where it has no list."""
        ...

    async def observations(self, fetch: Fetch, ask: Ask) -> SourceAnswer:
        """Return the figures of one series.

        Raises:
            SourceError: The service refused, or its answer is not what it is known to send.
        """
        ...


@dataclass(frozen=True, slots=True)
class ServiceList:
    """What the list of one service begins with.

    Attributes:
        entries: The names of its folders, tables or dataflows, in order.
        snapshot: The body that was read.
        problems: What of it could not be read.
    """

    entries: tuple[str, ...]
    snapshot: Snapshot
    problems: tuple[Problem, ...] = ()


@runtime_checkable
class ListsServices(Protocol):
    """A source of several services, each of which can be asked what its list begins with: one small question."""

    info: SourceInfo

    async def service_list(self, fetch: Fetch, service: str) -> ServiceList:
        """Return what the list of a service begins with.

        Raises:
            SourceError: The service refused, or its answer is not what it is known to send.
            UsageError: There is no such service.
        """
        ...


@runtime_checkable
class SearchesItself(Protocol):
    """A source whose service searches its own titles, for those whose whole list is too long to pull."""

    info: SourceInfo

    async def search(self, fetch: Fetch, words: str, limit: int) -> Sequence[Series]:
        """Return what the service finds for some words, as it ranks it.

        Raises:
            SourceError: The service refused, or its answer is not what it is known to send.
        """
        ...
