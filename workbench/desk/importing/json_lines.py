"""JSON Lines: one object per line, its keys read like a table's columns; a bad line is refused and the rest is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from workbench.core.errors import printable
from workbench.desk.importing.columns import Wanted, match_columns
from workbench.desk.importing.table_rows import LONGEST_RECORD, TableRow, refuse_binary, too_long
from workbench.ports import Rejected

_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_KINDS = {dict: "an object", list: "a list", bool: "true or false"}


def read_json_lines(origin: str, lines: Iterator[tuple[int, str]], wanted: Wanted) -> Iterator[TableRow | Rejected]:
    """Yield the rows of a file, in order; empty lines, and lines at its top that begin with ``#``, are skipped.

    Raises:
        NotTextError: The file is not text at all.
    """
    began = False
    for number, line in lines:
        if not began:
            refuse_binary(origin, line)
        began = began or not line.startswith("#")
        if began and line.strip():
            yield read_json_line(origin, number, line, wanted)


def read_json_line(origin: str, number: int, line: str, wanted: Wanted) -> TableRow | Rejected:
    """Parse one line to a row; a refused row has the line itself."""
    read = _read(origin, number, line, wanted)
    return replace(read, raw=line.strip()) if isinstance(read, Rejected) and len(line) < LONGEST_RECORD else read


def _read(origin: str, number: int, line: str, wanted: Wanted) -> TableRow | Rejected:
    if len(line) >= LONGEST_RECORD:
        return too_long(origin, number)
    if _NOT_UTF8.search(line):
        return Rejected(origin, number, "The line holds bytes that are not UTF-8.", "Save the file as UTF-8.")
    try:
        record = json.loads(line, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        why = printable(getattr(error, "msg", "it is nested too deeply or a number is too long"), 80)
        return Rejected(origin, number, f"The line is not JSON: {why}.", "Write one object a line.")
    if not isinstance(record, dict):
        return Rejected(origin, number, "The line is JSON, but not an object.", 'Write {"text": "…", "date": "…"}.')
    return _fields(origin, number, record, wanted)


def _fields(origin: str, number: int, record: dict[str, Any], wanted: Wanted) -> TableRow | Rejected:
    columns = match_columns(list(record), wanted, all_there=False)
    if record and "text" not in columns:
        known = ", ".join(printable(key, 40) for key in list(record)[:20]) or "none"
        return Rejected(origin, number, "No key holds the text.", f"Say --map text=NAME; there are: {known}.")
    values = list(record.values())
    fields: dict[str, str] = {}
    for name, column in columns.items():
        value = _speaker(values[column], fields) if name == "speaker" else values[column]
        if isinstance(value, dict | list | bool) or (name == "text" and not isinstance(value, str | None)):
            message = f"“{name}” is {_KINDS.get(type(value), 'a number')} and not text."
            return Rejected(origin, number, message, "Write it as a string.")
        fields[name] = "" if value is None else str(value)
    return TableRow(origin, number, fields)


def _speaker(value: Any, fields: dict[str, str]) -> Any:
    """Read the name of a speaker who is given as an object with a name and a role."""
    if not isinstance(value, Mapping) or not isinstance(value.get("name"), str):
        return value
    if isinstance(value.get("role"), str):
        fields["role"] = value["role"]
    return value["name"]
