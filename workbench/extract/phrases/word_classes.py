"""Classes of words that show where a noun phrase begins and ends: closed classes, verbs, and nouns that are no measure.

The word file lists the words of each class; a word in no class is a noun.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from workbench.extract.words.change_words import ways
from workbench.extract.words.word_files import ENGLISH, raw_tables

DETERMINER, NOUN, ADJECTIVE, OF, ATTACHING, PREPOSITION = "D", "N", "A", "O", "J", "I"
AUXILIARY, VERB, SAYING, PRONOUN, RELATIVE, SUBORDINATOR = "X", "V", "Y", "Q", "R", "S"
CONJUNCTION, ADVERSATIVE, ADVERB, MOVE, EITHER, THAT = "C", "E", "B", "K", "W", "H"
FIGURE, PLACE, TIME, PAUSE, STOP = "F", "L", "T", "P", "Z"

_CLASSES = (
    ("verbs", VERB),
    ("past", VERB),
    ("saying", SAYING),
    ("both", EITHER),
    ("adverbs", ADVERB),
    ("conjunctions", CONJUNCTION),
    ("adversatives", ADVERSATIVE),
    ("pronouns", PRONOUN),
    ("prepositions", PREPOSITION),
    ("attaching", ATTACHING),
    ("of", OF),
    ("determiners", DETERMINER),
    ("subordinators", SUBORDINATOR),
    ("relatives", RELATIVE),
    ("nouns", NOUN),
    ("auxiliaries", AUXILIARY),
)
"""The word file's classes, each with its letter; for a word in several, the later class is taken."""


@cache
def word_classes(language: str) -> dict[str, str]:
    """Map the words of a language to the letter of their class.

    >>> [word_classes("en")[word] for word in ("the", "of", "reached", "exports", "growth")]
    ['D', 'O', 'V', 'W', 'K']
    """
    table: dict[str, list[str]] = raw_tables(language)["phrases"]
    found = dict.fromkeys(ways("verbs", language), VERB) if language == ENGLISH else {}
    found |= dict.fromkeys(ways("nouns", language), MOVE)
    for key, letter in _CLASSES:
        words = table[key]
        if language == ENGLISH and key in {"verbs", "both"}:
            words = (
                [form for word in words for form in _forms(word)] if key == "verbs" else [*words, *map(_third, words)]
            )
        found.update(dict.fromkeys(words, letter))
    for word in ways("nouns", language):
        found[word] = EITHER if found.get(word) in {VERB, EITHER} else MOVE
    return found | {"that": THAT} if language == ENGLISH else found


@cache
def phrase_words(language: str, key: str) -> frozenset[str]:
    """Look up the words of one class of the word file.

    >>> "government" in phrase_words("en", "agents"), "Zahl" in phrase_words("de", "generic")
    (True, False)
    """
    return frozenset(raw_tables(language)["phrases"][key])


class Parted(NamedTuple):
    """A word for one of two groups that together are all people, such as women and men.

    Attributes:
        other: The same word for the other group.
        own: All words for its own group.
        others: All words for the other group.
    """

    other: str
    own: frozenset[str]
    others: frozenset[str]


@cache
def parted(language: str) -> Mapping[str, Parted]:
    """Map the words for one of two complementary groups of people to both groups.

    >>> parted("en")["women"].other
    'men'
    """
    pairs = [(one.split(), other.split()) for one, other in raw_tables(language)["phrases"]["counterparts"]]
    sides = [(side, pair[1 - n]) for pair in pairs for n, side in enumerate(pair)]
    return {
        word: Parted(others[min(n, len(others) - 1)], _folded(own), _folded(others))
        for own, others in sides
        for n, word in enumerate(own)
    }


def _folded(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


@cache
def phrase_text(language: str, key: str) -> str:
    """Look up an entry of the word file that is a single text.

    >>> phrase_text("en", "price").format("diesel")
    'diesel price'
    """
    return str(raw_tables(language)["phrases"][key])


@cache
def phrase_table(language: str, key: str) -> dict[str, str]:
    """Look up an entry of the word file that maps words to a word: verbs to a noun for what they do, or to a preposition.

    >>> phrase_table("en", "deeds")["spent"], phrase_table("en", "debts")["owed"], phrase_table("en", "transfers")["added"]
    ('spending', 'debt', 'to')
    """
    table: dict[str, str] = raw_tables(language)["phrases"][key]
    return table


def _third(word: str) -> str:
    """Form the third person singular of a verb."""
    if word.endswith(("s", "x", "sh", "ch")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeiou" else f"{word}s"


def _forms(word: str) -> tuple[str, ...]:
    stem = word.removesuffix("e")
    past = f"{word[:-1]}ied" if word.endswith("y") and word[-2] not in "aeiou" else f"{stem}ed"
    return word, _third(word), past, f"{stem}ing"
