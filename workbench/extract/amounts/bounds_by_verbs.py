"""Read the bounds that verbs and far denials set: "exceeded 10 percent", "did not reach 10 percent".

A hedge stands right before its figure ("more than 10"). These bounds are read from the words of the clause before and
after it: "at no time in 2008 was it above 10 percent".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.core.claim import Mention
from workbench.core.quantity import Amount, Dimension, Relation
from workbench.extract.amounts.double_digit_figures import BOUNDS
from workbench.extract.words.word_patterns import possible_classes, prefiltered

_BY_VERB = (("approached", Relation.NEARLY), ("exceeded", Relation.MORE_THAN), ("missed", Relation.LESS_THAN))
"""Classes of phrases that end right before a figure, each with the bound that it sets."""

_BY_VERB_BEHIND = (("exceeded_behind", Relation.MORE_THAN), ("missed_behind", Relation.LESS_THAN))
"""The same for phrases right behind a figure."""

_CLASSES = (
    *("exceeded", "exceeded_behind", "approached", "approached_behind"),
    *("missed", "missed_behind", "not_reached", "not_reached_behind", "at_no_time", "passed"),
)
_MANY = 1_000
"""A figure from which "passed" is no vote on laws: "arrivals passed 2 million"."""

_DENIED = {Relation.MORE_THAN: Relation.AT_MOST, Relation.LESS_THAN: Relation.AT_LEAST}
_DENIED_DIGITS = {rule: _DENIED.get(bound, Relation.LESS_THAN) for rule, bound in BOUNDS.items()}


def with_bounds_by_verbs(words: str, amounts: Sequence[Mention[Amount]], language: str) -> list[Mention[Amount]]:
    """Apply to the amounts of a sentence the bounds that its verbs and denials set.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "Inflation exceeded 10 percent.", "Never did it reach 10 percent.", "At no time in 2008 was it above 10 percent."
    >>> [str(with_bounds_by_verbs(words, find_amounts(words), "en")[-1].value) for words in said]
    ['more than 10 percentage', 'less than 10 percentage', 'at most 10 percentage']

    Args:
        words: The sentence.
        amounts: Its amounts, in order.
        language: Two letters. Without a word file for it the amounts stay unchanged.
    """
    if not amounts or not possible_classes(words, "bounds", _CLASSES, language):
        return list(amounts)
    return [_bound(words, mention, language) for mention in amounts]


def _bound(words: str, mention: Mention[Amount], language: str) -> Mention[Amount]:
    """Apply the bound of a verb, or reverse the amount's own bound where the beginning of the clause denies it."""
    amount = mention.value
    relation = _by_verb(words, mention, language) if amount.relation is Relation.IS else None
    if relation is None and _found(words[: mention.span.start], "at_no_time", language):
        relation = _DENIED_DIGITS.get(mention.rule) or _DENIED.get(amount.relation)
    return mention if relation is None else replace(mention, value=replace(amount, relation=relation))


def denies_from_afar(before: str, amount: Amount, language: str) -> bool:
    """Check whether a bound results from a denial at the beginning of the clause.

    "At no time did it fall below | 5" reports no fall, although its verb is one.

    >>> from workbench.extract.amounts.amounts import find_amounts
    >>> said = "Never did it fall below 5 percent."
    >>> (mention,) = with_bounds_by_verbs(said, find_amounts(said), "en")
    >>> denies_from_afar("Never did it fall below ", mention.value, "en")
    True

    Args:
        before: What stands before the figure.
        amount: The figure with its bound.
        language: Two letters of a language with a word file.
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
    return _passed(before, mention, language) or _by_verb_behind(before, behind, language)


def _passed(before: str, mention: Mention[Amount], language: str) -> Relation | None:
    """Return the bound that a great number or money has passed: "arrivals passed 2 million"."""
    great = mention.value.low >= _MANY or mention.value.unit.dimension is Dimension.MONEY
    found = _found(before, "passed", language) if great else None
    return None if found is None else _unless_denied(Relation.MORE_THAN, before[: found.start()], found[0], language)


def _by_verb_behind(before: str, behind: str, language: str) -> Relation | None:
    """Return the bound of a verb that ends its clause: "hat die Marke von 3 Milliarden | überschritten"."""
    if _found(behind, "approached_behind", language):
        return Relation.NEARLY
    for key, relation in _BY_VERB_BEHIND:
        if found := _found(behind, key, language):
            return _unless_denied(relation, before, found[0], language)
    return None


def _unless_denied(relation: Relation, before: str, verb: str, language: str) -> Relation:
    """Return the bound of a verb, or its opposite where the verb is denied.

    Examples: "did not | exceed", "überstieg nie", "at no time … | exceeded".
    """
    denied = any(_found(before, key, language) for key in ("denies_verb", "at_no_time"))
    return _DENIED.get(relation, relation) if denied or _found(verb, "denied_within", language) else relation


def _found(words: str, key: str, language: str) -> re.Match[str] | None:
    phrases = prefiltered("bounds", key, language)
    return None if phrases is None else phrases.search(words)
