"""Rows made from parts, which the series itself lacks: members of a group, months of a year, total and population."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.core.period import Period
from workbench.core.quantity import Unit
from workbench.core.series import Additivity, Observation


@dataclass(frozen=True, slots=True)
class Divisor:
    """The series by which the figures of a row are divided.

    Attributes:
        title: The title of the divisor's series.
        unit: Its unit.
    """

    title: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class PeriodParts:
    """The observations from which rows are made, by the row's period; empty for a series' own rows.

    Attributes:
        of: The observations of each period.
        add: How they are combined.
        over: The divisor, where the first is divided by the second; None where they are combined.
    """

    of: Mapping[Period, tuple[Observation, ...]] = field(default_factory=dict)
    add: Additivity = Additivity.SUM
    over: Divisor | None = None


NO_PARTS = PeriodParts()
"""Parts of a table of which every row is the series' own."""
