"""Decide how parts of a period combine where only the unit is known."""

from __future__ import annotations

from workbench.core.quantity import Dimension, Unit
from workbench.core.series import Additivity


def adds_by_unit(unit: Unit) -> Additivity:
    """Return how parts of a period combine, if only the unit is known: shares, rates and indices are averaged."""
    means = {Dimension.SHARE, Dimension.RATE, Dimension.INDEX, Dimension.POINTS}
    return Additivity.MEAN if unit.dimension in means or unit.per else Additivity.UNKNOWN
