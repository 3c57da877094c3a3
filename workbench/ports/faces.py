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

    A format is for readers, and is given what is published. One with ``for_readers = False`` is the desk's own, and is given all.
    One whose method ``parts(report)`` gives the same bytes in parts, as it makes them, needs no memory for the whole.
    One with ``binary = True`` is no text, and is not written to a terminal. One that has options has a method
    ``with_options(options)``, which gives the exporter that follows them and raises UsageError for what they cannot be.
    """

    name: str
    suffix: str
    title: str

    def export(self, report: Report) -> bytes:
        """Return the whole file, the same bytes for the same report."""
        ...


class Clock(Protocol):
    """What time it is, in UTC."""

    def __call__(self) -> datetime:
        """Now."""
        ...


class Scales(Protocol):
    """The rating scales that are installed."""

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
