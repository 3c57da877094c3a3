"""Hedges: the words before and behind a figure that say how it is meant.

Why this room exists: "nearly 800" is below, "more than 450" is above, "around" is both sides. A checker who overlooks the
hedge calls a careful speaker wrong.
"""

from __future__ import annotations

from workbench.core.quantity import Relation
from workbench.extract.lexer import Tokens
from workbench.extract.lexicon import lexicon

_LONGEST = 5


def hedge_before(tokens: Tokens, i: int) -> tuple[Relation, int] | None:
    """The hedge that ends right before a token, and the index of its first word.

    >>> from workbench.extract.lexer import lex
    >>> hedge_before(lex("no fewer than 40"), 3)
    (<Relation.AT_LEAST: 'at_least'>, 0)
    """
    table = lexicon().hedges_before
    for length in range(min(_LONGEST, i), 0, -1):
        found = table.get(tuple(token.low for token in tokens[i - length : i]))
        if found is not None:
            return found, i - length
    return None


def hedge_behind(tokens: Tokens, i: int) -> tuple[Relation, int] | None:
    """The hedge that begins at a token, and the index behind its last word.

    >>> from workbench.extract.lexer import lex
    >>> hedge_behind(lex("40 or more"), 1)
    (<Relation.AT_LEAST: 'at_least'>, 3)
    """
    table = lexicon().hedges_behind
    for length in range(min(3, len(tokens) - i), 0, -1):
        found = table.get(tuple(token.low for token in tokens[i : i + length]))
        if found is not None:
            return found, i + length
    return None
