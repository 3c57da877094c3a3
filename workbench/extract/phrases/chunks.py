"""Phrases of a sentence: noun phrases with what belongs to them, prepositional phrases, verbs, pauses.

Two steps: a regular expression over the class letters of the words makes phrases, then readers look for a phrase in
some role along the list. A noun phrase goes on through "of", through prepositions that say whom it counts, and through
"and" between nouns.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from workbench.extract.phrases.word_class_tagging import Tagged
from workbench.extract.phrases.word_classes import phrase_words

_BARE = r"(?:D+F?(?:B(?=[AN]))?)?[ALT]*[NK](?:[NKLTA]*[NK])?"
_JOINED = rf"{_BARE}(?:C{_BARE})?"
_JOINED_BELOW = rf"{_BARE}(?:C(?!D){_BARE})?"
_LISTED = rf"(?:{_BARE}(?:P{_BARE})+P?C{_BARE}|{_BARE}(?:P{_BARE}){{2,}}(?=B*[VWX]))"
_BELONGS = rf"(?:[OJ]B?D?F?(?:{_LISTED}|{_JOINED_BELOW})|[OJI]D?[LT]+(?:C?[LT]+)*(?![NAK]))"
_GENITIVE = r"(?:D(?:A*[NK])+)"
_PHRASE = re.compile(
    rf"(?P<n>{_BARE}(?:P{_BARE})+P?C(?!D){_BARE}(?=B*[VXW])|{_JOINED}(?:{_BELONGS})*)"
    rf"|(?P<p>(?:[OJI]B*)+D*(?!T)(?:{_LISTED}|{_JOINED_BELOW})(?:{_BELONGS})*)"
    rf"|(?P<v>[XVYW](?:B*[XVYW])*)|(?P<f>F)|(?P<q>Q)|(?P<r>R)|(?P<s>[SE])|(?P<c>C)|(?P<z>Z)|(?P<k>P)|(?P<o>.)"
)
_GERMAN = re.compile(_PHRASE.pattern.replace(_BELONGS, f"(?:{_BELONGS}|{_GENITIVE})"))


NOUN_PHRASE = (
    re.compile(rf"{_JOINED}(?:{_BELONGS})*"),
    re.compile(rf"{_JOINED}(?:{_BELONGS}|{_GENITIVE})*"),
)
"""A noun phrase with its attributes; the second pattern is for languages with a genitive."""


class Phrase(NamedTuple):
    """A phrase of a sentence.

    Attributes:
        kind: n noun phrase, p one behind a preposition, v verb, f figure, q pronoun, r relative pronoun, s word that opens a
            clause, c "and", k comma, z any stronger sign, o anything else.
        begin: Its first word.
        end: The one behind its last.
    """

    kind: str
    begin: int
    end: int


def phrases_of(words: Tagged) -> tuple[Phrase, ...]:
    """Return the phrases of a sentence in order.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "The number of teachers in schools fell."
    >>> [(p.kind, p.begin, p.end) for p in phrases_of(tagged(said, Span(0, len(said)), [], "en"))]
    [('n', 0, 6), ('v', 6, 7), ('z', 7, 8)]
    """
    pattern = _GERMAN if words.language == "de" else _PHRASE
    found: list[Phrase] = []
    for kind, begin, end in _matches(pattern, words):
        phrase = Phrase(kind, begin, end)
        pause = words.tags.find("P", phrase.begin, phrase.end) if phrase.kind == "n" else -1
        if pause > 0 and words.raws[pause - 1].lower() in _addressed(words.language):
            found += _without_address(phrase, pause)
        else:
            found.append(phrase)
    return tuple(found)


def _matches(pattern: re.Pattern[str], words: Tagged) -> list[tuple[str, int, int]]:
    """List the kind, the begin and the end of each phrase."""
    if not phrase_words(words.language, "no_genitives"):
        return [(str(one.lastgroup), *one.span()) for one in pattern.finditer(words.tags)]
    found, at = list[tuple[str, int, int]](), 0
    while (one := pattern.match(words.tags, at)) is not None:
        begin, end = one.span()
        at = end if words.tags.find("D", begin + 1, end) < 0 else end_of_case(words, begin, end)
        found.append((str(one.lastgroup), one.start(), at))
    return found


def end_of_case(words: Tagged, begin: int, end: int) -> int:
    """Find where a noun phrase ends in whose middle an article opens another: "die Rentner | die Pauschale", not "der Preis der Butter".

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> [end_of_case(tagged(said, Span(0, len(said)), [], "de"), 0, 4) for said in ("die Rentner die Pauschale", "der Preis der Butter")]
    [2, 4]
    """
    other = phrase_words(words.language, "no_genitives")
    inside = (i for i in range(begin + 1, end) if words.tags[i] == "D" and words.tags[i - 1] in "NKA")
    return next((i for i in inside if words.raws[i].lower() in other), end)


def _without_address(phrase: Phrase, pause: int) -> tuple[Phrase, ...]:
    """Leave out a form of address at the start of a list: "Mr Speaker" | "wages and pensions"."""
    return Phrase("n", phrase.begin, pause), Phrase("k", pause, pause + 1), Phrase("n", pause + 1, phrase.end)


@cache
def _addressed(language: str) -> frozenset[str]:
    return phrase_words(language, "agents") | phrase_words(language, "empty")


def head_of(words: Tagged, begin: int, end: int) -> int:
    """Find the head of a noun phrase: the last word of its first part.

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "the number of teachers in schools"
    >>> head_of(tagged(said, Span(0, len(said)), [], "en"), 0, 6)
    1
    """
    found = _HEAD.match(words.tags, begin, end)
    head = end - 1 if found is None else found.end() - 1
    while head > begin and words.tags[head] in "TLDO":
        head -= 1
    return head


_HEAD = re.compile(r"D*F?B?[ALT]*[NK](?:[NKLTA]*[NK])?")


def said_of(words: Tagged, begin: int, end: int) -> list[str]:
    """List the content words of a phrase: no articles, places, times and empty words."""
    dull = phrase_words(words.language, "dull")
    kept: list[str] = []
    i = begin
    while i < end:
        tag, raw = words.tags[i], words.raws[i]
        if tag in "OJIC":
            if tag != "C" and kept and not _leads_on(words, i, end):
                i = _next_link(words, i, end)
                continue
            if kept:
                kept.append(raw)
        elif (
            tag == "L"
            and i + 1 < end
            and raw.isalpha()
            and words.raws[i + 1].lower() in phrase_words(words.language, "coins")
        ):
            kept.append(raw)
        elif tag not in "DLTBFZP" and not (
            not kept and raw.lower() in dull and words.tags[i + 1 : i + 2] in {"N", "A", "K"}
        ):
            kept.append(_OWNER.sub("", raw))
        i += 1
    while kept and _is_link(words.language, kept[-1]):
        kept.pop()
    return kept


def _next_link(words: Tagged, i: int, end: int) -> int:
    return next((k for k in range(i + 1, end) if words.tags[k] in "OJI"), end)


_OWNER = re.compile(r"['’]s?\Z")


def _leads_on(words: Tagged, i: int, end: int) -> bool:
    """Check whether the noun behind a preposition adds to the meaning: not "in the country", "on average"."""
    until = _next_link(words, i, end)
    nouns = [words.raws[k].lower() for k in range(i + 1, until) if words.tags[k] in "NAK"]
    if not nouns:
        return False
    empty = (phrase_words(words.language, key) for key in ("empty", "idioms"))
    if words.raws[i].lower() == "in" and nouns[-1] in phrase_words(words.language, "agents"):
        return True  # "in" belongs to the noun: "trust in government"
    return len(nouns) > 1 or not any(nouns[-1] in some for some in empty)


def _is_link(language: str, word: str) -> bool:
    return word.lower() in _links(language)


@cache
def _links(language: str) -> frozenset[str]:
    classes = (phrase_words(language, key) for key in ("of", "attaching", "prepositions", "conjunctions"))
    return frozenset().union(*classes)
