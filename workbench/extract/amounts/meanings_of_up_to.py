"""Tell apart two meanings of "up to": a level that was reached, and an upper bound.

"Went back up to 20 percent" says how far something went; "up to 20 percent of them" says how many at most. A bound of
"at most 20 percent" is confirmed by any figure below, so a level that was reached must not become one.
"""

from __future__ import annotations

from enum import Enum

from workbench.core.quantity import Relation
from workbench.extract.words.change_words import is_change_word, ways, word_set
from workbench.extract.words.hedge_words import hedges
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.word_tables import number_words

_PASSED = frozenset({"again", "all", "the", "way", "right", "once", "more", "even", "just", "further"})
_NOW = frozenset({"back", "now", "already", "again"})
_PARTICLES = frozenset({"up", "down"})
_IS = frozenset({"is", "are", "was", "were"})
_CARRYING = frozenset(
    {"brought", "bring", "brings", "bringing", "pushed", "push", "pushes", "drove", "lifted", "lifts"}
)
_FAR, _OBJECT = 10, 5
_STOPS = frozenset({";", ":", ".", "?", "!"})
_ENDS = _STOPS | {",", "(", ")"}


class Limit(Enum):
    """What "up to" and similar words say of a figure."""

    BOUND = "bound"
    REACHED = "reached"
    EITHER = "either"


def limit_at(tokens: Tokens, i: int) -> Limit:
    """Read the meaning of "up to" at a token: a bound, a level that was reached, or either.

    >>> from workbench.extract.words.lexer import lex
    >>> [limit_at(lex(said), 2).value for said in ("It went up to 5", "It is up to 5", "They hire up to 5")]
    ['reached', 'either', 'bound']
    """
    if word_at(tokens, i) != "up":
        return Limit.BOUND
    k, now = _before(tokens, i)
    word = word_at(tokens, k)
    if (
        word in word_set("spans", "moves", tokens.language)
        or _moves_something(tokens, k)
        or starts_somewhere(tokens, i)
    ):
        return Limit.REACHED
    if word in _IS and k < i:
        if now:
            return Limit.REACHED
        subject = tokens.lows[max(0, k - _FAR) : k]
        return Limit.EITHER if number_words(tokens.language).spreads.isdisjoint(subject) else Limit.BOUND
    return Limit.REACHED if word_at(tokens, i - 1) == "back" else Limit.BOUND


def _before(tokens: Tokens, i: int) -> tuple[int, bool]:
    """Find the verb before "up to", past adverbs.

    Return its index, and whether one of the adverbs means a return ("is back up to").
    """
    k, now = i - 1, False
    while (word := word_at(tokens, k)) in _PASSED or word in _NOW or word.endswith("ly"):
        now = now or word in _NOW
        k -= 1
    return k, now


def _moves_something(tokens: Tokens, k: int) -> bool:
    """Check whether somebody moves something: "brought the number of doctors | up to 4,500"."""
    words = [word_at(tokens, n) for n in range(max(0, k - _OBJECT), k + 1)]
    return not _CARRYING.isdisjoint(words) and _ENDS.isdisjoint(words)


def starts_somewhere(tokens: Tokens, i: int) -> bool:
    """Check whether the start of a change is given: "went | from 2,070 dollars in 2024 | up to 2,400".

    >>> from workbench.extract.words.lexer import lex
    >>> starts_somewhere(lex("It went from 5 up to 8"), 4), starts_somewhere(lex("It went up to 8"), 2)
    (True, False)
    """
    words = tokens.lows[max(0, i - _FAR) : i]
    starts = next((k for k in range(len(words) - 1) if words[k] == "from" and words[k + 1][:1].isdigit()), None)
    if starts is None or not _STOPS.isdisjoint(words):
        return False
    moves = word_set("spans", "moves", tokens.language)
    return any(word in moves or is_change_word(word, tokens.language) for word in words[:starts])


def is_doubtful(tokens: Tokens, relation: Relation, first: int) -> bool:
    """Check whether a bound may as well be the figure itself.

    Examples: "rose to up to 5", "increased up to 5", "rose to as much as 5".

    >>> from workbench.extract.words.lexer import lex
    >>> [is_doubtful(lex(said), Relation.AT_MOST, 2) for said in ("It rose up to 5", "It hires up to 5")]
    [True, False]

    Args:
        tokens: The sentence.
        relation: The bound.
        first: The index of the hedge's first word.
    """
    if relation is not Relation.AT_MOST:
        return False
    k = _before(tokens, first)[0]
    word = word_at(tokens, k)
    return word in ways("verbs", tokens.language) or (word == "to" and _changes(tokens, k))


def _changes(tokens: Tokens, k: int) -> bool:
    """Check whether something changes near "to": "rose to", "auf … gestiegen"."""
    near = tokens.lows[max(0, k - _FAR) : k + 1 + _FAR]
    moves = word_set("spans", "moves", tokens.language)
    return any(word in moves or is_change_word(word, tokens.language) for word in near if word not in _PARTICLES)


def bound_instead(tokens: Tokens, i: int) -> bool:
    """Check whether words before a figure that were not read as a hedge may be a bound all the same: "is up to 5".

    >>> from workbench.extract.words.lexer import lex
    >>> bound_instead(lex("It is up to 5"), 4), bound_instead(lex("It went up to 5"), 4)
    (True, False)
    """
    relation = hedges(tokens.language).before.get(tokens.lows[i - 2 : i]) if i > 1 else None
    return relation is Relation.AT_MOST and limit_at(tokens, i - 2) is Limit.EITHER
