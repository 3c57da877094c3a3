"""Headline measures in other languages: the English name of what is measured, since titles of series are English.

"Arbeitslosenquote" and "стапка на невработеност" are the unemployment rate. The words are in `headlines/*.toml`: official names and
those that people say. A phrase is met whole, whatever its endings; small words between do not count; a German compound that is
not named is parted into two words that are.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from snowballstemmer.german_stemmer import GermanStemmer

from workbench.core.claim import Claim
from workbench.core.quantity import Unit
from workbench.match.keys import words

TABLES = ("economy", "work", "people", "state", "vocabulary")
"""The tables, one file each; of two that hold one phrase the first is right."""

_SMALL = {
    "de": "der die das des dem den ein eine einer eines einem einen von vom zu zum zur im in am an auf aus bei mit und oder fur pro je "
    "unter uber nach vor bis um als pro sich sind ist hat haben alle aller allen jede jeder jedes ihr ihre unser unsere",
    "mk": "на во од за со и по кај меѓу се е до над под при низ како што кои која кој",
}
_SHORTEST, _PART = 4, 4
_LINKS = ("", "s", "n", "en", "es")
_ARTICLES = re.compile(r"(?<=...)(?:иот|ите|ата|ото|ето|от|та|то|те)$")
_VOWELS = re.compile(r"(?<=...)[аеиоу]$")

Root = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A text in the words of English tables.

    Attributes:
        text: The English words; those that no table holds stand as they were.
        read: What was read as what, in order.
    """

    text: str
    read: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Language:
    """The phrases of one language by their roots, and for each first root how long the longest phrase is."""

    phrases: Mapping[Root, str]
    longest: Mapping[str, int]
    root: Callable[[str], str]
    small: frozenset[str]

    def longest_at(self, roots: Sequence[str], at: int) -> tuple[int, str] | None:
        """The longest phrase that begins at a place: how many words, and its English name; None where none does."""
        for length in range(min(self.longest.get(roots[at], 0), len(roots) - at), 0, -1):
            title = self.phrases.get(tuple(roots[at : at + length]))
            if title is not None:
                return length, title
        return None

    def parted(self, word: str) -> str | None:
        """The English of a compound whose two parts are both named, the longest second part first; None for any other word."""
        for at in range(_PART, len(word) - _PART + 1):
            second = self.phrases.get((self.root(word[at:]),))
            for link in _LINKS if second else ():
                first = (
                    self.phrases.get((self.root(word[:at].removesuffix(link)),)) if word[:at].endswith(link) else None
                )
                if first:
                    return f"{first} {second}"
        return None


def in_english(text: str, language: str, *, whole: bool = True) -> Gloss:
    """A text of another language in the words of English tables; as it is where its language has no table.

    Args:
        text: The words for what is measured, or a sentence.
        language: Two letters.
        whole: Whether words that no table holds are kept: of a sentence they are left out.

    >>> in_english("Jugendarbeitslosenquoten", "de").text, in_english("стапката на невработеност", "mk").text
    ('youth unemployment rate', 'unemployment rate')
    >>> in_english("Energiekosten der Haushalte", "de").read
    (('energiekosten', 'energy costs'), ('haushalte', 'households'))
    """
    if language not in _SMALL:
        return Gloss(text)
    table = _table(language)
    said = [word for word in words(text) if word not in table.small]
    found = list(_read(table, said))
    kept = (title or word for word, title in found if title or (whole and _tells(word)))
    return Gloss(" ".join(kept), tuple((word, title) for word, title in found if title))


def _tells(word: str) -> bool:
    """Whether a word that no table holds may stand in a title: a short one is of grammar, or of another language by chance."""
    return len(word) >= _SHORTEST or word.isdigit()


def _read(table: _Language, said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each phrase with its English name, empty where none is known."""
    roots = [table.root(word) for word in said]
    at = 0
    while at < len(said):
        known = table.longest_at(roots, at)
        length = known[0] if known else 1
        title = known[1] if known else table.parted(said[at])
        yield " ".join(said[at : at + length]), title or ""
        at += length


@cache
def _table(language: str) -> _Language:
    """The phrases of a language, read once a process."""
    root, small = _ROOTS[language], frozenset(_SMALL[language].split())
    phrases: dict[Root, str] = {}
    for said, title in _rows(language):
        phrases.setdefault(tuple(root(word) for word in words(said) if word not in small), title)
    phrases.pop((), None)
    longest: dict[str, int] = {}
    for phrase in phrases:
        longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
    return _Language(phrases, longest, root, small)


def _rows(language: str) -> Iterator[tuple[str, str]]:
    """Every phrase of a language with the English name of what it measures."""
    room = files("workbench.match").joinpath("headlines")
    for name in TABLES:
        for row in tomllib.loads(room.joinpath(f"{name}.toml").read_text(encoding="utf-8"))["measures"]:
            yield from ((said.strip(), row["title"]) for said in row[language].split("|"))


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim's words as English tables would put them; an English claim's own words.

    Attributes:
        measure: What is measured.
        quote: Other words of the claim.
        context: Other words of its sentence.
        read: What of the measure was read as what.
    """

    measure: str
    quote: str
    context: str
    read: tuple[tuple[str, str], ...] = ()


def wording_of(claim: Claim) -> Wording:
    """The words that a claim is looked up by: of another language those that a table holds, and the rest of its measure."""
    measure = claim.measure or claim.quote
    if claim.language not in _SMALL:
        return Wording(measure, claim.quote, claim.context)
    quote, context = (in_english(text, claim.language, whole=False).text for text in (claim.quote, claim.context))
    gloss = in_english(measure, claim.language)
    return Wording(gloss.text or measure, quote, context, gloss.read)


def unit_in_english(unit: Unit | None, language: str) -> Unit | None:
    """A unit whose name is English where a table has it: "Mensch" is persons."""
    if unit is None or not unit.name or language not in _SMALL:
        return unit
    return replace(unit, name=in_english(unit.name, language).text or unit.name)


@lru_cache(maxsize=20_000)
def _german(word: str) -> str:
    found: str = GermanStemmer().stemWord(word)
    return found


@lru_cache(maxsize=20_000)
def _macedonian(word: str) -> str:
    """A word without its article and its ending: "стапката", "стапки" and "стапка" are one."""
    bare = word.removesuffix("а") if word.endswith("оста") else _ARTICLES.sub("", word)
    return _VOWELS.sub("", bare)


_ROOTS: Mapping[str, Callable[[str], str]] = {"de": _german, "mk": _macedonian}
