"""Names whose words stand apart: "Frauen" … "Parlament", "beer" | "drunk", "индустрија" … "БДП".

A glossary has them with plus signs between their words. Other words near them that are in any of the name's wordings belong to it
too, and name nothing else: "the | installed | kilowatt | of solar panels costs".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from workbench.match.words.glossary import Glossary, glossary
from workbench.match.words.normalisation import words

NEAR = 9
"""Maximum distance, in words, between the words of a scattered name."""


class Scattered(NamedTuple):
    """A name as its English and the indices of its words."""

    english: str
    at: list[int]


@dataclass(frozen=True, slots=True)
class ScatteredNames:
    """The scattered names of a text.

    Attributes:
        begun: Each name by the index of the word that it was found at.
        taken: The index of each name's words, with the index that the name was found at.
    """

    begun: dict[int, Scattered] = field(default_factory=dict)
    taken: dict[int, int] = field(default_factory=dict)

    def has(self, said: list[int]) -> bool:
        """Check whether the words of a name in one piece belong to scattered names: all of them, or the first to one found before it."""
        return all(n in self.taken for n in said) or any(self.taken.get(n, n) < n for n in said[:1])


def scattered_in(names: Glossary, said: list[str], stems: list[str]) -> ScatteredNames:
    """Find the scattered names of a text in another language.

    A name that begins within one in one piece must have all words of that one and more: "новозаболени од туберкулоза | на 100.000 жители".

    Args:
        names: The glossary.
        said: The words of the text, folded.
        stems: Their stems.
    """
    found = ScatteredNames()
    piece: list[int] = []
    for at in range(len(said)):
        if at in found.taken:
            continue
        if not piece or at > piece[-1]:
            known = names.longest_at(stems, at)
            piece = naming_in(names, said, at, known[0] if known else 0)
        one = _scattered(names, stems, at, set(found.taken), len(piece) if at in piece[:1] else 0)
        if one is not None and (at not in piece[1:] or set(piece) < set(one.at)):
            found.begun[at] = _with_others(names, stems, one, set(found.taken))
            found.taken.update(dict.fromkeys(found.begun[at].at, at))
    return found


def naming_in(names: Glossary, said: list[str], at: int, length: int) -> list[int]:
    """Find the indices of the words of a stretch that are no function words; all where there are only those."""
    every = range(at, at + length)
    return [n for n in every if said[n] not in names.small] or [*every]


@lru_cache(maxsize=256)
def named_in(said: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Find the names in tables for everyday English words, each with the words it replaces."""
    names, taken = glossary("en"), set[int]()
    stems = [names.stem(word) for word in said]
    found: list[tuple[str, tuple[str, ...]]] = []
    for at, key in enumerate(stems):
        if at in taken or not (key in names.scattered or key in names.longest):
            continue
        known = names.longest_at(stems, at)
        length, whole = known or (0, "")
        one = _scattered(names, stems, at, taken, length)
        name, places = _with_others(names, stems, one, taken) if one else (whole, [*range(at, at + length)])
        taken.update(places)
        found += [(name, tuple(said[n] for n in places))] if name else []
    return tuple(found)


def _scattered(names: Glossary, stems: list[str], at: int, taken: set[int], known: int) -> Scattered | None:
    """Find a name whose words are near an index, in any order.

    A name in one piece with at least as many words (`known`) is preferred.
    """
    near = range(max(0, at - NEAR), min(len(stems), at + NEAR + 1))
    around = set(stems[near.start : near.stop])
    for others, english in names.scattered.get(stems[at], ()):
        if len(others) < known:
            return None
        if not around.issuperset(others):
            continue
        found = [n for other in others for n in [n for n in near if stems[n] == other and n not in taken][:1]]
        if len(found) == len(others):
            return Scattered(english, sorted((at, *found)))
    return None


@cache
def _people(language: str) -> frozenset[str]:
    """Find the stems of words for groups of people, who may be counted separately."""
    from workbench.match.words.population_groups import words_of_groups  # noqa: PLC0415  (groups are read in the words of this file)

    names, groups = glossary(language), words_of_groups()
    if language == "en":
        return frozenset(map(names.stem, groups))
    return frozenset(
        phrase[0]
        for phrase, english in names.phrases.items()
        if len(phrase) == 1 and not groups.isdisjoint(words(english))
    )


def _with_others(names: Glossary, stems: list[str], found: Scattered, taken: set[int]) -> Scattered:
    """Add to a scattered name the near words of its other wordings: "beer" and "alcohol" | "drunk".

    In another language than English, only of wordings that are said in whole.
    """
    english, at = found
    near = [n for n in range(max(0, at[0] - NEAR), min(len(stems), at[-1] + NEAR + 1)) if n in at or n not in taken]
    said, every = {stems[n] for n in near}, names.language == "en"
    others = frozenset[str]().union(*(way for way in names.ways[english] if way <= said or every)) - _people(
        names.language
    )
    return Scattered(english, [n for n in near if n in at or stems[n] in others])
