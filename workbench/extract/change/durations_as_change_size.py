"""Lengths of time as the size of a change or difference: "life expectancy rose by 2.3 years", "5 years longer than in 2000"."""

from __future__ import annotations

from workbench.extract.amounts.hedges import hedge_before
from workbench.extract.words.lexer import Tokens, word_at, words_at

_BEHIND, _NEAR = 4, 10
_LONGER = frozenset({"longer", "shorter", "more", "fewer", "less", "older", "younger"})


def is_size(tokens: Tokens, i: int) -> bool:
    """Check whether a length of time is the size of a change or difference.

    Examples: "rose by 2.3 years", "5 years longer than in 2000".

    >>> from workbench.extract.words.lexer import lex
    >>> said = "rose by 2.3 years", "lived 5 years longer than in 2000", "lasted 5 years"
    >>> [is_size(lex(text), i) for text, i in zip(said, (2, 1, 1), strict=True)]
    [True, True, False]
    """
    k = next((n for n in range(i, min(i + _BEHIND, len(tokens))) if tokens[n].low in _LONGER), None)
    if k is not None and "than" in words_at(tokens, k + 1, _NEAR):
        return True
    hedge = hedge_before(tokens, i)
    return word_at(tokens, (hedge[1] if hedge else i) - 1) == "by"
