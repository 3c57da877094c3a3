"""Compose the titles of a file's series from the table's title, the column and the members; a column named ``value`` says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sources._cube.cube import Axis, Cube, Role
from sources._files.file_tables import FileTable
from sources._files.grid.grid_to_cube import MEASURE
from sources._files.path_words import path_words
from sources._text.printable_text import clean

_LEAST = 3
_STEM = 5
"""Number of first letters by which two words are compared here."""

_WORDS = re.compile(r"[^\W\d_]+")
_FIGURE_WORDS = r"(?:obs[_ ]?)?values?|observations?|obs|figures?|amounts?|counts?|numbers?|totals?|data"
_EMPTY_MEASURE = re.compile(rf"{_FIGURE_WORDS}|column \d+|[a-z]|rate|level|percent|%", re.IGNORECASE)
"""Heads of columns that do not say what is measured."""


def chosen(cube: Cube, fixed: Mapping[str, str]) -> Iterator[tuple[Axis, str]]:
    for axis in cube.axes:
        member = axis.member(fixed.get(axis.code, "")) if len(axis.members) > 1 else None
        if member and axis.code != MEASURE:
            yield axis, member.label


def title_of(table: FileTable, fixed: Mapping[str, str], title: str) -> str:
    """Compose the title of a series from the table's title and its members.

    A named measure replaces the table's title.
    """
    cube = table.cube
    measure = fixed.get(MEASURE, "") if cube.axis(MEASURE) else ""
    words = [label for axis, label in chosen(cube, fixed) if axis.role is not Role.UNIT]
    head = measure if measure and not _EMPTY_MEASURE.fullmatch(measure.strip()) else ""
    named = "" if len(cube.title) > _LEAST else _new(table, head, words)
    about = (
        (cube.title or named or table.name or title) if not head and (len(cube.title) > _LEAST or not words) else named
    )
    return clean(": ".join(filter(None, (about, head, ", ".join(words)))) or title)


def _new(table: FileTable, head: str, words: Sequence[str]) -> str:
    """Return the words of the sheet's or the file's name that the column and its groups do not have."""
    said = {word[:_STEM] for word in _WORDS.findall(" ".join((head, *words)).lower())}
    sheet = path_words(table.name).title if table.name else ""
    found = " ".join(dict.fromkeys((sheet or table.words).split()))
    return found if {word[:_STEM] for word in _WORDS.findall(found.lower())} - said else ""
