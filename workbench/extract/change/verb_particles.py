"""Tells the "up" and "down" of a verb that means no change ("gave up 517 yards") from those that say which way it went."""

from __future__ import annotations

from workbench.extract.amounts.meanings_of_up_to import Limit, limit_at, starts_somewhere
from workbench.extract.words.change_words import word_set
from workbench.extract.words.lexer import Tokens, word_at

PARTICLES = frozenset({"up", "down", "higher", "lower", "upward", "upwards", "downward", "downwards"})
"""Words that are particles of verbs, or say which way something went."""


def is_verb_particle(tokens: Tokens, k: int) -> bool:
    """Check whether "up" or "down" belongs to its verb and means no change ("gave up 517 yards")."""
    low = word_at(tokens, k)
    if low not in PARTICLES:
        return False
    before = word_at(tokens, k - 1)
    if low in {"up", "down"} and word_at(tokens, k + 1) == "to" and starts_somewhere(tokens, k):
        return True  # "went from 5 up to 8"
    if low == "up" and word_at(tokens, k + 1) == "to" and limit_at(tokens, k) is not Limit.BOUND:
        return False
    if low == "down" and before in word_set("links", "falling", tokens.language):
        return False
    return before in word_set("links", "phrasal", tokens.language) or (
        low in {"higher", "lower"} and word_at(tokens, k + 1) == "than"
    )
