"""Growth at an annual rate: "2.9 percent annualised in the fourth quarter", as the United States report their GDP.

A quarter's growth is computed as if it went on for four quarters. For levels it is the growth on the quarter before;
for a series that is growth from quarter to quarter, the published rate is compounded.
"""

from __future__ import annotations

from workbench.compare import finding_words
from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure, change
from workbench.compare.arithmetic.span_aggregates import at_annual_rate
from workbench.compare.caveats import no_figure
from workbench.compare.figure_limits import moved_period
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
from workbench.compare.trends.span_periods import figures
from workbench.core.claim import ChangeMode
from workbench.core.errors import ComparisonError
from workbench.core.finding import Caveat, Finding
from workbench.core.period import Period

_MONTHS = 12


def annual_rate(case: ComparisonCase, question: Question) -> Finding:
    """Answer a growth rate that is stated as an annual one of a month or a quarter."""
    period = question.period[0]
    months = period.months
    if months is None or _MONTHS % months:
        return undecided(case, question, no_figure(case.where.series, case.where.place, period, case.where.rows))
    before = [] if question.mode is None else [moved_period(period, -months)]
    when = QuestionPeriods(period, base=before[0] if before else None)
    found = figures(case.where, [*before, period])
    if isinstance(found, Caveat):
        return undecided(case, question, found, when)
    sheet = Sheet()
    read = [figure_of(case.where, question, sheet, each) for each in found]
    try:
        rate = change(sheet, ChangeMode.RELATIVE, read[1], read[0], "%") if before else read[0]
        figure = at_annual_rate(sheet, rate, _MONTHS // months)
    except ComparisonError:
        return undecided(
            case, question, Caveat("zero-base", "The base is zero: a growth rate from it means nothing."), when
        )
    cautions = tuple(dict.fromkeys(caveat for each in found for caveat in figure_caveats(case, each)))
    return judged_finding(
        case,
        question,
        MeasuredFigure(figure, sheet, period, cautions, sentence=_sentence(case, figure, rate, period)),
        when,
    )


def _sentence(case: ComparisonCase, figure: SheetFigure, rate: SheetFigure, period: Period) -> str:
    size, plain = finding_words.short_figure(figure.value), finding_words.short_figure(rate.value)
    return f"{finding_words.publisher(case.where.series)}'s growth of {plain} % in {period.label} is {size} % at an annual rate, {{}}."
