"""Whether a measured figure is of the size of the claimed one: a figure of another thing seldom is."""

from __future__ import annotations

from decimal import Decimal

from workbench.core.finding import Finding
from workbench.core.number import EXACT
from workbench.core.units import is_of_each

_SIZE = Decimal(2)
"""Factor up to which two figures are of one size."""

_NO_BOUND = Decimal(3)
"""Times a bound from which on a figure is none that it was said of: "more than 300 dentists left" beside 1,824 dentists.

Of 521 sentences by writers who had not seen the rules a smaller one (3 and not 10) left open one bound wrongly met, and none rightly."""

_SCALES = (Decimal(1000), Decimal(1_000_000), Decimal(1_000_000_000))
_LIKE = Decimal("1.05")

_NO_LEVELS = frozenset({"change", "comparison", "growth", "mean", "rank", "share", "trend"})
"""Parts of a claim that are no level."""

UNSIZED = frozenset({"rank", "trend"})
"""Parts whose figures are places and steps, and have no size."""


def of_one_size(found: Finding) -> bool:
    """Return whether the two figures are of one sign, and neither is more than twice the other."""
    times = _times(found)
    return times is not None and 1 / _SIZE <= times <= _SIZE


def many_times_the_bound(found: Finding) -> bool:
    """Return whether a figure is so many times a bound that nobody would have named it: "more than 700,000" of 37 million."""
    times = _times(found)
    return times is not None and times > _NO_BOUND


def of_another_size(found: Finding) -> bool:
    """Return whether the two figures are of one sign, and one is more than twice the other."""
    times = _times(found)
    return times is not None and times > 0 and not 1 / _SIZE <= times <= _SIZE


def may_be_a_part(found: Finding) -> bool:
    """Return whether a claimed level is of one sign with the measured one, and under half of it."""
    times = _times(found)
    return times is not None and times > _SIZE and found.part not in _NO_LEVELS


def adds_up(found: Finding) -> bool:
    """Return whether a level is that of a number or a sum, of which a kind is a part; a rate of a kind may be higher than that of all."""
    return found.part not in _NO_LEVELS and not is_of_each(found.unit)


def differs_by_scale_word(found: Finding) -> bool:
    """Return whether the figures are the same but for thousands or millions."""
    times = _times(found)
    return times is not None and any(by / _LIKE <= each <= by * _LIKE for by in _SCALES for each in (times, 1 / times))


def _times(found: Finding) -> Decimal | None:
    """Return the measured figure as a multiple of the claimed one; None where one has no size."""
    if not found.claimed or not found.measured or found.part in UNSIZED:
        return None
    return EXACT.divide(found.measured, found.claimed)
