"""Parts of a thing that are gone: "a third of the forest has vanished since 2000" is a fall by a third.

A part without a "since" is left out: "a third of the jobs were lost in the north" states no change over time.
"""

from __future__ import annotations

from workbench.core.claim import Change, ChangeMode, Direction, Mention
from workbench.core.quantity import Dimension
from workbench.extract.change.base_period import base_behind
from workbench.extract.change.denied_changes import denial
from workbench.extract.change.tokens_and_amounts import PAUSES, SentenceTokens
from workbench.extract.words.change_words import word_set
from workbench.extract.words.lexer import TokenKind, is_kind, word_at
from workbench.extract.words.word_tables import noun_words

_FURTHEST = 14
_OWNERS = frozenset({"the", "a", "an", "this", "these", "those", "their", "our", "its", "his", "her", "my", "your"})


def lost_parts(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find the falls stated as a lost part of a whole.

    >>> from datetime import date
    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.time.periods import find_periods
    >>> from workbench.extract.words.lexer import lex
    >>> said = "Half of the forest has vanished since 2000."
    >>> periods = find_periods(said, date(2020, 1, 1))
    >>> (found,) = lost_parts(SentenceTokens.of(lex(said), find_amounts(said), periods))
    >>> str(found.value.amount.value), str(found.value.base)
    ('50 percentage', '2000')
    """
    gone = word_set("bare", "gone", sentence.tokens.language)
    if gone.isdisjoint(sentence.tokens.words):
        return []
    found: list[Mention[Change]] = []
    for amount in sentence.amounts:
        if amount.value.unit.dimension is not Dimension.SHARE:
            continue
        end = _gone_behind(sentence, sentence.tokens_of(amount.span)[1], gone)
        base = None if end is None else base_behind(sentence, end)
        if base is not None:
            change = Change(Direction.DOWN, ChangeMode.RELATIVE, amount, base)
            found.append(Mention(amount.span, change, "lost-part"))
    return found


def _gone_behind(sentence: SentenceTokens, first: int, gone: frozenset[str]) -> int | None:
    """Find the index behind the word that says that a part is gone.

    None where the clause has no such word, or denies it.
    """
    for k in range(first, min(first + _FURTHEST, len(sentence.tokens))):
        if word_at(sentence.tokens, k) in PAUSES:
            return None
        if word_at(sentence.tokens, k) in gone:
            return k + 1 if denial(sentence.tokens, k) is None and _takes_nothing(sentence, k + 1) else None
    return None


def _takes_nothing(sentence: SentenceTokens, k: int) -> bool:
    """Check whether no object follows the word for the loss.

    "a third of the workers have lost | their jobs" is about jobs.
    """
    ends = noun_words(sentence.tokens.language).stops - _OWNERS
    if not is_kind(sentence.tokens, k, TokenKind.WORD) or word_at(sentence.tokens, k) in ends:
        return True
    return any(sentence.tokens_of(each.span)[0] == k for each in sentence.periods)
