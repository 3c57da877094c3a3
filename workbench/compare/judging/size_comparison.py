"""Compares the size of a measured figure with the claimed one: that of another thing seldom has the same size."""

from __future__ import annotations

from decimal import Decimal

from workbench.core.finding import Finding
from workbench.core.number import EXACT
from workbench.core.units import is_of_each

_SIZE = Decimal(2)
"""Factor up to which two figures have the same size."""

_NO_BOUND = Decimal(3)
"""Factor beyond which a figure is not the one a bound was about: "more than 300 dentists left" beside 1,824 dentists.

On 521 sentences by writers who had not seen the rules, a factor of 3 instead of 10 left open one bound wrongly met, and
none rightly."""

_SCALES = (Decimal(1000), Decimal(1_000_000), Decimal(1_000_000_000))
_LIKE = Decimal("1.05")

NO_LEVELS = frozenset({"change", "comparison", "growth", "mean", "rank", "share", "trend"})
"""Parts of a claim that are not levels."""

UNSIZED = frozenset({"rank", "trend"})
"""Parts whose figures are ranks and steps, and have no size."""


def of_one_size(found: Finding) -> bool:
    """Check whether two figures have the same sign, and neither is more than twice the other."""
    times = _times(found)
    return times is not None and 1 / _SIZE <= times <= _SIZE


def many_times_the_bound(found: Finding) -> bool:
    """Check whether a figure is so far beyond a bound that nobody would name it: "more than 700,000" of 37 million."""
    times = _times(found)
    return times is not None and times > _NO_BOUND


def of_another_size(found: Finding) -> bool:
    """Check whether two figures have the same sign, and one is more than twice the other."""
    times = _times(found)
    return times is not None and times > 0 and not 1 / _SIZE <= times <= _SIZE


def may_be_a_part(found: Finding) -> bool:
    """Check whether a claimed level has the sign of the measured one, and is under half of it."""
    times = _times(found)
    return times is not None and times > _SIZE and found.part not in NO_LEVELS


def adds_up(found: Finding) -> bool:
    """Check whether a level is a number or sum, which has parts; the rate of a part may be above that of the whole."""
    return found.part not in NO_LEVELS and not is_of_each(found.unit)


def differs_by_scale_word(found: Finding) -> bool:
    """Check whether the figures differ only by thousands or millions."""
    times = _times(found)
    return times is not None and any(by / _LIKE <= each <= by * _LIKE for by in _SCALES for each in (times, 1 / times))


def _times(found: Finding) -> Decimal | None:
    """Divide the measured figure by the claimed one; None where one has no size."""
    if not found.claimed or not found.measured or found.part in UNSIZED:
        return None
    return EXACT.divide(found.measured, found.claimed)
