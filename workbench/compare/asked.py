"""What a claim asks of a series: one question for each part of the claim and each reading of its words.

"Rose by 1 per cent" of a rate has two readings (points, or percent of the rate) and gives two questions; "fell from 27.3 %
to 16.6 %" has three parts (both ends and the way between them), all of which must hold. Nothing is looked up here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.compare.figure import Claimed, claimed_change, claimed_direction, claimed_level
from workbench.compare.units import SAME, Fit, fit
from workbench.core.claim import Change, ChangeMode, Claim, ClaimKind, Direction, Mention
from workbench.core.finding import Caveat
from workbench.core.period import Period
from workbench.core.quantity import PERCENT, POINTS, Amount, Dimension, Relation, Unit
from workbench.core.series import Series

TIMES = Unit(Dimension.RATE, "times")
FLAT_SHARE = Decimal("0.5")
"""What still counts as unchanged: a change that rounds to 0 %."""

_GROWTH = re.compile(
    r"\b(growth|inflation|percent(age)? change|% change|annual %|annual change|year[- ]on[- ]year)", re.IGNORECASE
)
_SPEAKS_OF_GROWTH = re.compile(r"\b(growth|inflation|rate of (increase|change))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to measure.

    Attributes:
        part: Which part of the claim: ``level``, ``change``, ``from`` or ``to``. All parts must hold.
        claimed: What was said of it.
        unit: The unit that the claim speaks in.
        mode: How the change is measured; None for a level.
        fit: How the series' unit stands to the claim's.
        reading: Which reading this is, where the words have several; else empty. One of them may hold.
        period: The period asked about, with its other readings; empty where the claim names none.
        base: The period that a change is measured from, where named.
        caveats: What the reading itself warns of.
        amount: The amount as said, for the sentence; None for a direction alone.
        inverse: Whether the factor is old by new ("fell threefold").
        blocked: Why it cannot be measured by this series at all.
    """

    part: str
    claimed: Claimed
    unit: Unit
    mode: ChangeMode | None = None
    fit: Fit = SAME
    reading: str = ""
    period: tuple[Period, ...] = ()
    base: Period | None = None
    caveats: tuple[Caveat, ...] = ()
    amount: Amount | None = None
    inverse: bool = False
    blocked: Caveat | None = None


def questions(claim: Claim, series: Series) -> tuple[Question, ...]:
    """What the claim asks of the series; empty where it holds nothing that a figure could measure."""
    period = _readings(claim.period)
    asked: list[Question] = []
    if claim.change is not None:
        asked += _changes(claim, claim.change, series, period)
    asked += [_level(mention, series, when) for mention, when in _levels(claim, period)]
    return tuple(asked)


def unmeasurable(claim: Claim) -> Caveat | None:
    """Why no figure can bear the claim out or not, whatever the series; None where one could."""
    if claim.kind is ClaimKind.PROMISE:
        return Caveat("promise", "A promise speaks of the future; no figure measures it yet.")
    if claim.change is not None or claim.amount is not None or claim.amounts:
        return None
    if claim.kind is ClaimKind.RANK:
        return Caveat("rank", "The claim gives a rank or a record, which needs the figures of all places or years.")
    return Caveat("nothing-to-measure", "The claim gives no figure and no change that a series could measure.")


def _readings(period: Mention[Period] | None) -> tuple[Period, ...]:
    return () if period is None else (period.noun, *period.alternatives)


# --- levels --------------------------------------------------------------------------------------------


def _levels(claim: Claim, period: tuple[Period, ...]) -> list[tuple[Mention[Amount], tuple[Period, ...]]]:
    """The amounts that are claimed as levels, each with its period."""
    inside = _spans_of(claim.change.noun) if claim.change else set()
    free = [m for m in claim.amounts if (m.span.start, m.span.end) not in inside]
    if claim.change is None and len(free) > 1 and len(free) == len(claim.periods) and _alike(free):
        return [(amount, _readings(when)) for amount, when in zip(free, claim.periods, strict=True)]
    main = claim.amount or (claim.amounts[0] if claim.amounts and claim.change is None else None)
    if main is None or (main.span.start, main.span.end) in inside:
        return []
    if claim.change is not None and main.noun.unit.dimension is Dimension.POINTS:
        return []
    return [(main, period)]


def _alike(amounts: list[Mention[Amount]]) -> bool:
    return len({m.noun.unit.dimension for m in amounts}) == 1


def _spans_of(change: Change) -> set[tuple[int, int]]:
    ends = (change.amount, change.origin, change.target)
    return {(m.span.start, m.span.end) for m in ends if m is not None}


def _level(mention: Mention[Amount], series: Series, period: tuple[Period, ...], part: str = "level") -> Question:
    amount = mention.noun
    fitted = fit(amount.unit, series.unit)
    return Question(
        part=part,
        claimed=claimed_level(amount),
        unit=amount.unit,
        fit=fitted,
        period=period,
        caveats=fitted.caveats if fitted.factor is not None else (),
        amount=amount,
        blocked=fitted.caveats[0] if fitted.factor is None else None,
    )


# --- changes -------------------------------------------------------------------------------------------


def _changes(claim: Claim, mention: Mention[Change], series: Series, period: tuple[Period, ...]) -> list[Question]:
    main = mention.noun
    asked = _readings_of(claim, main, series)
    for other in mention.alternatives:
        if other.mode is not main.mode and other.amount is not None:
            asked += [q for q in _readings_of(claim, other, series) if q.mode not in {a.mode for a in asked}]
    asked = _ambiguous([replace(q, period=q.period or period, base=main.base) for q in asked])
    return [*asked, *_ends(main, series, period)]


def _ambiguous(asked: list[Question]) -> list[Question]:
    """Several readings of one change: each is named and says that there are others."""
    if len(asked) < 2:  # noqa: PLR2004
        return asked
    names = " or ".join(dict.fromkeys(q.reading for q in asked))
    caveat = Caveat("percent-or-points", f"The words can be read as {names}; each reading has its own finding.")
    return [replace(q, caveats=(*q.caveats, caveat)) for q in asked]


def _ends(change: Change, series: Series, period: tuple[Period, ...]) -> list[Question]:
    """Both ends of "from 27.3 % to 16.6 %", each measured by itself."""
    origin, target = change.origin, change.target
    if origin is not None and target is not None and origin.noun.unit.dimension is not target.noun.unit.dimension:
        origin = replace(origin, noun=origin.noun.in_unit(target.noun.unit))
    found = []
    if target is not None:
        found.append(_level(target, series, period, "to"))
    if origin is not None:
        found.append(_level(origin, series, period, "from"))
    return [replace(question, base=change.base) for question in found]


def _readings_of(claim: Claim, change: Change, series: Series) -> list[Question]:
    if change.amount is None or change.direction is Direction.FLAT:
        return [_direction(change, series)]
    amount, mode = change.amount.noun, _mode(change)
    match mode:
        case ChangeMode.RELATIVE:
            return _relative(claim, change, amount, series)
        case ChangeMode.POINTS:
            return [_points(change, amount, series)]
        case ChangeMode.MULTIPLE:
            return [_multiple(change, amount)]
        case ChangeMode.ABSOLUTE:
            return [_absolute(change, amount, series)]


def _mode(change: Change) -> ChangeMode:
    """The mode, put right where the amount's unit says otherwise."""
    unit = change.amount.noun.unit if change.amount else None
    if change.mode is ChangeMode.ABSOLUTE and unit is not None:
        return {Dimension.SHARE: ChangeMode.RELATIVE, Dimension.POINTS: ChangeMode.POINTS}.get(
            unit.dimension, change.mode
        )
    return change.mode


def _relative(claim: Claim, change: Change, amount: Amount, series: Series) -> list[Question]:
    percent = Question(
        part="change",
        claimed=claimed_change(amount, change.direction, ChangeMode.RELATIVE),
        unit=PERCENT,
        mode=ChangeMode.RELATIVE,
        amount=amount,
    )
    if series.unit.dimension not in {Dimension.SHARE, Dimension.POINTS}:
        return [percent]
    points = replace(percent, mode=ChangeMode.POINTS, unit=POINTS, reading="percentage points")
    percent = replace(percent, reading="percent of the rate")
    growth = replace(percent, mode=None, reading="the rate of growth itself")
    return [*([growth] if _gives_growth(claim, series) else []), percent, points]


def _gives_growth(claim: Claim, series: Series) -> bool:
    """Whether the series' own figures are changes in percent, and the claim does not speak of how the rate itself moved."""
    return bool(_GROWTH.search(f"{series.title} {series.unit}")) and not _SPEAKS_OF_GROWTH.search(claim.measure)


def _points(change: Change, amount: Amount, series: Series) -> Question:
    fitted = fit(POINTS, series.unit) if series.unit.dimension is not Dimension.INDEX else SAME
    return Question(
        part="change",
        claimed=claimed_change(amount, change.direction, ChangeMode.POINTS),
        unit=POINTS,
        mode=ChangeMode.POINTS,
        amount=amount,
        caveats=fitted.caveats if fitted.factor is not None else (),
        blocked=fitted.caveats[0] if fitted.factor is None else None,
    )


def _multiple(change: Change, amount: Amount) -> Question:
    down = change.direction is Direction.DOWN
    return Question(
        part="change",
        claimed=claimed_change(amount, change.direction, ChangeMode.MULTIPLE),
        unit=TIMES,
        mode=ChangeMode.MULTIPLE,
        amount=amount,
        inverse=down and amount.low > 1,
    )


def _absolute(change: Change, amount: Amount, series: Series) -> Question:
    fitted = fit(amount.unit, series.unit)
    return Question(
        part="change",
        claimed=claimed_change(amount, change.direction, ChangeMode.ABSOLUTE),
        unit=amount.unit,
        mode=ChangeMode.ABSOLUTE,
        fit=fitted,
        amount=amount,
        caveats=fitted.caveats if fitted.factor is not None else (),
        blocked=fitted.caveats[0] if fitted.factor is None else None,
    )


def _direction(change: Change, series: Series) -> Question:
    """A rise, a fall or no change, without a size: measured in percent, of a rate in points."""
    rate = series.unit.dimension in {Dimension.SHARE, Dimension.POINTS}
    return Question(
        part="change",
        claimed=claimed_direction(change.direction, FLAT_SHARE),
        unit=POINTS if rate else PERCENT,
        mode=ChangeMode.POINTS if rate else ChangeMode.RELATIVE,
        amount=_flat(change),
    )


def _flat(change: Change) -> Amount | None:
    if change.direction is not Direction.FLAT:
        return None
    return Amount(Relation.ABOUT, Decimal(0), None, Decimal(1), PERCENT)
