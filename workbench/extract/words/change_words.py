"""Words of change: their direction, and whether they stand before or behind the figure.

The readers of amounts and of changes both need to know that "fell" means a change.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from workbench.core.claim import Direction
from workbench.extract.words.lexer import Tokens, word_at
from workbench.extract.words.word_files import raw_tables, roles, tables


@cache
def ways(part: str, language: str = "en") -> dict[str, Direction]:
    """Look up the words of one part of the word file's ``changes``, each with its direction.

    >>> ways("verbs")["fell"].value, ways("behind")["fewer"].value
    ('down', 'down')
    """
    table: dict[str, list[str]] = tables(language)["changes"][part]
    return {word: Direction(way) for way, words in table.items() for word in words}


@cache
def word_set(part: str, name: str, language: str = "en") -> frozenset[str]:
    """Look up a list of the word file's ``changes`` that has no directions.

    >>> sorted(word_set("bare", "unchanged"))
    ['constant', 'flat', 'identical', 'same', 'stable', 'unchanged']
    """
    return frozenset(tables(language)["changes"][part][name])


@cache
def multiples(language: str = "en") -> dict[str, str]:
    """Look up the words for multiples, with their factor as written.

    >>> multiples()["doubled"]
    '2'
    """
    table: dict[str, str] = tables(language)["changes"]["multiples"]
    return table


@cache
def factors(language: str = "en") -> dict[str, str]:
    """Look up words such as "twice", with their factor as written; they are multiples only in a comparison.

    >>> factors()["twice"], factors("de")["viermal"], factors("de")["zweihundertmal"], factors("mk")["петпати"]
    ('2', '4', '200', '5')
    """
    table: dict[str, str] = tables(language)["changes"]["factors"]
    raw, own = raw_tables(language), roles(language)
    numbers, endings = raw["numbers"], raw["changes"]["bare"]["times_endings"]
    hundreds = {f"{w}{r}": n * v for w, n in numbers["small"].items() if n > 1 for r, v in numbers["round"].items()}
    stems = {**numbers["small"], **numbers["tens"], **numbers["round"], **numbers["mixed"], **hundreds}
    compounds = {f"{stem}{ending}": n for ending in endings for stem, n in stems.items()}
    return {own.get(word, word): str(n) for word, n in compounds.items() if Decimal(n) > 1} | table


@cache
def all_change_words(language: str = "en") -> frozenset[str]:
    """List every word that may make a sentence state a change.

    >>> {"fell", "doubled", "twice"} <= all_change_words(), "table" in all_change_words()
    (True, False)
    """
    words = {
        *ways("verbs", language),
        *ways("nouns", language),
        *ways("behind", language),
        *ways("split", language),
        *(first for pair in ways("parted", language) for first in pair.split()[:1]),
        *multiples(language),
        *factors(language),
        *word_set("bare", "unchanged", language),
        *word_set("bare", "gone", language),
        *word_set("links", "lost", language),
        *word_set("links", "gained", language),
        "times",
        "fold",
    }
    return frozenset(words)


def leads_to_another(tokens: Tokens, k: int) -> bool:
    """Check whether the words behind a part make it one of another figure and not of a whole.

    Examples: "what it was", "dessen", "as many".

    >>> from workbench.extract.words.lexer import lex
    >>> [leads_to_another(lex(words), 0) for words in ("what it was", "as many", "as ever")]
    [True, True, False]

    Args:
        tokens: The sentence.
        k: The index of the first word behind the part, past "of".
    """
    word, language = word_at(tokens, k), tokens.language
    sized = word in word_set("bare", "as_much", language) and word_at(tokens, k + 1) in word_set(
        "bare", "sizes", language
    )
    return sized or word in word_set("bare", "that_of", language)


def is_change_word(word: str, language: str = "en") -> bool:
    """Check whether a word means a change.

    >>> is_change_word("rose"), is_change_word("stood")
    (True, False)
    """
    return word in ways("verbs", language) or word in ways("nouns", language) or word in multiples(language)
