"""A formula with the claim's own place and periods left open, so that it can be worked out for the next claim of that shape."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.compare.limits import moved
from workbench.core.claim import Claim
from workbench.core.dates.timecode import read_time
from workbench.core.period import Period, span
from workbench.formula.language.nodes import Argument, Formula, PeriodNode, Pick, Stretch
from workbench.formula.language.renaming import mapped
from workbench.formula.language.times import ANCHORS, TimeSlots, slots


def generalised(formula: Formula, claim: Claim, today: date) -> Formula:
    """Return the formula with the claim's place, its period and what it is measured from as ``here``, ``said`` and ``base``.

    Only what is the claim's own is left open: any other year or place that was written is meant, and stays.

    Args:
        formula: The formula as it was worked out for the claim.
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
    return PeriodNode("said", -1) if _same(period, moved(filled.period, -12)) else part


def _stretch(part: Stretch, filled: TimeSlots) -> Stretch:
    """Return a stretch that is the claim's whole period, or the same of a year before, is left open as such."""
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
