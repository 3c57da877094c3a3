"""Ranks: what a claim says about one, and what the figures of other years or countries show.

A rank needs the figures of all others in the row. Each finding says which row is meant, which figures are missing, who
shares the rank and how far rounding matters; an incomplete row decides nothing that the missing figures could change.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workbench.compare.claimed_figure import Claimed
from workbench.compare.judging.answer_question import ComparisonCase, undecided
from workbench.compare.questions.question import Question, level_question
from workbench.compare.ranks.among_places import among_places
from workbench.compare.ranks.among_years import among_times
from workbench.compare.ranks.first_times import assumed_bound, never_before, own_period, reached
from workbench.compare.series_words.growth_series import is_growth
from workbench.core.claim import Claim, Mention
from workbench.core.finding import Caveat, Finding
from workbench.core.interval import Interval
from workbench.core.period import Period
from workbench.core.quantity import Amount, Dimension, Unit
from workbench.core.relations import Rank, RankRow
from workbench.core.series import Series

__all__ = ["first_questions", "rank_finding", "rank_question"]

_OF_CHANGE = Caveat(
    "rank-of-change", "The claim ranks how fast something moved; the series has levels, whose order is another."
)
PLACE = Unit(Dimension.COUNT, "place")
"""The unit of ranks."""


def rank_question(rank: Rank, period: tuple[Period, ...]) -> Question:
    """Build the question of a rank."""
    place = Decimal(rank.place)
    low = Decimal(1) if rank.upto else place
    claimed = Claimed(place, Interval(low, place, high_in=True), Decimal(0), exact=not rank.upto)
    return Question(part="rank", claimed=claimed, unit=PLACE, period=period, rank=rank)


def first_questions(claim: Claim, mention: Mention[Amount], series: Series) -> list[Question]:
    """Build the questions of a first time: that the amount is reached, and that it never was before."""
    now = level_question(reached(claim, mention), series, own_period(claim))
    caveats = (*now.caveats, *assumed_bound(claim, mention))
    return [now, replace(now, part="rank", first_time=True, caveats=caveats)]


def rank_finding(case: ComparisonCase, question: Question, rank: Rank | None) -> Finding:
    """Answer the question of a rank; UNDECIDED with the reason where the row was not fetched."""
    if question.blocked is not None:
        return undecided(case, question, question.blocked)
    if case.where.place is None:
        return undecided(case, question, Caveat("no-place", "The claim names no place, and the series has several."))
    if rank is None:
        return never_before(case, question)
    if rank.of_change and not is_growth(case.where.series):
        return undecided(case, question, _OF_CHANGE)
    row = among_times if rank.row is RankRow.TIMES else among_places
    return row(case, question, rank)
