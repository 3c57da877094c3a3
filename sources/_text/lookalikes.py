"""Unify letters that look alike in Cyrillic and Latin script: «Возраснa групa» mixes both in one word.

Offices type codes and labels by hand, and nobody sees to which alphabet an "a" belongs. So names are compared by their
looks.
"""

from __future__ import annotations

_CYRILLIC = "АВЕКМНОРСТХУЅІЈаеорсхуѕіј"
_LATIN = "ABEKMHOPCTXYSIJaeopcxysij"
_ONE = str.maketrans(_CYRILLIC, _LATIN)
_SMALL = str.maketrans(_CYRILLIC.lower(), _LATIN.lower())
"""For small letters: those whose capitals look alike count as alike too."""


def folded(text: str) -> str:
    """Normalise a text: look-alike letters unified, lower case, single spaces.

    >>> folded("Возраснa групa") == folded("Возрасна Група"), folded("МАРТ") == folded("март"), folded("2026М03")
    (True, True, '2026m03')
    """
    return " ".join(text.lower().translate(_SMALL).split())


def plain(text: str) -> str:
    """Unify look-alike letters, and keep capitals.

    >>> plain("2026М03")
    '2026M03'
    """
    return " ".join(text.translate(_ONE).split())
