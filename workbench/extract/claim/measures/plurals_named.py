"""The last thing of many that a sentence names, which "240 thousand of them" may count."""

from __future__ import annotations

import re

from workbench.extract.claim.phrases_of_sentences import phrased
from workbench.extract.claim.sentence_mentions import SentenceReading
from workbench.extract.phrases.subjects_and_objects import names_no_measure
from workbench.extract.phrases.word_classes import ADJECTIVE, NOUN, OF, PLACE, phrase_words
from workbench.extract.units.counted_nouns import is_plural
from workbench.extract.words.grammar import grammar
from workbench.extract.words.word_files import ENGLISH

NAMING = "np"
"""Kinds of phrases that name something: noun phrases, alone or behind a preposition."""
_CALLED = re.compile(r",\s(?:\w+\s)?\Z")
"""The comma before the people addressed at the end of a sentence: "a country of dentists, my | people!"."""


def last_many(before: SentenceReading, until: int) -> str:
    """Find the last plural noun of a sentence before a place in the text, with the words that describe it; empty where none is."""
    words = phrased(before).words
    describing = (NOUN,) if grammar(words.language).noun == "capital" else (NOUN, ADJECTIVE)
    for one in reversed(phrased(before).phrases):
        tags = words.tags[one.begin : one.end]
        end = one.begin + tags.index(OF) if tags.endswith(PLACE) and OF in tags[1:] else one.end  # "nurses | of Malta"
        first = end - 1
        if words.spans[first][1] > until:
            continue
        while first > one.begin and words.tags[first - 1] in describing:
            first -= 1
        last = words.raws[end - 1].lower() if one.kind in NAMING else ""
        if (
            not last
            or last in phrase_words(words.language, "empty")
            or words.tags[end - 1] != NOUN
            or names_no_measure(words, first, end)
        ):
            continue
        called = _is_called(before, words.spans[first][0], words.spans[end - 1][1])
        if not called and (words.language != ENGLISH or is_plural(words.raws[end - 1].lower())):
            return " ".join(words.raws[first:end])
    return ""


def _is_called(sentence: SentenceReading, start: int, end: int) -> bool:
    """Check whether words at the end of a sentence address the audience."""
    whole = sentence.sentence.span
    last = not any(letter.isalnum() for letter in sentence.text[end : whole.end])
    return last and _CALLED.search(sentence.text, whole.start, start) is not None
