"""Read PX-JSON, PxWeb's older format (``"format": "json"``) of columns, and rows of keys and values, as cubes.

Some installations of PxWeb do not support JSON-stat. A row has only the codes of its members; their labels are in the
table's description.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sources._cube.cube import Axis, Cell, Cube, Member, Only, row_filter
from sources._formats.jsonstat.roles import roles_of
from sources._text.json_body import read_json
from sources._text.printable_text import clean
from sources._text.time_stamps import read_day
from workbench.core.errors import WrongAnswerError
from workbench.core.number import decimal

CONTENTS = "ContentsCode"
"""Code of the axis of value columns, as in PxWeb itself."""

_KEYS, _VALUES = frozenset({"d", "t"}), "c"
_WHAT = "a table in PX-JSON"
_MOST_COLUMNS, _MOST_NOTES = 200, 100


@dataclass(frozen=True, slots=True)
class _JsonColumn:
    code: str
    text: str
    kind: str


def is_pxjson(tree: object) -> bool:
    """Check whether a body has this form.

    >>> is_pxjson({"columns": [], "data": []}), is_pxjson({"class": "dataset"})
    (True, False)
    """
    return isinstance(tree, dict) and isinstance(tree.get("columns"), list) and isinstance(tree.get("data"), list)


def read_pxjson(source: str, body: bytes) -> Cube:
    """Read a body.

    Args:
        source: The service's name for readers.
        body: The bytes as archived; pointers refer to them.

    Raises:
        WrongAnswerError: It is no PX-JSON, or its rows do not match its columns.

    >>> body = b'{"columns": [{"code": "Tid", "text": "year", "type": "t"}, {"code": "BE", "text": "Births", "type": "c"}],'
    >>> body += b' "comments": [], "data": [{"key": ["2020"], "values": ["11.5"]}, {"key": ["2021"], "values": [".."]}]}'
    >>> [(cell.codes, cell.text, cell.flag, cell.pointer) for cell in read_pxjson("A", body).cells()]
    [(('2020', 'BE'), '11.5', '', '/data/0/values/0'), (('2021', 'BE'), '', '..', '/data/1/values/0')]
    """
    tree = read_json(source, body)
    if not is_pxjson(tree):
        raise WrongAnswerError(source, _WHAT, "JSON of another shape")
    columns = _columns(source, tree["columns"])
    rows = tree["data"]
    keys = [column for column in columns if column.kind in _KEYS]
    values = [column for column in columns if column.kind == _VALUES]
    if not values or not all(_fits(row, len(keys), len(values)) for row in rows):
        raise WrongAnswerError(source, _WHAT, "one whose rows are not as its columns say")
    axes = _axes(keys, values, rows)
    said = _described(tree.get("metadata"))
    return Cube(
        title=clean(said.get("label")),
        axes=axes,
        scan=_JsonRows(axes, rows).scan,
        updated=read_day(said.get("updated")),
        source=clean(said.get("source")),
        notes=_notes(tree.get("comments")),
    )


def _columns(source: str, listed: Sequence[Any]) -> list[_JsonColumn]:
    found = []
    for one in listed:
        if not isinstance(one, dict) or not isinstance(one.get("code"), str):
            raise WrongAnswerError(source, _WHAT, "one whose columns have no codes")
        found.append(_JsonColumn(clean(one["code"], 200), clean(one.get("text")), str(one.get("type", "d"))))
    if len(found) > _MOST_COLUMNS or len({column.code for column in found}) != len(found):
        raise WrongAnswerError(source, _WHAT, "one whose columns cannot be told apart")
    return found


def _fits(row: object, keys: int, values: int) -> bool:
    if not isinstance(row, dict):
        return False
    key, cells = row.get("key"), row.get("values")
    if not isinstance(key, list) or not isinstance(cells, list) or (len(key), len(cells)) != (keys, values):
        return False
    return all(isinstance(code, str) for code in key) and not any(isinstance(cell, list | dict) for cell in cells)


def _axes(keys: Sequence[_JsonColumn], values: Sequence[_JsonColumn], rows: Sequence[Any]) -> tuple[Axis, ...]:
    bare = [_axis(n, column, rows) for n, column in enumerate(keys)]
    timed = [column.code for column in keys if column.kind == "t"]
    roles = roles_of(bare, {"time": timed})
    name = CONTENTS if CONTENTS not in {column.code for column in keys} else "values"
    contents = Axis(name, "contents", tuple(Member(one.code, one.text or one.code) for one in values))
    return (
        *(Axis(axis.code, axis.label, axis.members, role) for axis, role in zip(bare, roles, strict=True)),
        contents,
    )


def _axis(n: int, column: _JsonColumn, rows: Sequence[Any]) -> Axis:
    codes = dict.fromkeys(clean(row["key"][n], 200) for row in rows)
    return Axis(column.code, column.text or column.code, tuple(Member(code, code) for code in codes))


def _described(listed: object) -> Mapping[str, Any]:
    first = listed[0] if isinstance(listed, list) and listed else None
    return first if isinstance(first, dict) else {}


def _notes(listed: object) -> tuple[str, ...]:
    rows = listed[:_MOST_NOTES] if isinstance(listed, list) else []
    return tuple(text for row in rows if isinstance(row, dict) and (text := clean(row.get("comment"), 1000)))


@dataclass(frozen=True, slots=True)
class _JsonRows:
    """The rows of a body."""

    axes: tuple[Axis, ...]
    rows: Sequence[Any]

    def scan(self, only: Only) -> Iterator[Cell]:
        """Yield the cells of the members wanted."""
        wanted = row_filter(self.axes, only)
        contents = self.axes[-1].members
        for n, row in enumerate(self.rows):
            key = tuple(clean(code, 200) for code in row["key"])
            for m, content in enumerate(contents):
                codes = (*key, content.code)
                if wanted(codes):
                    yield _cell(codes, row["values"][m], f"/data/{n}/values/{m}")


def _cell(codes: tuple[str, ...], value: object, pointer: str) -> Cell:
    """Split a value into its digits and its symbol for a missing figure; one of them is empty."""
    if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        text = str(value).strip()
        try:
            decimal(text)
        except ValueError:
            return Cell(codes, "", clean(text, 40), pointer)
        return Cell(codes, text, "", pointer)
    return Cell(codes, "", "", pointer)
