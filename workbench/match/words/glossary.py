"""Glossaries: what measures of official statistics are called in German and in Macedonian, in tables and by people.

The rows are in `glossaries/`, one file a field: the English name that the thesaurus knows, then the German names, then the
Macedonian ones. A name of several words is met as it stands; one with plus signs is met where all its words stand near one another,
in any order ("Frauen + Parlament"); of words with a stroke between any will do ("spend/spent"). `everyday.toml` has what people say in
English.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import product

from workbench.match.words.foreign_stems import STEMS
from workbench.match.words.keys import STOP, fold, words
from workbench.match.words.longest import longest_at

FIELDS = ("economy", "environment", "grammar", "health", "people", "society", "state", "work")
"""The fields of the glossaries, one file each."""

LANGUAGES = ("de", "mk")
"""The languages of the rows, in their order."""

_SHORT = 6
"""Most letters of a noun that may be another word without its capital letter."""

Phrase = tuple[str, ...]
"""A name as the stems of its words."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The names of one language with what they are in English.

    Attributes:
        language: Two letters.
        phrases: Names as stems, with their English.
        longest: For each stem how long the longest name is that begins with it.
        scattered: For the first stem of names whose words may stand apart: the other stems, with the English.
        nouns: The stems of short words that are names with a capital letter only: "Waren" are goods, "waren" is "were".
        small: Words of grammar, which name nothing.
        links: Those of them that join what is measured to whose it is: "Zahl der Geburten".
        articles: Those of them that stand before a noun and part nothing.
    """

    language: str
    phrases: dict[Phrase, str] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    scattered: dict[str, list[tuple[Phrase, str]]] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    small: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()

    def stem(self, word: str) -> str:
        """The stem of a folded word."""
        return STEMS[self.language](word)

    def is_verb(self, raw: str) -> bool:
        """Whether a short German word has no capital letter, where the name that it looks like has one."""
        return self.language == "de" and len(raw) <= _SHORT and raw.islower() and self.stem(fold(raw)) in self.nouns

    def longest_at(self, stems: list[str], at: int) -> tuple[int, str] | None:
        """The longest name that begins at a place, as its number of words and its English; None where none does."""
        return longest_at(self.phrases, self.longest, stems, at)

    def add(self, name: str, english: str) -> None:
        """Adds a name; of two with the same words the first stays."""
        stems = tuple(self.stem(word) for word in words(name))
        if "/" in name:
            parts = (part.split("/") for part in name.replace("+", " ").split())
            for way in product(*parts):
                self.add(" + ".join(way), english)
        elif "+" in name:
            others = self.scattered.setdefault(stems[0], [])
            others.append((stems[1:], english))
            others.sort(key=lambda each: -len(each[0]))  # the one that says most goes first
        elif stems:
            if len(stems) == 1 and len(name) <= _SHORT and name[0].isupper() and stems not in self.phrases:
                self.nouns.add(stems[0])
            self.phrases.setdefault(stems, english)
            self.longest[stems[0]] = max(len(stems), self.longest.get(stems[0], 0))


@cache
def glossary(language: str) -> Glossary:
    """The glossary of a language of `LANGUAGES`, or of everyday English."""
    if language not in LANGUAGES:
        return _everyday()
    links, articles = (_grammar(language, name) for name in ("links", "articles"))
    found = Glossary(language, small=words_of_grammar(language), links=links, articles=articles)
    for english, name in _names(LANGUAGES.index(language)):
        found.add(name, english)
    return found


@cache
def words_of_grammar(language: str) -> frozenset[str]:
    """The words of grammar of a language of `LANGUAGES`, folded; none of any other."""
    if language not in LANGUAGES:
        return frozenset()
    return _grammar(language, "small") | _grammar(language, "links") | _grammar(language, "articles")


def _grammar(language: str, name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _file("grammar")[language][name].split())


def _everyday() -> Glossary:
    """What people say in English, with what tables call it."""
    found = Glossary("en", small=STOP)
    for row in _file("everyday")["names"]:
        english, _, said = row.partition("=")
        for name in said.split("|"):
            found.add(name.strip(), english.strip())
    return found


def _names(number: int) -> Iterator[tuple[str, str]]:
    """The names of one language, each with its English."""
    for each in FIELDS:
        for row in _file(each)["names"]:
            english, *others = row.split("=")
            yield from ((english.strip(), name.strip()) for name in others[number].split("|") if name.strip())


@cache
def _file(name: str) -> dict[str, dict[str, str]]:
    text = files("workbench.match").joinpath("glossaries", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
