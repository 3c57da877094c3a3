"""Slips about a rank: counted from the other end, of another year, a record of fewer years than said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from workbench.compare.explanations.slip_trial import HOLDS, Missed, Try, fitting
from workbench.compare.figure_limits import moved_period
from workbench.compare.ranks.among_places import among_places
from workbench.compare.ranks.among_years import among_times
from workbench.core.finding import Finding
from workbench.core.period import Period
from workbench.core.relations import Rank, RankRow
from workbench.core.series import Observation
from workbench.core.slip import Slip

REACH = 3
"""Years tried before and after. A rank moves slowly, and each year needs a whole row of places."""

LONGEST = 60
"""Most places that are ranked again for other years."""

_FEWEST_YEARS = 3
_SOURCES = {"read", "given"}


def of_rows(missed: Missed) -> Iterator[Slip]:
    """Yield every slip that explains a claimed rank."""
    rank = missed.question.rank
    if rank is None or missed.found.period is None:
        return
    of = sum(step.op in _SOURCES for step in missed.found.trace.steps) or 1
    yield from _other_end(missed, rank, of)
    if rank.row is RankRow.PLACES and of <= LONGEST:
        yield from _other_years(missed, rank, missed.found.period, of)
    if rank.row is RankRow.TIMES and rank.place == 1 and not rank.around:
        yield from _fewer_years(missed, rank, missed.found.period)


def _again(missed: Missed, rank: Rank, period: Period | None = None) -> Finding:
    """Build the finding with another rank or for another period."""
    question = replace(missed.question, rank=rank, period=(period,) if period else missed.question.period)
    row = among_times if rank.row is RankRow.TIMES else among_places
    return row(missed.case, question, rank)


def _other_end(missed: Missed, rank: Rank, of: int) -> Iterator[Slip]:
    found = _again(missed, replace(rank, highest=not rank.highest))
    end = "lowest" if rank.highest else "highest"
    words = f"It would hold from the other end: place {found.measured} of {of}, the {end} first."
    yield from _held(missed, found, "other-end", 1, words=words, chance=Decimal(1) / of)


def _other_years(missed: Missed, rank: Rank, period: Period, of: int) -> Iterator[Slip]:
    hops = [n for k in range(1, REACH + 1) for n in (-k, k)]
    found = [(abs(n), _again(missed, rank, moved_period(period, 12 * n))) for n in hops]
    there = [(n, each) for n, each in found if each.measured is not None and each.period not in {None, period}]
    for n, each in there:
        when = each.period.label if each.period else ""
        words = f"It would hold for {when}: place {each.measured} then."
        yield from _held(missed, each, "other-period", n, words=words, chance=Decimal(len(there)) / of)


def _fewer_years(missed: Missed, rank: Rank, period: Period) -> Iterator[Slip]:
    """Yield a record since a later year than claimed: since the last figure that beats it."""
    rows = [o for o in missed.case.where.rows if o.period.frequency is period.frequency and o.value is not None]
    own = next((o for o in rows if o.period == period), None)
    beaten = [o for o in rows if o.period < period and own is not None and _beats(o, own, highest=rank.highest)]
    if own is None or not beaten:
        return
    last = max(beaten, key=lambda o: o.period)
    years = period.start.year - last.period.start.year
    if years < _FEWEST_YEARS:
        return
    found = _again(missed, replace(rank, years=years))
    what = "higher" if rank.highest else "lower"
    words = f"It would hold since {last.period.label} and no longer: the figure was {what} then."
    yield from _held(missed, found, "fewer-years", 2, words=words, chance=Decimal(0))


def _beats(one: Observation, own: Observation, *, highest: bool) -> bool:
    if one.value is None or own.value is None:
        return False
    return one.value >= own.value if highest else one.value <= own.value


def _held(missed: Missed, found: Finding, kind: str, size: int, *, words: str, chance: Decimal) -> Iterator[Slip]:
    if found.measured is None or found.agreement not in HOLDS:
        return
    write: Callable[[], Slip] = lambda: Slip(  # noqa: E731  (a recipe, as every try has one)
        kind=kind, says=words, trace=found.trace, size=size, place=found.place, period=found.period
    )
    yield from fitting(missed, [Try(found.measured, write)], chance)
