"""Measures a change whose ends are not told between the two figures of its text that a series bears out.

"In 2010 there were 126 women in this chamber. Today, in 2020, there are 220. We have doubled our number": what was doubled
is told by the two sentences before. Where one series bears out exactly two figures of the text, or two before the change,
the change lies between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.compare import SUPPORTED, UNDECIDED, outcome
from workbench.core.claim import NOT_SAID, Change, Claim, ClaimKind, Direction, Mention, Sort
from workbench.core.finding import Agreement, Finding
from workbench.core.period import Period
from workbench.core.relations import PlaceComparison
from workbench.core.series import SeriesRef

_LEVELS = ("level", "from", "to")
_UNTOLD = frozenset({"assumed-base", "undated-change", "no-period", "no-figure", "base-from-before", "unit"})
"""Kinds of caveats of a change whose ends were not read."""
_ASSUMED = frozenset({
    "inherited-period", "unread-period", "other-period", "ambiguous-period", "base-from-before", "inherited-place",
    "assumed-place", "unread-place",
})  # fmt: skip
"""Kinds of notes on what was assumed for the period and the place."""
_TWO = 2
_HOLDS = frozenset({Agreement.EXACT, Agreement.ROUNDS_TO})


@dataclass(frozen=True, slots=True)
class SettledLevel:
    """A figure of the text that a series bears out.

    Attributes:
        claim: The claim that gives it.
        series: The series.
        place: Its place.
        period: Its period.
        measured: The official figure.
    """

    claim: Claim
    series: SeriesRef
    place: str
    period: Period
    measured: Decimal


@dataclass(frozen=True, slots=True)
class BetweenSettled:
    """A change with its two ends, and the series that bears both out."""

    claim: Claim
    series: SeriesRef


def between_settled(
    claim: Claim, claims: Sequence[Claim], findings: Mapping[str, Sequence[Finding]]
) -> BetweenSettled | None:
    """Give a change its two ends, where its text settles exactly two figures; None where it does not.

    Args:
        claim: The change.
        claims: All claims of its text, in order.
        findings: What was found about each, by the claim's id.
    """
    if claim.change is None or not _waits(claim, claim.change.value, findings.get(claim.id, ())):
        return None
    levels = _levels(claims, findings)
    if len(levels) != _TWO:
        levels = _levels([each for each in claims if each.span.start < claim.span.start], findings)
    if len(levels) != _TWO or levels[0].series != levels[1].series:
        return None
    first, last = levels
    if first.place == last.place:
        ended = _over_time(claim, claim.change, *sorted(levels, key=lambda each: each.period))
    elif first.period == last.period:
        ended = _over_places(claim, claim.change, levels)
    else:
        return None
    return BetweenSettled(ended, first.series)


def _waits(claim: Claim, change: Change, found: Sequence[Finding]) -> bool:
    """Check whether a change is open because its ends were not read, and nothing else was doubted."""
    of_its_own = change.origin is not None or change.target is not None or claim.comparison is not None
    if change.amount is None or of_its_own or claim.trends or claim.qualified(Sort.BESIDE) is not None:
        return False
    if any(note.kind in NOT_SAID for note in claim.notes) or (claim.periods and not claim.measure_from_before):
        return False
    kinds = {caveat.kind for each in found for caveat in each.caveats}
    return not found or (outcome(found)[0] == UNDECIDED and not kinds.isdisjoint(_UNTOLD))


def _levels(claims: Sequence[Claim], findings: Mapping[str, Sequence[Finding]]) -> list[SettledLevel]:
    """List the different figures of some claims that the series bear out, in order of the text."""
    found: dict[tuple[SeriesRef, str, Period], SettledLevel] = {}
    for other in claims:
        own = findings.get(other.id, ())
        if own and outcome(own)[0] == SUPPORTED:
            for level in (_level(other, each) for each in own):
                if level is not None:
                    found.setdefault((level.series, level.place, level.period), level)
    return list(found.values())


def _level(claim: Claim, found: Finding) -> SettledLevel | None:
    """Take the figure of a finding that bears out a level, or an end of a change; None for any other."""
    if found.agreement not in _HOLDS or not found.part.startswith(_LEVELS):
        return None
    if found.series is None or found.place is None or found.period is None or found.measured is None:
        return None
    return SettledLevel(claim, found.series.ref, found.place, found.period, found.measured)


def _over_time(claim: Claim, change: Mention[Change], earlier: SettledLevel, later: SettledLevel) -> Claim:
    based = replace(change, value=replace(change.value, base=earlier.period))
    return replace(_at(claim, later), change=based, changes=(based,))


def _over_places(claim: Claim, change: Mention[Change], levels: Sequence[SettledLevel]) -> Claim:
    """Compare the place with the larger figure with the other for more, and the other way round for less."""
    smaller, larger = sorted(levels, key=lambda each: each.measured)
    up = change.value.direction is Direction.UP
    own, other = (larger, smaller) if up else (smaller, larger)
    beside = PlaceComparison(place=other.place, way=change.value.direction, comparative=True)
    return replace(_at(claim, own), kind=ClaimKind.COMPARISON, comparison=beside)


def _at(claim: Claim, level: SettledLevel) -> Claim:
    """Give a claim the place, the period and the measure of a figure, without the notes on what was assumed for them."""
    period = Mention(claim.span, level.period, "settled")
    notes = tuple(note for note in claim.notes if note.kind not in _ASSUMED)
    return replace(claim, measure=level.claim.measure, place=level.place, period=period, periods=(period,), notes=notes)
