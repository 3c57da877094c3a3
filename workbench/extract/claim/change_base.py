"""Set the base of a change: a period of the claims around it, or the period one step before its own."""

from __future__ import annotations

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Change, Claim, Mention
from workbench.core.period import Period


def measured_from(claim: Claim, change: Mention[Change], base: Period) -> Claim:
    """Set the base of a claim's change.

    >>> from workbench.core.period import year
    >>> from workbench.extract import read_text
    >>> (claim,) = read_text("In 2021 prices rose by 3 percent.").claims
    >>> str(measured_from(claim, claim.change, year(2015)).change.value.base)
    '2015'
    """
    based = changed_copy(change, value=changed_copy(change.value, base=base))
    return changed_copy(claim, change=based, changes=tuple(based if m is change else m for m in claim.changes))


def over_step(claim: Claim) -> Claim:
    """Give a claim of change that names its step ("on the month") the base one step before its period.

    Return the claim itself where it names another base. A named base is ignored where it does not lie before the
    claim's own period ("last month" was counted from the day of the speech), or where the base is the part of it that
    is meant: with "the year before", one month of that year.

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
