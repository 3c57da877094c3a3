"""Superlatives of a sentence that no rank, record or measure of it accounts for.

"With 1.69 million unemployed the total is the lowest for fifteen years" says two things. A figure that bears out the first leaves
the second open, so the claim is not borne out by it alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from workbench.core.claim import Claim
from workbench.core.errors import Problem
from workbench.extract.words.superlatives import ENDS, superlatives

UNREAD = "unread-standing"


def with_unread_standing(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one sentence, each with a note where the sentence holds a superlative that none of them reads.

    >>> from workbench.extract import read_text
    >>> said = "With 1.69 million people out of work the total is the lowest it has been for ages."
    >>> [note.kind for note in read_text(said).claims[0].notes if note.kind == "unread-standing"]
    ['unread-standing']
    >>> said = "Unemployment was 4.2 percent in 2019, the lowest since 1990."
    >>> [note.kind for claim in read_text(said).claims for note in claim.notes if note.kind == "unread-standing"]
    []
    """
    if any(claim.rank is not None or claim.first_time is not None for claim in claims):
        return list(claims)
    return [_noted(claim, claims) for claim in claims]


def _noted(claim: Claim, claims: Sequence[Claim]) -> Claim:
    found = _pattern(claim.language).search(claim.context)
    if found is None or any(found[0].casefold() in f"{each.measure} {each.quote}".casefold() for each in claims):
        return claim
    message = f"The sentence also says “{found[0]}”, and it was not read of what."
    note = Problem("rank", message, "Look whether that holds too.", UNREAD)
    return replace(claim, notes=(*claim.notes, note))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{superlatives(language, ENDS)})\b", re.IGNORECASE)
