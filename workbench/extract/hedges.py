"""Hedges: the words before and behind a figure that say how it is meant.

Why this room exists: "nearly 800" is below, "more than 450" is above, "around" is both sides. A checker who overlooks the
hedge calls a careful speaker wrong.
"""

from __future__ import annotations

from workbench.core.quantity import Relation
from workbench.extract.lexer import Tokens, glued, word_at, words_at
from workbench.extract.lexicon import hedges

_LONGEST_BEFORE, _LONGEST_BEHIND = 5, 3


def hedge_before(tokens: Tokens, i: int) -> tuple[Relation, int] | None:
    """The hedge that ends right before a token, and the index of its first word.

    >>> from workbench.extract.lexer import lex
    >>> hedge_before(lex("no fewer than 40"), 3)
    (<Relation.AT_LEAST: 'at_least'>, 0)
    """
    table = hedges(tokens.language)
    if word_at(tokens, i - 1) not in table.last_words:
        return None
    for length in range(min(_LONGEST_BEFORE, i), 0, -1):
        found = table.before.get(words_at(tokens, i - length, length))
        if found is not None:
            spoken_of = tokens[i - length].low == "about" and word_at(tokens, i - length - 1) in table.not_behind
            return None if spoken_of else (found, i - length)
    return None


def hedge_behind(tokens: Tokens, i: int) -> tuple[Relation, int] | None:
    """The hedge that begins at a token, and the index behind its last word.

    >>> from workbench.extract.lexer import lex
    >>> hedge_behind(lex("40 or more"), 1)
    (<Relation.AT_LEAST: 'at_least'>, 3)
    """
    table, word = hedges(tokens.language), word_at(tokens, i)
    if word not in table.first_words:
        return None
    if word == "+" and (not glued(tokens, i) or glued(tokens, i + 1)):
        return None
    for length in range(min(_LONGEST_BEHIND, len(tokens) - i), 0, -1):
        found = table.behind.get(words_at(tokens, i, length))
        if found is not None:
            return found, i + length
    return None
