"""Finds whether a series has balances or deficits, and of which sector: the budget or trade."""

from __future__ import annotations

import re

from workbench.core.claim import Account
from workbench.core.series import Series

_DEFICIT = re.compile(r"\b(?:deficits?|shortfall)\b", re.IGNORECASE)
_BUDGET = re.compile(r"\b(?:budget(?:ary)?|fiscal|government|public)\b", re.IGNORECASE)
_TRADE = re.compile(r"\b(?:trade|goods|merchandise|external|exports?|imports?|current\saccount)\b", re.IGNORECASE)
_BALANCE = re.compile(
    r"\b(?:balances?|surplus(?:es)?|net\s(?:lending|borrowing|exports?|trade)|current\saccount)\b", re.IGNORECASE
)

_ACCOUNTS = ((Account.BUDGET, _BUDGET), (Account.TRADE, _TRADE))


def is_balance(series: Series) -> bool:
    """Check whether a series has balances, so that a deficit is below zero."""
    return _BALANCE.search(series.title) is not None


def is_deficit(series: Series) -> bool:
    """Check whether a series has deficits, so that a deficit is above zero."""
    return _DEFICIT.search(series.title) is not None


def accounts_of(series: Series) -> frozenset[Account]:
    """Find the sector whose balance a series is, as far as its title says.

    >>> from workbench.core.series import SeriesRef
    >>> sorted(accounts_of(Series(ref=SeriesRef("mine", "x"), title="Trade balance in goods")))
    [<Account.TRADE: 'trade'>]
    """
    return frozenset(account for account, words in _ACCOUNTS if words.search(series.title))
