"""Answers one question with one finding: align, compute, judge, and give the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from workbench.compare import caveats as warn
from workbench.compare import finding_words
from workbench.compare.alignment.align import Aligned, align
from workbench.compare.alignment.country_groups import group
from workbench.compare.alignment.series_table import SeriesTable, breaks, revisions
from workbench.compare.arithmetic.calculation_sheet import Sheet, SheetFigure, change, level
from workbench.compare.judging import comparability
from workbench.compare.judging.agreement import agreement
from workbench.compare.judging.changes_without_base import undated, without_base
from workbench.compare.questions.nominal_or_real import of_another_season, season
from workbench.compare.questions.question import Question
from workbench.compare.questions.question_periods import YEARS_TO, QuestionPeriods, question_periods
from workbench.compare.questions.sizes_of_stated_ends import of_rounded_ends
from workbench.compare.series_words.growth_series import grows_on_the_year
from workbench.core.claim import ChangeMode, Claim
from workbench.core.errors import ComparisonError
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.number import EXACT
from workbench.core.period import Period
from workbench.core.place import place_name
from workbench.core.series import Observation

_TWELVE = 12
_FISCAL = frozenset({"fiscal-year", "years"})
_MISSED = {Agreement.APART, Agreement.OPPOSITE}


@dataclass(frozen=True, slots=True)
class ComparisonCase:
    """The claim, the series and its figures, for any question."""

    claim: Claim
    where: SeriesTable
    fetched: Sequence[Observation]
    today: date


@dataclass(frozen=True, slots=True)
class MeasuredFigure:
    """A measured figure with its arithmetic and the periods that it uses.

    A question that had to be changed is in ``asked``. The sentence, where given, has ``{}`` for the agreement with the
    claim.
    """

    figure: SheetFigure
    sheet: Sheet
    period: Period
    caveats: tuple[Caveat, ...]
    base: Period | None = None
    ends: tuple[Decimal, Decimal] | None = None
    doubt: Caveat | None = None
    sentence: str = ""
    asked: Question | None = None


def finding(case: ComparisonCase, question: Question) -> Finding:
    """Answer one question; UNDECIDED with the reason where nothing could be measured."""
    if question.blocked is not None:
        return undecided(case, question, question.blocked)
    if case.where.place is None:
        return undecided(case, question, Caveat("no-place", "The claim names no place, and the series has several."))
    if (why := no_rows(case.where)) is not None:
        return undecided(case, question, why)
    when = question_periods(case.claim, question, case.where, case.today)
    if isinstance(when, Caveat):
        return undecided(case, question, when)
    measured = _level(case, question, when) if question.mode is None else _change(case, question, when)
    if isinstance(measured, Caveat):
        return undecided(case, question, measured, when)
    return judged_finding(case, measured.asked or question, measured, when)


def no_rows(where: SeriesTable) -> Caveat | None:
    """Explain why a group has no figure, where more can be said than that there is none."""
    return where.caveats[0] if not where.rows and group(where.place) and where.caveats else None


def undecided(
    case: ComparisonCase, question: Question | None, why: Caveat, when: QuestionPeriods | None = None
) -> Finding:
    """Build a finding that measures nothing, with the reason."""
    where, claim = case.where, case.claim
    period, base = (when.period, when.base) if when else (None, None)
    return Finding(
        claim=claim.id,
        series=where.series,
        title=finding_words.title(where.series, where.place, period, base),
        agreement=Agreement.UNDECIDED,
        claimed=question.claimed.value if question else None,
        claimed_range=question.claimed.range if question else None,
        unit=finding_words.unit_words(question.unit) if question else "",
        why=why.says,
        caveats=tuple(dict.fromkeys((why, *question_caveats(case, question, when)))),
        place=where.place,
        period=period,
        base=base,
        observations=where.rows,
        reading=question.reading if question else "",
    )


def question_caveats(
    case: ComparisonCase, question: Question | None, when: QuestionPeriods | None = None
) -> tuple[Caveat, ...]:
    """List the caveats that do not depend on the figure: on the question, the period, the place and the reading."""
    asked = question.caveats if question else ()
    return (*asked, *(when.caveats if when else ()), *case.where.caveats, *warn.assumed(case.claim))


# --- working it out ------------------------------------------------------------------------------------


def _level(case: ComparisonCase, question: Question, when: QuestionPeriods) -> MeasuredFigure | Caveat:
    found = align(case.where, _last_of_twelve(case, when.period), when.alternatives)
    if isinstance(found, Caveat):
        return found
    sheet = Sheet()
    figure = figure_of(case.where, question, sheet, found)
    part = comparability.part_of_whole(case.where.series, question, when.period, found, figure)
    part = part or comparability.mean_of_more(case.where, question, case.claim.period, found)
    doubt = part or comparability.which_figure(question, found, figure) or comparability.several_years(question, found)
    return MeasuredFigure(figure, sheet, found.period, figure_caveats(case, found), doubt=doubt)


def _last_of_twelve(case: ComparisonCase, period: Period) -> Period:
    """Take the last month of "the twelve months to September", where each figure is a change on the year before.

    Any other period stays.
    """
    rule = case.claim.period.rule if case.claim.period else ""
    calendar = period.start.month == 1 and rule != YEARS_TO
    whole = period.months != _TWELVE or calendar or rule in _FISCAL
    if whole or not grows_on_the_year(case.where.series):
        return period
    last = (row.period for row in case.where.rows if row.period.end == period.end and period.contains(row.period))
    return min(last, key=lambda each: each.end - each.start, default=period)


def figure_of(where: SeriesTable, question: Question, sheet: Sheet, found: Aligned) -> SheetFigure:
    """Compute the figure of a period at a place, in the claim's unit, on a sheet."""
    return level(
        sheet,
        found,
        unit=where.series.unit,
        target=finding_words.unit_words(question.unit),
        factor=question.fit.factor or Decimal(1),
        where=place_name(where.place),
        parts=where.parts,
    )


def _change(case: ComparisonCase, question: Question, when: QuestionPeriods) -> MeasuredFigure | Caveat:
    new = align(case.where, when.period, when.alternatives)
    old = align(case.where, when.base or when.period)
    if isinstance(new, Caveat) or isinstance(old, Caveat):
        return new if isinstance(new, Caveat) else old  # type: ignore[return-value]  # one of the two is a Caveat here
    if (unlike := comparability.unlike(case.where.series, new, old)) is not None:
        return unlike
    sheet = Sheet()
    before, after = figure_of(case.where, question, sheet, old), figure_of(case.where, question, sheet, new)
    question = by_difference(question, case.where, before)
    figure = computed_change(question, sheet, after, before)
    if isinstance(figure, Caveat):
        return figure
    broken = breaks(case.where, old.period, new.period)
    part = comparability.whole_amounts(case.where.series, question, when.period, new)
    number = comparability.number_by_share(case.claim, case.where.series, question, before, after)
    doubt = broken[0] if broken else part or number or comparability.yearly_size(case.claim, question, old, new)
    cautions = (
        *figure_caveats(case, new),
        *_news(figure_caveats(case, old), figure_caveats(case, new)),
        *broken,
        *season(case.where.series, new.period, old.period),
    )
    ends = (before.value, after.value)
    return MeasuredFigure(figure, sheet, new.period, cautions, old.period, ends, doubt, asked=question)


def by_difference(question: Question, where: SeriesTable, before: SheetFigure) -> Question:
    """Ask for the difference instead, where only a direction is claimed and the base allows no percentage."""
    bare = question.claimed.value is None and question.mode is ChangeMode.RELATIVE
    if not bare or before.value > 0:
        return question
    return replace(question, mode=ChangeMode.ABSOLUTE, unit=where.series.unit)


def computed_change(question: Question, sheet: Sheet, after: SheetFigure, before: SheetFigure) -> SheetFigure | Caveat:
    """Compute the change from one figure to another in the question's mode, or say why it is undefined."""
    mode = question.mode or ChangeMode.ABSOLUTE
    if mode in {ChangeMode.RELATIVE, ChangeMode.MULTIPLE} and before.value < 0:
        return Caveat("negative-base", "The base is negative: a percent change from it means nothing.")
    new, old = (before, after) if question.inverse else (after, before)
    try:
        return change(sheet, mode, new, old, finding_words.unit_words(question.unit))
    except ComparisonError:
        return Caveat("zero-base", "The base is zero: a percent change from it means nothing.")


def figure_caveats(case: ComparisonCase, found: Aligned) -> tuple[Caveat, ...]:
    """List the caveats about the figures used: flags, revisions, unfinished periods."""
    said = case.claim.said
    early = warn.before_end(case.where.series, said, found.period)
    return (*found.caveats, *early, *revisions(case.fetched, found.used, said))


def _news(old: tuple[Caveat, ...], new: tuple[Caveat, ...]) -> tuple[Caveat, ...]:
    """Leave out the base's caveats that the period's own repeat."""
    same_kinds = {caveat.kind for caveat in new} & {
        "whole-years",
        "whole-periods",
        "partial-period",
        "claim-before-period-end",
        "claim-within-period",
    }
    return tuple(caveat for caveat in old if caveat.kind not in same_kinds)


# --- judging -------------------------------------------------------------------------------------------


def judged_finding(
    case: ComparisonCase, question: Question, measured: MeasuredFigure, when: QuestionPeriods
) -> Finding:
    """Judge a measured figure."""
    claim, where, value = case.claim, case.where, measured.figure.value
    how = Agreement.UNDECIDED if measured.doubt else agreement(question.claimed, value, measured.figure.slack)
    if (doubt := _left_open(case, question, measured, when, how)) is not None:
        how, measured = Agreement.UNDECIDED, replace(measured, doubt=doubt)
    claimed = question.claimed.value
    rounded = comparability.rounded(question, value, how)
    cautions = (*question.caveats, *when.caveats, *measured.caveats, *rounded, *comparability.single_figure(where))
    told = (measured.doubt,) if measured.doubt else ()
    return Finding(
        claim=claim.id,
        series=where.series,
        title=finding_words.title(where.series, where.place, measured.period, measured.base),
        agreement=how,
        claimed=claimed,
        claimed_range=question.claimed.range,
        measured=value,
        difference=None if claimed is None else EXACT.subtract(value, claimed),
        unit=finding_words.unit_words(question.unit),
        trace=measured.sheet.trace(),
        why=_why(case, question, measured, how),
        caveats=tuple(dict.fromkeys((*told, *cautions, *where.caveats, *warn.assumed(claim)))),
        place=where.place,
        period=measured.period,
        base=measured.base,
        observations=where.rows,
        reading=question.reading,
        slack=measured.figure.slack,
    )


def _left_open(
    case: ComparisonCase, question: Question, measured: MeasuredFigure, when: QuestionPeriods, how: Agreement
) -> Caveat | None:
    """Find the first reason to leave an agreement open; None where it stands or is open already."""
    claim, series, value = case.claim, case.where.series, measured.figure.value
    if how is Agreement.UNDECIDED:
        return None
    other = warn.before_begin(claim.said, measured.period) or of_another_season(claim, question)
    if other is not None:
        return other
    if how not in _MISSED:
        open_base = without_base(claim, question, when.caveats)
        return open_base or comparability.rounded_zero(question, measured.figure)
    reasons = (
        of_rounded_ends(question, value) if how is Agreement.APART else None,
        comparability.lost_scale(question, series, case.fetched, value) if how is Agreement.APART else None,
        undated(claim, series, question, when.caveats),
        comparability.last_of_years(claim, measured.caveats),
        comparability.other_order(question, value),
        comparability.unsigned(claim, question, value),
    )
    return next((each for each in reasons if each is not None), None)


def _why(case: ComparisonCase, question: Question, measured: MeasuredFigure, how: Agreement) -> str:
    series, value = case.where.series, measured.figure.value
    if measured.sentence:
        sentence = measured.sentence.format(finding_words.stands(question, how))
    elif measured.ends is None or measured.base is None:
        sentence = finding_words.level_sentence(series, question, value, measured.period, how)
    else:
        when = (measured.base, measured.period)
        sentence = finding_words.change_sentence(
            series, question, ends=measured.ends, when=when, measured=value, how=how
        )
    return f"{sentence} {measured.doubt.says}" if measured.doubt else sentence
