"""Ports of exporters, rating scales and the clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from workbench.core.errors import Problem
from workbench.core.rating import RatingScale
from workbench.core.report import Report


class Exporter(Protocol):
    """Writes a report in one format. A plug-in module has one constant ``EXPORTER``.

    A format is for readers, and gets only what is published. One with ``for_readers = False`` is the desk's own, and gets everything.
    One with ``names_sightings = True`` is given where else the words of each claim were said; others do without these lookups.
    An exporter with a method ``parts(report)`` yields the same bytes in parts, and needs no memory for the whole. One with
    ``binary = True`` writes no text, and is not printed to a terminal. One with options has a method ``with_options(options)``, which
    returns the exporter with these options, and raises UsageError for invalid ones.
    """

    name: str
    suffix: str
    title: str

    def export(self, report: Report) -> bytes:
        """Write the whole file, the same bytes for the same report."""
        ...


class Clock(Protocol):
    """The current time, in UTC."""

    def __call__(self) -> datetime:
        """Now."""
        ...


class Scales(Protocol):
    """The installed rating scales."""

    @property
    def problems(self) -> Sequence[Problem]:
        """Files that are no scales, and why."""
        ...

    def scale(self, key: str) -> RatingScale:
        """Return a scale. Raises UnknownNameError."""
        ...

    def keys(self) -> Sequence[str]:
        """Return their names."""
        ...
