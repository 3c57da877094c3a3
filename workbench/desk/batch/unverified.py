"""Finds claims of a text that no figure decided: everything that was said must be right before the whole is supported."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.compare import OTHER_BASE_NAMED, misses
from workbench.core.claim import NOT_SAID, UNIT_FROM_BEFORE, UNREAD_STANDING, Claim, ClaimKind
from workbench.core.document import Span
from workbench.core.finding import Finding
from workbench.core.quantity import Amount, Dimension, Relation
from workbench.desk.batch.claim_outcomes import ClaimOutcomes
from workbench.extract.phrases.population_counts import names_people
from workbench.extract.units.unit_words import FACTOR

_FEW = 12
"""Largest count that may only describe whom another figure is of: "for a couple with two children"."""

_MANY = 10_000
"""Counts from this number are statistics: "nineteen laboratories" may be common knowledge, "450,000 lorries" are a statistic."""


_IN_WORDS = frozenset({ClaimKind.RANK, ClaimKind.COMPARISON})
"""Kinds of claims that state something without a figure of their own."""

_UNMEASURED = frozenset({ClaimKind.PROMISE, ClaimKind.STATEMENT})

_LOWER = frozenset({Relation.MORE_THAN, Relation.AT_LEAST})
_UPPER = frozenset({Relation.LESS_THAN, Relation.AT_MOST})


def unverified(told: ClaimOutcomes) -> Claim | None:
    """Find the first claim with a figure or a change of its own that is neither supported nor contradicted; None where all are decided.

    A rank or a comparison in words next to a figure counts too: "699 in 2019. That was the lowest since 1900" claims both. Small counts
    are left out, and lengths of time next to another kind of figure: they only say for whom, or over how long, it holds.
    """
    measured = any(map(_measurable, told.claims))
    aside = asides(told)
    lasting = any(claim.amount is not None and _is_time(claim.amount.value) for claim in told.settled)
    for claim in told.claims:
        if claim in aside or any(_is_said_again(claim, other) for other in told.settled):
            continue
        if _says_no_more(claim, told):
            continue
        stated = _measurable(claim) or (claim.kind in _IN_WORDS and measured) or (lasting and _tells_a_time(claim))
        stated = stated or _says_of_no_time(claim) or any(note.kind == UNREAD_STANDING for note in claim.notes)
        if stated and told.is_open(claim):
            return claim
    return None


def _says_no_more(claim: Claim, told: ClaimOutcomes) -> bool:
    """Check whether an open claim asserts nothing besides what was settled on the same series.

    That is a figure that was aimed at and missed ("it was to be 8 percent; it was 11"), a wider bound of a settled figure
    ("more than a fifth: 21.4 percent"), or a change that the words also give with another base, where it holds.
    """
    own = told.of(claim)
    if not own or not told.is_open(claim):
        return False
    series = {each.series.ref for other in told.settled for each in told.of(other) if each.series is not None}
    if not any(each.series is not None and each.series.ref in series for each in own):
        return False
    other_base = any(caveat.kind == OTHER_BASE_NAMED for each in own for caveat in each.caveats)
    return other_base or _is_missed_aim(claim, own) or any(_is_coarser(claim, other) for other in told.settled)


def _is_missed_aim(claim: Claim, own: Sequence[Finding]) -> bool:
    """Check whether nobody says that a figure was reached, and the series shows that it was not."""
    if not any(note.kind in NOT_SAID for note in claim.notes):
        return False
    sized = [each for each in own if each.claimed_range is not None and each.measured is not None]
    return bool(sized) and all(map(misses, sized))


def _is_coarser(claim: Claim, other: Claim) -> bool:
    """Check whether a claim gives a bound that another one's figure of the same unit and period lies within."""
    if claim.amount is None or other.amount is None or claim.change is not None or other.change is not None:
        return False
    bound, figure = claim.amount.value, other.amount.value
    if bound.unit != figure.unit or figure.relation is not Relation.IS or claim.place != other.place:
        return False
    above = bound.relation in _LOWER and bound.low < figure.low
    below = bound.relation in _UPPER and figure.low < bound.low
    spans = {None if each.period is None else each.period.value for each in (claim, other)} - {None}
    return (above or below) and len(spans) <= 1


def asides(told: ClaimOutcomes) -> tuple[Claim, ...]:
    """Find plain counts of things that no series counts, without a time: "…, which is why nineteen laboratories have moved there".

    A count with its own time ("450,000 lorries crossed the border in 2020"), one that changes, and one that was compared with a figure
    are real claims. So are counts of people ("another 4.7 million had given up looking") and large counts, which only statistics know.
    """
    return tuple(claim for claim in told.claims if _is_aside(claim, told.settled, told.of(claim)))


def _is_aside(claim: Claim, settled: Sequence[Claim], own: Sequence[Finding]) -> bool:
    if claim.amount is None or claim.change is not None or claim.kind is not ClaimKind.LEVEL:
        return False
    unit = claim.amount.value.unit
    same = any(other.amount is not None and other.amount.value.unit == unit for other in settled)
    few = claim.amount.value.low < _MANY and not names_people(claim.quote, claim.language)
    counted = unit.dimension is Dimension.COUNT and unit.name not in {"", FACTOR.name} and few and not same
    return counted and not _has_time_of_its_own(claim, settled) and all(found.measured is None for found in own)


def _has_time_of_its_own(claim: Claim, settled: Sequence[Claim]) -> bool:
    """Check whether a claim's period is nearer to it than to any other claim."""
    if claim.period is None:
        return False
    period = claim.period.span
    return all(_gap(claim.span, period) <= _gap(other.span, period) for other in settled)


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _is_said_again(claim: Claim, other: Claim) -> bool:
    """Check whether a claim only repeats another's figure: "Twenty-three! Twenty-three per cent", "Eighty-seven! Eighty-seven!"."""
    again, figure = claim.amount, other.amount
    if again is None or figure is None or claim is other or claim.change is not None:
        return False
    one, first = again.value, figure.value
    bare = one.unit.dimension is Dimension.UNKNOWN and not one.unit.name
    hedge = one.relation is first.relation or (_is_assumed(claim) and one.relation is Relation.IS)
    same = hedge and (one.low, one.high) == (first.low, first.high)
    return same and (bare or one.unit == first.unit) and _names_no_more(claim, other)


def _is_assumed(claim: Claim) -> bool:
    """Check whether a figure has no unit of its own: "more than 25 kilos. | Twenty-five!"."""
    return any(note.kind == UNIT_FROM_BEFORE for note in claim.notes)


def _names_no_more(claim: Claim, other: Claim) -> bool:
    """Check whether a claim's own sentence names no time and no place that the other's does not."""
    periods = {mention.value for mention in claim.periods if claim.sentence.covers(mention.span)}
    places = {mention.value for mention in claim.places if claim.sentence.covers(mention.span)}
    return periods <= {mention.value for mention in other.periods} and places <= {m.value for m in other.places}


def _measurable(claim: Claim) -> bool:
    if claim.kind in _UNMEASURED:
        return False
    return claim.change is not None or any(_is_figure(mention.value) for mention in claim.amounts)


def _tells_a_time(claim: Claim) -> bool:
    """Check whether it is about a length of time, as in "51.6 years in 2002, 66.7 in 2019. We gave them twenty years"."""
    return claim.kind not in _UNMEASURED and claim.amount is not None and _is_time(claim.amount.value)


def _says_of_no_time(claim: Claim) -> bool:
    """Check whether it says something of no time at all: "not a single year since 2005 was as deadly"."""
    return claim.amount is not None and claim.amount.value.low == 0 and _is_time(claim.amount.value)


def _is_time(amount: Amount) -> bool:
    return amount.unit.dimension is Dimension.DURATION


def _is_figure(amount: Amount) -> bool:
    counted = amount.unit.dimension in {Dimension.COUNT, Dimension.UNKNOWN}
    few = counted and abs(amount.low) <= _FEW and amount.low == amount.low.to_integral_value()  # 2.9 is no head count
    return not _is_time(amount) and not few
