"""Words of change: which way, and whether they stand before or behind the figure.

Why this room exists: readers of amounts and of changes both need to know that "fell" speaks of a change.
"""

from __future__ import annotations

from functools import cache

from workbench.core.claim import Direction
from workbench.extract.lexicon import tables

_WAYS = {"up": Direction.UP, "down": Direction.DOWN, "flat": Direction.FLAT}


@cache
def ways(part: str) -> dict[str, Direction]:
    """The words of one part of the word file's [changes] with their direction.

    >>> ways("verbs")["fell"].value, ways("behind")["fewer"].value
    ('down', 'down')
    """
    table = tables()["changes"][part]
    return {word: _WAYS[way] for way, words in table.items() for word in words}


@cache
def multiples() -> dict[str, str]:
    """Verbs that multiply, with their factor as written."""
    table: dict[str, str] = tables()["changes"]["multiples"]
    return table


def is_change_word(word: str) -> bool:
    """Whether a word tells of a change at all.

    >>> is_change_word("rose"), is_change_word("stood")
    (True, False)
    """
    return word in ways("verbs") or word in ways("nouns") or word in multiples()
