"""Findings of a series that may not measure the claim: they show its figures, and decide nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.compare.judging.outcome import CONTRADICTED, UNDECIDED, outcome, rests_on
from workbench.core.finding import Agreement, Caveat, Finding

UNSURE = "unsure-series"
"""Kind of caveat with the reason why a series does not decide."""


def unsure(findings: Sequence[Finding], why: str) -> tuple[Finding, ...]:
    """Make findings undecided, since their series may not measure the claim.

    Args:
        findings: The findings of a claim on one series.
        why: The reason, worded to follow "the series": "shares only “unemployment” with the claim".
    """
    return tuple(unsure_finding(found, why) for found in findings)


def unsure_finding(found: Finding, why: str) -> Finding:
    """Make one finding undecided, since its series may not measure the claim; `why` as for `unsure`."""
    caveat = Caveat(UNSURE, f"It is not sure that “{found.title}” measures the claim: it {why}.")
    return replace(found, agreement=Agreement.UNDECIDED, caveats=(caveat, *found.caveats))


def differs(findings: Sequence[Finding], others: Sequence[Finding]) -> bool:
    """Check whether two series disagree.

    A series that decides nothing gives no answer, but a near figure still disagrees with a contradiction.
    """
    said, other = outcome(findings)[0], outcome(others)[0]
    if said == CONTRADICTED and comes_near(others):
        return True
    return UNDECIDED not in {said, other} and said != other


def comes_near(findings: Sequence[Finding]) -> bool:
    """Check whether a series' outcome rests on a figure just outside the claimed range."""
    rests = rests_on(findings)
    return rests is not None and rests.agreement is Agreement.NEAR


def alike(others: Sequence[Finding]) -> str:
    """Give the reason why a series does not decide beside another that fits as well, worded to follow "the series"."""
    return f"measures it no better than “{others[0].title}”, which gives another answer"
