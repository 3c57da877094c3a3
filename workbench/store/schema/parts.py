"""A database in parts, each said so that two of them can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias


class Part(NamedTuple):
    """Names a part of a database.

    Attributes:
        kind: ``table``, ``view``, ``column``, ``index``, ``trigger``, ``unique``, ``reference``, ``condition``, ``rule``, ``policy``
            or ``security``, which is that policies hold for the rows of a table.
        table: The table that it is of; of a table or view, itself.
        name: Its name; of what keeps values unique and of a reference, the columns.
    """

    kind: str
    table: str
    name: str


Parts: TypeAlias = Mapping[Part, str]
"""What each part is: a column's type, an index's statement, a trigger's words."""

USUAL = "btree"
"""The method of an index for which none is named."""


def plain(sql: str) -> str:
    """Return SQL with single spaces."""
    return " ".join(sql.split())


def column_statement(kind: str, *, needed: bool, key: bool, default: str | None) -> str:
    """Return what a column is; `default` is the SQL of what a row has that is put in without a value, None where it has nothing."""
    held = " PRIMARY KEY" if key else " NOT NULL" if needed else ""
    return kind.upper() + held + ("" if default is None else f" DEFAULT {_bare(default)}")


def index_statement(
    name: str, table: str, columns: Iterable[str], *, where: str | None = None, unique: bool = False, by: str = USUAL
) -> str:
    """Return the statement that makes an index; `by` is the method by which a server keeps it."""
    condition, method = "" if where is None else f" WHERE {_bare(where)}", "" if by == USUAL else f"USING {by} "
    return f"CREATE {'UNIQUE ' * unique}INDEX {name} ON {table} {method}({', '.join(columns)}){condition}"


def policy_statement(does: str, to: Iterable[str], rows: str) -> str:
    """Return which rows a group may see or add, such as ``INSERT``, its name, and the condition on the rows."""
    listed = re.sub(r"<> ALL ARRAY\[(.*?)\](?:\[\])?", r"NOT IN \1", _bare(rows))
    return f"FOR {does} TO {', '.join(to)} ROWS {listed}"


def _bare(sql: str) -> str:
    """Return SQL without the brackets and types that a server adds."""
    return plain(re.sub(r"::[a-z]+( varying)?|[()]", "", sql))
