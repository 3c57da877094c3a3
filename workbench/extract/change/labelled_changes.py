"""Changes that a label names before their figure: "Decrease over the period: 71.6 per cent", "Rückgang gegenüber 2016: 5 %"."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.core.claim import Change, ChangeMode, Mention
from workbench.extract.change.base_period import base_ahead
from workbench.extract.change.modes import MODES
from workbench.extract.change.tokens_and_amounts import SentenceTokens
from workbench.extract.words.change_words import ways
from workbench.extract.words.lexer import word_at

_LONGEST = 12
"""Most words of a label."""
_LEAD = 3
"""Last words of a label that may be its noun: "the annual decrease" is one, "the reason for the decrease" is none."""
_MARKS = frozenset({";", ":", ".", "(", "!", "?"})


def labelled(sentence: SentenceTokens) -> Iterator[Mention[Change]]:
    """Yield changes that consist of a label and a figure, the label being a noun of change without a figure of its own.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.words.lexer import lex
    >>> said = "Decrease over the period: 71.6 per cent"
    >>> [m.value.direction.value for m in labelled(SentenceTokens.of(lex(said), find_amounts(said), []))]
    ['down']
    """
    nouns = ways("nouns", sentence.tokens.language)
    for amount in sentence.amounts:
        i, j = sentence.tokens_of(amount.span)
        start = _label(sentence, i)
        if start is None or amount.value.low < 0:
            continue
        noun = next((word for word in sentence.tokens.lows[start : min(i - 1, start + _LEAD)] if word in nouns), None)
        if noun is not None:
            mode = MODES.get(amount.value.unit.dimension, ChangeMode.ABSOLUTE)
            change = Change(nouns[noun], mode, amount, base_ahead(sentence, i))
            yield Mention(sentence.span(start, j), change, "labelled")


def _label(sentence: SentenceTokens, i: int) -> int | None:
    """Find the start of the label whose colon stands right before a token; None for no label, or one with a figure."""
    if word_at(sentence.tokens, i - 1) != ":":
        return None
    start = max(
        (k + 1 for k in range(max(0, i - 1 - _LONGEST), i - 1) if word_at(sentence.tokens, k) in _MARKS), default=0
    )
    held = any(start <= sentence.tokens_of(each.span)[0] < i - 1 for each in sentence.amounts)
    return None if held or not 0 < i - 1 - start <= _LONGEST else start
