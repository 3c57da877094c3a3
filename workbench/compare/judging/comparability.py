"""Reasons not to compare figures, and caveats where they are compared.

A part is not compared with its whole, nor totals over unequal periods; a round number, a lost scale and a single figure
get a caveat.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from workbench.compare import caveats as warn
from workbench.compare import finding_words
from workbench.compare.alignment.align import COUNTED, Aligned, adds_up
from workbench.compare.alignment.series_table import SeriesTable
from workbench.compare.arithmetic.calculation_sheet import SheetFigure
from workbench.compare.judging.agreement import agreement
from workbench.compare.questions.question import Question
from workbench.core.claim import EDGE_OF_YEAR, IN_NUMBER, ChangeMode, Claim, Mention, Sort
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
_LONGEST_YEAR, _TWO = 366, 2
_LIKE = Decimal("1.1")
"""Totals over two periods whose lengths differ by more than a tenth are not compared."""


def unlike(series: Series, new: Aligned, old: Aligned) -> Caveat | None:
    """Refuse a change between two periods that overlap in one figure or have unlike lengths."""
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
    """Refuse to measure a count of a part by the figure of the whole, which can only show "more than the whole".

    An example is a claim about nine months and the figure of the year.
    """
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
    """Leave a claim open on a stock with several figures in a period, where they disagree about it.

    The figure that offices give for the whole (the mean, or the last) may support a claimed size alone; a bound must
    hold for all of them.
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
    unit = finding_words.unit_words(question.unit)
    low, high = (finding_words.with_unit(finding_words.short_figure(v), v, unit) for v in (min(values), max(values)))
    return warn.several_figures(found.period, low, high)


def mean_of_more(where: SeriesTable, question: Question, said: Mention[Period] | None, found: Aligned) -> Caveat | None:
    """Leave open a rate for March, or for the end of a year, that only the mean of a longer period could support.

    The mean refutes no figure within the range of the years around it.
    """
    series, rows = where.series, found.used
    edge = said is not None and said.rule == EDGE_OF_YEAR and len(rows) == 1 and said.value == found.period
    if said is None or not (found.coarse or edge) or series.unit.dimension in COUNTED or series.adds is Additivity.LAST:
        return None
    claimed, values = question.claimed, _around(where, question, found.period)
    low, high = claimed.range.low, claimed.range.high
    beyond = len(values) > 1 and ((low is not None and low > max(values)) or (high is not None and high < min(values)))
    if beyond and found.period.contains(said.value):
        return None
    asked = f"a part of {said.value.label}" if edge else said.value.label
    text = f"What it was in {asked} cannot be told from the figure of {found.period.label}, which goes with more than that."
    return Caveat("part-of-whole", text)


def _around(where: SeriesTable, question: Question, period: Period) -> list[Decimal]:
    """List the figures of a period, and of those right before and after it, in the claim's unit.

    Where there is no figure yet on one side, the series is taken to go on as it came: the step on the other side is
    repeated. A month may lie as far outside as the largest of these steps.
    """
    factor = question.fit.factor or Decimal(1)
    near = sorted(
        (row.period, row.value) for row in where.rows if row.value is not None and _adjoins(row.period, period)
    )
    values = [EXACT.multiply(value, factor) for _, value in near]
    if len(near) == _TWO:  # one of three is missing
        first, second = values
        after = near[1][0] == period
        values = (
            [*values, EXACT.subtract(second, first) + second]
            if after
            else [first + EXACT.subtract(first, second), *values]
        )
    steps = [abs(EXACT.subtract(new, old)) for old, new in pairwise(values)]
    return [min(values) - max(steps), *values, max(values) + max(steps)] if steps else values


def _adjoins(one: Period, other: Period) -> bool:
    return one.end >= other.start and one.start <= other.end


def number_by_share(
    claim: Claim, series: Series, question: Question, before: SheetFigure, after: SheetFigure
) -> Caveat | None:
    """Leave open a claim about a number beside a share that moved less than its whole may have moved.

    An example is "more women" in a parliament that has shrunk.
    """
    in_number = claim.change is not None and claim.change.rule == IN_NUMBER and question.claimed.value is None
    if not in_number or series.unit.dimension not in PERCENTAGES or before.value <= 0:
        return None
    if abs(EXACT.divide(after.value, before.value) - 1) > _WHOLE_MOVES:
        return None
    text = f"The claim is of how many there are; “{series.title}” is a share, and the whole that it is of may have moved as much."
    return Caveat("number-by-share", text)


def yearly_size(claim: Claim, question: Question, old: Aligned, new: Aligned) -> Caveat | None:
    """Leave open a yearly change in points or things beside the change over several years."""
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
"""How far the whole of a share may itself move between the two times: a tenth."""


def last_of_years(claim: Claim, caveats: Sequence[Caveat]) -> Caveat | None:
    """Leave open a figure that is not the last of several years; the words may mean that of today, or of any of them."""
    said = claim.period.value if claim.period is not None else None
    if said is None or (said.end - said.start).days <= _LONGEST_YEAR:
        return None
    if all(caveat.kind != "at-a-time" for caveat in caveats):
        return None
    text = f"The claim gives one figure for {said.label}, of which only the last was taken; another of these years may be meant."
    return Caveat("several-years", text)


def rounded_zero(question: Question, figure: SheetFigure) -> Caveat | None:
    """Leave open "none" beside a zero that is rounded: a series in thousands writes 0 for fewer than 500."""
    if question.claimed.value != 0 or figure.value != 0 or question.mode is not None:
        return None
    if figure.slack <= question.claimed.half:  # "0.0 percent" is as rounded as the series
        return None
    unit = finding_words.unit_words(question.unit)
    most = finding_words.with_unit(finding_words.short_figure(figure.slack), figure.slack, unit)
    return Caveat("rounded-zero", f"The series is rounded: its 0 may stand for anything up to {most}.")


def several_years(question: Question, found: Aligned) -> Caveat | None:
    """Leave open one figure for several years of a yearly series; its mean counts only where the claim says a mean."""
    averaged = found.adds is Additivity.MEAN and len(found.used) > 1
    if not averaged or (found.period.end - found.period.start).days <= _LONGEST_YEAR or question.trend is not None:
        return None
    text = f"The claim gives one figure for {found.period.label}, the series one each year; it does not say that a mean is meant."
    return Caveat("several-years", text)


def _spans(question: Question, values: Sequence[Decimal]) -> bool:
    """Check whether the claimed figure lies between those of the parts."""
    claimed = question.claimed.value
    return claimed is not None and min(values) <= claimed <= max(values)


def whole_amounts(series: Series, question: Question, asked: Period, new: Aligned) -> Caveat | None:
    """Refuse an absolute change over part of a year that only whole years could measure."""
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
    said = finding_words.claim_words(question, whole=False)
    return (Caveat("rounded-number", f"“{said}” was taken as a rounded number: {question.claimed.range}."),)


def lost_scale(question: Question, series: Series, there: Iterable[Observation], value: Decimal) -> Caveat | None:
    """Warn that a count with fractions must be in thousands or millions which its unit does not name."""
    if series.unit.dimension is not Dimension.COUNT or question.mode not in {None, ChangeMode.ABSOLUTE}:
        return None
    factor = next((by for by in _SCALES if EXACT.multiply(value, by) in question.claimed.range), None)
    if factor is None or all(row.value is None or row.value == row.value.to_integral_value() for row in there):
        return None
    text = f"The series has fractions of what comes whole: it is kept in units of {factor:,}, as it seems, and then the figures agree."
    return Caveat("lost-scale", text)


def other_order(question: Question, value: Decimal) -> Caveat | None:
    """Leave open a figure far off by more than a slip of thousands and millions: something else is counted."""
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
    """Leave open a size that fits except for its sign, where the words name none.

    An example is "the gap was 8.6 billion" beside a balance of -8.6.
    """
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


def single_figure(where: SeriesTable) -> tuple[Caveat, ...]:
    """Warn that a series has a single figure."""
    if sum(row.value is not None for row in where.rows) > 1:
        return ()
    return (
        Caveat(
            "one-value", "The series has a single figure for this place; nothing beside it shows whether it is usual."
        ),
    )
