"""The prices of a claim's figure (real or nominal), its seasonal adjustment, and the base year of its index."""

from __future__ import annotations

import re

from workbench.core.claim import Claim
from workbench.core.relations import Adjustment, Prices
from workbench.extract.relations.nearby import has_phrase

_INDEX_BASE = re.compile(r"\b((?:19|20)\d\d)\s?=\s?100\b")


def prices_of(claim: Claim) -> Prices | None:
    """Find whether a claim's figures are real or nominal; None where it does not say.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> said = "Wages rose by 3 percent in real terms."
    >>> claim = Claim(id="c", document="d", span=Span(6, 23), quote="", sentence=Span(0, 38), context=said, kind=ClaimKind.CHANGE)
    >>> prices_of(claim).name
    'REAL'
    """
    words = f"{claim.measure} {claim.quote} {claim.context}"
    if has_phrase(claim, "nominal", words):
        return Prices.NOMINAL
    return Prices.REAL if has_phrase(claim, "real", words) else None


def adjustment_of(claim: Claim) -> Adjustment | None:
    """Find whether a claim's figures are seasonally adjusted or unadjusted; None where its sentence does not say.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> said = "The unadjusted rate was 5 percent."
    >>> claim = Claim(id="c", document="d", span=Span(24, 33), quote="", sentence=Span(0, 34), context=said, kind=ClaimKind.LEVEL)
    >>> adjustment_of(claim).value
    'unadjusted'
    """
    if has_phrase(claim, "unadjusted", claim.context):
        return Adjustment.RAW
    return Adjustment.ADJUSTED if has_phrase(claim, "adjusted", claim.context) else None


def index_base_of(claim: Claim) -> int | None:
    """Find the base year of an index (the year set to 100) in a claim's sentence; None where it names none.

    >>> from workbench.core.claim import ClaimKind
    >>> from workbench.core.document import Span
    >>> said = "The index stood at 120 (2015 = 100)."
    >>> claim = Claim(id="c", document="d", span=Span(19, 22), quote="", sentence=Span(0, 36), context=said, kind=ClaimKind.LEVEL)
    >>> index_base_of(claim)
    2015
    """
    found = _INDEX_BASE.search(claim.context) if "100" in claim.context else None
    return int(found[1]) if found else None
