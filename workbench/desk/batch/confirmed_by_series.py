"""Finds the series that bears out several figures of a text: then its words need not show that it is the one meant.

One figure may fit by chance, or be the whole's where a part is meant. Two figures of different cells rarely do: "it was
43 a thousand in 1980, and still 19 in 2005" on the same series, each to the digit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from workbench.compare import SUPPORTED, UNSURE, outcome
from workbench.core.finding import Agreement, Finding
from workbench.core.series import SeriesRef

_UNSIZED = frozenset({"rank", "trend"})

_CLOSE = Decimal("0.05")
"""How far beyond its one bound a figure may lie: "over 39 percent" of 39.3 is as good as a figure, of 70 it is not."""


def confirmed_series(findings: Mapping[str, Sequence[Finding]]) -> frozenset[SeriesRef]:
    """Find the series that bear out figures of two claims or more, each of another cell.

    Args:
        findings: The findings of each claim of one text, by the claim's id.
    """
    cells: dict[SeriesRef, set[tuple[object, object]]] = {}
    for found in findings.values():
        for ref, fitting in _fitting(found).items():
            cells.setdefault(ref, set()).update(
                ((each.place, each.period, each.base), each.measured) for each in fitting
            )
    return frozenset(ref for ref, each in cells.items() if _are_apart(each))


def waits_for(found: Sequence[Finding], sure: frozenset[SeriesRef]) -> bool:
    """Check whether a claim is open only because its words do not show that one of these series measures it."""
    return outcome(found)[0] != SUPPORTED and bool(sure & _fitting(found).keys())


def _are_apart(cells: set[tuple[object, object]]) -> bool:
    """Check whether there are two cells, each a place with its period and base, and two figures."""
    return len({where for where, _ in cells}) > 1 and len({figure for _, figure in cells}) > 1


def _fitting(found: Sequence[Finding]) -> dict[SeriesRef, list[Finding]]:
    """Group the findings whose figure fits by series, without the series of which another figure does not fit."""
    by_series: dict[SeriesRef, list[Finding]] = {}
    for each in found:
        if each.series is not None and each.part not in _UNSIZED and each.claimed_range is not None:
            by_series.setdefault(each.series.ref, []).append(each)
    held = {ref: each for ref, each in by_series.items() if all(map(_holds, each))}
    return {ref: fitting for ref, each in held.items() if (fitting := list(filter(_is_close, each)))}


def _holds(found: Finding) -> bool:
    """Check whether a figure lies in the claimed range, and nothing but the words leaves it open."""
    unsure = bool(found.caveats) and found.caveats[0].kind == UNSURE
    decided = found.agreement in {Agreement.EXACT, Agreement.ROUNDS_TO}
    if not decided and not (unsure and found.agreement is Agreement.UNDECIDED):
        return False
    return found.claimed_range is not None and found.measured is not None and found.measured in found.claimed_range


def _is_close(found: Finding) -> bool:
    """Check whether few figures would fit by chance: the range has two bounds, or the figure lies close to its one bound."""
    claimed = found.claimed_range
    if claimed is None or found.measured is None:
        return False
    if claimed.low is not None and claimed.high is not None:
        return True
    bound = found.claimed
    return bool(bound) and bound is not None and abs(found.measured - bound) <= abs(bound) * _CLOSE
