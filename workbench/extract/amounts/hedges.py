"""Read hedges: the words before and after a figure that say how exactly it is meant.

"Nearly 800" is below, "more than 450" is above, "around" allows both sides. A checker who overlooks the hedge rates a
careful speaker as wrong.
"""

from __future__ import annotations

from workbench.core.direction import Direction
from workbench.core.quantity import Relation
from workbench.extract.amounts.meanings_of_up_to import Limit, limit_at
from workbench.extract.words.change_words import ways, word_set
from workbench.extract.words.hedge_words import hedges
from workbench.extract.words.lexer import Tokens, glued, word_at, words_at

_DENIED = {Relation.MORE_THAN: Relation.AT_MOST, Relation.LESS_THAN: Relation.AT_LEAST}
_COMPARES = frozenset(
    ["more", "less", "fewer", "lower", "higher", "greater", "larger", "smaller", "longer", "shorter", "over", "under", "above", "below", "exceeding"]
)  # fmt: skip
_BEING = frozenset({"be", "been", "being", "is", "are", "was", "were"})
_TIMES = frozenset({"once", "single", "time", "times", "einziges", "a", "еднаш", "ever"})
_NOT = frozenset({"not", "never", "no"})
_PAUSE, _NEAR = 5, 10
_LED = frozenset({"by", "to", "from", "of"})


def hedge_before(tokens: Tokens, i: int) -> tuple[Relation, int] | None:
    """Find the hedge that ends right before a token, and the index of its first word.

    >>> from workbench.extract.words.lexer import lex
    >>> hedge_before(lex("no fewer than 40"), 3)
    (<Relation.AT_LEAST: 'at_least'>, 0)
    >>> [hedge_before(lex(said), 3)[0].value for said in ("never lower than 5", "not just over 5", "is more than 5")]
    ['at_least', 'more_than', 'more_than']
    """
    found = _bare_hedge(tokens, i)
    if found is None:
        return None
    if found[0] is Relation.JUST_OVER and word_at(tokens, found[1] - 1) in _NOT:
        return Relation.MORE_THAN, found[1]  # "not just over 5" means more than 5
    if words_at(tokens, found[1], i - found[1]) in hedges(tokens.language).leading:
        return _arrived(tokens, i, found[0])
    denied = denied_bound(tokens, i)
    if denied is None:
        return found
    contracted = word_at(tokens, denied) not in _NOT
    return _DENIED[found[0]], found[1] if contracted else denied


def _bare_hedge(tokens: Tokens, i: int) -> tuple[Relation, int] | None:
    """Find the hedge that ends right before a token, and the index of its first word, without looking for a denial."""
    if i not in tokens.hedges:  # cached: the readers of figures, of units and of changes all ask
        tokens.hedges[i] = _hedge_at(tokens, i)
    return tokens.hedges[i]


def _hedge_at(tokens: Tokens, i: int) -> tuple[Relation, int] | None:
    table = hedges(tokens.language)
    if tokens.lows[i - 1] not in table.last_words:
        return None
    for length in range(min(table.longest_before, i), 0, -1):
        found = table.before.get(words_at(tokens, i - length, length))
        if found is not None:
            of_verb = word_at(tokens, i - length - 1) in table.not_behind.get(tokens[i - length].low, ())
            reached = found is Relation.AT_MOST and limit_at(tokens, i - length) is not Limit.BOUND
            return None if of_verb or reached else (found, i - length)
    return None


def _arrived(tokens: Tokens, i: int, relation: Relation) -> tuple[Relation, int] | None:
    """Return a hedge whose last word also leads to the figure ("auf"); None where the direction of the verb is unknown.

    What did "not even" fall to a figure is above it. The index returned is that of the figure: the leading word is no
    part of the hedge.

    >>> from workbench.extract.words.lexer import lex
    >>> said = "kam nicht einmal auf 5", "stieg nicht einmal auf 5", "fiel nicht einmal auf 5", "ging nicht einmal auf 5"
    >>> [hedge_before(lex(each, "de"), 4) for each in said]  # doctest: +NORMALIZE_WHITESPACE
    [(<Relation.LESS_THAN: 'less_than'>, 4), (<Relation.LESS_THAN: 'less_than'>, 4), (<Relation.AT_LEAST: 'at_least'>, 4), None]
    """
    near = tokens.lows[max(0, i - _NEAR) : i + _NEAR]
    found = {way for word in near if (way := ways("verbs", tokens.language).get(word)) is not None}
    if found == {Direction.DOWN}:
        relation = _DENIED.get(relation, relation)
    elif found - {Direction.UP} or (not found and not word_set("spans", "moves", tokens.language).isdisjoint(near)):
        return None
    return relation, i


def past_emphasis(tokens: Tokens, k: int) -> int:
    """Step back over words that only stress how large or small a figure is, to the small word before them.

    Examples: "by | just 2.5 percent", "um | lediglich ein Fünftel". A speaker's pause is passed too: "by | what, not
    even a tenth", "за, | да речеме, пет проценти". The index stays the same where no such small word stands before.

    >>> from workbench.extract.words.lexer import lex
    >>> past_emphasis(lex("fell by only a mere 5"), 4), past_emphasis(lex("for only 5"), 1)
    (1, 1)

    Args:
        tokens: The sentence.
        k: The index of the last word before the figure, or before its hedge.
    """
    k = start = _past_pause(tokens, k)
    emphasis = word_set("bare", "emphasis", tokens.language)
    while word_at(tokens, k) in emphasis:
        k -= 1
    return k if word_at(tokens, k) in _LED else start


def _past_pause(tokens: Tokens, k: int) -> int:
    """Step back over a pause between a small word and its figure; return the same index where there is no pause."""
    if word_at(tokens, k) != ",":
        return k
    pauses = word_set("bare", "pauses", tokens.language)
    for back in range(k - 1, max(-1, k - 2 - _PAUSE), -1):
        if word_at(tokens, back) in {*_LED, "for"}:
            return back
        if word_at(tokens, back) != "," and tokens[back].raw.lower() not in pauses:
            return k
    return k


def denied_bound(tokens: Tokens, i: int) -> int | None:
    """Return the index of the word that denies the bound right before a figure; None where none does.

    A denied bound means the opposite: "never lower than 5" and "has not once fallen below 5" are at least 5, "wasn't
    more than 5" is at most 5.

    >>> from workbench.extract.words.lexer import lex
    >>> said = "never lower than 5", "it has not once fallen below 5", "not just over 5", "is more than 5"
    >>> [denied_bound(tokens, len(tokens) - 1) for tokens in map(lex, said)]
    [0, 2, None, None]
    """
    found = _bare_hedge(tokens, i)
    if found is None or found[0] not in _DENIED or tokens[found[1]].low not in _COMPARES:
        return None
    k, verbs = found[1] - 1, ways("verbs", tokens.language).keys() | word_set("bare", "went", tokens.language)
    while (word := word_at(tokens, k)) in _BEING or word in _TIMES or word in verbs:
        k -= 1
    return k if word in _NOT or word.endswith(("n't", "n’t")) else None


def hedge_behind(tokens: Tokens, i: int) -> tuple[Relation, int] | None:
    """Find the hedge that begins at a token, and the index after its last word.

    >>> from workbench.extract.words.lexer import lex
    >>> hedge_behind(lex("40 or more"), 1)
    (<Relation.AT_LEAST: 'at_least'>, 3)
    """
    table, word = hedges(tokens.language), tokens.lows[i]
    if word not in table.first_words:
        return None
    if word == "+" and (not glued(tokens, i) or glued(tokens, i + 1)):
        return None
    for length in range(min(table.longest_behind, len(tokens) - i), 0, -1):
        found = table.behind.get(words_at(tokens, i, length))
        if found is not None:
            return found, i + length
    return None


def hedge_around(tokens: Tokens, first: int, end: int) -> Relation | None:
    """Find a hedge with one word right before a figure and one right after it ("keine 900 Dollar mehr").

    The figure runs from its first token to the index after its last.

    >>> from workbench.extract.words.lexer import lex
    >>> hedge_around(lex("keine 900 Dollar mehr", "de"), 1, 3)
    <Relation.LESS_THAN: 'less_than'>
    """
    return hedges(tokens.language).around.get((tokens.lows[first - 1], tokens.lows[end]))
