"""Pairs of figures in one sentence: a level and the change that led to it, two changes of one level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.compare.unit_conversion import side_by_side
from workbench.core.claim import Change, ChangeMode, Claim, Mention
from workbench.core.quantity import Amount, Dimension

_WORD = re.compile(r"[^\W\d_]{4,}")
_FROM = re.compile(r"\bfrom\s+(?:\w+\s+)?$", re.IGNORECASE)
_SHARES = {Dimension.SHARE, Dimension.POINTS}


@dataclass(frozen=True, slots=True)
class Pair:
    """A level and the change that led to it, as one claim or as two of the same sentence."""

    level: Mention[Amount]
    change: Change
    of: Claim


def same_sentence(claim: Claim, siblings: Sequence[Claim]) -> tuple[Claim, ...]:
    """Select the claim and its siblings in the same sentence, in order of the text."""
    near = {c.id: c for c in (claim, *siblings) if c.document == claim.document and c.sentence == claim.sentence}
    return tuple(sorted(near.values(), key=lambda c: (c.span.start, c.span.end)))


def pairs(claim: Claim, siblings: Sequence[Claim]) -> Iterator[Pair]:
    """Yield every pair of a level and its change of which one is this claim's."""
    for pair, owner in all_pairs(same_sentence(claim, siblings)):
        if claim.id in {pair.of.id, owner.id}:
            yield pair


def all_pairs(sentence: Sequence[Claim]) -> Iterator[tuple[Pair, Claim]]:
    """Yield every pair of a level and its change in a sentence, with the level's claim."""
    for other in sentence:
        if other.change is not None and (found := _level_of(other, sentence)) is not None:
            level, owner = found
            yield Pair(level, other.change.value, other), owner


def _level_of(claim: Claim, sentence: Sequence[Claim]) -> tuple[Mention[Amount], Claim] | None:
    """Find the level that a claim's change led to: the one it names, or else the nearest one of the same thing."""
    if claim.change is None:
        return None
    change = claim.change.value
    if change.target is not None:
        return (change.target, claim) if _in_one_unit(change.target, change) else None
    at = claim.change.span.start
    there = [
        (m, owner)
        for owner in sentence
        for m in level_amount(owner)
        if _fits(m, owner, change, claim) and not _is_origin(m, owner)
    ]
    return min(there, key=lambda found: (found[0].span.start > at, abs(found[0].span.start - at)), default=None)


def _is_origin(level: Mention[Amount], owner: Claim) -> bool:
    """Check whether a level is the start of the change: "from 40"."""
    return bool(_FROM.search(owner.context[: max(0, level.span.start - owner.sentence.start)]))


def level_amount(claim: Claim) -> Iterator[Mention[Amount]]:
    """Yield the amount of a claim that is a level, not the size of a change."""
    main = claim.amount
    if main is None:
        return
    inside = [m for m in _inside(claim) if m.span.overlaps(main.span)]
    if not inside:
        yield main


def _inside(claim: Claim) -> Iterator[Mention[Amount]]:
    for change in (claim.change, *claim.changes):
        if change is not None:
            yield from (m for m in (change.value.amount, change.value.origin) if m is not None)


def _fits(level: Mention[Amount], owner: Claim, change: Change, claim: Claim) -> bool:
    share = level.value.unit.dimension in _SHARES
    if (share and change.mode is ChangeMode.ABSOLUTE) or (not share and change.mode is ChangeMode.POINTS):
        return False
    if not _in_one_unit(level, change):
        return False
    if owner.id == claim.id:
        return True
    if owner.period and claim.period and owner.period.value != claim.period.value:
        return False
    return _same_thing(owner.measure, claim.measure)


def _in_one_unit(level: Mention[Amount], change: Change) -> bool:
    """Check whether a change is in percent or points, or in the unit of its level."""
    size = change.amount if change.mode is ChangeMode.ABSOLUTE else None
    return size is None or side_by_side(level.value.unit, size.value.unit)


def _same_thing(a: str, b: str) -> bool:
    """Check whether two measures share a longer word; an empty measure counts as the same."""
    ours, theirs = (set(_WORD.findall(words.lower())) for words in (a, b))
    return not ours or not theirs or bool(ours & theirs)
