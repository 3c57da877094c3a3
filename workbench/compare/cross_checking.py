"""Compares the findings of all series of a claim: explanations from other series, and whether the sources agree.

`check` sees one series at a time. What needs several is added here, once all have answered. Running it again gives the
same result, so that a series added later fits in without repeating anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.compare.explanations.wrong_series import by_others
from workbench.compare.providers.side_by_side import (
    ALONE,
    DISAGREE,
    SideBySide,
    disagreement,
    no_second_source,
    side_by_side,
)
from workbench.core.finding import Agreement, Caveat, Finding

_OURS = {ALONE, DISAGREE}


def cross_check(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Add explanations from other series and the comparison of sources to findings, in the same order.

    Args:
        findings: All findings of some claims.

    Returns:
        The findings: agreement, figure, trace and id of each unchanged.
    """
    # the figure of a formula is not that of a series
    plain = [each for each in findings if each.series and not each.formula]
    tables = side_by_side(plain)
    return tuple(
        replace(each, caveats=_caveats(each, tables), slips=by_others(each, plain)) if each in plain else each
        for each in findings
    )


def _caveats(finding: Finding, tables: Sequence[SideBySide]) -> tuple[Caveat, ...]:
    kept = tuple(caveat for caveat in finding.caveats if caveat.kind not in _OURS)
    if finding.measured is None or finding.agreement is Agreement.UNDECIDED:
        return kept
    table = next((t for t in tables if any(side.finding is finding for side in t.sides)), None)
    if table is None:
        return (*kept, no_second_source(finding))
    return kept if table.agree else (*kept, disagreement(table))
