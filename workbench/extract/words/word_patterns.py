"""Patterns of the word files: what phrases a language says something with.

"per inhabitant", "in all" and "than in" are phrases of many shapes; each language lists its own as regular
expressions, read without regard to capitals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from workbench.extract.words.small_numbers import number_pattern, ordinal_pattern
from workbench.extract.words.spared import Spared, SparedTogether, joined
from workbench.extract.words.word_files import raw_tables


@cache
def word_pattern(table: str, key: str, language: str) -> re.Pattern[str] | None:
    """Return the phrases of one class as one expression; None where the language has none.

    >>> bool(word_pattern("qualifiers", "in_all", "de").search("Insgesamt waren es 40.")), word_pattern("kinds", "rank", "xx")
    (True, None)

    Args:
        table: A table of the word file.
        key: A class of phrases in it.
        language: One with a word file, or ``und``.
    """
    parts = _phrases(table, key, language)
    return re.compile(joined(parts), re.IGNORECASE) if parts else None


@cache
def _phrases(table: str, key: str, language: str, *, numbered: bool = False) -> tuple[str, ...]:
    """Return the phrases of one class with the language's own words in them; where numbered, each with names of groups of its own."""
    parts = [_filled(part, language) for part in raw_tables(language)[table][key]]
    return tuple(_GROUP.sub(rf"(?P<\1_{n}>", part) for n, part in enumerate(parts)) if numbered else tuple(parts)


@cache
def spared(table: str, key: str, language: str) -> Spared | None:
    """Return the phrases of one class, run on those texts alone that hold letters of them; None where the language has none.

    >>> spared("qualifiers", "in_all", "en").search("12 in all")[0], spared("kinds", "rank", "xx")
    ('in all', None)

    Args:
        table: A table of the word file.
        key: A class of phrases in it.
        language: One with a word file, or ``und``.
    """
    pattern = word_pattern(table, key, language)
    return None if pattern is None else Spared(pattern, _phrases(table, key, language))


@cache
def spared_numbered(table: str, key: str, language: str) -> Spared | None:
    """Return the same of `numbered_pattern`.

    >>> spared_numbered("relations", "in_a_row", "en").search("two straight quarters")[0]
    'two straight quarters'
    """
    pattern = numbered_pattern(table, key, language)
    return None if pattern is None else Spared(pattern, _phrases(table, key, language, numbered=True))


@lru_cache(maxsize=256)  # every claim of a sentence asks the same
def phrases_in(text: str, whole: tuple[int, int], table: str, key: str, language: str) -> tuple[re.Match[str], ...]:
    """Return the phrases of one class in a stretch of a text, in order.

    >>> [found[0] for found in phrases_in("12 in all, 3 in sum", (0, 19), "qualifiers", "in_all", "en")]
    ['in all', 'in sum']

    Args:
        text: The whole text.
        whole: The stretch, such as a sentence: where it begins and ends.
        table: A table of the word file.
        key: A class of phrases in it.
        language: One with a word file, or ``und``.
    """
    phrases = spared(table, key, language)
    pattern = None if phrases is None else phrases.on(text[slice(*whole)])
    return () if pattern is None else tuple(pattern.finditer(text, *whole))


def phrases_by_class(
    text: str, whole: tuple[int, int], table: str, keys: tuple[str, ...], language: str
) -> dict[str, tuple[re.Match[str], ...]]:
    """Return the phrases of several classes in a stretch of a text, by their class, each in order; a class that has none is not among them.

    >>> found = phrases_by_class("12 in all, 3 in sum", (0, 19), "qualifiers", ("in_all", "usual"), "en")
    >>> {key: [each[0] for each in said] for key, said in found.items()}
    {'in_all': ['in all', 'in sum']}

    Args:
        text: The whole text.
        whole: The stretch, such as a sentence: where it begins and ends.
        table: A table of the word file.
        keys: Classes of phrases in it.
        language: One with a word file, or ``und``.
    """
    patterns = _together(spared, table, keys, language).on(text[slice(*whole)])
    said = {key: tuple(patterns[key].finditer(text, *whole)) for key in keys if key in patterns}
    return {key: found for key, found in said.items() if found}


def held(words: str, table: str, keys: tuple[str, ...], language: str) -> Mapping[str, re.Pattern[str]]:
    """Return the classes of which some words may hold a phrase, each with its pattern: what they cannot hold needs no look.

    >>> sorted(held("12 in all", "qualifiers", ("in_all", "usual"), "en")) != []
    True

    Args:
        words: A sentence.
        table: A table of the word file.
        keys: Classes of phrases in it.
        language: One with a word file, or ``und``.
    """
    return _together(spared, table, keys, language).on(words)


def held_numbered(words: str, table: str, keys: tuple[str, ...], language: str) -> frozenset[str]:
    """Return the classes of which some words may hold a phrase, as `numbered_pattern` gives them.

    >>> sorted(held_numbered("two straight quarters", "relations", ("in_a_row",), "en"))
    ['in_a_row']

    Args:
        words: A sentence.
        table: A table of the word file.
        keys: Classes of phrases in it.
        language: One with a word file, or ``und``.
    """
    return _together(spared_numbered, table, keys, language).held(words)


@cache
def _together(
    read: Callable[[str, str, str], Spared | None], table: str, keys: tuple[str, ...], language: str
) -> SparedTogether:
    """Return the phrases of several classes, as far as the language has them; `read` gives those of one, numbered or not."""
    known = ((key, read(table, key, language)) for key in keys)
    return SparedTogether({key: one for key, one in known if one is not None})


@lru_cache(maxsize=256)
def holds_phrase(words: str, table: str, key: str, language: str) -> bool:
    """Return whether some words hold a phrase of one class; never where the language has none of it.

    >>> holds_phrase("12 in all", "qualifiers", "in_all", "en"), holds_phrase("12", "qualifiers", "in_all", "en")
    (True, False)

    Args:
        words: A clause or a sentence.
        table: A table of the word file.
        key: A class of phrases in it.
        language: One with a word file, or ``und``.
    """
    phrases = spared(table, key, language)
    return phrases is not None and phrases.search(words) is not None


def may_hold_phrase(words: str, table: str, key: str, language: str) -> bool:
    """Return whether some words have the letters of a phrase of one class: where a sentence has not, no part of it says one.

    >>> may_hold_phrase("12 in all", "qualifiers", "in_all", "en"), may_hold_phrase("12", "qualifiers", "in_all", "xx")
    (True, False)
    """
    phrases = spared(table, key, language)
    return phrases is not None and phrases.on(words) is not None


@cache
def numbered_pattern(table: str, key: str, language: str) -> re.Pattern[str] | None:
    """Return the phrases of one class as one expression whose phrases share names of groups; None where the language has none.

    A phrase may hold ``{number}``, ``{ordinal}``, ``{highest}``, ``{lowest}``, ``{step}`` or ``{pace}``: the language's own words for
    them. What a group matched is asked with `group`.

    >>> found = numbered_pattern("relations", "in_a_row", "en").search("for the third year in a row")
    >>> group(found, "nth"), group(found, "step"), group(found, "count")
    ('third', 'year', None)

    Args:
        table: A table of the word file.
        key: A class of phrases in it.
        language: One with a word file, or ``und``.
    """
    parts = _phrases(table, key, language, numbered=True)
    return re.compile(joined(parts), re.IGNORECASE) if parts else None


def group(found: re.Match[str], name: str) -> str | None:
    """Return text of the group with that name, in any of the phrases; None where none matched.

    >>> group(numbered_pattern("relations", "in_a_row", "en").search("two straight quarters"), "count")
    'two'
    """
    return next((said for key, said in found.groupdict().items() if said and key.rpartition("_")[0] == name), None)


def group_span(found: re.Match[str], name: str) -> tuple[int, int] | None:
    """Return span of the group with that name, in any of the phrases; None where none matched.

    >>> found = numbered_pattern("relations", "in_a_row", "en").search("two straight quarters")
    >>> group_span(found, "step")
    (13, 20)
    """
    keys = (key for key, said in found.groupdict().items() if said and key.rpartition("_")[0] == name)
    key = next(keys, None)
    return None if key is None else found.span(key)


def _filled(part: str, language: str) -> str:
    """Return a phrase with the language's own words in the place of their names."""
    return _BLANK.sub(lambda blank: _BLANKS[blank[1]](language), part)


def _any_of(*keys: str) -> Callable[[str], str]:
    """Return any of the words of some classes of the relations, without groups."""

    def pattern(language: str) -> str:
        table = raw_tables(language)["relations"]
        words = [word for key in keys for word in table[key]]
        return f"(?:{'|'.join(words)})" if words else _NEVER

    return pattern


_GROUP = re.compile(r"\(\?P<(\w+)>")
_NEVER = r"(?!)"
_BLANKS: dict[str, Callable[[str], str]] = {
    "number": number_pattern,
    "ordinal": ordinal_pattern,
    "highest": _any_of("highest", "most"),
    "lowest": _any_of("lowest", "least"),
    "step": _any_of("steps"),
    "pace": _any_of("paces"),
}
_BLANK = re.compile(rf"\{{({'|'.join(_BLANKS)})\}}")
