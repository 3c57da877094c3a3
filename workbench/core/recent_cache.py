"""Caches of values computed from nouns: a report goes over a page of claims several times and asks for the same again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

N = TypeVar("N")
V = TypeVar("V")

MOST = 200
"""Size of the cache, without its elder: a page of a report has a hundred claims, each with two verdicts."""


class Recent(Generic[N, V]):
    """A function of a noun with a cache of its last results. Its keys are identities, since comparing nouns takes longer than computing.

    The cache holds the noun with its value, so that no later noun can get the same ``id()``. Where it is full, it begins anew and keeps the
    full one as its elder, in place of the elder before: to drop one value for each that comes takes longer than to compute some.
    """

    def __init__(self, work_out: Callable[[N], V]) -> None:
        self._work_out = work_out
        self._held: dict[int, tuple[N, V]] = {}
        self._elder: dict[int, tuple[N, V]] = {}

    def __call__(self, noun: N) -> V:
        """Return the value, from the cache if it is there."""
        key = id(noun)
        held = self._held.get(key) or self._elder.get(key)
        if held is not None and held[0] is noun:
            return held[1]
        value = self._work_out(noun)
        self.remember(noun, value)
        return value

    def remember(self, noun: N, value: V) -> None:
        """Put a value into the cache that was computed elsewhere."""
        if len(self._held) >= MOST:
            self._elder, self._held = self._held, {}
        self._held[id(noun)] = (noun, value)


class computed_once(Generic[N, V]):  # noqa: N801  (used as a decorator)
    """An attribute whose value is computed at its first use and then stored in the noun, which never changes.

    It is `functools.cached_property` without its lock, which Python 3.11 takes at each first use.
    """

    def __init__(self, compute: Callable[[N], V]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, noun: None, kind: Any = None) -> computed_once[N, V]: ...
    @overload
    def __get__(self, noun: N, kind: Any = None) -> V: ...
    def __get__(self, noun: N | None, kind: Any = None) -> computed_once[N, V] | V:
        """Compute the value; Python finds the stored one itself the next time."""
        if noun is None:
            return self
        value = self._compute(noun)
        noun.__dict__[self._name] = value
        return value
