"""Intervals by the bootstrap: claims are drawn again, with replacement, as often as there are claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from workbench.reliability.coefficients import Value
from workbench.reliability.rated_claim import Coefficient, Undefined

Draw = Callable[[], float]
"""A function that gives the next number of a seeded random series, from 0 up to 1 (exclusive)."""

Unit = TypeVar("Unit", bound=tuple[int, ...])


@dataclass(frozen=True, slots=True)
class Sampling:
    """How intervals are drawn.

    Attributes:
        draws: Restarts the same random series at each call, so that no result depends on another.
        times: How many samples are drawn.
    """

    draws: Callable[[], Draw]
    times: int


def coefficient(
    units: Sequence[Unit], statistic: Callable[[Mapping[Unit, int]], Value], ratings: int, sampling: Sampling
) -> Coefficient:
    """Compute a coefficient and its 95 % interval, the 2.5th to the 97.5th percentile of the samples.

    Args:
        units: The claims, each as its ratings.
        statistic: The coefficient as a function of them.
        ratings: How many ratings they have.
        sampling: How samples are drawn.
    """
    value = statistic(Counter(units))
    if isinstance(value, Undefined):
        return Coefficient(None, len(units), ratings, undefined=value)
    if len(units) < 2:
        return Coefficient(value, len(units), ratings, no_interval=Undefined.FEW_CLAIMS)
    drawn = _drawn(units, statistic, sampling)
    if 2 * len(drawn) < sampling.times:
        return Coefficient(value, len(units), ratings, no_interval=Undefined.MOSTLY_ONE_RATING)
    return Coefficient(value, len(units), ratings, low=_at(drawn, Fraction(1, 40)), high=_at(drawn, Fraction(39, 40)))


def _drawn(
    units: Sequence[Unit], statistic: Callable[[Mapping[Unit, int]], Value], sampling: Sampling
) -> list[Fraction]:
    """Compute the statistic of each sample in which it is defined, the lowest first."""
    draw, n = sampling.draws(), len(units)
    ordered = sorted(units)
    values = (statistic(Counter(ordered[int(draw() * n)] for _ in range(n))) for _ in range(sampling.times))
    return sorted(value for value in values if not isinstance(value, Undefined))


def _at(ordered: Sequence[Fraction], share: Fraction) -> Fraction:
    """Find a quantile of sorted values, interpolated between two."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
