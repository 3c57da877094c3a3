"""What tells the kinds of claims apart in other languages than English: patterns of the word file.

Why this file exists: a promise is a promise in any language, and each says it with a handful of words. English, which most
speeches here are in, has finer patterns of its own in `kinds`.
"""

from __future__ import annotations

import re
from functools import cache

from workbench.extract.word_files import raw_tables


@cache
def _pattern(kind: str, language: str) -> re.Pattern[str] | None:
    parts: list[str] = raw_tables(language)["kinds"][kind]
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE) if parts else None


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
    found = _pattern(kind, language)
    return found is not None and found.search(words) is not None
