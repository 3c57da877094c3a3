"""Glossaries: what measures of official statistics are called in other languages, in tables and by people.

The rows are in `glossaries/`, one file a field: the English name that the thesaurus knows, then the German names, then the
Macedonian ones. Any further language is one file of its own there, named by its code. A name of several words is met as it stands; one with plus signs is met where all its words stand near one another,
in any order ("Frauen + Parlament"); of words with a stroke between any will do ("spend/spent"). `everyday.toml` has what people say in
English.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from workbench.match.words.foreign_stems import STEMS, snowball
from workbench.match.words.keys import STOP, fold, words
from workbench.match.words.longest import longest_at

Table = dict[str, Any]

FIELDS = ("economy", "environment", "grammar", "health", "people", "society", "state", "work")
"""The fields of the glossaries, one file each."""

IN_ROWS = ("de", "mk")
"""The languages of the rows of each field, in their order."""

_CODE = re.compile(r"[a-z]{2,3}\Z")

_taught: dict[str, Table] = {}

_SHORT = 6
"""Most letters of a noun that may be another word without its capital letter."""

Phrase = tuple[str, ...]
"""A name as the stems of its words."""


@cache
def languages() -> frozenset[str]:
    """Return the languages that have a glossary.

    >>> sorted(languages())
    ['de', 'mk']
    """
    names = (entry.name.removesuffix(".toml") for entry in files("workbench.match").joinpath("glossaries").iterdir())
    return frozenset({*IN_ROWS, *_taught, *filter(_CODE.match, names)})


def teach(language: str, text: str) -> None:
    """Add the glossary of a language, from the text of its file.

    Args:
        language: Two or three small letters, not yet known.
        text: TOML: ``names`` as rows "English name = name | name", and in ``[grammar]`` the words ``small``, ``links`` and ``articles``;
            ``stemmer`` names an algorithm of Snowball, and without it words are met as they stand.

    Raises:
        ValueError: The name is taken or no code, the text is no TOML, or what it must have is missing.
    """
    if language in languages() or language == "en" or not _CODE.match(language):
        raise ValueError(f"{language!r} is no new language code")
    table = tomllib.loads(text)
    if missing := sorted({"names", "grammar"} - table.keys()):
        raise ValueError(f"the glossary of {language!r} lacks {', '.join(missing)}")
    _taught[language] = table
    for cached in (languages, glossary, words_of_grammar):
        cached.cache_clear()


@dataclass(frozen=True, slots=True)
class Glossary:
    """The names of one language with what they are in English.

    Attributes:
        language: Two letters.
        stems: What stems its words.
        phrases: Names as stems, with their English.
        longest: For each stem how long the longest name is that begins with it.
        scattered: For the first stem of names whose words may stand apart: the other stems, with the English.
        ways: For each English name whose words may stand apart the stems of all words that say it in any way.
        nouns: The stems of short words that are names with a capital letter only: "Waren" are goods, "waren" is "were".
        small: Words of grammar, which name nothing.
        links: Those of them that join what is measured to whose it is: "Zahl der Geburten".
        articles: Those of them that stand before a noun and part nothing.
    """

    language: str
    stems: Callable[[str], str]
    phrases: dict[Phrase, str] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    scattered: dict[str, list[tuple[Phrase, str]]] = field(default_factory=dict)
    ways: dict[str, set[str]] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    small: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()

    def stem(self, word: str) -> str:
        """Return the stem of a folded word."""
        return self.stems(word)

    def is_verb(self, raw: str) -> bool:
        """Return whether a short German word has no capital letter, where the name that it looks like has one."""
        return self.language == "de" and len(raw) <= _SHORT and raw.islower() and self.stem(fold(raw)) in self.nouns

    def longest_at(self, stems: list[str], at: int) -> tuple[int, str] | None:
        """Return the longest name that begins at a place, as its number of words and its English; None where none does."""
        return longest_at(self.phrases, self.longest, stems, at)

    def add(self, name: str, english: str) -> None:
        """Add a name; of two with the same words the first stays."""
        stems = tuple(self.stem(word) for word in words(name))
        if "/" in name:
            parts = (part.split("/") for part in name.replace("+", " ").split())
            for way in product(*parts):
                self.add(" + ".join(way), english)
        elif "+" in name:
            others = self.scattered.setdefault(stems[0], [])
            others.append((stems[1:], english))
            others.sort(key=lambda each: -len(each[0]))  # the one that says most goes first
            self.ways.setdefault(english, set()).update(stems)
        elif stems:
            if len(stems) == 1 and len(name) <= _SHORT and name[0].isupper() and stems not in self.phrases:
                self.nouns.add(stems[0])
            self.phrases.setdefault(stems, english)
            self.longest[stems[0]] = max(len(stems), self.longest.get(stems[0], 0))


@cache
def glossary(language: str) -> Glossary:
    """Return the glossary of a language of `languages`, or of everyday English."""
    if language not in languages():
        return _everyday()
    links, articles = (_grammar(language, name) for name in ("links", "articles"))
    found = Glossary(language, _stems(language), small=words_of_grammar(language), links=links, articles=articles)
    for english, name in _names(language):
        found.add(name, english)
    return found


def _stems(language: str) -> Callable[[str], str]:
    algorithm = "" if language in IN_ROWS else _own_file(language).get("stemmer", "")
    return snowball(algorithm) if algorithm else STEMS.get(language, str)


@cache
def words_of_grammar(language: str) -> frozenset[str]:
    """Return the words of grammar of a language of `languages`, folded; none of any other."""
    if language not in languages():
        return frozenset()
    return _grammar(language, "small") | _grammar(language, "links") | _grammar(language, "articles")


def _grammar(language: str, name: str) -> frozenset[str]:
    table = _file("grammar")[language] if language in IN_ROWS else _own_file(language)["grammar"]
    return frozenset(fold(word) for word in table.get(name, "").split())


def _everyday() -> Glossary:
    """Return what people say in English, with what tables call it."""
    found = Glossary("en", STEMS["en"], small=STOP)
    for row in _file("everyday")["names"]:
        english, _, said = row.partition("=")
        for name in said.split("|"):
            found.add(name.strip(), english.strip())
    return found


def _names(language: str) -> Iterator[tuple[str, str]]:
    """Yield the names of one language, each with its English."""
    shared = language in IN_ROWS
    tables = (_file(each) for each in FIELDS) if shared else [_own_file(language)]
    column = IN_ROWS.index(language) if shared else 0
    for row in (row for table in tables for row in table["names"]):
        english, *others = row.split("=")
        yield from ((english.strip(), name.strip()) for name in others[column].split("|") if name.strip())


def _own_file(language: str) -> Table:
    return _taught.get(language) or _file(language)


@cache
def _file(name: str) -> Table:
    text = files("workbench.match").joinpath("glossaries", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
