"""Rows that the series itself lacks, made from parts: a group's members, the months of a year, or a whole and the population."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.core.period import Period
from workbench.core.quantity import Unit
from workbench.core.series import Additivity, Observation


@dataclass(frozen=True, slots=True)
class Divisor:
    """What the figures of a row are divided by.

    Attributes:
        title: What the divisor's series is called.
        unit: Its unit.
    """

    title: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class PeriodParts:
    """The observations that rows are made of, by the row's period; empty for a series' own rows.

    Attributes:
        of: The observations of each period.
        add: How they make the row.
        over: Where the first is divided by the second: what the second is; None where they are put together.
    """

    of: Mapping[Period, tuple[Observation, ...]] = field(default_factory=dict)
    add: Additivity = Additivity.SUM
    over: Divisor | None = None


NO_PARTS = PeriodParts()
"""Every row is the series' own."""
