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
    """One small question to a service with what its answer is known to be: by it a user tells whether the service still answers so.

    Attributes:
        key: The service's own key of the series.
        place: The code of the place.
        year: The year.
        unit: The name of the unit, singular; empty where the service gives none.
        low: The least that the figure can be, scale spelt out.
        high: The most.
    """

    key: str
    place: str
    year: int
    unit: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class ListTrial:
    """One small question to a service none of whose figures is known for sure: what its list begins with.

    Attributes:
        key: The service, as the keys of its series begin ("DZS").
        known: An entry that its list is known to have; empty where none is known, and any will do.
    """

    key: str
    known: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInfo:
    """A statistics office or service, as readers and the client need to know it.

    Attributes:
        name: The key of its series references ("worldbank").
        title: What reports print ("World Bank").
        publisher: Whom to name as the publisher.
        licence: The licence text that reports print beside its figures.
        url: Its home page.
        hosts: The hosts that its adapter may ask; empty for files.
        covers: What it covers, one line.
        needs_key: Whether it wants a key.
        places: The countries and groups that it can have figures of, as codes, where its series do not say so themselves; a group
            stands for all who were ever its members. Empty where it may have any.
        services: The services that it asks, as the keys of their series begin, where they are several.
        trials: Small questions by which `workbench doctor --live` tells whether it, and each of its services, still answers as
            expected.
        recorded: The day of the newest answers of the service itself that its tests rest on, ISO; its month where no more is known,
            empty where it was written by documentation alone.
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
        """What no question tries: each of its services that has none, or itself by its own name."""
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
            UsageError: There is no colon, or an empty side.
        """
        source, colon, key = text.partition(":")
        if not (source and colon and key):
            raise UsageError(f"{text} is no series.", "A series is written source:key, such as worldbank:SP.POP.TOTL.")
        return cls(source, key)


class Additivity(StrEnum):
    """How the observations of parts of a period make the whole."""

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
        headline: Whether it is one of the series that newsrooms ask for most, as the starter list has them.
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
    """What the publisher says of one observation."""

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
        evidence: Where it stands in the archived body.
        vintage: When the publisher put it out, where known.
        note: A footnote.
        own_place: The service's own code of the place, where it is not ours ("EL" for GRC); empty where it is.
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
