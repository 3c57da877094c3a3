"""Words that leave what is measured as it is, wherever they stand: "our country | counted", "a | staggering | 5 percent"."""

from __future__ import annotations

from functools import cache

from workbench.extract.phrases.word_class_tagging import Tagged
from workbench.extract.phrases.word_classes import FIGURE, OF, PLACE, phrase_words
from workbench.extract.words.grammar import grammar
from workbench.extract.words.inflected_words import inflected
from workbench.extract.words.word_patterns import word_pattern

_READ = (
    "levels", "saying", "thinking", "holding", "recording", "dull", "generic", "determiners", "periodic", "empty",
    "conjunctions", "relatives", "spare", "firsts", "denying", "pronouns", "existing", "plain",
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
    low = raw.lower()
    if low in always_plain(words.language):
        return True
    if at > 0 and words.tags[at + 1 : at + 2] == FIGURE and _judges_size(words, at):
        return True
    if low in phrase_words(words.language, "countings"):  # "an | army | of dentists", but not "the army of Malta"
        return words.tags[at + 1 : at + 2] == OF and words.tags[at + 2 : at + 3] != PLACE
    noun = at > 0 and raw[0].isupper() and grammar(words.language).noun == "capital"
    return not noun and low in _forms(words.language)


def _judges_size(words: Tagged, at: int) -> bool:
    """Check whether an adjective right before a figure says what the speaker thinks of its size: "bei | bedrückenden | 46,2 Prozent".

    What parts those who are counted stands behind their number ("741 | kranke | Kinder"); so here the ending tells enough.
    """
    pattern = word_pattern("phrases", "sizing", words.language)
    return pattern is not None and pattern.search(f"{words.raws[at - 1]} {words.raws[at]}") is not None


@cache
def always_plain(language: str) -> frozenset[str]:
    """Collect the words that narrow no measure, whatever stands beside them, in lower case.

    >>> "staggering" in always_plain("en"), "army" in always_plain("en")
    (True, False)
    """
    words = {word.lower() for key in _READ for word in phrase_words(language, key)}
    return frozenset(words) | {word.lower() for word in grammar(language).hedges}


@cache
def _forms(language: str) -> frozenset[str]:
    """Collect the forms of verbs and adjectives that do not narrow it."""
    return inflected(language, "plain_verbs") | inflected(language, "plain_adjectives")
