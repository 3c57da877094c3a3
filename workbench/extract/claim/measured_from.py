"""A change measured from a period that is not its own words' base: that of the claims around it, or that of its step."""

from __future__ import annotations

from workbench.core.changed_copy import changed
from workbench.core.claim import Change, Claim, Mention
from workbench.core.period import Period


def measured_from(claim: Claim, change: Mention[Change], base: Period) -> Claim:
    """Return a claim with its change measured from a period.

    >>> from workbench.core.period import year
    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("In 2021 prices rose by 3 percent.").claims
    >>> str(measured_from(claim, claim.change, year(2015)).change.value.base)
    '2015'
    """
    based = changed(change, value=changed(change.value, base=base))
    return changed(claim, change=based, changes=tuple(based if m is change else m for m in claim.changes))


def over_step(claim: Claim) -> Claim:
    """Return a claim of change that names its step with the base that lies a step before its period; the claim itself where it names another.

    What is named is none where it does not lie before the claim's own period ("last month" was counted from the speech), or where that
    base is the part of it that is meant: a month on "the year before".

    >>> from workbench.extract import read_text
    >>> said = "In May 2021 prices rose by 3 percent. Wages rose by 2 percent on the month."
    >>> str(read_text(said).claims[1].change.value.base)
    'Apr 2021'
    """
    change, period = claim.change, claim.period
    base = None if claim.step is None or period is None else claim.step.before(period.value)
    if change is None or period is None or base is None:
        return claim
    named = change.value.base
    if named is not None and (named == base or (named.end <= period.value.start and not named.contains(base))):
        return claim
    return measured_from(claim, change, base)
