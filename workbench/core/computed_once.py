"""An attribute that is computed once: `functools.cached_property` without its lock, which Python 3.11 takes at each first use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

N = TypeVar("N")
V = TypeVar("V")


class computed_once(Generic[N, V]):  # noqa: N801  (used as a decorator)
    """An attribute whose value is computed at its first use and then stored in the noun, which never changes."""

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
