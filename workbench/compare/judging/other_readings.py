"""Checks every reading of an ambiguous figure: nothing is decided on one of them alone.

"10.455 crossings" may be ten thousand or ten, "is up to 20 percent" a level or a bound. Each reading is checked as a
claim; where they disagree, the finding is left open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from workbench.compare.finding_words import said
from workbench.compare.judging.outcome import WORDS
from workbench.core.claim import Change, Claim, Mention
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.quantity import Amount

Check = Callable[[Claim], Sequence[Finding]]
_MOST = 3
"""Most other readings of a figure that are tried."""


def over_readings(claim: Claim, check: Check) -> tuple[Finding, ...]:
    """Find the findings of a claim, UNDECIDED where another reading of its figures would give another outcome.

    Args:
        claim: The claim.
        check: A function that gives the findings of a claim, each reading of a part under the same names.
    """
    found = tuple(check(claim))
    for other in other_readings(claim):
        others = {(f.part, f.reading): f for f in reversed(check(other))}
        found = tuple(_weighed_with(claim, f, others.get((f.part, f.reading))) for f in found)
    return found


def other_readings(claim: Claim) -> tuple[Claim, ...]:
    """List the claim in the other readings of its figures; empty where they have only one."""
    most = max((len(m.alternatives) for m in _figures(claim)), default=0)
    return tuple(_read(claim, k) for k in range(min(most, _MOST)))


def _figures(claim: Claim) -> list[Mention[Amount]]:
    changes = [one.value for one in (claim.change, *claim.changes) if one is not None]
    ends = chain.from_iterable((c.amount, c.origin, c.target) for c in changes)
    return [m for m in (claim.amount, *claim.amounts, *ends) if m is not None]


def _read(claim: Claim, k: int) -> Claim:
    """Give the claim with the k-th other reading of every figure that has one."""
    return replace(
        claim,
        amount=_figure(claim.amount, k),
        amounts=tuple(other for m in claim.amounts if (other := _figure(m, k)) is not None),
        change=None if claim.change is None else _change(claim.change, k),
        changes=tuple(_change(m, k) for m in claim.changes),
    )


def _figure(mention: Mention[Amount] | None, k: int) -> Mention[Amount] | None:
    if mention is None or k >= len(mention.alternatives):
        return mention
    return replace(mention, value=mention.alternatives[k], alternatives=())


def _change(mention: Mention[Change], k: int) -> Mention[Change]:
    change = mention.value
    amount, origin, target = (_figure(m, k) for m in (change.amount, change.origin, change.target))
    return replace(mention, value=replace(change, amount=amount, origin=origin, target=target))


def _weighed_with(claim: Claim, found: Finding, other: Finding | None) -> Finding:
    """Combine a finding with that of another reading: UNDECIDED where their outcomes differ."""
    if found.agreement is Agreement.UNDECIDED or (
        other is not None and WORDS[other.agreement] == WORDS[found.agreement]
    ):
        return found
    why = Caveat("ambiguous-number", f"{_both(claim)}; the readings come out differently, so nothing is decided.")
    caveats = tuple(dict.fromkeys((why, *found.caveats)))
    return replace(found, agreement=Agreement.UNDECIDED, why=why.says, caveats=caveats, slips=())


def _both(claim: Claim) -> str:
    """Name the two readings: "The figure can be read as 10,455 crossings or as 10.455 crossings"."""
    mention = next(m for m in _figures(claim) if m.alternatives)
    return "The figure can be read as " + " or as ".join(
        said(a, a.unit) for a in (mention.value, *mention.alternatives)
    )
