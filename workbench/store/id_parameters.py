"""Pass any number of ids as one value of a statement, since the number of values is limited."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import JSON, Connection, Select, bindparam, cast, func, select


def listed(connection: Connection, ids: Sequence[str]) -> Select[Any]:
    """Return a subquery of the ids, for `in_`."""
    value: Any = bindparam(None, json.dumps(list(ids)), unique=True)
    if connection.dialect.name == "sqlite":
        return select(func.json_each(value).table_valued("value").c.value)
    return select(func.json_array_elements_text(cast(value, JSON)).column_valued())


def listing(connection: Connection) -> str:
    """Return the same subquery as SQL text; its parameter ``keys`` is the JSON list of the ids."""
    if connection.dialect.name == "sqlite":
        return "SELECT value FROM json_each(:keys)"
    return "SELECT json_array_elements_text(CAST(:keys AS json))"
