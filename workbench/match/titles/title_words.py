"""The words of a series, split into its measure, its unit and its denominator.

"Expense (% of GDP)" measures expense, and not GDP, although GDP is in its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from workbench.core.series import Series
from workbench.match.words.english_stems import stem
from workbench.match.words.normalisation import keys, words

UNIT_FIELD, DESCRIPTION_FIELD = 0.5, 0.25
"""Weights of words in the unit and in the description; those of the title have 1."""

_DESCRIPTION = 600
_BRACKETS = re.compile(r"\(([^()]*)\)")
_SYMBOLS = r"%|\$|€|£|="
_CURRENCIES = r"\bLCU\b|\bUSD?\b|\bEUR\b|\bBoP\b"
_MEASURE_WORDS = r"\bnumber of\b|\bestimate|\bratio\b|\bmetric\b|\bindex\b"
_UNIT_WORDS = re.compile(rf"{_SYMBOLS}|\bper\b|\bcurrent\b|\bconstant\b|{_CURRENCIES}|{_MEASURE_WORDS}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The words of a series as stems.

    Attributes:
        title: The stems of its measure, in order.
        unit: The stems of its unit, and of brackets in its title that contain a unit.
        description: The stems of its description.
        counted: The stems of the thing it counts, which is part of its measure.
    """

    title: tuple[str, ...]
    unit: tuple[str, ...]
    description: tuple[str, ...]
    counted: frozenset[str]

    @property
    def fields(self) -> list[tuple[Sequence[str], float]]:
        """The fields with the weight of a word in each."""
        return [(self.title, 1.0), (self.unit, UNIT_FIELD), (self.description, DESCRIPTION_FIELD)]

    @property
    def measured(self) -> frozenset[str]:
        """The stems that say what it measures."""
        return self.counted.union(self.title)

    @property
    def all(self) -> frozenset[str]:
        """Every stem of it."""
        return frozenset((*self.title, *self.unit, *self.description))


def title_words(series: Series) -> TitleWords:
    """Take the words of a series."""
    return title_words_from(series.title, str(series.unit), series.unit.name, series.description[:_DESCRIPTION])


@lru_cache(maxsize=8_192)
def title_words_from(title: str, unit: str, counted: str, description: str) -> TitleWords:
    """Take the words of a title, its unit, the thing counted and a description.

    The results are cached: the claims of one speech are compared with the same titles many times.
    """
    core, brackets = part_title(title)
    return TitleWords(
        title=tuple(keys(core) or keys(title)),
        unit=tuple(keys(f"{brackets} {unit}")),
        description=tuple(keys(description[:_DESCRIPTION])),
        counted=frozenset(keys(counted)),
    )


def part_title(title: str) -> tuple[str, str]:
    """Split a title into its measure and the unit in its brackets.

    >>> part_title("Carbon dioxide (CO2) emissions (metric tons per capita)")
    ('Carbon dioxide (CO2) emissions', 'metric tons per capita')
    """
    inside = [phrase for phrase in _BRACKETS.findall(title) if _UNIT_WORDS.search(phrase)]
    core = _BRACKETS.sub(lambda found: "" if _UNIT_WORDS.search(found[1]) else found[0], title)
    return " ".join(core.split()), " ".join(inside)


def without_brackets(title: str) -> str:
    """Remove the brackets from a title: they contain its unit, or the same thing in other words.

    >>> without_brackets("Carbon dioxide (CO2) emissions (metric tons per capita)")
    'Carbon dioxide emissions'
    """
    return " ".join(_BRACKETS.sub("", title).split())


class Surfaces(Mapping[str, str]):
    """The words of a series as they are written, by their stems, for sentences that a reader sees.

    They are read at the first access, since most titles that are scored are never shown.
    """

    def __init__(self, series: Series) -> None:
        self._series = series

    @cached_property
    def _written(self) -> dict[str, str]:
        series = self._series
        text = f"{series.description[:_DESCRIPTION]} {series.unit} {series.title}"
        return {stem(word): word for word in words(text)}

    def __getitem__(self, key: str) -> str:
        return self._written[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)
