"""Categories that exclude one another: exports and imports, mobile and fixed lines, measles and mumps.

A title that names one of them does not measure a claim that names another, however much else the two share. The categories are in
`exclusive_categories.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from workbench.core.series import Series
from workbench.match.query.query import Query
from workbench.match.titles.title_words import without_brackets
from workbench.match.words.concepts import Concept
from workbench.match.words.english_stems import stem
from workbench.match.words.normalisation import keys


class Categories(NamedTuple):
    """Categories that exclude one another, each with its name and the stems of its words; for `directions` the whole sentence is searched."""

    sides: tuple[tuple[str, frozenset[str]], ...]
    directions: bool

    def named_in(self, stems: frozenset[str]) -> tuple[str, ...]:
        """Find the names of the categories that some stems name."""
        return tuple(name for name, words in self.sides if words & stems)


@cache
def exclusive_categories() -> tuple[Categories, ...]:
    """Read all rows of categories that exclude one another.

    >>> [name for name, _ in exclusive_categories()[0].sides]
    ['exports', 'imports']
    """
    table = tomllib.loads(files("workbench.match").joinpath("exclusive_categories.toml").read_text(encoding="utf-8"))
    return tuple(
        Categories(tuple((side.split()[0], frozenset(map(stem, side.split()))) for side in row), kind == "directions")
        for kind, rows in table.items()
        for row in rows
    )


def opposite_sides(query: Query, series: Series, *, flows: bool = True) -> tuple[str, str] | None:
    """Find two exclusive categories, one named by the series and one by the claim ("gross", "net"); None where they do not conflict.

    Args:
        query: The query of the claim.
        series: The series.
        flows: Whether to compare the categories of direction (exports and imports).
    """
    title = _stems_outside_names(keys(without_brackets(series.title)))
    named_there = [(sides, theirs) for sides in exclusive_categories() if (theirs := sides.named_in(title))]
    if not named_there:
        return None
    said = [each for each in query.concepts if not each.hint], query.concepts
    for sides, theirs in named_there:
        if sides.directions and not flows:
            continue
        mine = next((names for each in said if (names := _meant(sides, each))), ())
        if mine and not set(mine) & set(theirs):
            return theirs[0], mine[0]
    return None


def _meant(sides: Categories, concepts: Sequence[Concept]) -> tuple[str, ...]:
    """Find the categories that are named; where the words name none, those that their synonyms name ("sent abroad": exports)."""
    own = _stems_outside_names(key for each in concepts for key in keys(each.said))
    return sides.named_in(own) or sides.named_in(
        _stems_outside_names(key for each in concepts for key in each.ways[0].stems)
    )


def _stems_outside_names(stems: Iterable[str]) -> frozenset[str]:
    """Remove the stem that is only part of a name: "gross" in gross domestic product names no category."""
    found = frozenset(stems)
    return found - {"gross"} if found & {"domest", "nation"} else found
