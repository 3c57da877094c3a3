"""A value of an object that is worked out when it is first asked for: `functools.cached_property` without its lock.

Sentences are read by the million, and each is asked for a dozen such values: taking the lock would cost more than most of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Kept(Generic[T]):
    """Works out a value once for each object, which keeps it in its own dictionary; the class has no slots.

    >>> class Sentence:
    ...     @Kept
    ...     def words(self) -> list[str]:
    ...         return ["fell"]
    >>> sentence = Sentence()
    >>> sentence.words is sentence.words
    True
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work, self._name, self.__doc__ = work, work.__name__, work.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Kept[T]: ...

    @overload
    def __get__(self, owner: object, kind: type) -> T: ...

    def __get__(self, owner: object | None, kind: type) -> Kept[T] | T:
        """Give the value; asked again, the object's own dictionary gives it."""
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._work(owner)
        return value
