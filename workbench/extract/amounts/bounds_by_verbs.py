"""Bounds that verbs and far denials set: "exceeded 10 percent", "did not reach 10 percent", "at no time in 2008 was it above 10 percent".

A hedge stands right before its figure ("more than 10"); these are read from the words of the clause before and behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.core.claim import Mention
from workbench.core.quantity import Amount, Relation
from workbench.extract.amounts.counts_of_digits import BOUNDS
from workbench.extract.words.word_patterns import held, spared

_BY_VERB = (("approached", Relation.NEARLY), ("exceeded", Relation.MORE_THAN), ("missed", Relation.LESS_THAN))
"""Classes of phrases that end right before a figure, each with the bound that it sets."""

_CLASSES = (
    *("exceeded", "exceeded_behind", "approached", "approached_behind"),
    *("missed", "not_reached", "not_reached_behind", "at_no_time"),
)
_DENIED = {Relation.MORE_THAN: Relation.AT_MOST, Relation.LESS_THAN: Relation.AT_LEAST}
_DENIED_DIGITS = {rule: _DENIED.get(bound, Relation.LESS_THAN) for rule, bound in BOUNDS.items()}


def with_bounds_by_verbs(words: str, amounts: Sequence[Mention[Amount]], language: str) -> list[Mention[Amount]]:
    """Return the amounts of a sentence with the bounds that its verbs and its denials set.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "Inflation exceeded 10 percent.", "Never did it reach 10 percent.", "At no time in 2008 was it above 10 percent."
    >>> [str(with_bounds_by_verbs(words, find_amounts(words), "en")[-1].value) for words in said]
    ['more than 10 percentage', 'less than 10 percentage', 'at most 10 percentage']

    Args:
        words: The sentence.
        amounts: Its amounts, in order.
        language: One with a word file; of any other they stay as they are.
    """
    if not amounts or not held(words, "bounds", _CLASSES, language):
        return list(amounts)
    return [_bound(words, mention, language) for mention in amounts]


def _bound(words: str, mention: Mention[Amount], language: str) -> Mention[Amount]:
    """Return an amount with the bound of a verb, or with the opposite of its own where the clause denies it at its beginning."""
    amount = mention.value
    relation = _by_verb(words, mention, language) if amount.relation is Relation.IS else None
    if relation is None and _found(words[: mention.span.start], "at_no_time", language):
        relation = _DENIED_DIGITS.get(mention.rule) or _DENIED.get(amount.relation)
    return mention if relation is None else replace(mention, value=replace(amount, relation=relation))


def denies_from_afar(before: str, amount: Amount, language: str) -> bool:
    """Return whether a bound is that of a clause that denies it at its beginning: "at no time did it fall below | 5" tells of no fall.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "Never did it fall below 5 percent."
    >>> (mention,) = with_bounds_by_verbs(said, find_amounts(said), "en")
    >>> denies_from_afar("Never did it fall below ", mention.value, "en")
    True

    Args:
        before: What stands before the figure.
        amount: The figure with its bound.
        language: One with a word file.
    """
    bound = amount.relation in _DENIED.values()
    return bound and _found(before, "at_no_time", language) is not None


def _by_verb(words: str, mention: Mention[Amount], language: str) -> Relation | None:
    before, behind = words[: mention.span.start], words[mention.span.end :]
    if _found(before, "not_reached", language) or _found(behind, "not_reached_behind", language):
        return Relation.LESS_THAN
    for key, relation in _BY_VERB:
        if found := _found(before, key, language):
            return _unless_denied(relation, before[: found.start()], found[0], language)
    if _found(behind, "approached_behind", language):  # where a language ends its clauses with the verb
        return Relation.NEARLY
    found = _found(behind, "exceeded_behind", language)
    return None if found is None else _unless_denied(Relation.MORE_THAN, before, found[0], language)


def _unless_denied(relation: Relation, before: str, verb: str, language: str) -> Relation:
    """Return the bound of a verb; its opposite where the verb is denied: "did not | exceed", "überstieg nie", "at no time … | exceeded"."""
    denied = any(_found(before, key, language) for key in ("denies_verb", "at_no_time"))
    return _DENIED.get(relation, relation) if denied or _found(verb, "denied_within", language) else relation


def _found(words: str, key: str, language: str) -> re.Match[str] | None:
    phrases = spared("bounds", key, language)
    return None if phrases is None else phrases.search(words)
