"""Descriptions of a level between "to" and its figure: "fell to | a record low of | 5 percent"."""

from __future__ import annotations

from workbench.extract.words.lexer import Tokens, word_at

_LEVELS = frozenset({"average", "total", "record", "low", "high", "peak", "minimum", "maximum", "bottom"})
"""Nouns for a level between "to" and "of": "fell to a record low of 5 %"."""
_BEFORE_LEVEL = frozenset({"a", "an", "the", "its", "their", "our", "record", "new", "historic", "all", "time", "-"})


def past_level(tokens: Tokens, k: int) -> int:
    """Find the index of the word before the description of a level: of "to" in "fell to a record low of 5 %".

    >>> from workbench.extract.words.lexer import lex
    >>> past_level(lex("fell to a record low of 5"), 5), past_level(lex("fell to 5"), 1)
    (1, 1)
    """
    how = word_at(tokens, k)
    if how != "average" and not (how == "of" and word_at(tokens, k - 1) in _LEVELS):
        return k
    k -= 1 if how == "average" else 2
    while word_at(tokens, k) in _BEFORE_LEVEL:
        k -= 1
    return k
