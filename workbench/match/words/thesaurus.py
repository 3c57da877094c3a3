"""Thesaurus of statistical English: the words in titles for the words that people say.

The words are in `thesaurus.toml`; each phrase is matched as a whole, ignoring endings.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from workbench.match.words.english_stems import stem
from workbench.match.words.longest_name import longest_at
from workbench.match.words.normalisation import keys, words

LEXICON = ("economy", "environment", "health", "people", "state", "work")
"""The fields of the lexicon, one file each."""

MOST_WAYS = 8
"""Maximum number of synonyms searched for one phrase. More would match any title."""

MEANT = 4
"""Maximum number of synonyms of one concept that are taken from titles of tables."""

_PAIR = 2

Phrase = tuple[str, ...]
"""A phrase as the stems of its words."""


@dataclass(frozen=True, slots=True)
class ThesaurusEntry:
    """Synonyms in tables for a spoken phrase, likeliest first, as they are written."""

    written: tuple[str, ...]

    @property
    def means(self) -> tuple[Phrase, ...]:
        """The phrases as stems."""
        return _stems(self.written)


@lru_cache(maxsize=4_096)
def _stems(written: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Stem phrases; those of which too little is left without function words are not searched in titles ("people in work")."""
    stems = {text: tuple(keys(text)) for text in written}
    short = {text for text, phrase in stems.items() if len(phrase) < len(words(text))}
    known = [set(phrase) for phrase in stems.values()]
    kept = (phrase for text, phrase in stems.items() if text not in short or not _too_little(phrase, text, known))
    return tuple(dict.fromkeys(filter(None, kept))) or tuple(filter(None, stems.values()))


def _too_little(phrase: Phrase, text: str, known: Sequence[set[str]]) -> bool:
    """Check whether too little is left of a phrase: it would match anything, or is only a part of another phrase."""
    alone = len(phrase) == 1 and len(words(text)) > _PAIR
    return alone or any(other > set(phrase) for other in known)


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Spoken phrases with their entries, and for each stem the length of the longest phrase that begins with it."""

    entries: dict[Phrase, ThesaurusEntry]
    longest: dict[str, int]

    def longest_at(self, stems: list[str], at: int) -> tuple[int, ThesaurusEntry] | None:
        """Find the longest spoken phrase that begins at a word, with its length in words; None where there is none."""
        return longest_at(self.entries, self.longest, stems, at)


@cache
def thesaurus() -> Thesaurus:
    """Load the thesaurus of the package."""
    entries: dict[Phrase, ThesaurusEntry] = {}
    for said, means in _rows():
        for text in said:
            phrase = _phrase(text)
            known = entries[phrase].written if phrase in entries else ()
            entries[phrase] = ThesaurusEntry(tuple(dict.fromkeys((*known, *means)))[:MOST_WAYS])
    longest: dict[str, int] = {}
    for phrase in filter(None, entries):
        longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
    return Thesaurus(entries, longest)


def _rows() -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Read the entries of spoken phrases and their synonyms. In a group of equivalent phrases, each has all others."""
    room = files("workbench.match")
    for row in tomllib.loads(room.joinpath("thesaurus.toml").read_text(encoding="utf-8"))["entry"]:
        yield row["said"], row["means"]
    for name in LEXICON:
        table = tomllib.loads(room.joinpath("lexicon", f"{name}.toml").read_text(encoding="utf-8"))
        for row in table["means"]:
            said, _, means = row.partition("->")
            yield _parted(said), _parted(means)
        for row in table["same"]:
            yield _parted(row), _parted(row)[:MEANT]


def _parted(row: str) -> list[str]:
    return [text.strip() for text in row.split("|")]


def _phrase(text: str) -> Phrase:
    return tuple(stem(word) for word in words(text))
