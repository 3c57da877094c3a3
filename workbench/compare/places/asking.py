"""Comparisons with another place: "twice as high as in Germany", "below the EU average", "fewer doctors than Serbia".

Both figures are of the same series and the same period. The other place is the one named behind "than", "as" or "above"; which of
the two stands higher is said by the comparative. A group stands there with its own figure, or with one made of its members where
counts add up; "the EU average" of rates is the union's own rate, which the publisher weights.
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
    """Return the place that a claim's own is set beside, by its code; None where there is none, or it is the claim's own."""
    said = claim.comparison
    return None if said is None or said.place == claim.place else said.place


def place_questions(claim: Claim, other: str, series: Series, period: tuple[Period, ...]) -> list[Question]:
    """Return questions of a comparison with another place: for a multiple, a difference, or only the direction."""
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
    """Return questions that come with a level which is only called lower than another place's: "2.9 percent, below France's"."""
    said = claim.qualified(Sort.BESIDE)
    way = said.value.way if said is not None and said.value.place == other else None
    if way is None and said is None and claim.comparison is not None and claim.comparison.way in _ONE_WAY:
        way = claim.comparison.way
    if way is None:
        return []
    return _compared_with(Change(way, ChangeMode.ABSOLUTE), other, series, period)


def _compared_with(change: Change, other: str, series: Series, period: tuple[Period, ...]) -> list[Question]:
    """Return the readings of a difference from another place's figure; a rate of growth is set beside another as it stands."""
    asked = with_readings_named(readings_of(change, series))
    return [
        replace(q, part="comparison", period=period, base=None, compared_place=other)
        for q in asked
        if q.mode is not None
    ]


def _is_part(claim: Claim, series: Series) -> bool:
    """Return whether a percentage is one of another place's figure: so it says, or the series counts what can be shared out."""
    said = claim.comparison is not None and claim.comparison.part
    return said or series.unit.dimension in _SHARED_OUT


def _as_base(claim: Claim) -> tuple[Period, ...]:
    """Return the year of "9 points higher than in Germany in 2021": that of both figures, not one to measure from."""
    base = claim.change.value.base if claim.change else None
    return (base,) if base is not None else ()


def _change(claim: Claim) -> Change | None:
    """Return the comparison as a change from the other place's figure to the own one."""
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
    """Return a change that is a comparison: "9 points higher"; "wages rose" is none, whoever is named behind it."""
    change = mention.value
    compares = change.amount is not None or (claim.comparison is not None and claim.comparison.comparative)
    two_ended = change.origin is not None or change.target is not None
    return replace(change, base=None) if compares and not two_ended else None


def _so_many_times(amount: Mention[Amount]) -> Change:
    """Return a multiple of another place's figure: "about four times that of Germany"."""
    times = amount.value.in_unit(TIMES)
    way = Direction.UP if times.low >= 1 else Direction.DOWN
    return Change(way, ChangeMode.MULTIPLE, replace(amount, value=times))


def _part_of_it(amount: Amount, other: str, period: tuple[Period, ...]) -> Question:
    """Return the question whether a figure is so many percent of another place's: "half the EU average", "a quarter of the G7's"."""
    return Question(
        part="comparison",
        claimed=claimed_level(amount),
        unit=PERCENT,
        mode=ChangeMode.MULTIPLE,
        period=period,
        amount=amount,
        compared_place=other,
    )
