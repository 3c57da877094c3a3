"""Rows that cannot be read: each is passed over and named, and blocks nothing but itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

from workbench.core.encoding.codec import decode
from workbench.core.errors import Problem, StoreError

T = TypeVar("T")

_DOCTOR = "Run workbench doctor; a copy of the database has it."

UNREADABLE = (StoreError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError)
"""What reading a damaged row may raise."""


class SkippedRows:
    """What was passed over since the database was opened, each row once."""

    def __init__(self) -> None:
        self._problems: dict[str, Problem] = {}

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._problems.values())

    def __len__(self) -> int:
        return len(self._problems)

    def add(self, what: str, key: object) -> None:
        """Note that a row was passed over."""
        where = f"{what} {key}"
        self._problems[where] = Problem(where, "It cannot be read, and was passed over.", _DOCTOR, f"unreadable-{what}")

    def reading(self, what: str, rows: Iterable[tuple[object, Any]], read: Callable[[Any], T]) -> list[T]:
        """Return the nouns of rows, without those that cannot be read.

        Args:
            what: What the nouns are called.
            rows: What each row is known by, and what is read.
            read: How it is read.
        """
        found: list[T] = []
        for key, row in rows:
            try:
                found.append(read(row))
            except UNREADABLE:
                self.add(what, key)
        return found

    def nouns(self, what: str, kind: type[T], rows: Iterable[Any]) -> list[T]:
        """Return the nouns of rows of which the id and the noun were asked for, without those that cannot be read."""
        return self.reading(what, ((row.id, row.noun) for row in rows), partial(decode, kind))


def readable(rows: Iterable[Any], read: Callable[[Any], T]) -> list[T]:
    """Return the nouns of rows that nobody asked for by name, without those that cannot be read: doctor names them."""
    return SkippedRows().reading("row", ((None, row) for row in rows), read)
