"""Translates a claim's units and denominators into English, the language of titles: "Mensch" is persons, "4 Prozent des BIP" is of GDP."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from workbench.core.claim import Change, Claim, Mention, Qualifier, Sort
from workbench.core.quantity import Amount
from workbench.match.words.glossary import languages
from workbench.match.words.translation import english_of, language_of

_CAPITAL = "de"
"""The language of the glossaries that writes nouns with a capital letter."""


def in_english(claim: Claim) -> Claim:
    """Translate the names of what a claim counts, and of its denominators, into English. Its words stay as they were said."""
    language = language_of(claim.context, claim.language)
    if language not in languages():
        return claim
    amount, change, qualifier = partial(_amount, language), partial(_change, language), partial(_qualifier, language)
    return replace(
        claim,
        amount=claim.amount and replace(claim.amount, value=amount(claim.amount.value)),
        change=claim.change and replace(claim.change, value=change(claim.change.value)),
        amounts=tuple(replace(each, value=amount(each.value)) for each in claim.amounts),
        changes=tuple(replace(each, value=change(each.value)) for each in claim.changes),
        qualifiers=tuple(replace(each, value=qualifier(each.value)) for each in claim.qualifiers),
    )


def _amount(language: str, amount: Amount) -> Amount:
    unit = amount.unit
    named = english_of(unit.name, language) if unit.name else ""
    return replace(amount, unit=replace(unit, name=named, per=_per(language, unit.per)))


def _per(language: str, per: str) -> str:
    """Translate the denominator of a rate with its number: "100.000 Einwohner" are 100,000 of the population."""
    thing = per.lstrip("0123456789., ")
    return f"{per[: len(per) - len(thing)]}{_noun_in_english(thing, language)}" if thing else per


def _noun_in_english(thing: str, language: str) -> str:
    """Translate a denominator; units are kept in small letters, in which "frauen" is no word of German."""
    found = english_of(thing.title() if language == _CAPITAL else thing, language)
    return thing if found.casefold() == thing.casefold() else found


def _change(language: str, change: Change) -> Change:
    amount, origin, target = (_mention(language, each) for each in (change.amount, change.origin, change.target))
    return replace(change, amount=amount, origin=origin, target=target)


def _mention(language: str, mention: Mention[Amount] | None) -> Mention[Amount] | None:
    return mention and replace(mention, value=_amount(language, mention.value))


def _qualifier(language: str, qualifier: Qualifier) -> Qualifier:
    if qualifier.sort is Sort.AGED:  # which already are the words of titles
        return qualifier
    if qualifier.sort is Sort.PER and qualifier.what:
        return replace(qualifier, what=_noun_in_english(qualifier.what, language))
    return replace(qualifier, what=english_of(qualifier.what, language) if qualifier.what else "")
