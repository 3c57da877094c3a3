"""The longest name of a table that begins at a word of a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


def longest_at(
    names: Mapping[tuple[str, ...], T], longest: Mapping[str, int], stems: Sequence[str], at: int
) -> tuple[int, T] | None:
    """Find the longest name that begins at a word, as its number of words and its value; None where there is none.

    >>> longest_at({("birth",): "births", ("birth", "rate"): "birth rate"}, {"birth": 2}, ["the", "birth", "rate"], 1)
    (2, 'birth rate')

    Args:
        names: The names by their stems.
        longest: For each stem, the number of words of the longest name that begins with it.
        stems: The stems of the text.
        at: The index of the stem at which the name begins.
    """
    for length in range(min(longest.get(stems[at], 0), len(stems) - at), 0, -1):
        found = names.get(tuple(stems[at : at + length]))
        if found is not None:
            return length, found
    return None
