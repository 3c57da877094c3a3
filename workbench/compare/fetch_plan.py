"""Plans the observations to fetch for a claim: its places and years, and what else its measure needs.

A level needs a figure and some years around it for the chart, a record all years before it, a rank all countries of its
row, a comparison the other country too. What is not fetched cannot be compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from workbench.compare.alignment.country_groups import group
from workbench.compare.places.place_questions import other_place
from workbench.compare.questions.claimed_trend import trend_of
from workbench.compare.ranks.ranked_places import ranked_places
from workbench.core.claim import ChangeMode, Claim
from workbench.core.period import Frequency, Period
from workbench.core.place import is_joined
from workbench.core.quantity import Unit
from workbench.core.relations import Rank, RankRow
from workbench.core.series import Series
from workbench.ports import Ask

YEARS_AROUND = 5
"""Years fetched before the first period, for the chart."""

EARLIEST, LATEST = 1960, 2100
"""Years requested where neither the claim nor its date names one: all that the source has."""

MOST_NAMED = 40
"""Most places requested by name. For a continent, all places of the series are fetched."""

FIRST_OF_ALL = 1800
"""First year requested for a record of all time."""


def plan(claim: Claim, series: Series) -> Ask:
    """Plan the observations to fetch: the claim's places, its periods and bases, and some years around them.

    Without a place in the claim, the series' only place is requested, or all that it has (an empty tuple). Without a
    period, the years before the claim's day are. A rank needs the whole row, of years or of countries.
    """
    rank = claim.rank
    first, last = _years(claim, rank)
    return _asked(claim, series, _places(claim, series, rank, last), first, last)


def _years(claim: Claim, rank: Rank | None) -> tuple[int, int]:
    """Find the first and last year needed: some around those named, and as far back as the words reach."""
    spans, said = _spans(claim), [claim.said.year] if claim.said else []
    starts, ends = [span.start.year for span in spans], [(span.end - timedelta(days=1)).year for span in spans]
    if not spans and not said:
        return (FIRST_OF_ALL if _goes_back(claim, rank) else EARLIEST), LATEST
    last = max([*ends, *said])
    first = min([*starts, *([] if spans else [said[0] - YEARS_AROUND]), *_reach(claim, rank, last)])
    beyond = YEARS_AROUND if rank is not None and rank.around else 1
    return (FIRST_OF_ALL if _goes_back(claim, rank) else max(1, first - YEARS_AROUND)), min(9999, last + beyond)


def _goes_back(claim: Claim, rank: Rank | None) -> bool:
    """Check whether the words mean all time: a record without a beginning, a first time."""
    if claim.first_time is not None:
        return True
    if rank is None or rank.row is not RankRow.TIMES or rank.around or rank.years is not None:
        return False
    return not (rank.since and any(mention.rule == "since" for mention in claim.periods))


def _reach(claim: Claim, rank: Rank | None, last: int) -> Iterator[int]:
    """Yield years that the words need without naming them.

    Examples: "in 20 years", "for the ninth year in a row", "2010 = 100".
    """
    if rank is not None and rank.years is not None:
        yield max(1, last - rank.years)
    if (trend := trend_of(claim)) is not None:
        yield max(1, last - trend.count)
    if claim.index_base is not None:
        yield claim.index_base


def _places(claim: Claim, series: Series, rank: Rank | None, last: int) -> tuple[str, ...]:
    if rank is not None and rank.row is RankRow.PLACES:
        years = {last, *(span.start.year for span in _spans(claim))}
        pools = [ranked_places(claim, rank, year).members for year in years]
        members = {member for pool in pools for member in pool or ()}
        return tuple(sorted({*members, *_own(claim)})) if 0 < len(members) <= MOST_NAMED else ()
    if claim.place:
        other = other_place(claim)
        compared_places = (other, *_members(claim, other, series, last)) if other else ()
        return tuple(dict.fromkeys((*_own(claim), *_members(claim, claim.place, series, last), *compared_places)))
    return tuple(series.places) if series.places and len(series.places) == 1 else ()


def _own(claim: Claim) -> tuple[str, ...]:
    """List the claim's own place, if it has one."""
    return (claim.place,) if claim.place and not is_joined(claim.place) else ()


def _members(claim: Claim, place: str, series: Series, last: int) -> tuple[str, ...]:
    """List the members of a group without its own figure in the series, so that it can be made from theirs."""
    whole = group(place)
    if whole is not None and is_joined(place):
        return whole.members_in(last)
    if whole is None or series.places is None or whole.code in series.places:
        return ()
    first = min((span.start.year for span in _spans(claim)), default=last)
    return tuple(sorted({*whole.members_in(first), *whole.members_in(last)} & series.places))


def _asked(claim: Claim, series: Series, places: tuple[str, ...], first: int, last: int) -> Ask:
    """Build the request with the claim's words, which settle a table's open dimensions; figures settle none."""
    length = claim.period.value.frequency if claim.period else None
    return Ask(
        series.ref,
        places,
        first,
        last,
        unit=_unit(claim),
        frequency=None if length is Frequency.SPAN else length,
        words=claim.words,
    )


def _unit(claim: Claim) -> Unit | None:
    """Find the unit of the measure itself; that of a relative change says nothing about it."""
    if claim.change is None:
        return claim.amount.value.unit if claim.amount else None
    amount = claim.change.value.amount
    return amount.value.unit if amount and claim.change.value.mode is ChangeMode.ABSOLUTE else None


def _spans(claim: Claim) -> list[Period]:
    mentions = [*claim.periods, *([claim.period] if claim.period else [])]
    bases = [m.value.base for m in (*claim.changes, *([claim.change] if claim.change else [])) if m.value.base]
    return [*(m.value for m in mentions), *bases]
