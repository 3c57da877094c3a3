"""Further qualifiers: the kind of a deficit, and growth that is itself the measure."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.claim import Account, Claim, Mention, Qualifier, Sort
from workbench.extract.words.word_files import file_for
from workbench.extract.words.word_patterns import word_pattern

_ACCOUNTS = ((Account.BUDGET, "budget"), (Account.TRADE, "trade"))
_SIGNED = {Sort.DEFICIT, Sort.SURPLUS}


def with_accounts_and_growth(claim: Claim) -> tuple[Mention[Qualifier], ...]:
    """Complete a claim's qualifiers: whose a deficit or surplus is, and growth where the measure is a growth rate.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> said = Mention(Span(6, 13), Qualifier(sort=Sort.DEFICIT, what="deficit"), "deficit")
    >>> claim = Claim(
    ...     id="c", document="d", span=Span(0, 13), quote="", sentence=Span(0, 13), context="", kind=ClaimKind.LEVEL,
    ...     measure="trade deficit", qualifiers=(said,),
    ... )
    >>> [each.value.accounts[0].value for each in with_accounts_and_growth(claim)]
    ['trade']
    """
    found = tuple(_with_accounts(claim, mention) for mention in claim.qualifiers)
    return found if claim.qualified(Sort.GROWTH) else (*found, *_growth(claim))


def _with_accounts(claim: Claim, mention: Mention[Qualifier]) -> Mention[Qualifier]:
    if mention.value.sort not in _SIGNED:
        return mention
    words = f"{claim.measure} {mention.value.what}"
    accounts = tuple(account for account, key in _ACCOUNTS if _found(claim, key, words))
    return replace(mention, value=replace(mention.value, accounts=accounts))


def _growth(claim: Claim) -> tuple[Mention[Qualifier], ...]:
    """Add growth as the measure to a claim that an earlier version stored without it."""
    said = _found(claim, "growth", claim.measure)
    if not said:
        return ()
    return (Mention(claim.span, Qualifier(sort=Sort.GROWTH, what=said), Sort.GROWTH.value),)


def _found(claim: Claim, key: str, words: str) -> str:
    pattern = word_pattern("qualifiers", key, file_for(claim.language))
    found = None if pattern is None else pattern.search(words)
    return "" if found is None else found[0]
