"""Changes by their sign alone: "Dow +0.2 %, FTSE −0.6 %"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.core.claim import Change, Direction, Mention
from workbench.core.quantity import Amount
from workbench.extract.change.base_period import base_ahead
from workbench.extract.change.modes import MODES
from workbench.extract.change.tokens_and_amounts import SentenceTokens
from workbench.extract.words.change_words import word_set
from workbench.extract.words.lexer import Tokens, word_at

_SIGNS = frozenset("+-−–")
_STANDS = frozenset({"is", "was", "are", "were", "at", "with", "from", "to", "of", "a", "the"})


def may_be_signed(amounts: Sequence[Mention[Amount]], tokens: Tokens) -> bool:
    """Check whether a sentence has a sign, or a heading such as "Change on 2016: minus 3.7 per cent", and a figure that may change so.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> [may_be_signed(find_amounts(said), lex(said)) for said in ("Dow +0.2 %", "It was 0.2 %.")]
    [True, False]
    """
    signs = _SIGNS | word_set("links", "neutral_nouns", tokens.language)
    return any(m.value.unit.dimension in MODES for m in amounts) and not signs.isdisjoint(tokens.words)


def signed_changes(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Read the figures with a sign as changes; a negative one that is itself a level is left out."""
    found = []
    for amount in sentence.amounts:
        mode = MODES.get(amount.value.unit.dimension)
        if mode is None or amount.value.high is not None:
            continue
        i, j = sentence.tokens_of(amount.span)
        plus = word_at(sentence.tokens, i - 1) == "+"
        if not plus and (amount.value.low >= 0 or _is_level(sentence, i, j)):
            continue
        size = replace(amount, value=replace(amount.value, low=abs(amount.value.low)))
        way = Direction.UP if plus else Direction.DOWN
        found.append(Mention(sentence.span(i, j), Change(way, mode, size, base_ahead(sentence, i)), "signed"))
    return found


def _is_level(sentence: SentenceTokens, i: int, j: int) -> bool:
    """Check whether a negative figure is a level: "was -18.6 % of employees", "20th with -0.34 points"."""
    return word_at(sentence.tokens, i - 1) in _STANDS or word_at(sentence.tokens, j) == "of"
