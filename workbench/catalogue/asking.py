"""From the words of anybody to a full-text query that is safe and quick.

Words are quoted one by one, so that no operator, quote or NUL of the user's reaches the query language. Very common words
are looked up only as far as time allows: the rarest words find, and the ranking afterwards weighs them all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.catalogue.schema import MANY
from workbench.match.keys import STOP, words
from workbench.match.porter import stem

MOST_WORDS = 48
BUDGET = 6_000
"""Titles that the words of one query may hold together: what takes about ten milliseconds."""

_KEPT = re.compile(r"[^\W_]+")


def full_text_query(text: str, common: Mapping[str, int]) -> str:
    """The FTS5 expression for some words, any of which may be met; empty where none is worth looking up.

    Args:
        text: The words, of whatever origin.
        common: For stems in many titles, in how many.
    """
    asked = dict.fromkeys(word for word in words(text) if word not in STOP and len(word) < 60)
    kept: list[str] = []
    titles = 0
    for word in sorted(list(asked)[:MOST_WORDS], key=lambda word: common.get(stem(word), 0)):
        titles += common.get(stem(word), MANY // 10)
        if kept and titles > BUDGET:
            break
        kept.extend(_KEPT.findall(word))
    return " OR ".join(f'"{word}"' for word in kept)
