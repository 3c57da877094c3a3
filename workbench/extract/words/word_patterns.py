"""Patterns of the word files: the phrases of a language, by class.

"per inhabitant", "in all" and "than in" have many variants; each language lists its own as regular expressions, which
ignore case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from workbench.extract.words.phrase_prefilter import PrefilteredPattern, PrefilteredPatterns, join_alternatives
from workbench.extract.words.small_numbers import number_pattern, ordinal_pattern
from workbench.extract.words.word_files import raw_tables


@cache
def word_pattern(table: str, key: str, language: str) -> re.Pattern[str] | None:
    """Join the phrases of one class to one pattern; None where the language has none.

    >>> bool(word_pattern("qualifiers", "in_all", "de").search("Insgesamt waren es 40.")), word_pattern("kinds", "rank", "xx")
    (True, None)

    Args:
        table: A table of the word file.
        key: A class of phrases in it.
        language: One with a word file, or ``und``.
    """
    parts = _phrases(table, key, language)
    return re.compile(join_alternatives(parts), re.IGNORECASE) if parts else None


@cache
def _phrases(table: str, key: str, language: str, *, numbered: bool = False) -> tuple[str, ...]:
    """Fill a language's words into the phrases of one class; if numbered, each phrase gets group names of its own."""
    parts = [_filled(part, language) for part in raw_tables(language)[table][key]]
    return tuple(_GROUP.sub(rf"(?P<\1_{n}>", part) for n, part in enumerate(parts)) if numbered else tuple(parts)


@cache
def prefiltered(table: str, key: str, language: str) -> PrefilteredPattern | None:
    """Build the pattern of one class, run only on texts with the needed letters; None where the language has none.

    >>> prefiltered("qualifiers", "in_all", "en").search("12 in all")[0], prefiltered("kinds", "rank", "xx")
    ('in all', None)

    Args:
        table: A table of the word file.
        key: A class of phrases in it.
        language: One with a word file, or ``und``.
    """
    pattern = word_pattern(table, key, language)
    return None if pattern is None else PrefilteredPattern(pattern, _phrases(table, key, language))


@cache
def prefiltered_numbered(table: str, key: str, language: str) -> PrefilteredPattern | None:
    """Build the same for `numbered_pattern`.

    >>> prefiltered_numbered("relations", "in_a_row", "en").search("two straight quarters")[0]
    'two straight quarters'
    """
    pattern = numbered_pattern(table, key, language)
    return None if pattern is None else PrefilteredPattern(pattern, _phrases(table, key, language, numbered=True))


@lru_cache(maxsize=256)  # asked again for every claim of a sentence
def phrases_in(text: str, whole: tuple[int, int], table: str, key: str, language: str) -> tuple[re.Match[str], ...]:
    """Find the phrases of one class in a span of a text, in order.

    >>> [found[0] for found in phrases_in("12 in all, 3 in sum", (0, 19), "qualifiers", "in_all", "en")]
    ['in all', 'in sum']

    Args:
        text: The whole text.
        whole: The span to search, such as a sentence: where it begins and ends.
        table: A table of the word file.
        key: A class of phrases in it.
        language: One with a word file, or ``und``.
    """
    phrases = prefiltered(table, key, language)
    pattern = None if phrases is None else phrases.on(text[slice(*whole)])
    return () if pattern is None else tuple(pattern.finditer(text, *whole))


def phrases_by_class(
    text: str, whole: tuple[int, int], table: str, keys: tuple[str, ...], language: str
) -> dict[str, tuple[re.Match[str], ...]]:
    """Find the phrases of several classes in a span, by class, each in order; classes without a phrase are left out.

    >>> found = phrases_by_class("12 in all, 3 in sum", (0, 19), "qualifiers", ("in_all", "usual"), "en")
    >>> {key: [each[0] for each in said] for key, said in found.items()}
    {'in_all': ['in all', 'in sum']}

    Args:
        text: The whole text.
        whole: The span to search, such as a sentence: where it begins and ends.
        table: A table of the word file.
        keys: Classes of phrases in it.
        language: One with a word file, or ``und``.
    """
    patterns = _together(prefiltered, table, keys, language).on(text[slice(*whole)])
    said = {key: tuple(patterns[key].finditer(text, *whole)) for key in keys if key in patterns}
    return {key: found for key, found in said.items() if found}


def possible_classes(words: str, table: str, keys: tuple[str, ...], language: str) -> Mapping[str, re.Pattern[str]]:
    """Select the classes of which some words may have a phrase, each with its pattern; the others need no search.

    >>> sorted(possible_classes("12 in all", "qualifiers", ("in_all", "usual"), "en")) != []
    True

    Args:
        words: A sentence.
        table: A table of the word file.
        keys: Classes of phrases in it.
        language: One with a word file, or ``und``.
    """
    return _together(prefiltered, table, keys, language).on(words)


def possible_numbered_classes(words: str, table: str, keys: tuple[str, ...], language: str) -> frozenset[str]:
    """Select the classes of which some words may have a phrase, with the patterns of `numbered_pattern`.

    >>> sorted(possible_numbered_classes("two straight quarters", "relations", ("in_a_row",), "en"))
    ['in_a_row']

    Args:
        words: A sentence.
        table: A table of the word file.
        keys: Classes of phrases in it.
        language: One with a word file, or ``und``.
    """
    return _together(prefiltered_numbered, table, keys, language).held(words)


@cache
def _together(
    read: Callable[[str, str, str], PrefilteredPattern | None], table: str, keys: tuple[str, ...], language: str
) -> PrefilteredPatterns:
    """Group the patterns of several classes that the language has; `read` gives the pattern of one, numbered or not."""
    known = ((key, read(table, key, language)) for key in keys)
    return PrefilteredPatterns({key: one for key, one in known if one is not None})


@lru_cache(maxsize=256)
def holds_phrase(words: str, table: str, key: str, language: str) -> bool:
    """Check whether some words have a phrase of one class; False where the language has none of it.

    >>> holds_phrase("12 in all", "qualifiers", "in_all", "en"), holds_phrase("12", "qualifiers", "in_all", "en")
    (True, False)

    Args:
        words: A clause or a sentence.
        table: A table of the word file.
        key: A class of phrases in it.
        language: One with a word file, or ``und``.
    """
    phrases = prefiltered(table, key, language)
    return phrases is not None and phrases.search(words) is not None


def may_hold_phrase(words: str, table: str, key: str, language: str) -> bool:
    """Check for the letters of a phrase of one class; if a sentence has not got them, neither has any part of it.

    >>> may_hold_phrase("12 in all", "qualifiers", "in_all", "en"), may_hold_phrase("12", "qualifiers", "in_all", "xx")
    (True, False)
    """
    phrases = prefiltered(table, key, language)
    return phrases is not None and phrases.on(words) is not None


@cache
def numbered_pattern(table: str, key: str, language: str) -> re.Pattern[str] | None:
    """Join the phrases of one class to one pattern with shared group names; None where the language has none.

    A phrase may have ``{number}``, ``{ordinal}``, ``{highest}``, ``{lowest}``, ``{step}`` or ``{pace}``, for the
    language's own words. Read what a group matched with `group`.

    >>> found = numbered_pattern("relations", "in_a_row", "en").search("for the third year in a row")
    >>> group(found, "nth"), group(found, "step"), group(found, "count")
    ('third', 'year', None)

    Args:
        table: A table of the word file.
        key: A class of phrases in it.
        language: One with a word file, or ``und``.
    """
    parts = _phrases(table, key, language, numbered=True)
    return re.compile(join_alternatives(parts), re.IGNORECASE) if parts else None


def group(found: re.Match[str], name: str) -> str | None:
    """Read the text of a named group, in whichever phrase matched; None where none did.

    >>> group(numbered_pattern("relations", "in_a_row", "en").search("two straight quarters"), "count")
    'two'
    """
    return next((said for key, said in found.groupdict().items() if said and key.rpartition("_")[0] == name), None)


def group_span(found: re.Match[str], name: str) -> tuple[int, int] | None:
    """Read the span of a named group, in whichever phrase matched; None where none did.

    >>> found = numbered_pattern("relations", "in_a_row", "en").search("two straight quarters")
    >>> group_span(found, "step")
    (13, 20)
    """
    keys = (key for key, said in found.groupdict().items() if said and key.rpartition("_")[0] == name)
    key = next(keys, None)
    return None if key is None else found.span(key)


def _filled(part: str, language: str) -> str:
    """Put the language's own words into a phrase."""
    return _BLANK.sub(lambda blank: _BLANKS[blank[1]](language), part)


def _any_of(*keys: str, of: str = "relations") -> Callable[[str], str]:
    """Join the words of some classes of a table to alternatives, without groups."""

    def pattern(language: str) -> str:
        table = raw_tables(language)[of]
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
    "worst": _any_of("worst"),
    "best": _any_of("best"),
    "judged": _any_of("worse_when_high", "better_when_high"),
    "step": _any_of("steps"),
    "pace": _any_of("paces"),
    "people": _any_of("people", of="parts"),
    "areas": _any_of("areas", of="parts"),
    "town": _any_of("town", of="parts"),
    "branches": _any_of("branches", of="parts"),
    "asked_of": _any_of("asked_of", of="parts"),
    "nothing_counted": _any_of("nothing_counted", of="qualifiers"),
}
_BLANK = re.compile(rf"\{{({'|'.join(_BLANKS)})\}}")
