"""Decisions from a stream: JSON Lines in, one answer a line out, for rate, defer, dismiss and edit."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from workbench.core.errors import UsageError, WorkbenchError

Record = dict[str, Any]


def decide_records(decide: Callable[[Record], Record]) -> int:
    """Answers each line of stdin; one that cannot be read, or means nothing, is answered with its number and its error.

    Returns:
        0 where every line was kept, 2 where one was not. The others are kept all the same.
    """
    from workbench.cli.output import put

    failed = False
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        try:
            put(decide(_record(line)))
        except WorkbenchError as error:
            failed = True
            put({"line": number, "error": error.message, "hint": error.hint})
    return 2 if failed else 0


def _record(line: str) -> Record:
    try:
        read = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise UsageError("This line is no JSON object.", "Write one object a line.") from error
    if not isinstance(read, dict) or not isinstance(read.get("claim"), str) or not read["claim"]:
        raise UsageError("A record names its claim.", 'Write {"claim": ID, …}.')
    return read


def words(record: Record, key: str, otherwise: str = "") -> str:
    """A value of a record as text. Raises UsageError for one that is no text."""
    value = record.get(key)
    if value is None:
        return otherwise
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        raise UsageError(f"“{key}” is no text.", f'Write {{"claim": ID, "{key}": "…"}}.')
    return str(value)


def need_either(claims: object, *, records: bool, example: str) -> None:
    """Checks that claims are named or records are read, and not both. Raises UsageError."""
    if records == bool(claims):
        raise UsageError("Name a claim, or give --records.", example)
