"""Reasons against comparing figures, and caveats where they are compared.

A part is not compared with its whole, nor totals of unequal stretches; a round number, a lost scale and a lone figure are said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from workbench.compare import caveats as warn
from workbench.compare import phrases
from workbench.compare.alignment.align import COUNTED, Aligned, adds_up
from workbench.compare.alignment.table import SeriesTable
from workbench.compare.arithmetic.sheet import SheetFigure
from workbench.compare.judging.judge import agreement
from workbench.compare.questions.question import Question
from workbench.compare.series_words.growth import is_growth
from workbench.core.claim import AS_MUCH, EDGE_OF_YEAR, IN_NUMBER, ChangeMode, Claim, Mention, Sort
from workbench.core.finding import Agreement, Caveat
from workbench.core.number import EXACT
from workbench.core.period import Frequency, Period
from workbench.core.quantity import PERCENTAGES, Dimension
from workbench.core.relations import TrendKind
from workbench.core.series import Additivity, Observation, Series

_HOLDS = {Agreement.EXACT, Agreement.ROUNDS_TO, Agreement.NEAR}
_SCALES = (Decimal(1000), Decimal(1_000_000))
_THOUSANDS = tuple(Decimal(1000) ** n for n in range(1, 5))
_FAR_OFF = Decimal(1500)
_HALF = Decimal("0.5")
_LONGEST_YEAR = 366
_LIKE = Decimal("1.1")
"""Two stretches whose lengths differ by more than a tenth are not added up and compared."""


def unlike(series: Series, new: Aligned, old: Aligned) -> Caveat | None:
    """Return two stretches between which no change can be measured."""
    if new.period == old.period:
        message = f"Both ends of the change fall into the same figure, that of {new.period.label}."
        return Caveat("same-figure", message)
    days = sorted((p.end - p.start).days for p in (new.period, old.period))
    if adds_up(series) and Decimal(days[1]) > Decimal(days[0]) * _LIKE:
        text = f"{old.period.label} and {new.period.label} are not equally long; their totals are not compared."
        return Caveat("unlike-periods", text)
    return None


def part_of_whole(
    series: Series, question: Question, asked: Period, found: Aligned, figure: SheetFigure
) -> Caveat | None:
    """Return a count of nine months against that of the whole year: only "more than the whole" can be told."""
    if not found.coarse or not adds_up(series) or asked.frequency is Frequency.DAY:
        return None
    least = question.claimed.range.low
    if least is not None and least > figure.value >= 0:
        return None
    text = (
        f"What falls into {asked.label} cannot be told from the figure of {found.period.label}, of which it is a part."
    )
    return Caveat("part-of-whole", text)


def which_figure(question: Question, found: Aligned, figure: SheetFigure) -> Caveat | None:
    """Return a stock has several figures in a period: leaves the claim open where they disagree about it.

    The figure that offices give for the whole (the mean, or the last) may bear a claimed size out by itself; a bound must hold
    for all of them.
    """
    factor = question.fit.factor or Decimal(1)
    values = [EXACT.multiply(row.value, factor) for row in found.among if row.value is not None]
    if not values:
        return None
    claimed = question.claimed
    bound = claimed.range.low is None or claimed.range.high is None
    whole = agreement(claimed, figure.value, figure.slack) in _HOLDS
    each = [value in claimed.range if bound else agreement(claimed, value) in _HOLDS for value in values]
    if (whole and (all(each) or not bound)) or not (whole or any(each) or _spans(question, values)):
        return None
    unit = phrases.unit_words(question.unit)
    low, high = (phrases.with_unit(phrases.short_figure(value), value, unit) for value in (min(values), max(values)))
    return warn.several_figures(found.period, low, high)


def mean_of_more(where: SeriesTable, question: Question, said: Mention[Period] | None, found: Aligned) -> Caveat | None:
    """Return a rate in March, or at the end of the year, against that of the year: the mean of more than was asked bears no figure out.

    It refutes none that the figures of the years around it reach.
    """
    series, rows = where.series, found.used
    edge = said is not None and said.rule == EDGE_OF_YEAR and len(rows) == 1 and said.value == found.period
    if said is None or not (found.coarse or edge) or series.unit.dimension in COUNTED or series.adds is Additivity.LAST:
        return None
    claimed, values = question.claimed, _around(where, question, found.period)
    low, high = claimed.range.low, claimed.range.high
    beyond = (low is not None and low > max(values)) or (high is not None and high < min(values))
    if beyond and found.period.contains(said.value):
        return None
    asked = f"a part of {said.value.label}" if edge else said.value.label
    text = f"What it was in {asked} cannot be told from the figure of {found.period.label}, which goes with more than that."
    return Caveat("part-of-whole", text)


def _around(where: SeriesTable, question: Question, period: Period) -> list[Decimal]:
    """Return the figures of a period, and those right before and right after it, in the claim's unit."""
    factor = question.fit.factor or Decimal(1)
    rows = (row for row in where.rows if row.period.end >= period.start and row.period.start <= period.end)
    return [EXACT.multiply(row.value, factor) for row in rows if row.value is not None]


def number_by_share(
    claim: Claim, series: Series, question: Question, before: SheetFigure, after: SheetFigure
) -> Caveat | None:
    """Return more women in a parliament that has shrunk: a share that moved by less than the whole may have tells nothing of how many there are."""
    in_number = claim.change is not None and claim.change.rule == IN_NUMBER and question.claimed.value is None
    if not in_number or series.unit.dimension not in PERCENTAGES or before.value <= 0:
        return None
    if abs(EXACT.divide(after.value, before.value) - 1) > _WHOLE_MOVES:
        return None
    text = f"The claim is of how many there are; “{series.title}” is a share, and the whole that it is of may have moved as much."
    return Caveat("number-by-share", text)


def yearly_size(claim: Claim, question: Question, old: Aligned, new: Aligned) -> Caveat | None:
    """Return points or things gained in each year: the change over several years is no such pace, and one year's is it."""
    change = claim.change.value if claim.change is not None else None
    if change is None or change.amount is None or change.mode not in _IN_UNITS or question.trend is not None:
        return None
    yearly = any(each.kind is TrendKind.YEARLY and each.figure == change.amount.span for each in claim.trends)
    if not yearly or (new.period.start - old.period.start).days <= _LONGEST_YEAR:
        return None
    text = f"The claim says so much a year; from {old.period.label} to {new.period.label} the change as a whole was measured."
    return Caveat("yearly-size", text)


_IN_UNITS = frozenset({ChangeMode.POINTS, ChangeMode.ABSOLUTE})

_WHOLE_MOVES = Decimal("0.1")
"""How far the whole of a share may move between the two times, of itself."""


def several_years(question: Question, found: Aligned) -> Caveat | None:
    """Return one figure for several years, of what has one each year: a mean answers only where a mean is claimed."""
    averaged = found.adds is Additivity.MEAN and len(found.used) > 1
    if not averaged or (found.period.end - found.period.start).days <= _LONGEST_YEAR or question.trend is not None:
        return None
    text = f"The claim gives one figure for {found.period.label}, the series one each year; it does not say that a mean is meant."
    return Caveat("several-years", text)


def _spans(question: Question, values: Sequence[Decimal]) -> bool:
    """Return whether the claimed figure lies between those of the parts."""
    claimed = question.claimed.value
    return claimed is not None and min(values) <= claimed <= max(values)


def whole_amounts(series: Series, question: Question, asked: Period, new: Aligned) -> Caveat | None:
    """Return a caveat where an absolute change over part of a year would be measured by whole years."""
    if question.mode is not ChangeMode.ABSOLUTE or not new.coarse or not adds_up(series):
        return None
    text = f"How many more or fewer there were in {asked.label} cannot be told from whole years."
    return Caveat("part-of-whole", text)


def rounded(question: Question, value: Decimal, how: Agreement) -> tuple[Caveat, ...]:
    """Warn where the claim holds only if its round number is taken as rounded."""
    amount, half = question.amount, question.claimed.half
    if how is not Agreement.ROUNDS_TO or amount is None or not question.claimed.exact or half < 1:
        return ()
    if question.claimed.value is not None and abs(value - question.claimed.value) <= _HALF:
        return ()
    said = phrases.claim_words(question, whole=False)
    return (Caveat("rounded-number", f"“{said}” was taken as a rounded number: {question.claimed.range}."),)


def lost_scale(question: Question, series: Series, there: Iterable[Observation], value: Decimal) -> Caveat | None:
    """Return persons come whole: a count with fractions in it is kept in thousands or millions that it does not say."""
    if series.unit.dimension is not Dimension.COUNT or question.mode not in {None, ChangeMode.ABSOLUTE}:
        return None
    factor = next((by for by in _SCALES if EXACT.multiply(value, by) in question.claimed.range), None)
    if factor is None or all(row.value is None or row.value == row.value.to_integral_value() for row in there):
        return None
    text = f"The series has fractions of what comes whole: it is kept in units of {factor:,}, as it seems, and then the figures agree."
    return Caveat("lost-scale", text)


def other_order(question: Question, value: Decimal) -> Caveat | None:
    """Return a figure thousands of times the claimed one, or of it a part as small, but for thousands taken for millions: something else is counted."""
    claimed = question.claimed.value
    if question.mode not in {None, ChangeMode.ABSOLUTE} or not claimed or not value:
        return None
    times = abs(EXACT.divide(value, claimed))
    times = times if times >= 1 else EXACT.divide(Decimal(1), times)
    thousands = next((by for by in _THOUSANDS if by / _LIKE <= times <= by * _LIKE), None)
    if times < _FAR_OFF or thousands is not None:
        return None
    text = "The figure and the claimed one are too far apart for a slip: something else must be counted, such as the whole for one head."
    return Caveat("other-order", text)


def unsigned(claim: Claim, question: Question, value: Decimal) -> Caveat | None:
    """Return a size that fits but for its sign, where the words name none: "the gap was 8.6 billion" beside a balance of -8.6."""
    if (
        question.mode is not None
        or value >= 0
        or claim.change is not None
        or claim.qualified(Sort.DEFICIT)
        or claim.qualified(Sort.SURPLUS)
    ):
        return None
    if agreement(question.claimed, EXACT.minus(value)) not in _HOLDS:
        return None
    text = "The figure has the other sign, and the claim does not say whether it speaks of a deficit or of a surplus."
    return Caveat("unsigned", text)


_FROM_BEFORE = frozenset({"other-period", "measure-from-before"})
"""Notes of a claim that goes on from other sentences, or of which another period is named: what it is measured from may stand there."""


def undated(claim: Claim, series: Series, question: Question, assumed: Iterable[Caveat]) -> Caveat | None:
    """Return a change of which it was not said since when: one pair of years that does not bear it out refutes it for no other pair.

    So it is of a size without either end, and of the way of a rate of growth: "inflation eased to 3.6 percent".
    """
    kinds = {caveat.kind for caveat in (*question.caveats, *assumed)}
    from_before = any(note.kind in _FROM_BEFORE for note in claim.notes)
    if question.mode is None or "assumed-base" not in kinds:
        return None
    as_much = claim.change is not None and claim.change.rule == AS_MUCH  # and what it was set beside was not read
    sized = question.claimed.value is not None and ("no-period" in kinds or from_before or as_much)
    target = claim.change.value.target if claim.change else None
    if not sized and (question.claimed.value is not None or target is None or not is_growth(series)):
        return None
    text = "The claim does not say from when to when: it may hold between other years than those that were taken."
    return Caveat("undated-change", text)


def alone(where: SeriesTable) -> tuple[Caveat, ...]:
    """Return a series with one figure."""
    if sum(row.value is not None for row in where.rows) > 1:
        return ()
    return (
        Caveat(
            "one-value", "The series has a single figure for this place; nothing beside it shows whether it is usual."
        ),
    )
