"""Statistical English: which words of titles stand for the words that people say.

The words themselves are in `thesaurus.toml`; each phrase is met whole, whatever its endings.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from workbench.match.keys import keys, words
from workbench.match.stems import stem

Phrase = tuple[str, ...]
"""A phrase as the stems of its words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What tables call a thing that people say in some way: phrases, likeliest first.

    Attributes:
        means: The phrases as stems.
        written: The same as written, for asking an index that does its own stemming.
    """

    means: tuple[Phrase, ...]
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Said phrases with their entries, and the length of the longest phrase."""

    entries: dict[Phrase, Entry]
    longest: int

    def longest_at(self, stems: list[str], at: int) -> tuple[int, Entry] | None:
        """The longest said phrase that begins at a place, with its length in words; None where none does."""
        for length in range(min(self.longest, len(stems) - at), 0, -1):
            entry = self.entries.get(tuple(stems[at : at + length]))
            if entry is not None:
                return length, entry
        return None


@cache
def thesaurus() -> Thesaurus:
    """The thesaurus of the package."""
    table = tomllib.loads(files("workbench.match").joinpath("thesaurus.toml").read_text(encoding="utf-8"))
    entries: dict[Phrase, Entry] = {}
    for row in table["entry"]:
        entry = Entry(tuple(tuple(keys(text)) for text in row["means"]), tuple(row["means"]))
        for text in row["said"]:
            entries.setdefault(_phrase(text), entry)
    return Thesaurus(entries, max(map(len, entries)))


def _phrase(text: str) -> Phrase:
    return tuple(stem(word) for word in words(text))
