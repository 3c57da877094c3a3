"""Ranks among countries in the same period: "third highest in the EU", "the lowest in Europe"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.compare.alignment.align import Aligned, align
from workbench.compare.alignment.country_groups import group, is_country
from workbench.compare.alignment.series_table import SeriesTable, tables
from workbench.compare.arithmetic.calculation_sheet import ONE, Sheet, SheetFigure, level
from workbench.compare.caveats import before_end
from workbench.compare.finding_words import unit_words
from workbench.compare.judging.answer_question import ComparisonCase, undecided
from workbench.compare.questions.question import Question
from workbench.compare.questions.question_periods import question_periods
from workbench.compare.ranks.rank_agreement import RankedRow, judge_rank
from workbench.compare.ranks.ranked_places import RankedPlaces, ranked_places
from workbench.core.finding import Agreement, Caveat, Finding
from workbench.core.place import place_name
from workbench.core.relations import Rank

_A_GROUP = Caveat("group-in-row", "The claim names a group of countries, and not whose place among countries is meant.")
_MOST_OF_WORLD = 120
"""How many countries a row of the world has at least: the United Nations count 193 members, of which offices lack some."""
_NAMED = 6
"""Most places without a figure that a caveat names."""


def among_places(case: ComparisonCase, question: Question, rank: Rank) -> Finding:
    """Answer a rank among countries."""
    if group(case.where.place) is not None:
        return undecided(case, question, _A_GROUP)
    when = question_periods(case.claim, question, case.where, case.today)
    if isinstance(when, Caveat):
        return undecided(case, question, when)
    own = align(case.where, when.period, when.alternatives)
    if isinstance(own, Caveat):
        return undecided(case, question, own, when)
    pool = ranked_places(case.claim, rank, own.period.start.year)
    found, missing = _figures(case, pool, own)
    if not found:
        return undecided(case, question, _nobody(pool), when)
    line = _lined(case, own, pool, found)
    known = (*when.caveats, *line.caveats, *_missing(missing), *_early(case, own))
    unknown = len(missing) if pool.members is not None else _unknown_of_world(pool, found)
    placing = judge_rank(case, question, rank, replace(line, unknown=unknown, caveats=known))
    return _left_open(placing, pool) if pool.assumed else placing


def _unknown_of_world(pool: RankedPlaces, found: dict[str, Aligned]) -> int:
    """Count how many countries of the world a series lacks for its row to be the world's."""
    return max(0, _MOST_OF_WORLD - len(found) - 1) if pool.world else 0


def _left_open(found: Finding, pool: RankedPlaces) -> Finding:
    """Leave open a rank in an assumed group: it is shown, and decides nothing."""
    why = f"{found.why} {_of_pool(pool)[0].says}"
    return replace(found, agreement=Agreement.UNDECIDED, why=why)


def _figures(case: ComparisonCase, pool: RankedPlaces, own: Aligned) -> tuple[dict[str, Aligned], tuple[str, ...]]:
    """Collect the figures of the others for the same period, and the places that have none."""
    there = tables(case.where.series, case.fetched)
    found: dict[str, Aligned] = {}
    missing = []
    for place in _others(pool, case.where.place or "", there):
        answer = align(there[place], own.period) if place in there else None
        if isinstance(answer, Aligned) and not answer.coarse:
            found[place] = answer
        else:
            missing.append(place)
    return found, tuple(missing)


def _others(pool: RankedPlaces, own: str, there: dict[str, SeriesTable]) -> list[str]:
    """List the places besides the claim's own: members of the pool, or all of its kind that the series has."""
    if pool.members is not None:
        return sorted(pool.members - {own})
    return sorted(place for place in there if place != own and is_country(place) == is_country(own))


def _nobody(pool: RankedPlaces) -> Caveat:
    return Caveat("row-of-one", f"No figure of {pool.name} for that period is at hand to set beside it.")


def _lined(case: ComparisonCase, own: Aligned, pool: RankedPlaces, found: dict[str, Aligned]) -> RankedRow:
    sheet = Sheet()
    mine = _read(sheet, case, own, place_name(case.where.place))
    others = tuple(_read(sheet, case, answer, place_name(place)) for place, answer in found.items())
    return RankedRow(
        sheet=sheet,
        own=mine,
        others=others,
        names=tuple(place_name(place) for place in found),
        period=own.period,
        row=f"of {len(others) + 1} places ({pool.name})",
        caveats=(*own.caveats, *_of_pool(pool)),
    )


def _read(sheet: Sheet, case: ComparisonCase, answer: Aligned, where: str) -> SheetFigure:
    unit = case.where.series.unit
    return level(sheet, answer, unit=unit, target=unit_words(unit), factor=ONE, where=where)


def _of_pool(pool: RankedPlaces) -> tuple[Caveat, ...]:
    if pool.assumed:
        return (Caveat("assumed-row", f"The claim does not say among whom; {pool.name} were taken."),)
    return (Caveat("row-of-places", pool.note),) if pool.note else ()


def _missing(missing: Sequence[str]) -> tuple[Caveat, ...]:
    if not missing:
        return ()
    named = ", ".join(place_name(place) for place in missing[:_NAMED])
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    return (Caveat("places-without-figure", f"No figure for {named}{more}."),)


def _early(case: ComparisonCase, own: Aligned) -> tuple[Caveat, ...]:
    return before_end(case.where.series, case.claim.said, own.period)
