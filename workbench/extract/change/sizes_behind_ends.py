"""Reads the size of a change that is told behind its two ends: "rose from 146 tonnes in 2015 to 374 in 2018, by 228 tonnes"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.core.claim import Change, ChangeMode, Mention
from workbench.core.document import Span
from workbench.core.quantity import Amount
from workbench.extract.amounts.hedges import hedge_before, past_emphasis
from workbench.extract.change.modes import MODES
from workbench.extract.change.tokens_and_amounts import SentenceTokens
from workbench.extract.words.change_words import word_set
from workbench.extract.words.lexer import word_at

_PAUSES = frozenset({",", "(", "–", "—", "-"})
_BEFORE_PERIOD = frozenset({"in", "the", "year", "by", "of"})


def with_sizes_behind(sentence: SentenceTokens, found: Sequence[Mention[Change]]) -> list[Mention[Change]]:
    """Add to changes that are given by their ends the size right behind them.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> from workbench.extract.change.changes import find_changes
    >>> text = "It rose from 146 tonnes to 374 tonnes, by 228 tonnes."
    >>> [str(m.value.amount.value.low) for m in find_changes(text, find_amounts(text), [], None)]
    ['228']
    """
    if "by" not in sentence.tokens.words or not any(_lacks_size(each.value) for each in found):
        return list(found)
    read = {figure.span for each in found for figure in each.value.figures}
    return [_sized(sentence, each, read) for each in found]


def _lacks_size(change: Change) -> bool:
    return change.amount is None and change.origin is not None and change.target is not None


def _sized(sentence: SentenceTokens, mention: Mention[Change], read: set[Span]) -> Mention[Change]:
    change = mention.value
    if change.origin is None or change.target is None or change.amount is not None:
        return mention
    last = max(change.origin.span, change.target.span)
    size = next((m for m in sentence.amounts if m.span.start >= last.end), None)
    if size is None or size.span in read or not _stands_behind(sentence, last, size):
        return mention
    kind, ends = size.value.unit.dimension, change.target.value.unit
    if kind not in MODES and size.value.unit != ends:
        return mention
    sized = replace(change, amount=size, mode=MODES.get(kind, ChangeMode.ABSOLUTE))
    return replace(mention, span=Span(mention.span.start, size.span.end), value=sized)


def _stands_behind(sentence: SentenceTokens, last: Span, size: Mention[Amount]) -> bool:
    """Check whether only the time of the last figure, a pause and "by" stand before a size, or words that take up what was told."""
    tokens, first = sentence.tokens, sentence.tokens_of(size.span)[0]
    hedge = hedge_before(tokens, first)
    by = past_emphasis(tokens, (hedge[1] if hedge else first) - 1)
    k = sentence.tokens_of(last)[1]
    if word_at(tokens, by) != "by" or by < k:
        return False
    at, period = next(sentence.periods_from(k, len(_BEFORE_PERIOD)), (k, None))
    if period is not None and at < by and _BEFORE_PERIOD.issuperset(tokens.lows[k:at]):
        k = sentence.tokens_of(period.span)[1]
    taken_up = _PAUSES | word_set("links", "thus", tokens.language) | word_set("links", "that_is", tokens.language)
    return taken_up.issuperset(tokens.lows[k:by])
