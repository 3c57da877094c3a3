"""Files of a folder that are no speeches: files about the folder, and files of figures. Each is left out with the reason.

A file that the user names directly is read, whatever its name.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from workbench.core.document import Document
from workbench.core.errors import BadRecordError, Problem, printable
from workbench.ports import LEFT_OUT

_ABOUT = re.compile(
    r"(?:(?:readme|read[_-]me|changelog|licen[cs]e)(?:[._ -][\w .-]*)?"
    r"|(?:copying|copyright|changes|contributing|notice|authors)(?:\.\w+)?)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W\d_]+|\d[\d.,]*")
_FEWEST = 30
"""Fewest words and figures of a text that may be taken for a table."""

_NAMED = "Name the file by itself to import it all the same."
_FIGURES = "Research with it: --data FILE; or say --map text=NAME where a column holds words that were said."


class NoTextColumnError(BadRecordError):
    """A table has no column of texts."""

    def __init__(self, origin: str, there: str) -> None:
        super().__init__(f"{origin}: no column holds the text.", f"Say --map text=NAME; there are: {there}.")


def about_the_folder(path: str) -> Problem | None:
    """Give the reason why a file is no speech by its name: it describes the folder.

    >>> str(about_the_folder("speeches/README.md"))
    'speeches/README.md: Left out: it tells of the folder, and is no speech. Name the file by itself to import it all the same.'
    >>> about_the_folder("speeches/2021-12-02-notice-to-voters.txt") is None
    True
    """
    if not _ABOUT.fullmatch(PurePath(path).name):
        return None
    return _left_out(path, "it tells of the folder, and is no speech", _NAMED)


def figures_alone(path: str) -> Problem:
    """Give the reason that a table of a folder has no column of texts."""
    return _left_out(path, "it holds figures and no words that were said", _FIGURES)


def rows_of_figures(path: str, document: Document) -> Problem | None:
    """Give the reason why a text is no speech by its words: more than half of them are figures."""
    tokens = _TOKEN.findall(document.text)
    figures = sum(token[0].isdigit() for token in tokens)
    if len(tokens) < _FEWEST or figures * 2 <= len(tokens):
        return None
    return _left_out(path, "it holds rows of figures, and is no speech", _NAMED)


def _left_out(path: str, why: str, hint: str) -> Problem:
    return Problem(printable(path, 4096), f"Left out: {why}.", hint, LEFT_OUT)
