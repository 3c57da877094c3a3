"""The questions of a claim to a series: one for each part of it and each reading of its words.

"Rose by 1 per cent" of a rate has two readings (points, or percent of the rate) and gives two questions. "Fell from
27.3 % to 16.6 %" has three parts (both ends and the direction between them), all of which must hold. No figure is
looked up here.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.compare.figure_limits import OUT_OF_RANGE, workable_claim
from workbench.compare.places.place_questions import level_comparisons, other_place, place_questions
from workbench.compare.questions.change_readings import changes
from workbench.compare.questions.claimed_trend import counts_steps
from workbench.compare.questions.nominal_or_real import with_price_caveats
from workbench.compare.questions.qualifiers import with_checked_qualifiers
from workbench.compare.questions.question import Question, level_question
from workbench.compare.ranks import first_questions, rank_question
from workbench.compare.trends.index_rebasing import index_base_cautions
from workbench.compare.trends.trend_questions import change_over_span, level_over_span
from workbench.core.claim import Change, Claim, ClaimKind, Mention
from workbench.core.dates.fiscal_year_starts import own_fiscal_year
from workbench.core.document import Span
from workbench.core.finding import Caveat
from workbench.core.period import Period
from workbench.core.quantity import Amount, Dimension
from workbench.core.relations import Rank
from workbench.core.series import Series

_FISCAL = {"fiscal-year", "years"}
"""The rules that read fiscal and school years, and two years with a slash between."""


def questions(claim: Claim, series: Series) -> tuple[Question, ...]:
    """List the questions of a claim to a series; empty where no figure could answer."""
    return tuple(
        with_checked_qualifiers(claim, series, with_price_caveats(claim, series, question))
        for question in _asked(claim, series)
    )


def _asked(claim: Claim, series: Series) -> list[Question]:
    period = _readings(claim.period, claim.place)
    rank, other = claim.rank, other_place(claim)
    if rank is None and other is not None and (compared := place_questions(claim, other, series, period)):
        return compared
    if claim.first_time is not None:
        return _first(claim, claim.first_time.span, series)
    asked: list[Question] = []
    if claim.change is not None and not (rank and rank.span.overlaps(claim.change.span)):
        whole = change_over_span(claim, claim.change, series, period)
        asked += whole or changes(claim, claim.change, series, period)
    levels = [(m, when) for m, when in _levels(claim, period) if not _is_count(claim, rank, m)]
    asked += [level_over_span(claim, m, series, when) or _level(claim, m, series, when) for m, when in levels]
    if rank is not None:
        asked.append(rank_question(rank, period))
    elif other is not None:
        asked += level_comparisons(claim, other, series, period)
    return asked


def _is_count(claim: Claim, rank: Rank | None, mention: Mention[Amount]) -> bool:
    """Check whether a number counts the years or places of a row, or steps in one direction, so that it is no level."""
    return (rank is not None and rank.span.overlaps(mention.span)) or counts_steps(claim, mention.span)


def _level(claim: Claim, mention: Mention[Amount], series: Series, when: tuple[Period, ...]) -> Question:
    """Build the question of a plain level, with caveats about an index."""
    asked = level_question(mention, series, when)
    return replace(asked, caveats=(*asked.caveats, *index_base_cautions(claim, series)))


def _first(claim: Claim, said: Span, series: Series) -> list[Question]:
    """List the questions of a first time: about the level reached, and about all figures before it."""
    target = claim.change.value.target if claim.change else None
    levels = [target] if target else [mention for mention, _ in _levels(claim, ())]
    return [asked for m in levels if not said.overlaps(m.span) for asked in first_questions(claim, m, series)]


def unmeasurable(claim: Claim) -> Caveat | None:
    """Give the reason why no figure of any series can support or contradict the claim; None where one could."""
    if not workable_claim(claim):
        return OUT_OF_RANGE
    if claim.kind is ClaimKind.PROMISE:
        return Caveat("promise", "A promise speaks of the future; no figure measures it yet.")
    if (
        claim.change is not None
        or claim.amount is not None
        or claim.amounts
        or claim.rank is not None
        or other_place(claim) is not None
    ):
        return None
    if claim.kind is ClaimKind.RANK:
        return Caveat(
            "rank", "The claim gives a place in a row, and its words do not say in which row or from which end."
        )
    return Caveat("nothing-to-measure", "The claim gives no figure and no change that a series could measure.")


def _readings(period: Mention[Period] | None, place: str | None) -> tuple[Period, ...]:
    """List the readings of a period, most likely first; a fiscal year is that of the claim's place, wherever named."""
    if period is None:
        return ()
    readings = (period.value, *period.alternatives)
    return own_fiscal_year(readings, place) if period.rule in _FISCAL else readings


# --- levels --------------------------------------------------------------------------------------------


def _levels(claim: Claim, period: tuple[Period, ...]) -> list[tuple[Mention[Amount], tuple[Period, ...]]]:
    """List the amounts that are claimed as levels, each with its period."""
    inside = _spans_of(claim.change.value) if claim.change else set()
    free = [m for m in claim.amounts if (m.span.start, m.span.end) not in inside]
    if claim.change is None and len(free) > 1 and len(free) == len(claim.periods) and _alike(free):
        return [(amount, _readings(when, claim.place)) for amount, when in zip(free, claim.periods, strict=True)]
    main = claim.amount or (claim.amounts[0] if claim.amounts and claim.change is None else None)
    if main is None or (main.span.start, main.span.end) in inside:
        return []
    if claim.change is not None and main.value.unit.dimension is Dimension.POINTS:
        return []
    return [(main, period)]


def _alike(amounts: list[Mention[Amount]]) -> bool:
    return len({m.value.unit.dimension for m in amounts}) == 1


def _spans_of(change: Change) -> set[tuple[int, int]]:
    return {(m.span.start, m.span.end) for m in change.figures}
