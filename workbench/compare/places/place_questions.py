"""Comparisons with another place: "twice as high as in Germany", "below the EU average", "fewer doctors than Serbia".

Both figures are of the same series and the same period. The other place is named behind "than", "as" or "above"; the
comparative says which of the two is higher. A group has its own figure, or one made from its members' where counts add
up; "the EU average" of rates is the union's own rate, which the publisher weights.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.compare.claimed_figure import claimed_level
from workbench.compare.questions.change_readings import readings_of, with_readings_named
from workbench.compare.questions.question import TIMES, Question
from workbench.core.claim import Change, ChangeMode, Claim, ClaimKind, Direction, Mention, Sort
from workbench.core.period import Period
from workbench.core.quantity import PERCENT, Amount, Dimension
from workbench.core.series import Series

_SHARED_OUT = {Dimension.COUNT, Dimension.MONEY, Dimension.PHYSICAL}
_DIFFERENCES = {Dimension.POINTS: ChangeMode.POINTS, Dimension.SHARE: ChangeMode.RELATIVE}
_ONE_WAY = {Direction.UP, Direction.DOWN}
_TIMES = frozenset({"time", "times"})


def other_place(claim: Claim) -> str | None:
    """Find the code of the place that a claim's own is compared with; None without one, or for the claim's own."""
    said = claim.comparison
    return None if said is None or said.place == claim.place else said.place


def place_questions(claim: Claim, other: str, series: Series, period: tuple[Period, ...]) -> list[Question]:
    """List the questions of a comparison with another place: for a multiple, a difference, or only the direction."""
    when = period or _as_base(claim)
    difference = claim.comparison is not None and claim.comparison.apart
    share = claim.amount.value if claim.amount and claim.change is None and not difference else None
    if share is not None and share.unit.dimension is Dimension.SHARE:
        return [_part_of_it(share, other, when)] if _is_part(claim, series) else []
    change = _change(claim)
    if change is None:
        return []
    return _compared_with(change, other, series, when)


def level_comparisons(claim: Claim, other: str, series: Series, period: tuple[Period, ...]) -> list[Question]:
    """List the questions that come with a level which is only called lower (or higher) than another place's.

    Example: "2.9 percent, below France's".
    """
    said = claim.qualified(Sort.BESIDE)
    way = said.value.way if said is not None and said.value.place == other else None
    if way is None and said is None and claim.comparison is not None and claim.comparison.way in _ONE_WAY:
        way = claim.comparison.way
    if way is None:
        return []
    return _compared_with(Change(way, ChangeMode.ABSOLUTE), other, series, period)


def _compared_with(change: Change, other: str, series: Series, period: tuple[Period, ...]) -> list[Question]:
    """List the readings of a difference from another place; two growth rates are compared directly."""
    asked = with_readings_named(readings_of(change, series))
    return [
        replace(q, part="comparison", period=period, base=None, compared_place=other)
        for q in asked
        if q.mode is not None
    ]


def _is_part(claim: Claim, series: Series) -> bool:
    """Check whether a percentage is one of another place's figure: the claim says so, or the series has totals."""
    said = claim.comparison is not None and claim.comparison.part
    return said or series.unit.dimension in _SHARED_OUT


def _as_base(claim: Claim) -> tuple[Period, ...]:
    """Find the year of "9 points higher than in Germany in 2021": it is that of both figures, and no base."""
    base = claim.change.value.base if claim.change else None
    return (base,) if base is not None else ()


def _change(claim: Claim) -> Change | None:
    """Turn the comparison into a change from the other place's figure to the own one."""
    if claim.change is not None:
        return _compared(claim, claim.change)
    if claim.amount is not None and claim.amount.value.unit.name in _TIMES:
        return _so_many_times(claim.amount)
    if claim.amount is not None and claim.comparison and claim.comparison.apart and claim.comparison.way in _ONE_WAY:
        mode = _DIFFERENCES.get(claim.amount.value.unit.dimension, ChangeMode.ABSOLUTE)
        return Change(claim.comparison.way, mode, claim.amount)
    if claim.kind is ClaimKind.COMPARISON and claim.amount is None and claim.comparison and claim.comparison.way:
        return Change(claim.comparison.way, ChangeMode.ABSOLUTE)
    return None


def _compared(claim: Claim, mention: Mention[Change]) -> Change | None:
    """Find the change that is a comparison: "9 points higher", but not "wages rose", whatever place follows."""
    change = mention.value
    compares = change.amount is not None or (claim.comparison is not None and claim.comparison.comparative)
    two_ended = change.origin is not None or change.target is not None
    return replace(change, base=None) if compares and not two_ended else None


def _so_many_times(amount: Mention[Amount]) -> Change:
    """Turn a factor into a multiple of another place's figure: "about four times that of Germany"."""
    times = amount.value.in_unit(TIMES)
    way = Direction.UP if times.low >= 1 else Direction.DOWN
    return Change(way, ChangeMode.MULTIPLE, replace(amount, value=times))


def _part_of_it(amount: Amount, other: str, period: tuple[Period, ...]) -> Question:
    """Ask for a percentage of another place's figure: "half the EU average", "a quarter of the G7's"."""
    return Question(
        part="comparison",
        claimed=claimed_level(amount),
        unit=PERCENT,
        mode=ChangeMode.MULTIPLE,
        period=period,
        amount=amount,
        compared_place=other,
    )
