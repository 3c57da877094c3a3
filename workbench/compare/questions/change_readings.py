"""The readings of a change: percent (of what?), points, times, or only the direction.

"Rose by 1 per cent" has two readings for a rate and three for a series of growth rates; each becomes a question.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.compare.claimed_figure import claimed_change, claimed_direction
from workbench.compare.questions.question import TIMES, Question, level_question
from workbench.compare.questions.sizes_of_stated_ends import with_stated_ends
from workbench.compare.series_words.growth_series import grows_on_the_year, is_growth
from workbench.compare.tolerances import FLAT_SHARE
from workbench.compare.unit_conversion import SAME, fit
from workbench.core.change import mode_of
from workbench.core.claim import Change, ChangeMode, Claim, Direction, Mention, Sort
from workbench.core.finding import Caveat
from workbench.core.period import Frequency, Period
from workbench.core.quantity import PERCENT, PERCENTAGES, POINTS, Amount, Dimension, Relation, is_bare_point
from workbench.core.relations import TrendKind
from workbench.core.series import Series

_MOST_OF_A_YEAR = 300
"""In days: a base nearer than this is not the year before."""

GROWTH_ITSELF = "the rate of growth itself"
STEPS = {
    "day": Frequency.DAY,
    "week": Frequency.WEEK,
    "month": Frequency.MONTH,
    "quarter": Frequency.QUARTER,
}
"""Steps that a figure may be stated for, by the words of its unit."""

_RATES = {*PERCENTAGES, Dimension.UNKNOWN}


def changes(claim: Claim, mention: Mention[Change], series: Series, period: tuple[Period, ...]) -> list[Question]:
    """List the questions of a change: its readings, and both ends where they are stated."""
    main = mention.value
    itself = gives_growth(claim, series) and not _ends_in_percent(main)
    asked = readings_of(main, series, itself=itself)
    if itself and (unlike := _on_a_step(claim, main, series, period)) is not None:
        asked = [replace(each, blocked=each.blocked or unlike) for each in asked]
    if (each := _in_each_step(claim, main)) is not None:
        asked = [replace(one, blocked=one.blocked or each) for one in asked]
    for other in mention.alternatives:
        if other.mode is not main.mode and other.amount is not None:
            asked += [q for q in readings_of(other, series, itself=itself) if q.mode not in {a.mode for a in asked}]
    base = None if is_on_short_step(claim, period) else main.base
    asked = [with_stated_ends(replace(q, period=q.period or period, base=base), main) for q in asked]
    asked = with_readings_named(asked)
    return [*asked, *_ends(main, series, period)]


def _in_each_step(claim: Claim, change: Change) -> Caveat | None:
    """Refuse a growth per month (or other step) over a longer period, whose growth does not measure it."""
    figure = change.amount
    if figure is None or change.mode is not ChangeMode.RELATIVE:
        return None
    paces = (each for each in claim.trends if each.kind is TrendKind.PACE and each.figure == figure.span)
    said = next((each.step for each in paces if each.step is not None), None)
    step = STEPS.get(figure.value.unit.per, said)
    stretch = claim.period.value if claim.period else None
    on_a_step = (
        claim.step is not None and claim.step.apart is step
    )  # growth "at a monthly level" is that on the month before
    if step is None or on_a_step or (stretch is not None and stretch.frequency is step):
        return None
    return Caveat(
        "no-pace", f"The claim tells of a growth in each {step.value}; that of a longer stretch does not measure it."
    )


def _ends_in_percent(change: Change) -> bool:
    """Check whether a rate has moved, which may be one of growth: "inflation eased to 3.6 percent"."""
    ends = (end for end in (change.origin, change.target) if end is not None)
    return change.amount is None and any(end.value.unit.dimension is Dimension.SHARE for end in ends)


def is_on_short_step(claim: Claim, period: tuple[Period, ...]) -> bool:
    """Check whether a change without a named time is one on the month or quarter before, whichever month is used.

    "On the month before" is then no date, even where the day of the speech turns it into one.
    """
    return claim.step is not None and claim.step.apart is not Frequency.YEAR and not period


def with_readings_named(asked: list[Question]) -> list[Question]:
    """Name each of several readings of one change, with a caveat that there are others."""
    if len(asked) < 2:
        return asked
    names = " or ".join(dict.fromkeys(q.reading for q in asked))
    caveat = Caveat("percent-or-points", f"The words can be read as {names}; each reading has its own finding.")
    return [replace(q, caveats=(*q.caveats, caveat)) for q in asked]


def _ends(change: Change, series: Series, period: tuple[Period, ...]) -> list[Question]:
    """List the questions for both ends of "from 27.3 % to 16.6 %", each measured separately."""
    origin, target = change.origin, change.target
    if origin is not None and target is not None and origin.value.unit.dimension is not target.value.unit.dimension:
        origin = replace(origin, value=origin.value.in_unit(target.value.unit))
    found = []
    if target is not None:
        found.append(level_question(target, series, period, "to"))
    if origin is not None:
        found.append(level_question(origin, series, period, "from"))
    return [replace(question, base=change.base) for question in found]


def readings_of(change: Change, series: Series, *, itself: bool = False) -> list[Question]:
    """List the readings of a change without its ends, most likely first.

    A series whose figures are the change itself has only one.
    """
    if itself:
        return [_growth_itself(change, series)]
    if change.amount is None or change.direction is Direction.FLAT:
        return [_direction(change, series)]
    amount, mode = change.amount.value, mode_of(change)
    if is_bare_point(amount.unit) and mode is ChangeMode.ABSOLUTE and series.unit.dimension in PERCENTAGES:
        mode = ChangeMode.POINTS
    match mode:
        case ChangeMode.RELATIVE:
            return _relative(change, amount, series)
        case ChangeMode.POINTS:
            return [_points(change, amount, series)]
        case ChangeMode.MULTIPLE:
            return [_multiple(change, amount)]
        case ChangeMode.ABSOLUTE:
            return [_absolute(change, amount, series)]


def _growth_itself(change: Change, series: Series) -> Question:
    """Read "grew by 3 percent" and "grew" for a series of growth rates: as its own figure, not the change of it."""
    amount = change.amount.value if change.amount and change.direction is not Direction.FLAT else None
    asked = replace(_direction(change, series), mode=None, unit=PERCENT, reading=GROWTH_ITSELF)
    if amount is None:
        return asked
    asked = replace(
        asked, claimed=claimed_change(amount, change.direction, ChangeMode.RELATIVE), amount=amount.in_unit(PERCENT)
    )
    text = f"“{series.title}” gives growth itself: what the claim says cannot be told from it."
    plain = mode_of(change) is ChangeMode.RELATIVE
    return asked if plain else replace(asked, blocked=Caveat("growth-of-growth", text))


def _on_a_step(claim: Claim, change: Change, series: Series, period: tuple[Period, ...]) -> Caveat | None:
    """Refuse yearly growth for a change on the month or quarter before; None where it may be used."""
    before = _shorter_before(claim, change, period) if grows_on_the_year(series) else None
    if before is None:
        return None
    text = f"“{series.title}” gives changes on the year before, the claim speaks of one on {before}."
    return Caveat("growth-of-another-length", text)


def _shorter_before(claim: Claim, change: Change, period: tuple[Period, ...]) -> str | None:
    """Name the base of a change that is less than a year before its period; None for any other."""
    if claim.step is not None and is_on_short_step(claim, period):
        return f"the {claim.step.apart.value} before"
    if change.base is None or not period:
        return None
    day_count = (period[0].start - change.base.start).days
    return change.base.label if 0 < day_count < _MOST_OF_A_YEAR else None


def _relative(change: Change, amount: Amount, series: Series) -> list[Question]:
    percent = _percent(change, amount)
    if series.unit.dimension not in PERCENTAGES:
        return [percent]
    points = replace(percent, mode=ChangeMode.POINTS, unit=POINTS, reading="percentage points")
    return [replace(percent, reading="percent of the rate"), points]


def _percent(change: Change, amount: Amount) -> Question:
    return Question(
        part="change",
        claimed=claimed_change(amount, change.direction, ChangeMode.RELATIVE),
        unit=PERCENT,
        mode=ChangeMode.RELATIVE,
        amount=amount,
    )


def gives_growth(claim: Claim, series: Series) -> bool:
    """Check whether the series' figures are changes in percent, and the claim is not about a change of that rate."""
    if series.unit.dimension not in _RATES or not is_growth(series):
        return False
    return claim.qualified(Sort.GROWTH) is None


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
    fitted = fit(amount.unit, series.unit, series.title)
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
    """Ask for a rise, a fall or no change without a size: in percent, or in points for a rate."""
    rate = series.unit.dimension in PERCENTAGES
    return Question(
        part="change",
        claimed=claimed_direction(change.direction, FLAT_SHARE, change.denied),
        unit=POINTS if rate else PERCENT,
        mode=ChangeMode.POINTS if rate else ChangeMode.RELATIVE,
        amount=_flat(change),
    )


def _flat(change: Change) -> Amount | None:
    if change.direction is not Direction.FLAT or change.denied is not None:
        return None
    return Amount(Relation.ABOUT, Decimal(0), None, Decimal(1), PERCENT)
