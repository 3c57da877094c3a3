"""Read the words of a file's name and folder: subject and country of its figures, where its cells do not name them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from sources._text.written_places import written_place
from workbench.core.place import find_place

_EMPTY_WORDS = frozenset({
    "annual", "clean", "cleaned", "copy", "csv", "data", "dataset", "datasets", "default", "desktop", "document", "documents",
    "download", "downloads", "en", "excel", "export", "exported", "extract", "figure", "figures", "file", "files", "filtered", "final",
    "full", "home", "input", "latest", "long", "monthly", "my", "new", "old", "output", "own", "quarterly", "raw", "results", "series",
    "shared", "sheet", "statistic", "statistics", "stats", "table", "tables", "tabular", "temp", "test", "tidy", "tmp", "update",
    "updated", "upload", "value", "values", "var", "version", "wide", "xlsx", "year", "yearly",
})  # fmt: skip
_PARTS = re.compile(r"[^\W\d_]+", re.UNICODE)
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_ABBREVIATED = frozenset({"uk", "us", "usa", "eu", "uae"})
_LONGEST_NAME = 4
_LEAST = 3


@dataclass(frozen=True, slots=True)
class PathWords:
    """The subject and place in a file's path.

    Attributes:
        title: The meaningful words of its name that are no place, else those of its folder; may be empty.
        place: The code of the place in its name or folder; empty without one.
    """

    title: str = ""
    place: str = ""


def path_words(where: str) -> PathWords:
    """Parse the last two parts of a path or an address.

    >>> path_words("/home/me/uk_inflation_cpi.csv"), path_words("unemployment/Germany.csv")
    (PathWords(title='inflation cpi', place='GBR'), PathWords(title='unemployment', place='DEU'))
    >>> path_words("https://example.org/files/table-1.xlsx"), path_words("AsylumApplications2021_MK.xlsx")
    (PathWords(title='', place=''), PathWords(title='asylum applications', place='MKD'))
    """
    path = PurePath(unquote(urlsplit(where).path) if "://" in where else where)
    name, folder = _read(path.stem), _read(path.parent.name)
    return PathWords(name.title or folder.title, name.place or folder.place)


def _read(part: str) -> PathWords:
    words = _PARTS.findall(_CAMEL.sub(" ", part))
    found, place = words, ""
    for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            code = _place(words[start : start + size])
            if code and not place:
                found, place = [*words[:start], *words[start + size :]], code
    naming = [word if word.isupper() else word.lower() for word in found if _names_something(word)]
    return PathWords(" ".join(naming), place)


def _names_something(word: str) -> bool:
    return word.lower() not in _EMPTY_WORDS and (len(word) >= _LEAST or word.isupper())


def _place(words: list[str]) -> str:
    """Find a place in some words.

    Short words count only as codes in capitals or usual abbreviations: "in" is not India.
    """
    name = " ".join(words)
    if len(name) <= _LEAST:
        return (find_place(name.upper()) or "") if name.isupper() or name in _ABBREVIATED else ""
    return written_place(name) or ""
