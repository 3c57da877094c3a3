"""The words near a claim's figure, which may say whom it counts: "half of them were women"."""

from __future__ import annotations

import re

from workbench.core.claim import Claim, Sort

_SIGNS = re.compile(r"[,;:.!?()–—](?!\d)")
_SUBJECT, _CLAUSE_AND_FIGURE = 4, 2
"""Maximum words of a subject that a clause separates from its verb, and the number of pieces between it and the figure."""

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
    left, right = _SIGNS.split(before)[-1].split()[-_NEAR:], _SIGNS.split(after)[0].split()[:_NEAR]
    return " ".join([*_leading_subject(before), *left, claim.quote, *right])


def _leading_subject(before: str) -> list[str]:
    """Find the first words of a sentence, where one clause between commas separates them from the figure's: "A man, born there, | lives".

    "Frau" in "Frau Präsidentin" and "Madam" in "Madam Speaker" are forms of address; "Mannesmann-Übernahme" names nobody.
    """
    subject, *others = [piece.split() for piece in _SIGNS.split(before)]
    if len(others) != _CLAUSE_AND_FIGURE or len(subject) > _SUBJECT:
        return []
    named = subject[1:] if len(subject) > 1 and subject[1][:1].isupper() else subject
    return [word for word in named if "-" not in word]
