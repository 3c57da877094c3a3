"""The findings of all series that were asked, beside one another: what the others explain, and whether the sources agree.

`check` sees one series at a time. What only shows between several is added here, once all have answered; asked
again it gives the same, so that a series asked later joins without anything being said twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.compare.explanations.other_series import by_others
from workbench.compare.providers.side_by_side import ALONE, DISAGREE, SideBySide, alone, disagreement, side_by_side
from workbench.core.finding import Agreement, Caveat, Finding

_OURS = {ALONE, DISAGREE}


def together(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings in the same order, each with explanations from other series and the comparison of sources.

    Args:
        findings: All findings of some claims, as they lie on the desk.

    Returns:
        The findings: agreement, figure, trace and id of each unchanged.
    """
    plain = [each for each in findings if each.series and not each.formula]  # a formula's figure is no series' own
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
        return (*kept, alone(finding))
    return kept if table.agree else (*kept, disagreement(table))
