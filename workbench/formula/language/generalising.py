"""Generalises a formula: the claim's own place and periods are left open, so that it can be evaluated for the next similar claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.compare.figure_limits import moved_period
from workbench.core.claim import Claim
from workbench.core.dates.period_codes import read_time
from workbench.core.period import Period, span
from workbench.formula.language.nodes import Argument, Formula, PeriodNode, Pick, Stretch
from workbench.formula.language.periods import ANCHORS, TimeSlots, slots
from workbench.formula.language.renaming import mapped


def generalised(formula: Formula, claim: Claim, today: date) -> Formula:
    """Replace the claim's place, period and base in a formula by ``here``, ``said`` and ``base``.

    Only the claim's own values are replaced: any other written year or place is intended, and stays.

    Args:
        formula: The formula as it was evaluated for the claim.
        claim: The claim.
        today: The day, for claims that have none.
    """
    filled = slots(claim, today)

    def change(part: Argument) -> Argument:
        if isinstance(part, PeriodNode):
            return _moment(part, filled)
        if isinstance(part, Stretch):
            return _stretch(part, filled)
        if isinstance(part, Pick) and part.place and part.place == filled.place:
            return replace(part, place="")
        return part

    return mapped(formula, change)


def _moment(part: PeriodNode, filled: TimeSlots) -> PeriodNode:
    if part.anchor in ANCHORS or filled.period is None:
        return part
    period = read_time(part.anchor)
    if _same(period, filled.period):
        return PeriodNode("said")
    if filled.base is not None and _same(period, filled.base):
        return PeriodNode("base")
    return PeriodNode("said", -1) if _same(period, moved_period(filled.period, -12)) else part


def _stretch(part: Stretch, filled: TimeSlots) -> Stretch:
    """Replace a stretch that is the claim's whole period, or the same a year before."""
    if part.first.anchor in ANCHORS or part.last.anchor in ANCHORS or filled.period is None:
        return part
    first, last = read_time(part.first.anchor), read_time(part.last.anchor)
    if first.start >= last.end:
        return part
    whole = _moment(PeriodNode(_code(span(first.start, last.end))), filled)
    return Stretch(whole, whole) if whole.anchor in ANCHORS else part


def _code(period: Period) -> str:
    return f"{period.start.isoformat()}/{period.end.isoformat()}"


def _same(one: Period, other: Period) -> bool:
    return one.start == other.start and one.end == other.end
