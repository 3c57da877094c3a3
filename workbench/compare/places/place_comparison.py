"""Answers a comparison with another place: both figures for one period, and one compared with the other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.compare import finding_words
from workbench.compare.alignment.align import align
from workbench.compare.alignment.series_table import SeriesTable, table_at
from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure, share_slack, short
from workbench.compare.caveats import no_figure
from workbench.compare.judging.answer_question import (
    ComparisonCase,
    MeasuredFigure,
    computed_change,
    figure_caveats,
    figure_of,
    judged_finding,
    undecided,
)
from workbench.compare.questions.question import Question
from workbench.compare.questions.question_periods import QuestionPeriods, question_periods
from workbench.core.claim import ChangeMode
from workbench.core.finding import Caveat, Finding
from workbench.core.period import Period
from workbench.core.place import place_name
from workbench.core.quantity import PERCENT, Dimension


def compared_with_place(case: ComparisonCase, question: Question, other: str) -> Finding:
    """Answer a comparison; UNDECIDED with the reason where one of the two has no figure for the period."""
    if question.blocked is not None:
        return undecided(case, question, question.blocked)
    if case.where.place is None or case.where.place == other:
        why = f"The claim does not say whose figure is set beside that of {place_name(other)}."
        return undecided(case, question, Caveat("no-place", why))
    when = question_periods(case.claim, replace(question, mode=None), case.where, case.today)
    if isinstance(when, Caveat):
        return undecided(case, question, when)
    measured = _measured(case, question, table_at(case.where.series, case.fetched, other), when)
    if isinstance(measured, Caveat):
        return undecided(case, question, measured, when)
    return _named(judged_finding(case, question, measured, when), other)


def _measured(
    case: ComparisonCase, question: Question, there: SeriesTable, when: QuestionPeriods
) -> MeasuredFigure | Caveat:
    own = align(case.where, when.period, when.alternatives)
    if isinstance(own, Caveat):
        return own
    theirs = align(there, own.period)
    if isinstance(theirs, Caveat):
        return next(iter(there.caveats), theirs)
    if theirs.coarse or theirs.period != own.period:
        return no_figure(there.series, there.place, own.period, there.rows)
    sheet = Sheet()
    second, first = figure_of(there, question, sheet, theirs), figure_of(case.where, question, sheet, own)
    figure = (
        share_of(sheet, first, second)
        if question.unit == PERCENT and question.mode is ChangeMode.MULTIPLE
        else computed_change(question, sheet, first, second)
    )
    if isinstance(figure, Caveat):
        return _without_base(figure, there)
    sentence = _sentence(case, question, there.place, sheet, own.period)
    cautions = (*figure_caveats(case, own), *theirs.caveats, *there.caveats)
    return MeasuredFigure(figure, sheet, own.period, cautions, sentence=sentence)


def share_of(sheet: Sheet, own: SheetFigure, theirs: SheetFigure) -> SheetFigure | Caveat:
    """Compute one figure in percent of the other."""
    if theirs.value <= 0:
        return Caveat("zero-base" if theirs.value == 0 else "negative-base", "")
    line = f"{short(own.value)} / {short(theirs.value)} × 100 = {{}} %"
    return sheet.do("share", (own, theirs), "%", line, share_slack(own, theirs))


def _without_base(why: Caveat, there: SeriesTable) -> Caveat:
    kind = "zero" if why.kind == "zero-base" else "negative"
    return Caveat(
        why.kind, f"The figure of {place_name(there.place)} is {kind}: how many times that another is means nothing."
    )


def _sentence(case: ComparisonCase, question: Question, other: str | None, sheet: Sheet, period: Period) -> str:
    """Word the sentence with both figures, with a placeholder for the agreement with the claim.

    The last line of the sheet is the comparison; its operands are the own figure and the other one.
    """
    unit, step = case.where.series.unit, sheet.steps[-1]
    ends = sorted(step.operands[:2], key=lambda operand: -(operand.step or 0))
    own = finding_words.counted(ends[0].value, unit, finding_words.places_for(ends[0].value, None))
    theirs = finding_words.short_figure(ends[1].value)
    verb = "counts" if unit.dimension is Dimension.COUNT else "gives"
    facts = f"{finding_words.publisher(case.where.series)} {verb} {own} for {place_name(case.where.place)} and {theirs} for {place_name(other)}"
    return f"{_plain(facts)} in {period.label}: {_plain(_difference_words(question, step.result))}, {{}}."


def _plain(words: str) -> str:
    """Double the braces in words, so that a sentence with a placeholder can be filled in."""
    return words.replace("{", "{{").replace("}", "}}")


def _difference_words(question: Question, figure: Decimal) -> str:
    """Word how far one figure is from the other."""
    if question.unit == PERCENT and question.mode is ChangeMode.MULTIPLE:
        return f"{finding_words.counted(figure, PERCENT, finding_words.places_for(figure, question.amount))} of it"
    if question.mode is ChangeMode.MULTIPLE:
        return finding_words.movement(figure, question)
    if figure == 0:
        return "no difference"
    size = finding_words.counted(abs(figure), question.unit, finding_words.places_for(figure, question.amount))
    return f"{size} {'more' if figure > 0 else 'less'}"


def _named(found: Finding, other: str) -> Finding:
    """Title the finding with both places."""
    where = place_name(found.place)
    title = (
        found.title.replace(where, f"{where} beside {place_name(other)}", 1) if where in found.title else found.title
    )
    return replace(found, title=title)
