"""What a statistics source satisfies, and the index of what they all measure."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from workbench.core.errors import Problem
from workbench.core.evidence import Snapshot
from workbench.core.period import Frequency
from workbench.core.quantity import Unit
from workbench.core.series import Observation, Series, SeriesRef, SourceInfo
from workbench.ports.meaning import Encoder
from workbench.ports.network import Fetch

if TYPE_CHECKING:  # names of what is handed through; nothing of the matching room is used here
    from workbench.match.query import Query
    from workbench.match.title_store import Hit


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
class Found:
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


@runtime_checkable
class StatSource(Protocol):
    """A statistics office: reads its wire format, knows its addresses, does no IO of its own."""

    info: SourceInfo

    def catalogue(self, fetch: Fetch) -> AsyncIterator[CataloguePage]:
        """The service's whole list of series, page by page; nothing where it has no list."""
        ...

    async def observations(self, fetch: Fetch, ask: Ask) -> Found:
        """The figures of one series.

        Raises:
            SourceError: The service refused, or its answer is not what it is known to send.
        """
        ...


@runtime_checkable
class SearchesItself(Protocol):
    """A source whose service searches its own titles, for those whose whole list is too long to pull."""

    info: SourceInfo

    async def search(self, fetch: Fetch, words: str, limit: int) -> Sequence[Series]:
        """What the service finds for some words, as it ranks it.

        Raises:
            SourceError: The service refused, or its answer is not what it is known to send.
        """
        ...


class Catalogue(Protocol):
    """The searchable index of series titles over all sources."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What was wrong with its file, if anything was."""
        ...

    def search(self, query: str, limit: int = 200, sources: Sequence[str] = (), meaning: str = "") -> Sequence[Series]:
        """Series whose titles, units or descriptions share words with the query, likeliest first.

        `meaning` is what was said, for titles that are near it in meaning and need share no word with it.
        """
        ...

    def find(self, query: Query, limit: int = 12, sources: Sequence[str] = ()) -> Sequence[Hit]:
        """Series that may measure what is asked, likeliest first, some more than are wanted: `rank_hits` puts them in order."""
        ...

    @property
    def encoder(self) -> Encoder:
        """What told how near titles are in meaning, in what `find` gives."""
        ...

    @property
    def model(self) -> Encoder | None:
        """The model of meanings that was asked for and can be used; `encoder` is it once it has read every title."""
        ...

    def titles(self) -> Sequence[str]:
        """The titles of all sources, each once."""
        ...

    def put_in_order(self) -> None:
        """Makes the arrays by which titles are found anew, such as once the model has read every title."""
        ...

    def get(self, ref: SeriesRef) -> Series | None:
        """One series by its name."""
        ...

    def counts(self) -> dict[str, tuple[int, date | None]]:
        """For each source, how many series the index holds and of what day the list is (None: the starter list)."""
        ...

    def replace(self, source: str, series: Iterable[Series], as_of: date) -> int:
        """Puts a source's new list in place of its old one, which stays whole until the new one is."""
        ...
