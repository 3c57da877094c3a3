"""Changes between two figures, each beside a rank: "rose from rank 23 in 1998 with 39,000 to rank 12 in 2010 with 57,000".

Sentences of this form describe a table that ranks countries. The verb tells which way the figures went; where
the ranking itself is what fell ("its ranking fell from 1st (100 %) to 20th (29 %)"), the figures are two levels.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.core.claim import Change, ChangeMode, Mention
from workbench.core.period import Period
from workbench.core.quantity import Amount, Dimension
from workbench.extract.change.base_period import origin_period
from workbench.extract.change.tokens_and_amounts import SentenceTokens
from workbench.extract.words.change_words import ways
from workbench.extract.words.lexer import glued, word_at

_RANKS = frozenset({"rank", "ranks", "ranked", "ranking", "rankings", "place", "position", "spot"})
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_NEAR, _CLAUSE = 9, 24
_ENDS = frozenset({";", ".", "?", "!"})


def changes_at_ranks(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find the changes between two figures beside ranks, behind a verb that gives the direction.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> said = "Wages rose from rank 23 with 39,000 euros to rank 12 with 57,000 euros."
    >>> [(m.value.direction.value, str(m.value.origin.value)) for m in changes_at_ranks(SentenceTokens.of(lex(said), find_amounts(said), []))]
    [('up', '39000 euro')]
    """
    return (
        []
        if _ENDINGS.isdisjoint(sentence.tokens.words) and _RANKS.isdisjoint(sentence.tokens.words)
        else list(_between_figures_at_ranks(sentence))
    )


def _between_figures_at_ranks(sentence: SentenceTokens) -> Iterator[Mention[Change]]:
    verbs = ways("verbs", sentence.tokens.language)
    for i, token in enumerate(sentence.tokens):
        way = verbs.get(token.low)
        if way is None or not moves_in_rank(sentence, i) or _ranking_itself(sentence, i):
            continue
        pair = [m for m in sentence.amounts if m.span.start > token.start][:2]
        if len(pair) == 2 and _are_ends(sentence, i, *pair):
            origin, target = pair
            base = _period_before(sentence, i, origin) or origin_period(sentence, origin, target)
            change = Change(way, ChangeMode.ABSOLUTE, None, base, origin, target)
            yield Mention(sentence.span(i, sentence.tokens_of(target.span)[1]), change, "from-to")
            return


def moves_in_rank(sentence: SentenceTokens, i: int) -> bool:
    """Check whether a verb moves from or to a rank: "rose from rank 23", "fell to 12th place".

    >>> from workbench.extract.words.lexer import lex
    >>> [moves_in_rank(SentenceTokens.of(lex(said), [], []), 1) for said in ("It fell to 12th place.", "It fell to 12 percent.")]
    [True, False]
    """
    for k in range(i + 1, i + _NEAR):
        word = word_at(sentence.tokens, k)
        if word in _RANKS or (word in _ENDINGS and glued(sentence.tokens, k)):
            return word_at(sentence.tokens, i + 1) in {"from", "to", "by", "in"}
        if word in _ENDS or word == ",":
            return False
    return False


def base_of_ranks(sentence: SentenceTokens, word: int) -> Period | None:
    """Find the first of two periods of ranks before a change.

    Example: "went from rank 6 in 2000 to rank 15 in 2011, … falling from".

    >>> from workbench.extract.words.lexer import lex
    >>> from workbench.extract.time.periods import find_periods
    >>> said = "It went from rank 6 in 2000 to rank 15 in 2011, falling from 15 to 6 euros."
    >>> str(base_of_ranks(SentenceTokens.of(lex(said), [], find_periods(said, None)), 13))
    '2000'
    """
    if _RANKS.isdisjoint(sentence.tokens.words) or len(sentence.periods) != 2:
        return None
    first, second = sentence.periods
    i, j = sentence.tokens_of(first.span)[1], sentence.tokens_of(second.span)[0]
    in_order = "to" in {word_at(sentence.tokens, k) for k in range(i, j)} and j < word
    return (
        first.value
        if in_order and first.value.frequency is second.value.frequency and first.value < second.value
        else None
    )


def _ranking_itself(sentence: SentenceTokens, i: int) -> bool:
    return any(word_at(sentence.tokens, k) in _RANKS for k in range(max(0, i - _CLAUSE), i))


def _are_ends(sentence: SentenceTokens, i: int, origin: Mention[Amount], target: Mention[Amount]) -> bool:
    """Check whether two figures of one kind stand on either side of "to", each behind its rank."""
    first, second = sentence.tokens_of(origin.span), sentence.tokens_of(target.span)
    between = [word_at(sentence.tokens, k) for k in range(first[1], second[0])]
    units = {origin.value.unit.dimension, target.value.unit.dimension}
    alike = len(units - {Dimension.UNKNOWN}) <= 1 and Dimension.DURATION not in units
    single = origin.value.high is None and target.value.high is None
    ranked = not (_RANKS | _ENDINGS).isdisjoint(between) and "to" in between
    return alike and single and ranked and _ENDS.isdisjoint(word_at(sentence.tokens, k) for k in range(i, second[0]))


def _period_before(sentence: SentenceTokens, i: int, origin: Mention[Amount]) -> Period | None:
    """Find the period of the first figure, named with its rank: "rank 23 in 1998 with 39,000"."""
    first = sentence.tokens_of(origin.span)[0]
    return next((m.value for at, m in sentence.periods_from(i, first - i) if at < first), None)
