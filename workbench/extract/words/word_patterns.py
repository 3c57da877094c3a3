"""Patterns of the word files: what phrases a language says something with.

"per inhabitant", "in all" and "than in" are phrases of many shapes; each language lists its own as regular
expressions, read without regard to capitals.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from workbench.core.text import Span
from workbench.extract.words.word_files import raw_tables


@cache
def word_pattern(table: str, key: str, language: str) -> re.Pattern[str] | None:
    """The phrases of one class as one expression; None where the language has none.

    >>> bool(word_pattern("qualifiers", "in_all", "de").search("Insgesamt waren es 40.")), word_pattern("kinds", "rank", "xx")
    (True, None)

    Args:
        table: A table of the word file.
        key: A class of phrases in it.
        language: One with a word file, or ``und``.
    """
    parts: list[str] = raw_tables(language)[table][key]
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE) if parts else None


@lru_cache(maxsize=256)  # every claim of a sentence asks the same
def phrases_in(text: str, whole: Span, table: str, key: str, language: str) -> tuple[re.Match[str], ...]:
    """The phrases of one class in a stretch of a text, in order.

    >>> [found[0] for found in phrases_in("12 in all, 3 in sum", Span(0, 19), "qualifiers", "in_all", "en")]
    ['in all', 'in sum']

    Args:
        text: The whole text.
        whole: The stretch, such as a sentence.
        table: A table of the word file.
        key: A class of phrases in it.
        language: One with a word file, or ``und``.
    """
    pattern = word_pattern(table, key, language)
    return () if pattern is None else tuple(pattern.finditer(text, whole.start, whole.end))
