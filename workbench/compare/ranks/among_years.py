"""Ranks among years: "the lowest since 1974", "the highest in 20 years", "an all-time high"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from workbench.compare.alignment.align import Aligned
from workbench.compare.alignment.series_table import SeriesTable, latest
from workbench.compare.alignment.years_from_months import resampled
from workbench.compare.arithmetic.calculation_sheet import Sheet
from workbench.compare.caveats import flags, no_figure, withheld
from workbench.compare.judging.answer_question import ComparisonCase, figure_of, undecided
from workbench.compare.questions.question import Question
from workbench.compare.ranks.rank_agreement import RankedRow, judge_rank
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.period import Period, add_months, year
from workbench.core.relations import Rank
from workbench.core.series import Observation

YEARS_AROUND = 5
"""Years before and after a peak with which it is compared. A peak is that of a cycle, not of all time."""

MOST = 2_000
"""Most figures of a row; longer rows are daily figures."""

_UNDATED = Caveat("since-unknown", "The words do not say since which year, so that the row of years has no beginning.")


def among_times(case: ComparisonCase, question: Question, rank: Rank) -> Finding:
    """Answer a record or a rank among years; years of a monthly series are made first."""
    if (named := _named(case, rank)) is not None:
        case = replace(case, where=resampled(case.where, named))
    row = _asked(case, rank)
    if isinstance(row, Caveat):
        return undecided(case, question, row)
    if rank.since and _since(case, rank) is None:
        return undecided(case, question, _UNDATED)
    begins = _begins(case, rank, row.period)
    others = _around(case, row) if rank.around else [one for one in case.where.rows if _in_row(one, row, begins)]
    if not others:
        return undecided(case, question, _alone(case.where, row))
    if len(others) > MOST:
        return undecided(
            case,
            question,
            Caveat("row-too-long", f"The row has {len(others):,} figures; at most {MOST:,} are looked at."),
        )
    found = judge_rank(case, question, rank, _lined(case, question, row, others, begins))
    return _local(found, rank, row, others) if rank.around and found.agreement is Agreement.APART else found


def _local(found: Finding, rank: Rank, own: Observation, others: list[Observation]) -> Finding:
    """Judge a peak as NEAR where it exceeds its neighbours, but not all of the years around it."""
    before = [one for one in others if one.period < own.period][-1:]
    neighbours = [one.value for one in (*before, *[one for one in others if own.period < one.period][:1])]
    way = 1 if rank.highest else -1
    if len(neighbours) < 2 or any(
        value is None or own.value is None or way * (value - own.value) >= 0 for value in neighbours
    ):
        return found
    caution = Caveat(
        "local-peak",
        f"It stands out from the figures right before and after {own.period.label}, not from all of those years.",
    )
    return replace(found, agreement=Agreement.NEAR, caveats=(caution, *found.caveats))


def _asked(case: ComparisonCase, rank: Rank) -> Observation | Caveat:
    """Find the figure to rank: that of the named period, or the latest that was complete on the day."""
    where, named = case.where, _named(case, rank)
    day = case.claim.said or case.today
    if named is None:
        found = latest(where, min(day, _until(case, rank) or day))
        return found or no_figure(where.series, where.place, None, where.rows)
    there = [row for row in where.rows if row.period.start == named.start and row.period.end == named.end]
    if not there:
        return no_figure(where.series, where.place, named, where.rows)
    return there[0] if there[0].value is not None else withheld(there[0])


def _named(case: ComparisonCase, rank: Rank) -> Period | None:
    """Find the figure's own period, where the claim names one besides "since" or "in the last ten years".

    It is the period read by the reader, or else a year in the same clause.
    """
    mentions = [m for m in (case.claim.period, *case.claim.periods) if m is not None]
    named = [m.value for m in mentions if not (rank.since and m.rule == "since") and not m.span.overlaps(rank.span)]
    if named or not (rank.since or mentions):
        return named[0] if named else None
    return None if rank.year is None else year(rank.year)


def _until(case: ComparisonCase, rank: Rank) -> date | None:
    since = _since(case, rank)
    return since.end if rank.since and since is not None else None


def _since(case: ComparisonCase, rank: Rank) -> Period | None:
    """Find the start of the row: the period read as "since", or the year behind the word."""
    mentions = [m for m in (case.claim.period, *case.claim.periods) if m is not None]
    found = next((m.value for m in mentions if m.rule == "since"), None)
    return found if found is not None or rank.begins is None else year(rank.begins)


def _begins(case: ComparisonCase, rank: Rank, period: Period) -> date | None:
    """Find the first day of the row; None for as far back as the series goes.

    "Since 1974" says that it was like this in 1974 itself, so that year is left out of the row.
    """
    if rank.years is not None:
        return add_months(period.start, -12 * rank.years) + timedelta(days=1)
    since = _since(case, rank) if rank.since else None
    if since is None:
        return None
    whole_year = (since.start.month, since.start.day) == (1, 1) and rank.begins is not None
    return year(since.start.year).end if whole_year else since.start + timedelta(days=1)


def _in_row(one: Observation, own: Observation, begins: date | None) -> bool:
    """Check whether a figure is in the row: of the same length, before the own one, and not before the row begins."""
    same = one.period.frequency is own.period.frequency
    after = begins is None or one.period.start >= begins
    return same and after and one.value is not None and one.period.start < own.period.start


def _around(case: ComparisonCase, own: Observation) -> list[Observation]:
    """Collect the figures of some years before and after, as far as they were known on the day."""
    first, last = (add_months(own.period.start, sign * 12 * YEARS_AROUND) for sign in (-1, 1))
    day = case.claim.said or case.today
    same = [one for one in case.where.rows if one.period.frequency is own.period.frequency and one.period != own.period]
    return [
        one for one in same if one.value is not None and first <= one.period.start <= last and one.period.end <= day
    ]


def _alone(where: SeriesTable, row: Observation) -> Caveat:
    return Caveat("row-of-one", f"“{where.series.title}” has no figure before {row.period.label} to set beside it.")


def _lined(
    case: ComparisonCase, question: Question, row: Observation, others: list[Observation], begins: date | None
) -> RankedRow:
    sheet, rank = Sheet(), question.rank
    each = (Aligned((one,), None, one.period) for one in (row, *others))
    own, *rest = (figure_of(case.where, question, sheet, one) for one in each)
    missing, cautions = (0, ()) if rank and rank.around else _before_the_series(others, begins)
    since = others[0].period.label
    which = f"from {since} to {others[-1].period.label}" if rank and rank.around else f"since {since}"
    return RankedRow(
        sheet=sheet,
        own=own,
        others=tuple(rest),
        names=tuple(one.period.label for one in others),
        period=row.period,
        row=f"of {len(others) + 1} figures {which}",
        unknown=missing,
        caveats=(*cautions, *flags((row,)), *_breaks(others, row)),
    )


def _breaks(others: list[Observation], own: Observation) -> tuple[Caveat, ...]:
    """Warn of breaks inside the row: figures before them are not comparable."""
    return tuple(caveat for caveat in flags((*others, own)) if caveat.kind == "break")


def _before_the_series(others: list[Observation], begins: date | None) -> tuple[int, tuple[Caveat, ...]]:
    """Count the figures of the row that are missing before or within the series."""
    first = others[0].period
    months = first.months
    if begins is None:
        return 0, (
            Caveat("as-far-back", f"The series goes back to {first.label}: earlier years could not be looked at."),
        )
    if months is None or first.start <= begins:
        return 0, ()
    between = (first.start.year - begins.year) * 12 + first.start.month - begins.month
    missing = (between - (begins.day > first.start.day)) // months
    if missing < 1:
        return 0, ()
    return missing, (
        Caveat("series-begins", f"The series begins in {first.label}, after the row that the claim speaks of."),
    )
