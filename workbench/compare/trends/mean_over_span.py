"""Means over a span: "averaged 12 percent between 2010 and 2020", "450 a year on average"."""

from __future__ import annotations

from workbench.compare import finding_words
from workbench.compare.alignment.align import adds_up
from workbench.compare.arithmetic.calculation_sheet import Sheet
from workbench.compare.arithmetic.span_aggregates import mean
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
from workbench.compare.trends.span_periods import figures, whole_years, years
from workbench.core.finding import Caveat, Finding
from workbench.core.period import Period


def mean_over_span(case: ComparisonCase, question: Question) -> Finding:
    """Answer a mean, with the same weight for each year of the span."""
    periods = _parts(case, question)
    when = QuestionPeriods(question.period[0], question.period[1:])
    if not periods:
        return undecided(case, question, _no_parts(case, question), when)
    found = figures(case.where, periods)
    if isinstance(found, Caveat):
        return undecided(case, question, found, when)
    sheet = Sheet()
    read = [figure_of(case.where, question, sheet, each) for each in found]
    figure = mean(sheet, read, finding_words.unit_words(question.unit)) if len(read) > 1 else read[0]
    cautions = tuple(dict.fromkeys(caveat for each in found for caveat in figure_caveats(case, each)))
    period = Period(found[0].period.start, found[-1].period.end)
    size = finding_words.counted(figure.value, question.unit, finding_words.places_for(figure.value, question.amount))
    sentence = f"{finding_words.publisher(case.where.series)}'s figures of {period.label} are {size} on average, {{}}."
    caveats = (*cautions, _weights(len(read)))
    return judged_finding(case, question, MeasuredFigure(figure, sheet, period, caveats, sentence=sentence), when)


def _parts(case: ComparisonCase, question: Question) -> list[Period]:
    """List the years of the span, or the series' own figures where the span or the figures make no whole years."""
    whole = whole_years(question.period)
    finer = any((row.period.months or 0) < 12 for row in case.where.rows)
    if whole is not None and not (finer and not adds_up(case.where.series)):
        return years(*whole)
    stretch = question.period[0]
    rows = [row.period for row in case.where.rows if row.value is not None and stretch.contains(row.period)]
    shortest = min(map(_length, rows), default=None)
    found = [period for period in rows if _length(period) == shortest]
    whole_months, months = stretch.months, sum(period.months or 0 for period in found)
    return [] if whole_months and months and months < whole_months else found


def _length(period: Period) -> int:
    """Measure the length of a period by months, or a short one by days, so that all months (or quarters) are equal."""
    return period.months * 31 if period.months else (period.end - period.start).days


def _weights(count: int) -> Caveat:
    return Caveat("plain-mean", f"The mean of {count} figures, each with the same weight.")


def _no_parts(case: ComparisonCase, question: Question) -> Caveat:
    return Caveat("no-figure", f"“{case.where.series.title}” has not all figures of {question.period[0].label}.")
