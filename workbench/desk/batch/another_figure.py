"""Whether a level that its series contradicts may be another figure of the same text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbench.compare import SUPPORTED, outcome
from workbench.core.finding import Finding

_FAR = Decimal("1.9")
"""Factor by which a figure of the same text must be off to be probably about something else."""


def may_be_another_figure(found: Finding, findings: Sequence[Finding]) -> bool:
    """Check whether a contradicted level may mean another thing: the same series confirms another claim of the text, and is far from this one.

    "87 in the index, three points short of 2012": that the index was not 3 refutes nothing. Nor does the figure of an assumed period,
    where the text names that period for another figure, which fits.
    """
    if found.series is None or not found.part.startswith("level") or found.measured is None or found.claimed is None:
        return False
    larger, smaller = sorted((abs(found.claimed), abs(found.measured)), reverse=True)
    same = [
        each for each in findings if each.series is not None and each.series.ref == found.series.ref and _is_sized(each)
    ]
    if any(caveat.kind in _ASSUMED_PERIOD for caveat in found.caveats):
        same = [
            each for each in same if each.claim == found.claim or larger >= smaller * _FAR or _of_one_cell(each, found)
        ]
    elif larger < smaller * _FAR:
        return False
    others = {each.claim for each in same} - {found.claim}
    return any(outcome([each for each in same if each.claim == other])[0] == SUPPORTED for other in others)


def _is_sized(found: Finding) -> bool:
    """Check whether a finding is about a figure, not only about a direction."""
    return found.claimed is not None


_ASSUMED_PERIOD = frozenset({"no-period", "inherited-period"})
"""Kinds of caveats on a period that the claim's own words do not name."""


def _of_one_cell(one: Finding, other: Finding) -> bool:
    """Check whether two claims were compared with one figure: "one in six when it began. In 2018 it was | one in eleven": only one is 2018's."""
    return one.measured is not None and one.measured == other.measured
