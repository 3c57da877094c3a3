"""The superlatives of the word files, in one list per language, for the readers of ranks, records and standings."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from workbench.extract.words.word_files import file_for, raw_tables

ENDS = ("highest", "lowest")
OF_FIGURES = "highest|lowest|largest|smallest"
"""English superlatives of figures and not of people: "the highest five" is a rank, "the richest 80" are people."""

EITHER = (*ENDS, "neither")
"""Classes of superlatives: the highest first, the lowest first, and without such an order."""


@cache
def superlatives(language: str, classes: tuple[str, ...] = EITHER) -> str:
    """Join the superlatives of some classes to alternatives of a regular expression, without a group around them.

    >>> "fewest" in superlatives("en").split("|"), superlatives("xx")
    (True, '(?!)')

    Args:
        language: One with a word file, or ``und``.
        classes: Classes of superlatives: ``highest``, ``lowest``, ``neither``, ``most``, ``least``.
    """
    table = raw_tables(language)["relations"]
    return "|".join(word for kind in classes for word in table[kind]) or "(?!)"


def is_superlative(words: str, end: str, language: str) -> bool:
    """Check whether words begin with a superlative of one end.

    >>> is_superlative("lowest level", "lowest", "en"), is_superlative("lowest level", "highest", "en")
    (True, False)

    Args:
        words: The words.
        end: ``highest`` or ``lowest``.
        language: Two letters.
    """
    return re.match(rf"(?:{superlatives(file_for(language), (end,))})\b", words, re.IGNORECASE) is not None


def precedes(found: re.Match[str], nouns: Collection[str]) -> bool:
    """Check whether the word right behind a superlative is one of some nouns: "auf den niedrigsten | Wert".

    >>> precedes(re.search("lowest", "the lowest level"), {"level"})
    True

    Args:
        found: The superlative.
        nouns: The nouns, in small letters.
    """
    behind = re.compile(r"\s([^\W\d_]+)").match(found.string, found.end())
    return behind is not None and behind[1].casefold() in nouns
