"""Pass any number of ids as one value of a statement, since the number of values is limited."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import JSON, Connection, Select, bindparam, cast, func, select

Build = Callable[[Any, Select[Any]], Select[Any]]
"""Makes a statement of a table and of a subquery of ids."""


def listed(connection: Connection, ids: Sequence[str]) -> Select[Any]:
    """Return a subquery of the ids, for `in_`."""
    return _subquery(connection.dialect.name, bindparam(None, json.dumps(list(ids)), unique=True))


def rows_of(connection: Connection, build: Build, table: Any, ids: Sequence[str]) -> Sequence[Any]:
    """Read the rows of a statement about some ids; the statement is made once, and asked again for each page of an export."""
    statement = _made_once(connection.dialect.name, build, table)
    found: Sequence[Any] = connection.execute(statement, {"keys": json.dumps(list(ids))}).all()
    return found


@cache
def _made_once(dialect: str, build: Build, table: Any) -> Select[Any]:
    return build(table, _subquery(dialect, bindparam("keys")))


def _subquery(dialect: str, value: Any) -> Select[Any]:
    if dialect == "sqlite":
        return select(func.json_each(value).table_valued("value").c.value)
    return select(func.json_array_elements_text(cast(value, JSON)).column_valued())


def listing(connection: Connection) -> str:
    """Return the same subquery as SQL text; its parameter ``keys`` is the JSON list of the ids."""
    if connection.dialect.name == "sqlite":
        return "SELECT value FROM json_each(:keys)"
    return "SELECT json_array_elements_text(CAST(:keys AS json))"
