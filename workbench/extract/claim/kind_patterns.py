"""Kinds of claims in languages other than English, by patterns of the word file.

A promise is a promise in any language, and each says it with a handful of words. English, which most
speeches here are in, has finer patterns of its own in `english_kinds`.
"""

from __future__ import annotations

from workbench.extract.words.word_patterns import spared_numbered


def tells(kind: str, words: str, language: str) -> bool:
    """Whether words tell of a kind of claim.

    Args:
        kind: ``promise``, ``opinion``, ``rank``, ``comparison`` or ``share``.
        words: A sentence or clause.
        language: One with a word file, or ``und``.

    >>> tells("promise", "Wir werden 500 Stellen schaffen.", "de"), tells("promise", "Ќе вработиме лекари.", "mk")
    (True, True)
    >>> tells("promise", "Es wurden 500 Stellen geschaffen.", "de")
    False
    """
    found = spared_numbered("kinds", kind, language)
    return found is not None and found.search(words) is not None
