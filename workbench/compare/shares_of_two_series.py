"""Shares computed from two series: "of all in work 47 percent were women" from those in work and the women of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from workbench.compare import finding_words
from workbench.compare.alignment.align import align
from workbench.compare.alignment.series_table import SeriesTable, table, table_at
from workbench.compare.arithmetic.calculation_sheet import Sheet
from workbench.compare.caveats import no_figure
from workbench.compare.claimed_figure import claimed_level
from workbench.compare.judging.answer_question import (
    ComparisonCase,
    MeasuredFigure,
    figure_caveats,
    figure_of,
    judged_finding,
    undecided,
)
from workbench.compare.judging.outcome import CONTRADICTED, WORDS
from workbench.compare.judging.size_comparison import of_one_size
from workbench.compare.judging.unsure_series import unsure_finding
from workbench.compare.places.place_comparison import share_of
from workbench.compare.questions.question import Question
from workbench.compare.questions.question_periods import QuestionPeriods, question_periods
from workbench.core.claim import Claim
from workbench.core.finding import Caveat, Finding
from workbench.core.quantity import PERCENT, Dimension
from workbench.core.series import Observation, Series

_FAR = "is worked out as a share of another, and the result is not of the size that was claimed"


def claims_share(claim: Claim) -> bool:
    """Check whether a claim states a percentage that is no change and no rank."""
    amount = claim.amount.value if claim.amount else None
    share = amount is not None and amount.unit.dimension is Dimension.SHARE
    return share and claim.change is None and claim.rank is None and claim.comparison is None


def share_finding(
    claim: Claim,
    part: tuple[Series, Sequence[Observation]],
    whole: tuple[Series, Sequence[Observation]],
    today: date,
) -> Finding:
    """Answer a share from two series; UNDECIDED where one has no figure, or the result is far off.

    Args:
        claim: A claim of a share (`claims_share`).
        part: The series that counts the part, with its figures.
        whole: The series that counts the whole, with its figures.
        today: The day that "latest" means where the claim has no day.
    """
    case = ComparisonCase(claim, table(claim, *part), part[1], today)
    there = table_at(whole[0], whole[1], case.where.place)
    question = _question(claim)
    when = question_periods(claim, question, case.where, today)
    if isinstance(when, Caveat):
        return undecided(case, question, when)
    measured = _measured(case, question, there, when)
    if isinstance(measured, Caveat):
        return undecided(case, question, measured, when)
    found = replace(judged_finding(case, question, measured, when), part="share")
    far = WORDS[found.agreement] == CONTRADICTED and not of_one_size(found)
    return unsure_finding(found, _FAR) if far else found


def _question(claim: Claim) -> Question:
    amount = claim.amount.value if claim.amount else None
    if amount is None:
        raise AssertionError(claim.id)
    period = (claim.period.value, *claim.period.alternatives) if claim.period else ()
    return Question(part="share", claimed=claimed_level(amount), unit=PERCENT, period=period, amount=amount)


def _measured(
    case: ComparisonCase, question: Question, there: SeriesTable, when: QuestionPeriods
) -> MeasuredFigure | Caveat:
    own = align(case.where, when.period, when.alternatives)
    if isinstance(own, Caveat):
        return own
    all_ = align(there, own.period)
    if isinstance(all_, Caveat):
        return all_
    if own.coarse or all_.coarse or all_.period != own.period:
        return no_figure(there.series, there.place, own.period, there.rows)
    sheet, unit = Sheet(), replace(question, unit=case.where.series.unit)
    second, first = figure_of(there, unit, sheet, all_), figure_of(case.where, unit, sheet, own)
    figure = share_of(sheet, first, second)
    if isinstance(figure, Caveat):
        return figure
    sizes = [finding_words.counted(each.value, case.where.series.unit, 0) for each in (first, second)]
    caution = Caveat("share-worked-out", f"The share is that of “{case.where.series.title}” in “{there.series.title}”.")
    value = finding_words.counted(figure.value, PERCENT, finding_words.places_for(figure.value, question.amount))
    sentence = f"{finding_words.publisher(case.where.series)} gives {sizes[0]} of {sizes[1]} in {own.period.label}, which is {value}, {{}}."
    return MeasuredFigure(
        figure, sheet, own.period, (caution, *figure_caveats(case, own), *all_.caveats), sentence=sentence
    )
