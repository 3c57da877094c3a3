"""The words near a claim's figure, which may say whom it counts: "half of them were women"."""

from __future__ import annotations

from workbench.core.claim import Claim, Sort
from workbench.match.query.subject_before_aside import SIGNS, subject_before_aside

_NEAR = 14
"""Maximum words before and after a quote that may say whom it counts."""


def words_around_quote(claim: Claim) -> str:
    """Take the words around the quote in a claim's sentence, up to the next punctuation mark on either side, without the denominator."""
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    said = list(claim.context)
    for each in claim.qualifiers:
        if each.value.sort is Sort.PER and each.span.start >= claim.sentence.start:
            inside = slice(each.span.start - claim.sentence.start, each.span.end - claim.sentence.start)
            said[inside] = " " * len(said[inside])  # "for every man, woman and child"
    before, after = "".join(said[: max(0, start)]), "".join(said[max(0, end) :])
    left, right = SIGNS.split(before)[-1].split()[-_NEAR:], SIGNS.split(after)[0].split()[:_NEAR]
    return " ".join([*subject_before_aside(before), *left, claim.quote, *right])
