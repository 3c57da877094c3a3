"""Sizes of changes that were worked out from the two rounded ends that the words state: "by 26 points, from 54 % to 28 %".

The size is then as exact as the ends are, and no more: 53.5 to 28.2 is a fall of 25.3, and both ends and their difference
hold as stated.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.compare.arithmetic.calculation_sheet import OPERATION
from workbench.compare.claimed_figure import Claimed, claimed_change
from workbench.compare.questions.question import Question
from workbench.core.change import Change, ChangeMode, mode_of
from workbench.core.conventions.hedge_tolerance import ABOUT_SHARE
from workbench.core.direction import Direction
from workbench.core.finding import Caveat
from workbench.core.interval import Interval
from workbench.core.quantity import Amount, Relation
from workbench.core.trace import apply_operation

_SAID_AS_IS = frozenset({Relation.IS, Relation.ABOUT})


def with_stated_ends(question: Question, change: Change) -> Question:
    """Widen the range of a change's size to what its stated ends allow, where the size is just what lies between these.

    The range grows by at most a tenth of the size on either side; all that the ends allow is kept with the question.
    """
    between = between_stated_ends(question.claimed, change, question.mode, inverse=question.inverse)
    if between is None or question.claimed.value is None:
        return question
    return replace(question, claimed=_widened(question.claimed, question.claimed.value, between), between_ends=between)


def between_stated_ends(
    claimed: Claimed, change: Change, mode: ChangeMode | None, *, inverse: bool = False
) -> Interval | None:
    """Compute what a change may be within the rounding of its stated ends; None where the claimed size is not what lies between them.

    Args:
        claimed: The size of the change.
        change: The change, with its ends.
        mode: How it is measured.
        inverse: Whether the factor is old divided by new.
    """
    ends = _ends(change)
    if mode is None or ends is None or claimed.value is None or change.amount is None:
        return None
    before, after = reversed(ends) if inverse else ends
    if change.amount.value.relation not in _SAID_AS_IS or not before.low > 0:
        return None
    figure = apply_operation(OPERATION[mode], after.low, before.low)
    if abs(figure - claimed.value) > _half(change.amount.value, claimed):
        return None
    (old_low, old_high), (new_low, new_high) = _rounded(before), _rounded(after)
    if old_low <= 0:
        return None
    low, high = (apply_operation(OPERATION[mode], *each) for each in ((new_low, old_high), (new_high, old_low)))
    return Interval(low, high, low_in=False)


def follows_from_ends(change: Change) -> bool:
    """Check whether the size of a change is just what lies between its stated ends."""
    if change.amount is None or change.direction is Direction.FLAT:
        return False
    size, mode = change.amount.value, mode_of(change)
    down = mode is ChangeMode.MULTIPLE and change.direction is Direction.DOWN and size.low > 1
    claimed = claimed_change(size, change.direction, mode)
    return between_stated_ends(claimed, change, mode, inverse=down) is not None


def _ends(change: Change) -> tuple[Amount, Amount] | None:
    """Take both ends of a change, where they are stated as single figures."""
    if change.origin is None or change.target is None:
        return None
    ends = change.origin.value, change.target.value
    return ends if all(end.relation in _SAID_AS_IS for end in ends) else None


def _rounded(end: Amount) -> tuple[Decimal, Decimal]:
    """Compute the lowest and the highest number that may have been rounded to an end."""
    return end.low - end.rounding, end.low + end.rounding


def _half(size: Amount, claimed: Claimed) -> Decimal:
    """Half of the step to which the size was rounded; a figure that was hedged counts as written."""
    return min(size.rounding, claimed.half) if claimed.exact else size.rounding


def _widened(claimed: Claimed, size: Decimal, between: Interval) -> Claimed:
    room = abs(size - claimed.pivot) * ABOUT_SHARE
    said = claimed.range
    if between.low is None or between.high is None or said.low is None or said.high is None:
        return claimed
    low, high = max(between.low, size - room), min(between.high, size + room)
    line = Interval(min(low, said.low), max(high, said.high), low_in=said.low_in, high_in=said.high_in)
    return replace(claimed, range=line)


def of_rounded_ends(question: Question, value: Decimal) -> Caveat | None:
    """Leave open a size that does not fit, where the stated ends allow the measured one."""
    if question.between_ends is None or value not in question.between_ends:
        return None
    return Caveat(
        "rounded-ends",
        "The size is what lies between the two rounded figures of the claim, which allow the measured one.",
    )
