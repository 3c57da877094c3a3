"""Bounds over a span: "has been below 5 percent since 2015", "between 2 and 3 percent since 2010"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbench.compare import finding_words
from workbench.compare.alignment.align import Aligned
from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure
from workbench.compare.caveats import flags, no_figure
from workbench.compare.judging.answer_question import (
    ComparisonCase,
    MeasuredFigure,
    figure_of,
    judged_finding,
    undecided,
)
from workbench.compare.questions.question import Question
from workbench.compare.questions.question_periods import QuestionPeriods
from workbench.compare.trends.span_periods import MOST, step_length
from workbench.core.finding import Finding
from workbench.core.interval import Interval
from workbench.core.number import EXACT
from workbench.core.period import Period
from workbench.core.series import Observation


def all_within(case: ComparisonCase, question: Question) -> Finding:
    """Answer a bound by the figure of the span that is farthest out: if it is within the bound, all are."""
    stretch, where = question.period[0], case.where
    rows = _rows(case, stretch)
    when = QuestionPeriods(stretch)
    if not rows:
        return undecided(case, question, no_figure(where.series, where.place, stretch, where.rows), when)
    sheet = Sheet()
    read = [figure_of(where, question, sheet, Aligned((row,), None, row.period)) for row in rows]
    op, figure = _farthest(sheet, read, question.claimed.range)
    number = next(n for n, each in enumerate(read) if each.value == figure.value)
    period = Period(rows[0].period.start, rows[-1].period.end)
    size = finding_words.counted(figure.value, question.unit, finding_words.places_for(figure.value, question.amount))
    facts = f"{finding_words.publisher(where.series)}'s {len(rows)} figures of {period.label} are at the {op} {size}, in {rows[number].period.label}"
    cautions = flags((rows[number],))
    return judged_finding(
        case, question, MeasuredFigure(figure, sheet, period, cautions, sentence=f"{facts}, {{}}."), when
    )


def _rows(case: ComparisonCase, stretch: Period) -> list[Observation]:
    """Select the series' figures in the span that were over on the day, all of one length."""
    day, months = case.claim.said or case.today, step_length(case.where, None)
    there = [row for row in case.where.rows if row.value is not None and row.period.months == months]
    return [row for row in there if stretch.contains(row.period) and row.period.end <= day][-MOST:]


def _farthest(sheet: Sheet, read: Sequence[SheetFigure], line: Interval) -> tuple[str, SheetFigure]:
    """Find the highest or the lowest figure: the one farther beyond its bound, or nearer to it."""
    high, low = max(each.value for each in read), min(each.value for each in read)
    above = EXACT.subtract(high, line.high) if line.high is not None else None
    below = EXACT.subtract(line.low, low) if line.low is not None else None
    op = "highest" if below is None or (above is not None and above >= below) else "lowest"
    slack = max((each.slack for each in read), default=Decimal(0))
    return op, sheet.do(op, read, "", f"the {op} of {len(read)} figures: {{}}", slack)
