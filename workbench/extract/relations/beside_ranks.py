"""Places and years that a sentence names beside a rank or a comparison without a figure, and that nothing reads.

"In 2010 and 2015 it was highest in Malta, ahead of Italy and Spain" is true only if it was so in both years, and "it
was above Malta, but below Italy" says two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import UNREAD_STANDING, Claim, Mention
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.core.place import places as known_places
from workbench.core.relations import RankRow
from workbench.extract.words.word_patterns import word_pattern

_YEAR = re.compile(r"(?<![\d.,/–-])(?:19|20)\d\d(?![\d/–-]|[.,]\d)")

_BEHIND = 30
"""Characters behind a rank in which the time since which it runs stands: "since | March 2017"."""


def with_unread_beside(claim: Claim, places: Sequence[Mention[str]]) -> Claim:
    """Add a note to a rank or comparison without a figure whose sentence names places or years that it does not hold.

    >>> from workbench.extract import read_text
    >>> said = "In 2010 and 2015 unemployment was highest in Malta, ahead of Italy and Spain."
    >>> read_text(said).claims[0].notes[-1].message
    'The sentence also says “2010”, and it was not read of what.'

    Args:
        claim: The claim, with its relations.
        places: The places that the sentence names.
    """
    found = next(_beside(claim, places), None)
    if found is None or any(note.kind == UNREAD_STANDING for note in claim.notes):
        return claim
    words = found.shift(-claim.sentence.start).cut(claim.context)
    message = f"The sentence also says “{words}”, and it was not read of what."
    note = Problem("rank", message, "Look whether that holds too.", UNREAD_STANDING)
    return changed_copy(claim, notes=(*claim.notes, note))


def _beside(claim: Claim, places: Sequence[Mention[str]]) -> Iterator[Span]:
    """Yield the places and years of a claim's sentence that its rank or comparison does not hold."""
    rank = claim.rank
    if claim.change is not None:
        yield from _second_years(claim)
        return
    if claim.amounts:
        return
    if rank is None:
        yield from _beside_comparison(claim, places)
        return
    row = {*rank.among, claim.place}
    of_times = rank.row is RankRow.TIMES and not any(_is_group(each.value) for each in places)
    if rank.among or of_times:
        yield from (each.span for each in places if each.value not in row and _is_country(each.value))
    periods = [each.value for each in (claim.period, *claim.periods) if each is not None]
    years = {(each.start.year, (each.end - timedelta(days=1)).year) for each in periods}
    told: set[int | None] = {year for both in years for year in both}
    if all(first != last for first, last in years):
        told.add(rank.year)
    begins = rank.span.end - claim.sentence.start if rank.since else None
    for found in _YEAR.finditer(claim.context):
        behind = begins is not None and 0 <= found.start() - begins <= _BEHIND
        if int(found[0]) not in told | {rank.begins} and not behind:
            yield Span(*found.span()).shift(claim.sentence.start)


def _second_years(claim: Claim) -> Iterator[Span]:
    """Yield the second of two joined years of which a change holds only the first: "up since 2003 and | 2004"."""
    periods = [each.value for each in (claim.period, *claim.periods) if each is not None]
    told = {year for each in periods for year in (each.start.year, (each.end - timedelta(days=1)).year)}
    joined = word_pattern("relations", "two_years", claim.language)
    for found in joined.finditer(claim.context) if joined else ():
        if int(found["first"]) in told and int(found["second"]) not in told:
            yield Span(*found.span("second")).shift(claim.sentence.start)


def _beside_comparison(claim: Claim, places: Sequence[Mention[str]]) -> Iterator[Span]:
    """Yield the countries of a claim's sentence that are neither its own nor the one it is compared with."""
    if claim.comparison is not None and claim.place is not None:
        held = {claim.place, claim.comparison.place}
        yield from (each.span for each in places if each.value not in held and _is_country(each.value))


def _is_group(code: str) -> bool:
    place = known_places().get(code)
    return place is not None and bool(place.members)


def _is_country(code: str) -> bool:
    place = known_places().get(code)
    return place is not None and not place.members and code != "WLD"
