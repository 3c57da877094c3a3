"""Finds claims that were said or checked before: repeats, variants and reversals, distinguished by words first and slots second.

Precision counts more than recall: a claim about another thing is no variant, however similar its figures are.
"""

from __future__ import annotations

from collections.abc import Iterable

from workbench.core.candidate import SeenBefore
from workbench.core.claim import Claim, Reading
from workbench.match.checked_before.claim_differences import (
    Difference,
    difference,
    same_sort,
    slots_of,
    slots_of_reading,
)
from workbench.match.checked_before.measure_similarity import ALIKE, likeness
from workbench.match.query.query import query_of, query_of_text

_WORDS, _SLOTS = 0.7, 0.3


def rank_known(claim: Claim, others: Iterable[Claim], limit: int = 10) -> tuple[SeenBefore, ...]:
    """Rank the claims about the same thing as this one, the most similar first; others are left out.

    Returns:
        Repeats (every slot the same), variants (naming what differs) and reversals.
    """
    mine, slots = query_of(claim), slots_of(claim)
    found: list[SeenBefore] = []
    for other in others:
        if _of_one_sentence(claim, other):
            continue
        theirs = slots_of(other)
        if not same_sort(slots, theirs):
            continue
        words = likeness(mine.concepts, query_of(other).concepts)
        if words >= ALIKE:
            found.append(_known(other.id, other.quote, words, difference(slots, theirs)))
    return tuple(sorted(found, key=lambda known: -known.score)[:limit])


def _of_one_sentence(claim: Claim, other: Claim) -> bool:
    """Check whether two claims come from one sentence ("Austria had 4.1 percent, Greece 17.7"): then neither was said before the other."""
    return other.id == claim.id or (
        bool(claim.document) and (claim.document, claim.sentence) == (other.document, other.sentence)
    )


def known_in(claim: Claim, key: str, text: str, reading: Reading) -> SeenBefore | None:
    """Find how another person's text relates to a claim; None where it is about another thing, whatever words they share.

    Args:
        claim: The claim.
        key: An id for the text.
        text: The text, such as the claim that another newsroom reviewed.
        reading: What was read in it.
    """
    slots, theirs = slots_of(claim), slots_of_reading(text, reading)
    concepts = [query_of_text(text, reading).concepts, *(query_of(other).concepts for other in reading.claims)]
    words = max(likeness(query_of(claim).concepts, each) for each in concepts)
    return _known(key, text, words, difference(slots, theirs)) if words >= ALIKE else None


def _known(key: str, text: str, words: float, difference: Difference) -> SeenBefore:
    score = round(_WORDS * words + _SLOTS * difference.agreement, 4)
    return SeenBefore(key, text, score, difference.differs, difference.relationship, difference.because)
