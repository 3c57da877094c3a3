"""Tags words with their class, from the word file, earlier readers, endings and the words beside them.

Each class is one letter, so that a sentence is a string of letters and a noun phrase a regular expression over it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.core.document import Span
from workbench.extract.phrases.ambiguous_word_classes import settled_elsewhere, settled_english, with_shares
from workbench.extract.phrases.word_classes import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    FIGURE,
    NOUN,
    PAUSE,
    PRONOUN,
    STOP,
    VERB,
    phrase_words,
    word_classes,
)
from workbench.extract.words.grammar import grammar
from workbench.extract.words.word_files import ENGLISH

TOKEN = re.compile(
    r"\d+(?:[.,'’]\d+)*(?![\w.,’'-]*\w)|[^\W_](?:[\w&’'/.-]*[^\W_])?(?:-(?=\s))?|[.,;:()“”„\"«»!?—–%…]|[^\s\w]"
)
"""A word, a figure or a sign."""

_PARTICIPLE = 5
"""Letters up to which a word with a participle's ending may be a name: "Ahmed"."""
_CODE = 2
"""Letters of a name in capitals that looks like a word: "US"."""
_SHORTENED = re.compile(r"(?:i|you|we|they|he|she|it|that|there|who|what|here)['’](?:re|ve|ll|d|s|m)\Z", re.IGNORECASE)
_OWNED = re.compile(r"['’]s\Z")
_SIGNS = {",": PAUSE, "%": ADVERB}
_ATTRIBUTIVE = ("e", "en", "er", "es", "em")


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a sentence.

    Attributes:
        raws: As written.
        spans: The begin and end of each word in the text.
        tags: One letter for each.
        language: The language of the word file used.
    """

    raws: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    tags: str
    language: str


def tagged(text: str, span: Span, marks: Sequence[tuple[int, int, str]], language: str) -> Tagged:
    """Tag the words of a sentence with their classes.

    >>> tagged("The jobless rate of Germany fell to 5 %.", Span(0, 40), [(20, 27, "L"), (36, 39, "F")], "en").tags
    'DNNOLVJFZ'

    Args:
        text: The whole text.
        span: The sentence.
        marks: Spans that were read before, in order and without overlap: begin, end and the letter of the class. A
            figure of several words is one span.
        language: One with a word file.
    """
    raws: list[str] = []
    spans: list[tuple[int, int]] = []
    tags: list[str] = []
    waiting = iter([*marks, (span.end + 1, span.end + 1, "")])
    mark = next(waiting)
    for found in TOKEN.finditer(text, span.start, span.end):
        start, end = found.span()
        while mark[1] <= start:
            mark = next(waiting)
        inside = mark[0] < end
        if inside and mark[2] == FIGURE and tags and tags[-1] == FIGURE and spans[-1][0] >= mark[0]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
            continue
        raws.append(found[0])
        spans.append((start, end))
        opens = not tags or tags[-1] == STOP
        tags.append(
            mark[2]
            if inside
            else _class_of(found[0].lower() if opens and _opens_with_verb(found[0], language) else found[0], language)
        )
    settled = settled_english(tags, raws) if language == ENGLISH else settled_elsewhere(tags, raws, language)
    return Tagged(tuple(raws), tuple(spans), with_shares(settled, raws, language), language)


def _opens_with_verb(raw: str, language: str) -> bool:
    """Check whether a sentence begins with a participle that is no name: "Measured in dollars, it fell"."""
    return language == ENGLISH and raw.endswith("ed") and len(raw) > _PARTICIPLE


@lru_cache(maxsize=8192)  # the same words occur again and again
def _class_of(raw: str, language: str) -> str:
    """Look up the class of a word without its context."""
    if not raw[0].isalnum():
        return _SIGNS.get(raw, STOP)
    if len(raw) == 1 and raw.isalpha() and raw.isascii() and raw not in "aAI":
        return ADVERB
    if _OWNED.search(raw) and word_classes(language).get(raw[:-2].lower()) == ADVERB:
        return DETERMINER  # without the ending: "yesterday's"
    name = len(raw) == _CODE and raw.isupper()
    return ("" if name else word_classes(language).get(raw.lower(), "")) or _by_form(raw, language)


@cache
def _verb_endings(language: str) -> tuple[str, ...]:
    return tuple(sorted(phrase_words(language, "verb_endings")))


def _by_form(raw: str, language: str) -> str:
    """Guess the class of a word that no list has from its form."""
    if language != ENGLISH:
        lower = grammar(language).noun == "capital" and raw.islower()
        done = len(raw) >= _PARTICIPLE and raw.islower() and raw.endswith(_verb_endings(language))
        return (ADJECTIVE if raw.endswith(_ATTRIBUTIVE) else VERB) if lower else VERB if done else NOUN
    if _SHORTENED.match(raw):
        return PRONOUN
    if not raw.islower() or raw in phrase_words(ENGLISH, "nouns"):
        return NOUN
    if raw.endswith("ly"):
        return ADVERB
    return VERB if raw.endswith("ed") else NOUN
