"""Signs and short spellings that are read as the words they stand for: "2005→2017" as "2005 to 2017", "thru" as "through"."""

from __future__ import annotations

import re
from collections.abc import Sequence

ARROW = r"[-–=]{1,2}>|[→➔➜➝⟶⇒➡]"
"""Arrows, as one sign each."""

_STANDS_FOR = re.compile(rf"{ARROW}|\bthru\b", re.IGNORECASE)
_ARROW = re.compile(ARROW)
_NEXT = 3
"""A sign of money may stand between an arrow and the figure that it leads to."""


def has_short_forms(text: str) -> bool:
    """Check whether a text has any of these.

    >>> has_short_forms("2005→2017"), has_short_forms("2005 to 2017")
    (True, False)
    """
    return _STANDS_FOR.search(text) is not None


def in_full(lows: Sequence[str]) -> list[str]:
    """Replace them in the words of a text; an arrow only where it leads from something to a figure.

    >>> in_full(["8", "%", "->", "$", "5"]), in_full(["→", "more"]), in_full(["2010", "thru", "2012"])
    (['8', '%', 'to', '$', '5'], ['→', 'more'], ['2010', 'through', '2012'])
    """
    return [_in_full(low, i > 0, lows[i + 1 : i + _NEXT]) for i, low in enumerate(lows)]


def _in_full(low: str, inside: bool, behind: Sequence[str]) -> str:
    if low == "thru":
        return "through"
    leads = inside and any(word[:1].isdigit() for word in behind)
    return "to" if leads and _ARROW.fullmatch(low) else low
