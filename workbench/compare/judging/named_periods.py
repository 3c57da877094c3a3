"""Leaves a refuted claim open where the figures support it with another period that its text names.

"The programme has been cut since 2012. By 2017 it had been slashed by 28 percent" is not refuted by the change since
2016. Nor is "29,000 fewer" refuted by the total, where it was read as a level but is the change since a year in the
text. A speaker's slip leads to a period that nobody mentions; where the text mentions it, the reader more likely made
the error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from workbench.compare.judging.left_open import left_open
from workbench.compare.judging.outcome import CONTRADICTED, OTHER_BASE_NAMED, SUPPORTED, WORDS, rests_on
from workbench.core.claim import Change, ChangeMode, Claim, Direction, Mention
from workbench.core.finding import Caveat, Finding
from workbench.core.number import EXACT
from workbench.core.period import Period, year
from workbench.core.quantity import Dimension

Check = Callable[[Claim], Sequence[Finding]]

_LONGEST_YEAR = 366
_LITTLE = Decimal("0.1")
_MOST = 6
"""Most other periods tried."""


def over_named_periods(
    claim: Claim, found: Sequence[Finding], named: Sequence[Period], check: Check
) -> tuple[Finding, ...]:
    """Leave open the findings that refute a claim, where it holds as a change from another period of its text.

    Args:
        claim: The claim.
        found: Its findings.
        named: The periods that its text names, its own among them.
        check: A function that gives the findings of another reading.
    """
    if not any(WORDS[each.agreement] == CONTRADICTED for each in found):
        return tuple(found)
    for since, other in _read_from(claim, named):
        if _bears_out([each for each in check(other) if each.part == "change"]):
            return tuple(_open(each, since) for each in found)
    return tuple(found)


def _read_from(claim: Claim, named: Sequence[Period]) -> Iterator[tuple[Period, Claim]]:
    """Yield the claim as a change from each earlier period in the text; none where the claim names its own base."""
    own, change = claim.period, claim.change.value if claim.change else None
    if own is None or (change is not None and (change.base is not None or change.amount is None)):
        return
    begun = (_begun(period) for period in named)
    earlier = [period for period in dict.fromkeys(begun) if period.end <= own.value.start][:_MOST]
    if claim.change is not None and change is not None:
        for since in earlier:
            yield since, replace(claim, change=replace(claim.change, value=replace(change, base=since)))
    elif claim.amount is not None and claim.rank is None and claim.amount.value.unit.dimension is not Dimension.SHARE:
        for since, way in product(earlier, (Direction.UP, Direction.DOWN)):
            moved = Change(way, ChangeMode.ABSOLUTE, claim.amount, since)
            yield since, replace(claim, change=Mention(claim.amount.span, moved, claim.amount.rule))


def _begun(period: Period) -> Period:
    """Give a period, or the first year of a span of years: "since 2012"."""
    return period if (period.end - period.start).days <= _LONGEST_YEAR else year(period.start.year)


def _bears_out(found: Sequence[Finding]) -> bool:
    """Check whether a change fits, and a bound only narrowly: "more than 28 percent" by 28.07, and not by 90."""
    best = rests_on(found)
    if best is None or WORDS[best.agreement] != SUPPORTED or not best.claimed or best.measured is None:
        return False
    return abs(EXACT.subtract(best.measured, best.claimed)) <= abs(best.claimed) * _LITTLE


def _open(found: Finding, since: Period) -> Finding:
    if WORDS[found.agreement] != CONTRADICTED:
        return found
    why = Caveat(
        OTHER_BASE_NAMED, f"As a change since {since.label}, which the text names, it would hold: that may be meant."
    )
    return replace(left_open(found, why), slips=())
