"""Find the seasonal adjustment in titles."""

from __future__ import annotations

import re


def adjusted(title: str) -> str:
    """Return the adjustment that a title names; empty where it names none.

    >>> adjusted("Gross Domestic Product: CVM SA £m"), adjusted("Rate, not seasonally adjusted"), adjusted("Unadjusted figure")
    ('Seasonally adjusted', 'Not seasonally adjusted', 'Not seasonally adjusted')
    """
    if re.search(r"\bNSA\b|(?i:\b(?:not seasonally |un)adjusted)", title):
        return "Not seasonally adjusted"
    return "Seasonally adjusted" if re.search(r"\bSA\b|(?i:seasonally adjusted)", title) else ""
