"""The step to which a whole number is assumed to be rounded: "16,000" to thousands, "20" to ones."""

from __future__ import annotations

from decimal import Decimal

from workbench.core.number import loose_step


def assumed_step(value: Decimal, written: Decimal) -> Decimal:
    """Find the step of a whole number: the loosest that is at most a tenth of it, but not finer than ones, thousands, millions."""
    size, one = abs(value), Decimal(1)
    if size < one or size != size.to_integral_value() or written not in {one, loose_step(value)}:
        return written
    step, least = loose_step(value), one
    while least * 1000 <= size:
        least *= 1000
    while step > least and step * 10 > size:
        step /= 10
    return step
