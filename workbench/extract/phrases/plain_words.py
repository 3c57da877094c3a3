"""Words that leave what is measured as it is, wherever they stand: "our country | counted", "a | staggering | 5 percent"."""

from __future__ import annotations

from functools import cache

from workbench.extract.phrases.word_class_tagging import Tagged
from workbench.extract.phrases.word_classes import phrase_words
from workbench.extract.words.grammar import grammar
from workbench.extract.words.inflected_words import inflected

_READ = (
    "levels", "saying", "thinking", "holding", "recording", "dull", "generic", "determiners", "periodic", "empty",
    "conjunctions", "relatives", "spare", "firsts", "denying", "pronouns", "countings", "existing", "plain",
)  # fmt: skip
"""Classes of words that do not narrow the measure, or that another rule reads."""


def is_plain(words: Tagged, at: int) -> bool:
    """Check whether a word of a sentence is known to leave the measure as it is.

    Where nouns have a capital letter, a word with one is no form of a verb or of an adjective: "bei den | Bekannten".

    >>> from workbench.core.document import Span
    >>> from workbench.extract.phrases.word_class_tagging import tagged
    >>> said = "Wir tadelten die Getadelten."
    >>> words = tagged(said, Span(0, len(said)), [], "de")
    >>> [is_plain(words, at) for at in (1, 3)]
    [True, False]
    """
    raw = words.raws[at]
    if raw.lower() in _words(words.language):
        return True
    noun = at > 0 and raw[0].isupper() and grammar(words.language).noun == "capital"
    return not noun and raw.lower() in _forms(words.language)


@cache
def _words(language: str) -> frozenset[str]:
    """Collect the words that do not narrow a measure, in lower case."""
    words = {word.lower() for key in _READ for word in phrase_words(language, key)}
    return frozenset(words) | {word.lower() for word in grammar(language).hedges}


@cache
def _forms(language: str) -> frozenset[str]:
    """Collect the forms of verbs and adjectives that do not narrow it."""
    return inflected(language, "plain_verbs") | inflected(language, "plain_adjectives")
