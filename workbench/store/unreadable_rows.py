"""Skip rows that cannot be read, and record each, so that one damaged row blocks no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

from workbench.core.encoding.codec import decode
from workbench.core.errors import Problem, StoreError

T = TypeVar("T")

_DOCTOR = "Run workbench doctor; a copy of the database has it."

UNREADABLE = (StoreError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError)
"""Errors that reading a damaged row may raise."""


class SkippedRows:
    """The rows that were skipped since the database was opened, each once."""

    def __init__(self) -> None:
        self._problems: dict[str, Problem] = {}

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._problems.values())

    def __len__(self) -> int:
        return len(self._problems)

    def add(self, what: str, key: object) -> None:
        """Record that a row was skipped."""
        where = f"{what} {key}"
        self._problems[where] = Problem(where, "It cannot be read, and was passed over.", _DOCTOR, f"unreadable-{what}")

    def reading(self, what: str, rows: Iterable[tuple[object, Any]], read: Callable[[Any], T]) -> list[T]:
        """Read the nouns of rows, and skip those that cannot be read.

        Args:
            what: The word for one of the nouns.
            rows: The id of each row, and the value to read.
            read: Converts that value to a noun.
        """
        found: list[T] = []
        for key, row in rows:
            try:
                found.append(read(row))
            except UNREADABLE:
                self.add(what, key)
        return found

    def nouns(self, what: str, kind: type[T], rows: Iterable[Any]) -> list[T]:
        """Read the nouns of rows with the columns `id` and `noun`, and skip those that cannot be read."""
        return self.reading(what, ((row.id, row.noun) for row in rows), partial(decode, kind))


def readable(rows: Iterable[Any], read: Callable[[Any], T]) -> list[T]:
    """Read the nouns of rows, and silently skip those that cannot be read, which only doctor reports."""
    return SkippedRows().reading("row", ((None, row) for row in rows), read)
