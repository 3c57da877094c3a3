"""Finds what a text says besides that no figure settled: all that was said must hold before the whole is supported."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.compare import UNDECIDED, outcome
from workbench.core.claim import Claim, ClaimKind
from workbench.core.finding import Finding
from workbench.core.quantity import Amount, Dimension

_FEW = 12
"""Largest count that may only describe whom another figure is of: "for a couple with two children"."""

_UNMEASURED = frozenset({ClaimKind.PROMISE, ClaimKind.STATEMENT})


def unsettled(claims: Sequence[Claim], findings: Sequence[Finding]) -> Claim | None:
    """The first claim with a figure or a change of its own that is neither supported nor contradicted; None where all are settled.

    Lengths of time and small counts are left out: beside another figure they say over how long, or of whom, it is.
    """
    for claim in claims:
        own = [found for found in findings if found.claim == claim.id]
        if _measurable(claim) and (not own or outcome(own)[0] == UNDECIDED):
            return claim
    return None


def _measurable(claim: Claim) -> bool:
    if claim.kind in _UNMEASURED:
        return False
    return claim.change is not None or any(_is_figure(mention.value) for mention in claim.amounts)


def _is_figure(amount: Amount) -> bool:
    counted = amount.unit.dimension in {Dimension.COUNT, Dimension.UNKNOWN}
    return amount.unit.dimension is not Dimension.DURATION and not (counted and abs(amount.low) <= _FEW)
