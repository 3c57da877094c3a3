"""Changes as said: the direction, how it is measured, by how much, from what and to what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.core.direction import Direction
from workbench.core.mention import Mention
from workbench.core.period import Period
from workbench.core.quantity import Amount, Dimension

AS_MUCH = "as-much"
"""Name of the rule that reads a multiple of something: "twice as many as …", "three times the figure of …"."""

AS_MANY = "as-many"
"""Name of the rule that reads a multiple of a number: "twice as many women as …"."""

MULTIPLES = frozenset({AS_MUCH, AS_MANY})
"""Both of these rules."""

IN_NUMBER = "in-number"
"""Name of the rule that reads a comparison of counts over time: "more women than in 2010"."""

THE_SAME = "the-same"
"""Name of the rule that reads that something was "the same" at another time as in a figure given before."""


class ChangeMode(StrEnum):
    """How a change is measured. Percent (`RELATIVE`) is not percentage points (`POINTS`)."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    POINTS = "points"
    MULTIPLE = "multiple"


@dataclass(frozen=True, slots=True)
class Change:
    """A change as said.

    Attributes:
        direction: Up, down or flat.
        mode: Relative (percent), points, absolute, or multiple ("doubled" is 2).
        amount: By how much, positive, where said.
        base: The period it is measured from, where said.
        origin: The value it is said to start from ("from 27.3 %").
        target: The value it is said to reach ("to 16.6 %").
        denied: The direction that the words deny ("has not fallen"), where only this denial makes `direction` flat.
    """

    direction: Direction
    mode: ChangeMode
    amount: Mention[Amount] | None = None
    base: Period | None = None
    origin: Mention[Amount] | None = None
    target: Mention[Amount] | None = None
    denied: Direction | None = None

    @property
    def figures(self) -> tuple[Mention[Amount], ...]:
        """The figures that are given: by how much, from what and to what."""
        given = [m for m in (self.amount, self.origin, self.target) if m is not None]
        return tuple(given)


def mode_of(change: Change) -> ChangeMode:
    """Find the mode of a change, corrected where the unit of its size contradicts it."""
    unit = change.amount.value.unit if change.amount else None
    if change.mode is ChangeMode.ABSOLUTE and unit is not None:
        return {Dimension.SHARE: ChangeMode.RELATIVE, Dimension.POINTS: ChangeMode.POINTS}.get(
            unit.dimension, change.mode
        )
    return change.mode
