"""Finds multiples, and tells those of a number from those of an amount: "twice as | many women" counts heads, "twice as much" does not."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.change import AS_MANY, AS_MUCH
from workbench.core.claim import Change, Mention
from workbench.extract.change.doubled_and_halved import multiplied
from workbench.extract.change.tokens_and_amounts import SentenceTokens
from workbench.extract.change.twice_as_much import as_much
from workbench.extract.words.change_words import word_set
from workbench.extract.words.lexer import word_at
from workbench.extract.words.word_tables import label_words

_BEHIND = 3
"""Most words from a multiple to the word that counts: "twice | as many", "doppelt | so viele", "двојно | повеќе"."""


def multiples_in(sentence: SentenceTokens) -> list[Mention[Change]]:
    """Find the multiples of a sentence, each with the rule that says whether heads are counted.

    >>> from workbench.extract.words.lexer import lex
    >>> said = "There were twice as many women as in 2010.", "It cost twice as much as in 2010."
    >>> [[m.rule for m in multiples_in(SentenceTokens.of(lex(text), [], []))] for text in said]
    [['as-many'], ['as-much']]
    """
    found = [*as_much(sentence), *multiplied(sentence)]
    if not found:
        return found
    return [replace(m, rule=AS_MANY) if m.rule == AS_MUCH and _counts(sentence, m) else m for m in found]


def _counts(sentence: SentenceTokens, mention: Mention[Change]) -> bool:
    """Check whether a word right behind a multiple counts things ("many"), or people stand behind "more"."""
    tokens, end = sentence.tokens, sentence.end_of(mention.span.end)
    counting = word_set("bare", "counting", tokens.language)
    more, people = word_set("bare", "in_number", tokens.language), label_words(tokens.language).persons
    there = range(end - 1, min(end + _BEHIND, len(tokens)))
    many = any(word_at(tokens, k) in counting for k in there)
    return many or any(word_at(tokens, k) in more and word_at(tokens, k + 1) in people for k in there)
