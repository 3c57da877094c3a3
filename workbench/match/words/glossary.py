"""Glossaries: what measures of official statistics are called in other languages, in tables and by people.

The rows are in `glossaries/`, one file a field: the English name that the thesaurus knows, then the German names, then the
Macedonian ones. Any further language has one file of its own there, named by its code. A name of several words is found only as a
phrase. One with plus signs is found where all its words are near one another, in any order ("Frauen + Parlament"). Of words
separated by a slash, any one is enough ("spend/spent"); so are those of a set of `grammar.toml`, which stands in a name as "{dead}".
`everyday.toml` has everyday English words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from workbench.match.words.foreign_stems import STEMS, snowball
from workbench.match.words.longest_name import longest_at
from workbench.match.words.normalisation import fold, words
from workbench.match.words.stop_words import STOP

Table = dict[str, Any]

FIELDS = ("economy", "environment", "grammar", "health", "people", "society", "state", "work")
"""The fields of the glossaries, one file each."""

IN_ROWS = ("de", "mk")
"""The languages of the rows of each field, in their order."""

_CODE = re.compile(r"[a-z]{2,3}\Z")
_SET = re.compile(r"\{([\w ]+)\}")

_taught: dict[str, Table] = {}

_SHORT = 6
"""Maximum letters of a noun that may be another word without its capital letter."""

Phrase = tuple[str, ...]
"""A name as the stems of its words."""


@cache
def languages() -> frozenset[str]:
    """List the languages that have a glossary.

    >>> sorted(languages())
    ['de', 'mk']
    """
    names = (entry.name.removesuffix(".toml") for entry in files("workbench.match").joinpath("glossaries").iterdir())
    return frozenset({*IN_ROWS, *_taught, *filter(_CODE.match, names)})


def teach(language: str, text: str) -> None:
    """Add the glossary of a language, from the text of its file.

    Args:
        language: Two or three small letters, not yet known.
        text: TOML: ``names`` as rows "English name = name | name", and in ``[grammar]`` the words ``small``, ``links`` and ``articles``,
            lists or texts of words;
            ``stemmer`` names an algorithm of Snowball; without it words are not stemmed.

    Raises:
        ValueError: The language exists already or is no code, the text is no TOML, or a required part is missing.
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
        stems: Its stemmer.
        phrases: Names as stems, with their English.
        longest: For each stem, the length of the longest name that begins with it.
        scattered: For each stem of names whose words may be apart (of English ones the first alone): the other stems, with the English.
        ways: For each English name whose words may be apart, the stems of each of its names.
        nouns: The stems of short words that are names only with a capital letter: "Waren" are goods, "waren" is "were".
        small: Function words, which name nothing.
        links: The function words that join a measure to what follows: "Zahl der Geburten".
        articles: The articles, which do not separate words.
    """

    language: str
    stems: Callable[[str], str]
    phrases: dict[Phrase, str] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    scattered: dict[str, list[tuple[Phrase, str]]] = field(default_factory=dict)
    ways: dict[str, set[frozenset[str]]] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)
    small: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()

    def stem(self, word: str) -> str:
        """Stem a folded word."""
        return self.stems(word)

    def is_verb(self, raw: str) -> bool:
        """Check whether a short German word or a participle has no capital letter, while the name with the same letters has one."""
        short = len(raw) <= _SHORT or raw.startswith("ge")  # "gehaltene Sitze" are no pay
        return self.language == "de" and short and raw.islower() and self.stem(fold(raw)) in self.nouns

    def longest_at(self, stems: list[str], at: int) -> tuple[int, str] | None:
        """Find the longest name that begins at a word, as its number of words and its English; None where there is none."""
        return longest_at(self.phrases, self.longest, stems, at)

    def add(self, name: str, english: str) -> None:
        """Add a name; of two with the same words the first stays."""
        stems = tuple(self.stem(word) for word in words(name))
        if "/" in name:
            parts = (part.split("/") for part in name.replace("+", " ").split())
            for way in product(*parts):
                self.add(" + ".join(way), english)
        elif "+" in name:
            for at, first in enumerate(stems if self.language in IN_ROWS else stems[:1]):
                others = self.scattered.setdefault(first, [])
                found = ((*stems[:at], *stems[at + 1 :]), english)
                if found not in others:
                    others.append(found)
                    others.sort(key=lambda each: -len(each[0]))  # the longest first
            self.ways.setdefault(english, set()).add(frozenset(stems))
        elif stems:
            if len(stems) == 1 and len(name) <= _SHORT and name[0].isupper() and stems not in self.phrases:
                self.nouns.add(stems[0])
            self.phrases.setdefault(stems, english)
            self.longest[stems[0]] = max(len(stems), self.longest.get(stems[0], 0))


@cache
def glossary(language: str) -> Glossary:
    """Load the glossary of a language of `languages`, or of everyday English."""
    if language not in languages():
        return _everyday()
    links, articles = (_grammar(language, name) for name in ("links", "articles"))
    found = Glossary(language, _stems(language), small=words_of_grammar(language), links=links, articles=articles)
    for english, name in names_of(language):
        found.add(name, english)
    return found


def _stems(language: str) -> Callable[[str], str]:
    algorithm = "" if language in IN_ROWS else _own_file(language).get("stemmer", "")
    return snowball(algorithm) if algorithm else STEMS.get(language, str)


@cache
def words_of_grammar(language: str) -> frozenset[str]:
    """Load the function words of a language of `languages`, folded; none for any other."""
    if language not in languages():
        return frozenset()
    return _grammar(language, "small") | _grammar(language, "links") | _grammar(language, "articles")


def _grammar(language: str, name: str) -> frozenset[str]:
    table = _file("grammar")[language] if language in IN_ROWS else _own_file(language)["grammar"]
    said = table.get(name, "")
    return frozenset(fold(word) for word in (said.split() if isinstance(said, str) else said))


def _everyday() -> Glossary:
    """Load everyday English words with their names in tables."""
    found = Glossary("en", STEMS["en"], small=STOP)
    table = _file("everyday")
    for row in table["names"]:
        english, _, said = row.partition("=")
        for name in said.split("|"):
            found.add(_with_sets(name.strip(), table["sets"]), english.strip())
    return found


def _with_sets(name: str, sets: Mapping[str, str]) -> str:
    """Write out the sets of words in a name: "mothers + DYING" is "mothers + died/death"."""
    return " ".join(sets.get(part, part) for part in name.split(" "))


def names_of(language: str) -> Iterator[tuple[str, str]]:
    """Yield the names of one language, one for each word of a set in them, each with its English."""
    shared = language in IN_ROWS
    tables = (_file(each) for each in FIELDS) if shared else [_own_file(language)]
    column = IN_ROWS.index(language) if shared else 0
    sets = _sets(language) if shared else {}
    for row in (row for table in tables for row in table["names"]):
        english, *others = row.split("=")
        names = (name.strip() for name in others[column].split("|") if name.strip())
        yield from ((english.strip(), way) for name in names for way in _ways(name, sets))


def _ways(name: str, sets: Mapping[str, Sequence[str]]) -> list[str]:
    """Write a name with each word of the sets that stand in it.

    >>> _ways("malaria + {dead}", {"dead": ("deaths", "who died")})
    ['malaria + deaths', 'malaria + who died']
    """
    parts = _SET.split(name)
    ways = product(*([part] if at % 2 == 0 else sets[part] for at, part in enumerate(parts)))
    return ["".join(way) for way in ways]


def _sets(language: str) -> dict[str, list[str]]:
    """Load the sets of words that names of a language may have in common: all words for the dead."""
    sets = _file("grammar")[language].get("sets", {})
    return {name: [word.strip() for word in said.split("|")] for name, said in sets.items()}


def _own_file(language: str) -> Table:
    return _taught.get(language) or _file(language)


@cache
def _file(name: str) -> Table:
    text = files("workbench.match").joinpath("glossaries", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
