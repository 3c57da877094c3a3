"""Official figures: sources, series and observations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from workbench.core.errors import UsageError
from workbench.core.evidence import Evidence
from workbench.core.period import Frequency, Period
from workbench.core.quantity import UNKNOWN_UNIT, Unit


@dataclass(frozen=True, slots=True)
class Trial:
    """A small query to a service with its known answer, by which a user checks that the service still works.

    Attributes:
        key: The service's own key of the series.
        place: The code of the place.
        year: The year.
        unit: The name of the unit, singular; empty where the service gives none.
        low: The lower bound of the figure, with the scale applied.
        high: The upper bound.
    """

    key: str
    place: str
    year: int
    unit: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class ListTrial:
    """A small query to a service of which no figure is known for certain: it checks the service's list of series.

    Attributes:
        key: The service, as the keys of its series begin ("DZS").
        known: An entry that the list is known to have; empty where any entry will do.
    """

    key: str
    known: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInfo:
    """A statistics office or service, described for readers and for the HTTP client.

    Attributes:
        name: The key of its series references ("worldbank").
        title: What reports print ("World Bank").
        publisher: Whom to name as the publisher.
        licence: The licence text that reports print beside its figures.
        url: Its home page.
        hosts: The hosts that its adapter may ask; empty for files.
        covers: What it covers, one line.
        needs_key: Whether it requires a key.
        places: The countries and groups that it can have figures for, as codes, where its series do not say so themselves; a group
            means all countries that were ever its members. Empty where it may have any.
        services: The services that it queries, as prefixes of their series' keys, where there are several.
        trials: Small queries by which `workbench doctor --live` checks that it, and each of its services, still answers as
            expected.
        recorded: The ISO date of the newest recorded real answers that its tests use; a month where the day is unknown, empty where the
            adapter was written from documentation alone.
    """

    name: str
    title: str
    publisher: str
    licence: str
    url: str
    hosts: tuple[str, ...] = ()
    covers: str = ""
    needs_key: bool = False
    recorded: str = ""
    places: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    trials: tuple[Trial | ListTrial, ...] = ()

    @property
    def untried(self) -> tuple[str, ...]:
        """What no trial checks: each of its services without one, or the source itself, by its own name."""
        keys = [trial.key for trial in self.trials]
        if not self.services:
            return () if keys else (self.name,)
        return tuple(one for one in self.services if not any(key.partition("/")[0] == one for key in keys))


@dataclass(frozen=True, slots=True, order=True)
class SeriesRef:
    """The name of a series: the source and the service's own key, printed ``source:key``."""

    source: str
    key: str

    def __str__(self) -> str:
        return f"{self.source}:{self.key}"

    @classmethod
    def parse(cls, text: str) -> SeriesRef:
        """Read ``source:key``.

        Raises:
            UsageError: There is no colon, or one side is empty.
        """
        source, colon, key = text.partition(":")
        if not (source and colon and key):
            raise UsageError(f"{text} is no series.", "A series is written source:key, such as worldbank:SP.POP.TOTL.")
        return cls(source, key)


class Additivity(StrEnum):
    """How observations of parts of a period combine to the whole period."""

    SUM = "sum"
    MEAN = "mean"
    LAST = "last"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One measure of a source, over all its places and periods.

    Attributes:
        ref: Its name.
        title: As the publisher writes it.
        unit: The unit that its observations are given in, scale already applied.
        frequency: How long one observation lasts; None where mixed or unknown.
        description: What exactly is counted, as the publisher says.
        places: Codes of places it is known to cover; None where unknown.
        first: The first year covered, where known.
        last: The last year covered, where known.
        adds: Flows sum over the parts of a period, stocks are taken at its end, rates are averaged.
        adjusted: Seasonal or calendar adjustment, as the publisher says; empty for none or unknown.
        url: The page where a reader finds it.
        publisher: Whom the source names as the producer of the figures.
        licence: The text that reports print.
        updated: When the publisher last changed it.
        notes: Flags and footnotes, as sentences.
        headline: Whether it is on the starter list of the series that newsrooms need most.
        method: The page where the publisher says how the figures are made.
    """

    ref: SeriesRef
    title: str
    unit: Unit = UNKNOWN_UNIT
    frequency: Frequency | None = None
    description: str = ""
    places: frozenset[str] | None = None
    first: int | None = None
    last: int | None = None
    adds: Additivity = Additivity.UNKNOWN
    adjusted: str = ""
    url: str = ""
    publisher: str = ""
    licence: str = ""
    updated: date | None = None
    notes: tuple[str, ...] = ()
    headline: bool = False
    method: str = ""


class Status(StrEnum):
    """The publisher's flag on one observation."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    FORECAST = "forecast"
    BREAK = "break"
    SUPPRESSED = "suppressed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One figure: a series at a place in a period.

    Attributes:
        ref: The series.
        place: ISO 3166 alpha-3 or a group's code.
        period: What it covers.
        value: The figure in the series' unit, scale applied; None where missing or suppressed (never zero).
        step: The size of its last published digit, scale applied.
        status: The publisher's flag.
        evidence: Where it is in the archived body.
        vintage: When the publisher released it, where known.
        note: A footnote.
        own_place: The service's own code of the place, where it differs from ours ("EL" for GRC); else empty.
    """

    ref: SeriesRef
    place: str
    period: Period
    value: Decimal | None
    step: Decimal = Decimal(1)
    status: Status = Status.FINAL
    evidence: Evidence | None = None
    vintage: date | None = None
    note: str = ""
    own_place: str = ""
