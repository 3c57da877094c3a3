"""Verbs in the opposite direction of the change that was read, which no reader has taken.

"Spending decreased from 12th to 6th place, with values rising from 21 to 62 million" says two things that cannot both
be meant. The words do not show which one is; a figure that supports one leaves the other open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from workbench.core.claim import Change, Claim, Direction, Mention
from workbench.core.document import Span
from workbench.core.errors import Problem
from workbench.extract.words.change_words import ways, word_set
from workbench.extract.words.lexer import Token, lex

CONTRARY = "contrary-word"
_LAST_PAUSE = re.compile(r"[,;:—–](?P<behind>[^,;:—–]*)\Z")
_TURNED = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}


def contrary_word(claim: Claim, changes: Sequence[Mention[Change]]) -> tuple[Problem, ...]:
    """Note a verb in the opposite direction of a claim's change.

    None without one, or where it belongs to another change.

    Args:
        claim: The claim.
        changes: All changes of its sentence.

    >>> from workbench.extract import read_text
    >>> said = "Exports decreased from 12th to 6th place, rising from 21 to 62 million euros."
    >>> [note.kind for note in read_text(said).claims[0].notes if note.kind == "contrary-word"]
    ['contrary-word']
    >>> [note.kind for note in read_text("Wages rose by 4 percent, and rents fell.").claims[0].notes if note.kind == "contrary-word"]
    []
    """
    turned = _TURNED.get(claim.change.value.direction) if claim.change else None
    if turned is None:
        return ()
    for token, way in _verbs_with_direction(claim.context, claim.language):
        if way is turned and not _is_read(token, claim, changes) and not _has_own_subject(token, claim):
            message = f"The sentence also says “{token.raw}”, which goes the other way."
            return (Problem("change", message, "See which of the two is meant, and edit the claim.", CONTRARY),)
    return ()


@lru_cache(maxsize=16)  # asked again for all claims of a sentence
def _verbs_with_direction(sentence: str, language: str) -> tuple[tuple[Token, Direction], ...]:
    """Find the verbs for a rise or a fall in a sentence, each with its direction."""
    verbs, past = ways("verbs", language), word_set("bare", "past", language)
    tokens = (token for token in lex(sentence, language) if token.low in past)
    return tuple((token, way) for token in tokens if (way := verbs.get(token.low)) is not None)


def _has_own_subject(token: Token, claim: Claim) -> bool:
    """Check whether the later of the two verbs has its own subject behind a pause.

    Example: "wages rose by 4 percent, and rents fell".

    A participle has none ("fell to sixth, with values rising"): it is about the same thing.
    """
    if claim.change is None:
        return False
    start, end = (place - claim.sentence.start for place in (claim.change.span.start, claim.change.span.end))
    verb = claim.context[start:].split(maxsplit=1)[0].casefold() if token.start < start else token.low
    between = claim.context[token.end : start] if token.start < start else claim.context[end : token.start]
    pause = _LAST_PAUSE.search(between)
    return verb in word_set("bare", "past", claim.language) and pause is not None and len(pause["behind"].split()) > 1


def _is_read(token: Token, claim: Claim, changes: Sequence[Mention[Change]]) -> bool:
    start = claim.sentence.start + token.start
    span = Span(start, start + len(token.raw))
    return any(mention.span.overlaps(span) for mention in changes)
