"""Parts of a database, described in a form that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias


class Part(NamedTuple):
    """The name of a part of a database.

    Attributes:
        kind: ``table``, ``view``, ``column``, ``index``, ``trigger``, ``unique``, ``reference``, ``condition``, ``rule``, ``policy``
            or ``security`` (whether row policies apply to a table).
        table: The table that it belongs to; for a table or view, its own name.
        name: Its name; for a unique constraint or a reference, the columns.
    """

    kind: str
    table: str
    name: str


Parts: TypeAlias = Mapping[Part, str]
"""The description of each part: a column's type, an index's statement, a trigger's text."""

USUAL = "btree"
"""The default method of an index."""


def plain(sql: str) -> str:
    """Normalise the spaces of SQL."""
    return " ".join(sql.split())


def column_statement(kind: str, *, needed: bool, key: bool, default: str | None) -> str:
    """Describe a column; `default` is the SQL of its default value, None without one."""
    held = " PRIMARY KEY" if key else " NOT NULL" if needed else ""
    return kind.upper() + held + ("" if default is None else f" DEFAULT {_bare(default)}")


def index_statement(
    name: str, table: str, columns: Iterable[str], *, where: str | None = None, unique: bool = False, by: str = USUAL
) -> str:
    """Return the statement that creates an index; `by` is its method on a server."""
    condition, method = "" if where is None else f" WHERE {_bare(where)}", "" if by == USUAL else f"USING {by} "
    return f"CREATE {'UNIQUE ' * unique}INDEX {name} ON {table} {method}({', '.join(columns)}){condition}"


def policy_statement(does: str, to: Iterable[str], rows: str) -> str:
    """Describe a policy: what it permits (``INSERT``, for example), to which groups, and the condition on the rows."""
    listed = re.sub(r"<> ALL ARRAY\[(.*?)\](?:\[\])?", r"NOT IN \1", _bare(rows))
    return f"FOR {does} TO {', '.join(to)} ROWS {listed}"


def _bare(sql: str) -> str:
    """Remove the brackets and types that a server adds to SQL."""
    return plain(re.sub(r"::[a-z]+( varying)?|[()]", "", sql))
