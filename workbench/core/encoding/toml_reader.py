"""Reads TOML from untrusted files in a time that grows only with their length."""

from __future__ import annotations

import tomllib
from typing import Any

_MOST_PARTS = 500
"""Maximum number of parts of a name ("a.b.c"). For each part the parser walks down again from the first: tens of thousands take minutes."""


def read_toml(text: str) -> dict[str, Any]:
    """Parse a TOML text.

    >>> read_toml("a.b = 1")
    {'a': {'b': 1}}

    Raises:
        ValueError: It is no TOML, or a name in it has more than 500 parts.
        RecursionError: Its tables are nested too deep.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.partition("=")[0].count(".") >= _MOST_PARTS:
            raise ValueError(f"a name has more than {_MOST_PARTS} parts (at line {number})")
    return tomllib.loads(text)
