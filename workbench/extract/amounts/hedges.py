"""Hedges: the words before and behind a figure that say how it is meant.

"nearly 800" is below, "more than 450" is above, "around" is both sides. A checker who overlooks the
hedge calls a careful speaker wrong.
"""

from __future__ import annotations

from workbench.core.quantity import Relation
from workbench.extract.amounts.limits_reached import Limit, limit_at
from workbench.extract.words.lexer import Tokens, glued, word_at, words_at
from workbench.extract.words.lexicon import hedges

_LONGEST_BEFORE, _LONGEST_BEHIND = 5, 4
_DENIED = {Relation.MORE_THAN: Relation.AT_MOST, Relation.LESS_THAN: Relation.AT_LEAST}
_COMPARES = frozenset(
    ["more", "less", "fewer", "lower", "higher", "greater", "larger", "smaller", "longer", "shorter", "over", "under", "above", "below", "exceeding"]
)  # fmt: skip
_BEING = frozenset({"be", "been", "being"})
_NOT = frozenset({"not", "never", "no"})


def hedge_before(tokens: Tokens, i: int) -> tuple[Relation, int] | None:
    """The hedge that ends right before a token, and the index of its first word.

    >>> from workbench.extract.words.lexer import lex
    >>> hedge_before(lex("no fewer than 40"), 3)
    (<Relation.AT_LEAST: 'at_least'>, 0)
    """
    table = hedges(tokens.language)
    if tokens.lows[i - 1] not in table.last_words:
        return None
    for length in range(min(_LONGEST_BEFORE, i), 0, -1):
        found = table.before.get(words_at(tokens, i - length, length))
        if found is not None:
            spoken_of = tokens[i - length].low == "about" and word_at(tokens, i - length - 1) in table.not_behind
            reached = found is Relation.AT_MOST and limit_at(tokens, i - length) is not Limit.BOUND
            return None if spoken_of or reached else _unless_denied(tokens, found, i - length)
    return None


def _unless_denied(tokens: Tokens, found: Relation, first: int) -> tuple[Relation, int]:
    """The hedge, or what its denial says: "never lower than 5" is at least 5, "wasn't more than 5" at most.

    >>> from workbench.extract.words.lexer import lex
    >>> [hedge_before(lex(said), 3)[0].value for said in ("never lower than 5", "not just over 5", "is more than 5")]
    ['at_least', 'more_than', 'more_than']
    """
    opposite = _DENIED.get(found)
    if opposite is None or tokens[first].low not in _COMPARES:
        return found, first
    k = first - 1
    while word_at(tokens, k) in _BEING:
        k -= 1
    if word_at(tokens, k) in _NOT:
        return opposite, k
    return (opposite, first) if word_at(tokens, k).endswith(("n't", "n’t")) else (found, first)


def hedge_behind(tokens: Tokens, i: int) -> tuple[Relation, int] | None:
    """The hedge that begins at a token, and the index behind its last word.

    >>> from workbench.extract.words.lexer import lex
    >>> hedge_behind(lex("40 or more"), 1)
    (<Relation.AT_LEAST: 'at_least'>, 3)
    """
    table, word = hedges(tokens.language), tokens.lows[i]
    if word not in table.first_words:
        return None
    if word == "+" and (not glued(tokens, i) or glued(tokens, i + 1)):
        return None
    for length in range(min(_LONGEST_BEHIND, len(tokens) - i), 0, -1):
        found = table.behind.get(words_at(tokens, i, length))
        if found is not None:
            return found, i + length
    return None
