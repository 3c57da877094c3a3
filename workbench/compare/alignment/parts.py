"""Rows that the series itself lacks, made from parts: a group's members, or the months of a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.core.period import Period
from workbench.core.series import Additivity, Observation


@dataclass(frozen=True, slots=True)
class PeriodParts:
    """The observations that rows are made of, by the row's period; empty for a series' own rows.

    Attributes:
        of: The observations of each period.
        add: How they make the row.
    """

    of: Mapping[Period, tuple[Observation, ...]] = field(default_factory=dict)
    add: Additivity = Additivity.SUM


NO_PARTS = PeriodParts()
"""Every row is the series' own."""
