"""Judges trends: "has fallen every year since 2015", "for the third year in a row", "has risen steadily".

Rules, in the order they are tried:

1. All steps of the span, or exactly so many in a row, go in the stated direction: EXACT. More in a row: ROUNDS TO.
2. The only other steps, alone and together, are within the rounding of the published figures, or the word is "steadily"
   and one step of five or more goes the other way while the span as a whole goes the stated way: NEAR.
3. All steps, or the span as a whole, go the other way: OPPOSITE. Anything else: APART, naming the unfit steps.
4. Where years in between have no figure, the known figures can only refute: from one to the next it went the other way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from workbench.compare import finding_words
from workbench.compare.alignment.align import Aligned
from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure
from workbench.compare.arithmetic.steps_between_periods import contrary, steps_in_a_row, steps_that_way
from workbench.compare.caveats import no_figure
from workbench.compare.judging.answer_question import ComparisonCase, figure_of, question_caveats, undecided
from workbench.compare.questions.question import Question
from workbench.compare.trends.span_periods import MOST, back_from, figures, known_figures, last_step, step_length
from workbench.core.claim import Direction
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.number import EXACT
from workbench.core.period import Period, span
from workbench.core.relations import Trend, TrendKind

_STEADY = 5
"""Fewest steps of a "steady" trend in which one may go the other way."""

_BEYOND = 12
"""Steps read beyond the claimed ones, to measure how long a run is."""

_NAMED = 4


@dataclass(frozen=True, slots=True)
class _Run:
    """The measured steps of a span."""

    way: Direction
    sheet: Sheet
    figures: Sequence[SheetFigure]
    periods: Sequence[Period]
    measured: Decimal
    claimed: int
    contrary: tuple[int, ...]
    never: bool = False


def trend(case: ComparisonCase, question: Question, said: Trend) -> Finding:
    """Answer a claimed trend."""
    periods = _in_a_row(case, said) if said.kind is TrendKind.IN_A_ROW else _each(case, said)
    if isinstance(periods, Caveat):
        return undecided(case, question, periods)
    found = figures(case.where, periods)
    if isinstance(found, Caveat):
        return _with_gaps(case, question, said, periods, found)
    run = _worked(case, question, said, found)
    return _judged(case, question, said, run, found)


def _with_gaps(
    case: ComparisonCase, question: Question, said: Trend, periods: Sequence[Period], missing: Caveat
) -> Finding:
    """Answer a trend with gaps: a figure that is lower after a gap than before it did not rise every year.

    Such figures can refute a statement about every step, and never support it.
    """
    found = known_figures(case.where, periods) if said.kind is TrendKind.EACH else []
    if len(found) > 1:
        run = _worked(case, question, said, found)
        aside = [n for n in run.contrary if not _within_rounding(run, n)]
        if aside and (not said.steady or len(aside) == len(found) - 1):
            return _judged(case, question, said, run, found)
    return undecided(case, question, missing)


def _each(case: ComparisonCase, said: Trend) -> list[Period] | Caveat:
    """List the steps of the claim's own span that were over on the day of the claim, with the base first."""
    claim, where = case.claim, case.where
    period, base = claim.period.value if claim.period else None, claim.change.value.base if claim.change else None
    months, day = step_length(where, said.step), claim.said or case.today
    start = base if base is not None and not _is_step_before(base, period) else period
    if start is None or period is None:
        return Caveat("no-period", "The claim does not say since when each step is meant.")
    last = last_step(where, months, min(day, period.end))
    if last is None:
        return no_figure(where.series, where.place, period, where.rows)
    first = span(start.start, start.start + timedelta(days=1)).start
    count = ((last.start.year - first.year) * 12 + last.start.month - first.month) // months
    if count < 2:
        return Caveat("too-short", f"From {start.label} to {last.label} there are too few figures to tell a trend.")
    return [last.moved(-months * n) for n in range(min(count, MOST), -1, -1)]


def _is_step_before(base: Period, period: Period | None) -> bool:
    """Check whether a base is only the step before a span.

    "Since 2012 less every year than the year before" begins with 2012.
    """
    return period is not None and base.end == period.start and (period.end - period.start) > 2 * (base.end - base.start)


def _in_a_row(case: ComparisonCase, said: Trend) -> list[Period] | Caveat:
    """List the last steps up to the claim's period, some more than the claim states."""
    claim, where = case.claim, case.where
    months = step_length(where, said.step)
    period = claim.period.value if claim.period else None
    day = claim.said or case.today
    last = (
        period
        if period is not None and period.months == months
        else last_step(where, months, period.end if period else day)
    )
    if last is None:
        return no_figure(where.series, where.place, period, where.rows)
    found = back_from(where, last, months, said.count + _BEYOND)
    if len(found) <= said.count:
        return Caveat("too-short", f"The series has only {len(found)} figures in a row up to {last.label}.")
    return found


def _worked(case: ComparisonCase, question: Question, said: Trend, found: Sequence[Aligned]) -> _Run:
    change = case.claim.change.value if case.claim.change else None
    never = change.denied if change is not None and change.direction is Direction.FLAT else None
    way = never or (change.direction if change is not None else Direction.UP)
    sheet = Sheet()
    read = [figure_of(case.where, question, sheet, each) for each in found]
    counted = steps_in_a_row if said.kind is TrendKind.IN_A_ROW else steps_that_way
    measured = counted(sheet, read, way).value
    steps = len(read) - 1
    return _Run(
        way=way,
        sheet=sheet,
        figures=read,
        periods=[each.period for each in found],
        measured=measured,
        claimed=0 if never else said.count or steps,
        contrary=tuple(n for n in range(1, len(read)) if n not in contrary(read, way))
        if never
        else tuple(contrary(read, way)),
        never=never is not None,
    )


def _agreement(said: Trend, run: _Run) -> Agreement:
    if run.never:
        return _never(run)
    if run.measured >= run.claimed:
        return Agreement.EXACT if run.measured == run.claimed else Agreement.ROUNDS_TO
    asked = range(len(run.figures) - run.claimed, len(run.figures))
    aside = [n for n in run.contrary if n in asked]
    if all(_within_rounding(run, n) for n in aside) and not _falls_back(run, asked[0] - 1):
        return Agreement.NEAR
    whole = run.figures[-1].value - run.figures[asked[0] - 1].value
    on_course = whole > 0 if run.way is Direction.UP else whole < 0
    if said.steady and len(aside) == 1 and run.claimed >= _STEADY and on_course:
        return Agreement.NEAR
    return Agreement.APART if on_course or whole == 0 else Agreement.OPPOSITE


def _never(run: _Run) -> Agreement:
    """Judge "never fell": no step may go down by more than the rounding of the published figures."""
    if run.measured == 0:
        return Agreement.EXACT
    within = all(_within_rounding(run, n) for n in run.contrary)
    if within and not _falls_back(run, 0):
        return Agreement.NEAR
    return Agreement.OPPOSITE if run.measured == len(run.figures) - 1 else Agreement.APART


def _falls_back(run: _Run, first: int) -> bool:
    """Check whether a figure lies behind an earlier one by more than their rounding, so that not each step was made.

    Steps of 0.1 may each be rounding, and three of them together are none. For "never fell" the steps count that went
    the denied way.
    """
    sign = (-1 if run.never else 1) * (1 if run.way is Direction.UP else -1)
    read = run.figures[first:]
    return any(
        0 < one.slack + later.slack < sign * (one.value - later.value)
        for k, one in enumerate(read)
        for later in read[k + 1 :]
    )


def _within_rounding(run: _Run, number: int) -> bool:
    one, before = run.figures[number], run.figures[number - 1]
    room = one.slack + before.slack
    return room > 0 and abs(one.value - before.value) <= room


def _judged(case: ComparisonCase, question: Question, said: Trend, run: _Run, found: Sequence[Aligned]) -> Finding:
    how = _agreement(said, run)
    flags = tuple(dict.fromkeys(caveat for each in found for caveat in each.caveats))
    claimed = Decimal(run.claimed)
    return Finding(
        claim=case.claim.id,
        series=case.where.series,
        title=finding_words.title(case.where.series, case.where.place, run.periods[-1], run.periods[0]),
        agreement=how,
        claimed=claimed,
        claimed_range=None,
        measured=run.measured,
        difference=EXACT.subtract(run.measured, claimed),
        unit="rises" if run.way is Direction.UP else "falls",
        trace=run.sheet.trace(),
        why=_why(case, said, run, how),
        caveats=tuple(dict.fromkeys((*flags, *question_caveats(case, question)))),
        place=case.where.place,
        period=run.periods[-1],
        base=run.periods[0],
        observations=case.where.rows,
        reading=question.reading,
    )


def _why(case: ComparisonCase, said: Trend, run: _Run, how: Agreement) -> str:
    word = "rise" if run.way is Direction.UP else "fall"
    count = f"{run.measured} {word}{'' if run.measured == 1 else 's'}"
    first, last = run.periods[0].label, run.periods[-1].label
    if said.kind is TrendKind.IN_A_ROW:
        facts = f"{finding_words.publisher(case.where.series)} gives {count} in a row up to {last}"
    else:
        facts = f"{finding_words.publisher(case.where.series)} gives {count} in {len(run.figures) - 1} steps from {first} to {last}"
    if how in {Agreement.EXACT, Agreement.ROUNDS_TO}:
        return f"{facts}, as the claim says."
    asked = 1 if run.never else len(run.figures) - run.claimed
    aside = [run.periods[n].label for n in run.contrary if n >= asked]
    more = f" and {len(aside) - _NAMED} more" if len(aside) > _NAMED else ""
    return f"{facts}, where the claim says “{said.words}”. {'A' if run.never else 'No'} {word} in {', '.join(aside[:_NAMED])}{more}."
