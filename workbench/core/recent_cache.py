"""What was worked out of the last nouns: a report goes over a page of claims several times, and asks each the same again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

N = TypeVar("N")
V = TypeVar("V")

MOST = 256
"""Nouns whose values are held: a page of a report has a hundred claims, each with two verdicts."""


class Recent(Generic[N, V]):
    """A function of a noun that remembers what it gave for the last nouns, told apart by identity: to compare them takes longer than to ask.

    A noun is held with its value, so that no other is taken for it.
    """

    def __init__(self, work_out: Callable[[N], V]) -> None:
        self._work_out = work_out
        self._held: dict[int, tuple[N, V]] = {}

    def __call__(self, noun: N) -> V:
        """Return the value."""
        held = self._held.get(id(noun))
        if held is not None and held[0] is noun:
            return held[1]
        value = self._work_out(noun)
        self.remember(noun, value)
        return value

    def remember(self, noun: N, value: V) -> None:
        """Take a value that was worked out otherwise."""
        while len(self._held) >= MOST:
            oldest: Any = next(iter(self._held), None)
            self._held.pop(oldest, None)
        self._held[id(noun)] = (noun, value)
