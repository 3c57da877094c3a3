"""Titles that count a part of what is claimed: "High-technology exports" for "exports" alone.

A part has another figure, which agrees with a claim about the whole only by chance. The words of titles that narrow are in
`narrowing.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files

from workbench.match.words.normalisation import keys


@cache
def narrowing_words() -> tuple[str, ...]:
    """Read the words that narrow, as they are written.

    >>> "public" in narrowing_words(), "confirmed" in narrowing_words()
    (True, False)
    """
    return tuple(word for words in _table().values() if isinstance(words, str) for word in words.split())


@cache
def _table() -> Mapping[str, str | Mapping[str, str]]:
    return tomllib.loads(files("workbench.match").joinpath("narrowing.toml").read_text(encoding="utf-8"))


@cache
def names_method(key: str) -> bool:
    """Check whether a stem says how a figure is computed, which speakers do not mention: "crude", "current".

    >>> names_method("crude"), names_method("gross")
    (True, False)
    """
    made = _table()["made"]
    return key in {each for word in ("" if isinstance(made, str) else made["how"]).split() for each in keys(word)}


@cache
def narrowing() -> frozenset[str]:
    """Stem the words that narrow."""
    return frozenset(key for word in narrowing_words() for key in keys(word))


def narrowed(strange: Collection[str], written: Mapping[str, str]) -> str | None:
    """Give the reason why a title that names more than was said counts only a part of it; None where it does not.

    Args:
        strange: The stems that the title names and the claim does not.
        written: How they are written in the title.
    """
    found = sorted(narrowing().intersection(strange))
    if not found:
        return None
    words = " or ".join(f"“{written.get(key, key)}”" for key in found)
    return f"counts a part alone: the claim does not say {words}"
