"""The words by which the structure of a text is read; rules are code, words are data.

Abbreviations, fillers and verbs of saying are long lists that another language replaces; they are in `structure_words.toml`, each
class with its reason.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("workbench.extract").joinpath("structure_words.toml").read_text(encoding="utf-8"))


def words(table: str, key: str) -> frozenset[str]:
    """Look up the words of one class.

    >>> "approx" in words("sentence_ends_english", "never")
    True
    """
    return frozenset(_tables()[table][key].split())
