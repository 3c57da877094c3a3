"""Headline measures of official statistics, recognised by everyday words.

"27 per cent of those who wanted a job could not get one" names no measure; its words and its unit show that it is the
unemployment rate. The expressions are in `headline_indicators.toml`, for each language its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from workbench.core.document import Span
from workbench.extract.phrases.headline_expressions import Expression, Headline, any_of, headlines, whole_words
from workbench.extract.phrases.other_compounds import has_another_head, is_kind
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.words.grammar import grammar
from workbench.extract.words.letter_prefilter import needed, together
from workbench.extract.words.structure_words import words as word_class
from workbench.extract.words.word_files import ENGLISH
from workbench.extract.words.word_patterns import word_pattern

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_OFTEN = 400
"""Searches after which the letters that each expression needs are computed, which takes a tenth of a second."""

_LONGEST_BEGUN = 2
"""Most words of an expression that may go on behind a noun phrase; a longer one has words that it does not name."""


@lru_cache(maxsize=1024)
def headline_in(text: str, kinds: frozenset[str], language: str, whole: str = "") -> str:
    """Find the headline measure that a text is about; empty for none.

    The whole of a share is not its measure: 60 % "of the unemployed" is no unemployment rate.

    >>> headline_in("of those who wanted a job could not get one", frozenset({"share"}), "en")
    'unemployment rate'
    """
    low = _without_not_only(text.lower(), language)
    held = _expressions(language).held(text)
    if not held or (len(held) == len(_expressions(language).all) and any_of(language).search(low) is None):
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
    return tuple(dict.fromkeys([Span(*at) for one in named for part in one.expressions for at in part.words_in(low)]))


def is_headline(measure: str, language: str) -> bool:
    """Check whether words are the official name of a headline measure, or begin with it.

    >>> is_headline("official development assistance", "en"), is_headline("trade with Korea", "en")
    (True, False)
    """
    return bool(_named(measure, language, "measures"))


def is_named(thing: str, kinds: frozenset[str], language: str) -> bool:
    """Check whether offices have a name for what a figure counts: whatever is done with murders, they are homicides.

    >>> is_named("murders", frozenset({"count"}), "en"), is_named("letters", frozenset({"count"}), "en")
    (True, False)
    """
    name = official_name(thing, "", kinds, language) if thing else ""
    return name != thing or is_headline(name, language)


@lru_cache(maxsize=1_024)
def _named(name: str, language: str, table: str) -> tuple[Headline, ...]:
    """Find the headline measures whose name a measure is, or begins with."""
    return tuple(one for one in headlines(language, table) if f"{name} ".startswith(f"{one.name} "))


def _spoken_of(low: str, held: frozenset[Expression], kinds: frozenset[str], language: str) -> Iterator[Headline]:
    """Yield the headline measures that a text in small letters is about, testing only expressions that may match."""
    said: dict[Expression, bool] = {}
    for one in _of_kinds(kinds, language):
        if one.expressions[0] not in held or not held.issuperset(one.expressions):
            continue
        for part in one.expressions:  # a loop of its own: this is asked for every clause
            if not _is_said(part, low, said):
                break
        else:
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
            self._place = together.take({one: needed(whole_words(one.written)) for one in self.all})
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


def own_words(phrase: str, kinds: frozenset[str], language: str) -> str:
    """Return a noun phrase that means a headline measure by itself, and is no one-word shorthand for it; else nothing.

    >>> kinds = frozenset({"count"})
    >>> own_words("murders", kinds, "en"), own_words("flows", kinds, "en"), own_words("economy", frozenset({"share"}), "en")
    ('murders', '', '')
    """
    alone = _begun_by(phrase.lower(), kinds, language)[0]
    if alone:
        return phrase if " " in phrase else ""
    return phrase if official_name(phrase, "", kinds, language) != phrase else ""


@lru_cache(maxsize=4096)  # a text is about the same few measures in clause after clause
def _begun_by(low: str, kinds: frozenset[str], language: str) -> tuple[str, tuple[Headline, ...]]:
    """Find the measure with this everyday name (else empty), and the measures of which the phrase has some words."""
    for one in headlines(language, "alone"):
        if one.kinds & kinds and one.expressions[0].pattern.fullmatch(low):
            return one.name, ()
    if any_of(language, first=False).search(low) is None:
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
    return any_of(language).search(phrase.lower()) is not None


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
