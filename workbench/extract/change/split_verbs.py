"""Verbs that stand behind their figure, or in two parts around it: "um 5 Prozent gesunken", "nahm um 5 Prozent zu".

German puts participles and the particles of its verbs at the end of the clause. As in English, the small word before
the figure ("um", "auf") tells whether the figure is the size of the change or the value it ends at.
"""

from __future__ import annotations

from functools import cache, lru_cache

from workbench.core.claim import Direction, Mention
from workbench.core.quantity import Amount, Dimension
from workbench.extract.amounts.hedges import hedge_before
from workbench.extract.time.year_figures import year_at
from workbench.extract.words.change_words import ways, word_set
from workbench.extract.words.grammar import grammar
from workbench.extract.words.lexer import TokenKind, Tokens, is_kind, word_at
from workbench.extract.words.word_files import ENGLISH, raw_tables
from workbench.extract.words.word_patterns import word_pattern

_HEDGED = 4
_FURTHEST, _LONG = 20, 4
_ENDS = frozenset({",", ";", ":", ".", "?", "!", "(", ")", "and", "but", "–", "—"})
_STOPS = frozenset(",;:.?!()–—")
_LINKS = frozenset({"by", "to", "from"})
_TO_FIGURE = frozenset({"about", "almost", "for", "just", "nearly", "only", "over", "roughly", "some", "to"})
_PAST = "ed"

RELATIVE = frozenset({Dimension.SHARE, Dimension.POINTS, Dimension.INDEX})
"""Dimensions of a size that may stand right before its verb, with no word between."""


def verb_behind(tokens: Tokens, at: tuple[int, int], size: Dimension) -> tuple[Direction, int, str] | None:
    """Find the verb of change behind a figure: its direction, its index, and how the figure is linked to it.

    A share or points right before such a verb are its size, with no "um" between: "hat 5 Prozent eingebüßt", "legte 3
    Punkte zu".

    Args:
        tokens: The sentence.
        at: The index of the figure's first token and the index behind its last.
        size: The dimension of the figure's unit.

    >>> from workbench.extract.words.lexer import lex
    >>> verb_behind(lex("sind um 5 Prozent gestiegen", "de"), (2, 4), Dimension.SHARE)
    (<Direction.UP: 'up'>, 4, 'by')
    >>> verb_behind(lex("nahm auf 5 Prozent ab", "de"), (2, 4), Dimension.SHARE)
    (<Direction.DOWN: 'down'>, 4, 'to')
    >>> verb_behind(lex("hat 5 Prozent verloren", "de"), (1, 3), Dimension.SHARE)
    (<Direction.DOWN: 'down'>, 3, 'by')
    """
    if not grammar(tokens.language).verbs_last:
        return None
    hedge = hedge_before(tokens, at[0])
    how = word_at(tokens, (hedge[1] if hedge else at[0]) - 1)
    if how not in _LINKS:
        own = _without_link(tokens, at[1]) if size in RELATIVE else None
        return None if own is None else (own, at[1], "by")
    found = _verb_from(tokens, at[1])
    return None if found is None else (*found, how)


def _without_link(tokens: Tokens, k: int) -> Direction | None:
    """Read a verb right behind its size, for the verbs that take it without "um"."""
    word, after = word_at(tokens, k), word_at(tokens, k + 1)
    # an auxiliary may follow: "weil es 5 Prozent verloren | hat"
    ends = not after or after in _ENDS or after in word_set("bare", "told", tokens.language)
    if word in word_set("links", "without_by", tokens.language):
        return ways("verbs", tokens.language).get(word) if ends else None
    return _particle(tokens, k)


def _verb_from(tokens: Tokens, j: int) -> tuple[Direction, int] | None:
    """Find the first verb of change from a token to the end of the clause, or the particle that ends it."""
    verbs = ways("verbs", tokens.language)
    for k in range(j, min(j + _FURTHEST, len(tokens))):
        word = tokens[k].low
        if word in _ENDS:
            return None
        direction = verbs.get(word) or _particle(tokens, k) or _prefixed(word, tokens.language)
        if direction is not None:
            return direction, k
    return None


def is_another(tokens: Tokens, k: int) -> bool:
    """Check whether the words around a verb of change give it another meaning.

    Example: "sank 4 percent of its GDP into research".

    In German the particle at the end of the clause does so too: "fielen 900 Tonnen Abfall an".

    >>> from workbench.extract.words.lexer import lex
    >>> [is_another(lex(said, "de"), 0) for said in ("fielen 5 Tonnen an", "fielen um 5 Tonnen", "fielen 5 Mal auf, und")]
    [True, False, True]
    >>> [is_another(lex(said), 0) for said in ("sank 4 percent of GDP into research", "sank 4 percent in 2017")]
    [True, False]

    Args:
        tokens: The sentence.
        k: The index of the verb.
    """
    if tokens.language == ENGLISH and _describes_subject(tokens, k):
        return True
    somewhere = word_set("bare", "somewhere", tokens.language)
    if not tokens.words.isdisjoint(somewhere) and _goes_somewhere(tokens, k):
        return True
    if not grammar(tokens.language).verbs_last:
        return False
    end = next((n for n in range(k + 1, len(tokens)) if tokens[n].low in _ENDS), len(tokens))
    return end > k + 1 and tokens[end - 1].low in word_set("bare", "other_verbs", tokens.language)


def _describes_subject(tokens: Tokens, k: int) -> bool:
    """Check whether a form of a verb describes the noun before it, since another verb follows: "value | added | represented 12 percent".

    The other verb has the figure behind it: "they | raised | planned spending by 3 percent".
    """
    behind = word_at(tokens, k + 1)
    if not (behind.endswith(_PAST) or behind in _levels()):
        return False
    return is_kind(tokens, k + 2, TokenKind.NUMBER) or word_at(tokens, k + 2) in _TO_FIGURE


@cache
def _levels() -> frozenset[str]:
    return frozenset(raw_tables(ENGLISH)["phrases"]["levels"])


def _goes_somewhere(tokens: Tokens, k: int) -> bool:
    """Check whether the clause says where something goes, so that the verb means no change.

    Examples are "sank money | into" and "auf Frauen | fielen".
    """
    words = [each.raw for each in tokens]
    start, end = k, k + 1
    while start > 0 and words[start - 1] not in _STOPS:
        start -= 1
    while end < len(words) and words[end] not in _STOPS:
        end += 1
    behind = word_pattern("kinds", "no_moves", tokens.language)
    if behind is not None and behind.match(" ".join(words[k:end])) is not None:
        return True
    ahead = word_pattern("kinds", "no_moves_behind", tokens.language)
    return ahead is not None and ahead.search(" ".join(words[start : k + 1])) is not None


def takes_off(tokens: Tokens, at: tuple[int, int], amount: Mention[Amount]) -> bool:
    """Check whether a figure stands between a verb and the "off" of a decrease: "took | 3 tonnes | off its emissions".

    Counted things ("took 3 cars off the roads") do not make a decrease.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> for said in ("took 3 tonnes off emissions", "lay 3 miles off shore", "took 3 cars off roads"):
    ...     print(takes_off(lex(said), (1, 3), find_amounts(said)[0]))
    True
    False
    False

    Args:
        tokens: The sentence.
        at: The index of the figure's first token and the one behind its last.
        amount: The figure.
    """
    if amount.value.unit.dimension is Dimension.COUNT:
        return False
    first, end = at
    ahead = (word_at(tokens, k) for k in range(max(0, first - _HEDGED), first))
    return word_at(tokens, end) == "off" and not word_set("links", "taking_off", tokens.language).isdisjoint(ahead)


@cache
def second_parts(language: str) -> frozenset[str]:
    """List the second parts of verbs for a change without a size, in the case in which they are written.

    >>> "zurück" in second_parts("de"), second_parts("en")
    (True, frozenset())
    """
    return frozenset(pair.split()[-1] for pair in ways("two_parts", language))


def verb_in_two_parts(tokens: Tokens, k: int) -> tuple[Direction, int] | None:
    """Find the verb without a size whose second part ends its clause: its direction, and the index of its first part.

    >>> from workbench.extract.words.lexer import lex
    >>> verb_in_two_parts(lex("die Quote ging 2015 zurück", "de"), 4)
    (<Direction.DOWN: 'down'>, 2)

    Args:
        tokens: The sentence.
        k: The index of the second part.
    """
    pairs = ways("two_parts", tokens.language)
    for i in range(k - 1, max(-1, k - _FURTHEST), -1):
        # an "und" between two figures ends no clause: "nahm zwischen 2010 | und 2015 ab"
        if word_at(tokens, i) in _ENDS and year_at(tokens, i + 1) is None:
            return None
        if (way := pairs.get(f"{tokens[i].raw} {tokens[k].raw}".lower())) is not None:
            return way, i
    return None


@lru_cache(maxsize=4096)  # the same words occur again and again
def _prefixed(word: str, language: str) -> Direction | None:
    """Read the direction from the first part of a participle: "heruntergebracht", "hinaufgesetzt"."""
    parts = ways("split", language).items()
    return next((way for part, way in parts if len(part) >= _LONG and word.startswith(part) and word != part), None)


def _particle(tokens: Tokens, k: int) -> Direction | None:
    """Read the direction of a verb in two parts from the second, which ends the clause behind the first."""
    after = word_at(tokens, k + 1)
    if not word_at(tokens, k) or (after and after not in _ENDS):
        return None
    before, parted = range(max(0, k - _FURTHEST), k), ways("parted", tokens.language)
    as_written = (f"{tokens[i].raw} {tokens[k].raw}".lower() for i in before)
    found = next((way for pair in as_written if (way := parted.get(pair)) is not None), None)
    direction = ways("split", tokens.language).get(tokens[k].low)
    if found is not None or direction is None:
        return found
    first_parts = word_set("links", "first_parts", tokens.language)
    return direction if any(word_at(tokens, i) in first_parts for i in before) else None


def ends_clause(tokens: Tokens, i: int) -> bool:
    """Check whether a participle ends a clause together with its auxiliary: "…, dass die Quote | gesunken | ist".

    >>> from workbench.extract.words.lexer import lex
    >>> ends_clause(lex("dass die Quote gesunken ist.", "de"), 3), ends_clause(lex("dass sie gesunken sein soll.", "de"), 2)
    (True, False)
    """
    helps = word_at(tokens, i + 1) in word_set("bare", "told", tokens.language)
    return helps and grammar(tokens.language).verbs_last and (i + 2 >= len(tokens) or tokens[i + 2].raw in _STOPS)
