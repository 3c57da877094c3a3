"""Growth over a span: "3 percent a year between 2010 and 2020", or "by 20 percent since 2019" from yearly rates.

For levels, growth a year is the steady growth from the first figure to the last. For a series that is itself growth, it
is the mean of the yearly rates, and total growth is the rates one on top of the other.
"""

from __future__ import annotations

from decimal import Decimal

from workbench.compare import finding_words
from workbench.compare.alignment.align import Aligned
from workbench.compare.alignment.series_table import breaks
from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure
from workbench.compare.arithmetic.span_aggregates import annualised, cumulated, mean
from workbench.compare.caveats import no_figure
from workbench.compare.judging.answer_question import (
    ComparisonCase,
    MeasuredFigure,
    figure_caveats,
    figure_of,
    judged_finding,
    undecided,
)
from workbench.compare.questions.question import Question
from workbench.compare.questions.question_periods import QuestionPeriods
from workbench.compare.trends.span_periods import figures, last_step, whole_years, years
from workbench.core.errors import ComparisonError
from workbench.core.finding import Caveat, Finding
from workbench.core.period import Period, year
from workbench.core.relations import Trend, TrendKind


def growth_over_span(case: ComparisonCase, question: Question, said: Trend) -> Finding:
    """Answer growth a year, or total growth from a series of growth rates."""
    ends = _ends(case, question)
    if isinstance(ends, Caveat):
        return undecided(case, question, ends)
    first, last = ends
    when = QuestionPeriods(year(last), base=year(first))
    rates = question.mode is None
    wanted = years(first + 1, last) if rates else [year(first), year(last)]
    found = figures(case.where, wanted)
    if isinstance(found, Caveat):
        return undecided(case, question, found, when)
    measured = _measured(case, question, said, found, ends)
    if isinstance(measured, Caveat):
        return undecided(case, question, measured, when)
    return judged_finding(case, question, measured, when)


def _ends(case: ComparisonCase, question: Question) -> tuple[int, int] | Caveat:
    """Find the base year and the last year.

    Examples: "between 2010 and 2020" names both, "the last ten years" begin a year earlier.
    """
    claim, where = case.claim, case.where
    day = claim.said or case.today
    whole = whole_years(question.period)
    period = question.period[0] if question.period else None
    if question.base is not None:
        first = question.base.start.year
    elif whole is not None:
        first = whole[0] - 1
    else:
        return Caveat("no-period", "The claim does not say over which years.")
    last = whole[1] if whole is not None and year(whole[1]).end <= day else None
    if last is None:
        step = last_step(where, 12, min(day, period.end) if period else day)
        last = step.start.year if step is not None else None
    if last is None or last <= first:
        return no_figure(where.series, where.place, period, where.rows)
    return first, last


def _measured(
    case: ComparisonCase, question: Question, said: Trend, found: list[Aligned], ends: tuple[int, int]
) -> MeasuredFigure | Caveat:
    sheet = Sheet()
    read = [figure_of(case.where, question, sheet, each) for each in found]
    span = Period(year(ends[0]).end, year(ends[1]).end)
    cautions = tuple(dict.fromkeys(caveat for each in found for caveat in figure_caveats(case, each)))
    try:
        figure = _worked(sheet, said, question, read, ends[1] - ends[0])
    except ComparisonError as error:
        return Caveat("negative-base", error.message)
    broken = breaks(case.where, found[0].period, found[-1].period)
    sentence = _sentence(case, question, said, figure, ends)
    return MeasuredFigure(
        figure, sheet, span, (*cautions, *broken), sentence=sentence, doubt=broken[0] if broken else None
    )


def _worked(sheet: Sheet, said: Trend, question: Question, read: list[SheetFigure], count: int) -> SheetFigure:
    if question.mode is not None:
        return annualised(sheet, read[-1], read[0], Decimal(count))
    if said.kind is TrendKind.COMPOUND:
        return cumulated(sheet, read)
    return mean(sheet, read, "% a year") if len(read) > 1 else read[0]


def _sentence(case: ComparisonCase, question: Question, said: Trend, figure: SheetFigure, ends: tuple[int, int]) -> str:
    """Word the growth, with a placeholder for the agreement with the claim."""
    size = finding_words.short_figure(abs(figure.value))
    way = "no growth" if figure.value == 0 else f"a {'rise' if figure.value > 0 else 'fall'} of {size} %"
    each = " in total" if said.kind is TrendKind.COMPOUND else " a year"
    how = " (the mean of the yearly rates)" if question.mode is None and said.kind is TrendKind.YEARLY else ""
    where = f"{finding_words.publisher(case.where.series)}'s figures from {ends[0]} to {ends[1]}"
    return f"{where} give {way}{each}{how}, {{}}."
