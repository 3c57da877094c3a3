"""Letters that look alike in Cyrillic and Latin script, made one: «Возраснa групa» is written in both, within one word.

An office types its codes and labels by hand, and nobody sees which alphabet an "a" is of. Names are
compared by what they look like.
"""

from __future__ import annotations

_CYRILLIC = "АВЕКМНОРСТХУЅІЈаеорсхуѕіј"
_LATIN = "ABEKMHOPCTXYSIJaeopcxysij"
_ONE = str.maketrans(_CYRILLIC, _LATIN)
_SMALL = str.maketrans(_CYRILLIC.lower(), _LATIN.lower())
"""For small letters: those whose capitals look alike count as alike too."""


def folded(text: str) -> str:
    """Return a text with letters that look alike made one, small letters, single spaces.

    >>> folded("Возраснa групa") == folded("Возрасна Група"), folded("МАРТ") == folded("март"), folded("2026М03")
    (True, True, '2026m03')
    """
    return " ".join(text.lower().translate(_SMALL).split())


def plain(text: str) -> str:
    """Return the same with capitals as they are.

    >>> plain("2026М03")
    '2026M03'
    """
    return " ".join(text.translate(_ONE).split())
