"""Ranks among places that the sentence before names one by one: "We compared Malta, Italy and Spain. It was lowest in Malta".

The sentence before must do nothing but name them for a comparison, or the claim must count them ("of the three").
"""

from __future__ import annotations

from workbench.core.changed_copy import changed_copy
from workbench.core.claim import Claim, ClaimKind
from workbench.core.relations import RankRow
from workbench.extract.relations.lists_of_named_places import (
    NamedRow,
    PlacesSaid,
    counted_places,
    lists_of_countries,
    named_row,
)
from workbench.extract.relations.ranks import rank_of
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import holds_phrase

_LONGEST = 160
"""Most characters of a sentence that only names places for a comparison."""


def with_row_named(claim: Claim, sentence: PlacesSaid, before: PlacesSaid | None = None) -> Claim:
    """Rank a claim in the row that its sentence names outside its own words, else in that of the sentence before.

    Args:
        claim: The claim, with its relations.
        sentence: Its sentence, with the places of the text.
        before: The sentence before it, likewise.
    """
    known = claim.rank
    if (known is not None and (known.among or known.row is not RankRow.PLACES)) or claim.kind is not ClaimKind.RANK:
        return claim
    row = None if claim.amounts else named_row(*sentence)
    if (
        row is None
        and known is None
        and not claim.amounts
        and before is not None
        and not {m.value for m in sentence.countries} - {claim.place}
    ):
        row = _row_of(before, claim)
    if (
        row is None
        or claim.place is None
        or (before is not None and row.ahead is None and claim.place not in row.members)
    ):
        return claim
    rank = rank_of(claim, row)
    return claim if rank is None or not rank.among else changed_copy(claim, rank=rank)


def _row_of(before: PlacesSaid, claim: Claim) -> NamedRow | None:
    """Find the one list of a sentence that names places for a comparison, or as many as the claim counts."""
    said = before.sentence.cut(before.text)
    countries = before.countries
    lists = lists_of_countries(before.text, countries, before.language)
    if len(said) > _LONGEST or len(lists) != 1 or len(lists[0]) < 2:
        return None
    members = tuple(dict.fromkeys(m.value for m in countries))
    named = holds_phrase(said, "relations", "row_announced", file_for(before.language))
    return NamedRow(members) if named or counted_places(claim.context, claim.language) == len(members) else None
