"""A database in parts, each said so that two of them can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias


class Part(NamedTuple):
    """Names a part of a database.

    Attributes:
        kind: ``table``, ``view``, ``column``, ``index``, ``trigger``, ``unique``, ``reference``, ``condition`` or ``rule``.
        table: The table that it is of; of a table or view, itself.
        name: Its name; of what keeps values unique and of a reference, the columns.
    """

    kind: str
    table: str
    name: str


Parts: TypeAlias = Mapping[Part, str]
"""What each part is: a column's type, an index's statement, a trigger's words."""


def plain(sql: str) -> str:
    """SQL with single spaces."""
    return " ".join(sql.split())


def column_says(kind: str, *, needed: bool, key: bool) -> str:
    """What a column is."""
    return kind.upper() + (" PRIMARY KEY" if key else " NOT NULL" if needed else "")


def index_says(name: str, table: str, columns: Iterable[str], *, where: str | None = None, unique: bool = False) -> str:
    """The statement that makes an index; a condition is said without the brackets and types that a server adds."""
    condition = "" if where is None else f" WHERE {plain(re.sub(r'::[a-z]+( varying)?|[()]', '', where))}"
    return f"CREATE {'UNIQUE ' * unique}INDEX {name} ON {table} ({', '.join(columns)}){condition}"
