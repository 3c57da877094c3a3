"""Headline measures of official statistics, recognised by everyday words.

"27 per cent of those who wanted a job could not get one" names no measure; its words and its unit show that it is the
unemployment rate. The expressions are in `headline_indicators.toml`, for each language its own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from workbench.core.document import Span
from workbench.extract.phrases.other_compounds import has_another_head, is_kind
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.words.grammar import grammar
from workbench.extract.words.letter_prefilter import needed, together
from workbench.extract.words.structure_words import words as word_class
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_patterns import word_pattern

_BLANK = re.compile(r"\{(\w+)\}")
_CAPITALS = re.compile(r"(\\.)|[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_OFTEN = 400
"""Searches after which the letters that each expression needs are computed, which takes a tenth of a second."""

_LONGEST_BEGUN = 2
"""Most words of an expression that may go on behind a noun phrase; a longer one has words that it does not name."""


class Expression:
    """An expression that is compiled at its first use; for a short text most are never used.

    Attributes:
        written: The expression as written, without the word boundaries at its start and end.
    """

    __slots__ = ("_compiled", "written")

    def __init__(self, written: str) -> None:
        self.written = written
        self._compiled: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled once."""
        if self._compiled is None:
            self._compiled = re.compile(_whole_words(self.written))
        return self._compiled


def _whole_words(said: str) -> str:
    """Join alternatives that begin and end at word boundaries; the first boundary is checked once for all of them."""
    return rf"\b(?:{said})(?!\w)"


class Headline(NamedTuple):
    """A headline measure: its official name, its kinds of figure, and the expressions that must all match."""

    name: str
    kinds: frozenset[str]
    expressions: tuple[Expression, ...]


@cache
def headlines(language: str, table: str = "measures") -> tuple[Headline, ...]:
    """Read the headline measures of a language, the more specific first.

    >>> headlines("en")[0].name, headlines("xx")
    ('healthy life expectancy', ())
    """
    tables = tomllib.loads(files("workbench.extract").joinpath("headline_indicators.toml").read_text(encoding="utf-8"))
    own = tables.get(language, {})
    words: dict[str, str] = own.get("words", {})
    return tuple(
        Headline(name, frozenset(kinds.split()), tuple(_pattern(part, words) for part in parts))
        for name, (kinds, *parts) in own.get(table, {}).items()
    )


def _pattern(part: str, words: dict[str, str]) -> Expression:
    """Build the expression of a part, for text in small letters: twice as fast as a search that ignores case."""
    whole = _BLANK.sub(lambda blank: f"(?:{words[blank[1]]})", part)
    small = _CAPITALS.sub(lambda found: found[1] or found[0].lower(), whole)
    return _expression(small)


_expression = cache(Expression)  # measures share expressions, and each is compiled once


@cache
def _any(language: str, *, first: bool = True) -> re.Pattern[str]:
    """Join all expressions of all headline measures, or all first ones, so that one search rules out most texts."""
    parts = dict.fromkeys(
        part.written for one in headlines(language) for part in one.expressions[: 1 if first else None]
    )
    return re.compile(_whole_words("|".join(parts)) if parts else r"(?!)")


@lru_cache(maxsize=1024)
def headline_in(text: str, kinds: frozenset[str], language: str, whole: str = "") -> str:
    """Find the headline measure that a text is about; empty for none.

    The whole of a share is not its measure: 60 % "of the unemployed" is no unemployment rate.

    >>> headline_in("of those who wanted a job could not get one", frozenset({"share"}), "en")
    'unemployment rate'
    """
    low = _without_not_only(text.lower(), language)
    held = _expressions(language).held(text)
    if not held or (len(held) == len(_expressions(language).all) and _any(language).search(low) is None):
        return ""
    rest = low.replace(whole.lower(), " ") if whole else low
    found = (one for one in _spoken_of(low, held, kinds, language) if _is_meant(one, low, rest, language))
    return next((one.name for one in found), "")


def _is_meant(one: Headline, low: str, rest: str, language: str) -> bool:
    """Check whether a text in small letters has words for a measure outside a whole, and none only in a compound for another thing."""
    if one.expressions[0].pattern.search(rest) is None or grammar(language).noun != "capital":
        return one.expressions[0].pattern.search(rest) is not None
    name, words = one.name.lower(), [(each.span(), each[0]) for each in _WORD.finditer(low)]
    apart = [span for span, word in words if has_another_head(word, name, language)]
    if not apart:
        return True
    found = [[each.span() for each in part.pattern.finditer(low)] for part in one.expressions]
    return all(any(not any(a <= at < b for a, b in apart) for at, _ in every) for every in found)


def _without_not_only(low: str, language: str) -> str:
    """Blank out words that are told of as not the only ones: a figure "not only of the young" is one of all."""
    found = word_pattern("qualifiers", "not_only", language)
    return low if found is None else found.sub(" ", low)


def spans_of(name: str, text: str, language: str, table: str = "measures") -> tuple[Span, ...]:
    """Find the words by which a text means a headline measure; none for any other measure.

    The table `beside` has more words, which do not narrow the measure: "cars | on our roads".

    >>> [span.cut("first births outside marriage") for span in spans_of("births outside marriage", "first births outside marriage", "en")]
    ['outside marriage', 'births']
    """
    named = _named(name, language, table)
    if not named:
        return ()
    low = text.lower()
    found = (part.pattern.finditer(low) for one in named for part in one.expressions)
    return tuple(dict.fromkeys(Span(*each.span()) for every in found for each in every))


def is_headline(measure: str, language: str) -> bool:
    """Check whether words are the official name of a headline measure, or begin with it.

    >>> is_headline("official development assistance", "en"), is_headline("trade with Korea", "en")
    (True, False)
    """
    return bool(_named(measure, language, "measures"))


@lru_cache(maxsize=1_024)
def _named(name: str, language: str, table: str) -> tuple[Headline, ...]:
    """Find the headline measures whose name a measure is, or begins with."""
    return tuple(one for one in headlines(language, table) if f"{name} ".startswith(f"{one.name} "))


def _spoken_of(low: str, held: frozenset[Expression], kinds: frozenset[str], language: str) -> Iterator[Headline]:
    """Yield the headline measures that a text in small letters is about, testing only expressions that may match."""
    said: dict[Expression, bool] = {}
    for one in _of_kinds(kinds, language):
        if held.issuperset(one.expressions) and all(_is_said(part, low, said) for part in one.expressions):
            yield one


class _Expressions:
    """The expressions of a language, with a quick test by letters of which may match a text."""

    def __init__(self, language: str) -> None:
        self.all = frozenset(part for one in headlines(language) for part in one.expressions)
        self._asked = 0
        self._place: int | None = None

    def held(self, text: str) -> frozenset[Expression]:
        """Select the expressions that may match a text in small letters; all of them for the first few texts."""
        if self._place is None:
            self._asked += 1
            if self._asked <= _OFTEN:
                return self.all
            self._place = together.take({one: needed(_whole_words(one.written)) for one in self.all})
        return together.held_in(text).get(self._place, frozenset())


_expressions = cache(_Expressions)


@cache
def _of_kinds(kinds: frozenset[str], language: str) -> tuple[Headline, ...]:
    """Select the headline measures that have any of these kinds of figure."""
    return tuple(one for one in headlines(language) if one.kinds & kinds)


def _is_said(part: Expression, low: str, said: dict[Expression, bool]) -> bool:
    """Check whether an expression matches, once for all measures that share it."""
    if part not in said:
        said[part] = part.pattern.search(low) is not None
    return said[part]


@lru_cache(maxsize=4096)
def official_name(phrase: str, clause: str, kinds: frozenset[str], language: str) -> str:
    """Replace a noun phrase by its official name, where it says no more than that does.

    >>> kinds = frozenset({"share"})
    >>> official_name("Unemployment", "", kinds, "en"), official_name("unemployment in Sicily's ports", "", kinds, "en")
    ('unemployment rate', "unemployment in Sicily's ports")

    Args:
        phrase: The noun phrase.
        clause: Its clause, which may have the other words of the measure: "35" | "deputies" | "were women".
        kinds: The kinds of figure that are claimed.
        language: One with a word file.
    """
    low = phrase.lower()
    alone, begun = _begun_by(low, kinds, language)
    if alone or not begun:
        return alone or phrase
    around, said = f"{low} \n {_without_not_only(clause.lower(), language)}", dict[Expression, bool]()
    for one in begun:
        if all(_is_said(part, around, said) for part in one.expressions) and _covers_phrase(
            phrase, around, one, language
        ):
            return one.name
    return phrase


@lru_cache(maxsize=4096)  # a text is about the same few measures in clause after clause
def _begun_by(low: str, kinds: frozenset[str], language: str) -> tuple[str, tuple[Headline, ...]]:
    """Find the measure with this everyday name (else empty), and the measures of which the phrase has some words."""
    for one in headlines(language, "alone"):
        if one.kinds & kinds and one.expressions[0].pattern.fullmatch(low):
            return one.name, ()
    if _any(language, first=False).search(low) is None:
        return "", ()
    said = dict[Expression, bool]()
    return "", tuple(
        one for one in _of_kinds(kinds, language) if any(_is_said(part, low, said) for part in one.expressions)
    )


@lru_cache(maxsize=4096)
def speaks_of_statistics(phrase: str, language: str) -> bool:
    """Check whether a noun phrase has a word for something that statistical offices count.

    >>> speaks_of_statistics("exports of cars", "en"), speaks_of_statistics("the courage to ask", "en")
    (True, False)
    """
    known = word_class("check_worthiness", "measures") if language == ENGLISH else frozenset[str]()
    if any(word in known or f"{word}s" in known for word in phrase.lower().split()):
        return True
    return _any(language).search(phrase.lower()) is not None


def _covers_phrase(phrase: str, around: str, one: Headline, language: str) -> bool:
    rest, low = phrase, phrase.lower()
    name = one.name.lower()
    if grammar(language).noun == "capital" and any(
        is_kind(word, name, language) or has_another_head(word, name, language) for word in _WORD.findall(low)
    ):
        return False
    for part in one.expressions:
        for found in part.pattern.finditer(low):
            rest = rest[: found.start()] + " " * (found.end() - found.start()) + rest[found.end() :]
    # names are no part of the measure: "the share of Danes with a factory job"
    names = grammar(language).noun != "capital"
    said = (
        word.lower()
        for word in _WORD.findall(rest)
        if not (names and word.istitle() and word.isalpha() and not phrase.startswith(word))
    )
    left = set(said) - {word.lower() for word in _WORD.findall(one.name)}
    left -= {word for part in one.expressions if left for word in _begun_in(phrase.lower(), around, part)}
    return all(any(word in phrase_words(language, key) for key in _IDLE) for word in left)


def _begun_in(phrase: str, around: str, part: Expression) -> Iterator[str]:
    """Yield the first word of expressions that begin in a noun phrase and end behind it.

    Example: "the plastic waste shipped | into Turkey".
    """
    for found in part.pattern.finditer(around):
        words = _WORD.findall(found[0])
        if len(words) <= _LONGEST_BEGUN and re.search(rf"\b{re.escape(words[0])}\W*$", phrase):
            yield words[0]


_IDLE = ("relatives", "dull", "generic", "determiners", "of", "attaching", "conjunctions")
