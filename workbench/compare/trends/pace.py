"""Paces: "450 people a day in 2021", "200,000 jobs a month" (the count of a span, divided by its days or months).

Only counts that add up over time have a pace: births, applications, euros spent. A rate of unemployment has none.
"""

from __future__ import annotations

from decimal import Decimal

from workbench.compare import finding_words
from workbench.compare.alignment.align import adds_up, align
from workbench.compare.arithmetic.calculation_sheet import Sheet, short
from workbench.compare.judging.answer_question import (
    ComparisonCase,
    MeasuredFigure,
    figure_caveats,
    figure_of,
    judged_finding,
    undecided,
)
from workbench.compare.questions.question import Question
from workbench.compare.questions.question_periods import question_periods
from workbench.core.finding import Caveat, Finding
from workbench.core.number import EXACT
from workbench.core.period import Frequency, Period
from workbench.core.quantity import Dimension

_DAYS = {Frequency.DAY: 1, Frequency.WEEK: 7}


def at_pace(case: ComparisonCase, question: Question, step: Frequency) -> Finding:
    """Answer a pace per day, week, month or quarter."""
    if question.unit.dimension is Dimension.PHYSICAL and not adds_up(case.where.series):
        text = f"The figures of “{case.where.series.title}” do not add up over time, so that no pace can be told."
        return undecided(case, question, Caveat("no-pace", text))
    when = question_periods(case.claim, question, case.where, case.today)
    if isinstance(when, Caveat):
        return undecided(case, question, when)
    found = align(case.where, when.period, when.alternatives)
    if isinstance(found, Caveat):
        return undecided(case, question, found, when)
    count = units_in(found.period, step)
    if count is None or count < 1:
        text = f"{found.period.label} is not made of {step.value}s, so that no pace can be told."
        return undecided(case, question, Caveat("no-pace", text), when)
    sheet = Sheet()
    whole = figure_of(case.where, question, sheet, found)
    line = f"{short(whole.value)} / {short(count)} {step.value}s = {{}} a {step.value}"
    figure = sheet.do(
        "ratio", (whole, count), finding_words.unit_words(question.unit), line, EXACT.divide(whole.slack, count)
    )
    total = finding_words.counted(whole.value, case.where.series.unit, finding_words.places_for(whole.value, None))
    each = finding_words.counted(figure.value, question.unit, finding_words.places_for(figure.value, question.amount))
    facts = f"{finding_words.publisher(case.where.series)} gives {total} in {found.period.label}: {each} a {step.value}"
    return judged_finding(
        case,
        question,
        MeasuredFigure(figure, sheet, found.period, figure_caveats(case, found), sentence=f"{facts}, {{}}."),
        when,
    )


def units_in(period: Period, step: Frequency) -> Decimal | None:
    """Count the days, weeks, months or quarters in a span; None where it does not have whole months.

    >>> from workbench.core.period import year
    >>> units_in(year(2024), Frequency.DAY), units_in(year(2024), Frequency.QUARTER)
    (Decimal('366'), Decimal('4'))
    """
    days = Decimal((period.end - period.start).days)
    if step in _DAYS:
        return EXACT.divide(days, Decimal(_DAYS[step]))
    if period.months is None or step.months is None:
        return None
    return EXACT.divide(Decimal(period.months), Decimal(step.months))
