"""The superlatives of the word files, in one list a language: who asks for a rank, a record or a standing takes them from here."""

from __future__ import annotations

from functools import cache

from workbench.extract.words.word_files import raw_tables

ENDS = ("highest", "lowest")
OF_FIGURES = "highest|lowest|largest|smallest"
"""English superlatives that place figures and no people: "the highest five" is a rank, "the richest 80" are somebody."""

EITHER = (*ENDS, "neither")
"""Classes of superlatives: those that put the highest first, the lowest first, and those that do not say."""


@cache
def superlatives(language: str, classes: tuple[str, ...] = EITHER) -> str:
    """Return the superlatives of some classes, as alternatives of a regular expression without a group around them.

    >>> "fewest" in superlatives("en").split("|"), superlatives("xx")
    (True, '(?!)')

    Args:
        language: One with a word file, or ``und``.
        classes: Classes of superlatives: ``highest``, ``lowest``, ``neither``, ``most``, ``least``.
    """
    table = raw_tables(language)["relations"]
    return "|".join(word for kind in classes for word in table[kind]) or "(?!)"
