"""Metadata of a PxWeb table: its variables, their members, and which may be left out.

Version 1 describes a table in its own form, version 2 in JSON-stat without values. Both are read to the same type, so
that the rest of the code need not distinguish versions. Codes are always the table's own, never typed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sources._cube.cube import Axis, Member
from sources._formats.jsonstat.axes import read_axes, read_notes
from sources._formats.jsonstat.value_texts import UnreadableError
from sources._pxweb.measure_properties import MeasureProperties, read_traits
from sources._text.json_body import read_json
from sources._text.printable_text import clean
from sources._text.time_stamps import read_day
from workbench.core.errors import WrongAnswerError

MOST_VARIABLES, MOST_MEMBERS = 30, 200_000
_WHAT = "the description of a table"


@dataclass(frozen=True, slots=True, kw_only=True)
class PxTable:
    """A table without its figures.

    Attributes:
        title: One printable line.
        axes: Its variables in order.
        optional: Codes of those that may be left out; then the installation sums them or returns all members.
        timed: Codes of those declared as times.
        mapped: Codes of those declared as places.
        notes: Footnotes.
        updated: The day of its last update.
        source: The source that it names.
        traits: Traits of measures besides units, by the codes of variable and member; only for version 2.
    """

    title: str
    axes: tuple[Axis, ...]
    optional: frozenset[str] = frozenset()
    timed: tuple[str, ...] = ()
    mapped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    updated: date | None = None
    source: str = ""
    traits: Mapping[tuple[str, str], MeasureProperties] = field(default_factory=dict)

    def axis(self, code: str) -> Axis | None:
        """Return one variable by its code."""
        return next((axis for axis in self.axes if axis.code == code), None)


def read_table(source: str, body: bytes) -> PxTable:
    """Read a description of either version.

    Args:
        source: The installation's name for readers.
        body: The bytes.

    Raises:
        WrongAnswerError: It is no description of a table.

    >>> body = '{"title": "Births", "variables": [{"code": "Год", "text": "Year", "values": ["1"], "valueTexts": ["2020"]}]}'
    >>> [(axis.code, axis.label, axis.members[0].label) for axis in read_table("A", body.encode()).axes]
    [('Год', 'Year', '2020')]
    """
    return table_of(source, read_json(source, body))


def table_of(source: str, tree: object) -> PxTable:
    """Read a description from parsed JSON."""
    if isinstance(tree, dict) and isinstance(tree.get("variables"), list):
        return _first_version(source, tree)
    if isinstance(tree, dict) and isinstance(tree.get("dimension"), dict) and not tree.get("value"):
        return _second_version(source, tree)
    raise WrongAnswerError(source, _WHAT, "JSON of another shape")


# --- version 1


def _first_version(source: str, tree: Mapping[str, Any]) -> PxTable:
    rows = [_variable(source, row) for row in tree["variables"][: MOST_VARIABLES + 1]]
    axes = tuple(_axis(source, row) for row in rows)
    codes = [axis.code for axis in axes]
    if not axes or len(axes) > MOST_VARIABLES or len(set(codes)) != len(codes):
        raise WrongAnswerError(source, _WHAT, "one whose variables cannot be told apart")
    return PxTable(
        title=clean(tree.get("title")),
        axes=axes,
        optional=frozenset(axis.code for axis, row in zip(axes, rows, strict=True) if row.get("elimination") is True),
        timed=tuple(axis.code for axis, row in zip(axes, rows, strict=True) if row.get("time") is True),
        mapped=tuple(axis.code for axis, row in zip(axes, rows, strict=True) if row.get("map")),
    )


def _variable(source: str, row: object) -> Mapping[str, Any]:
    if not isinstance(row, dict) or not isinstance(row.get("code"), str) or not row["code"]:
        raise WrongAnswerError(source, _WHAT, "one whose variables have no codes")
    return row


def _axis(source: str, row: Mapping[str, Any]) -> Axis:
    codes, labels = _texts(row.get("values")), _texts(row.get("valueTexts", row.get("values")))
    if len(codes) != len(labels) or len(codes) > MOST_MEMBERS:
        raise WrongAnswerError(source, _WHAT, "one whose values have no names")
    if len(set(codes)) != len(codes) or not codes:
        raise WrongAnswerError(source, _WHAT, "one whose values cannot be told apart")
    members = tuple(Member(code, clean(label) or clean(code)) for code, label in zip(codes, labels, strict=True))
    return Axis(row["code"], clean(row.get("text")) or clean(row["code"]), members)


def _texts(listed: object) -> list[str]:
    """Return a list of texts; empty for another type."""
    return listed if isinstance(listed, list) and all(isinstance(one, str) for one in listed) else []


# --- version 2


def _second_version(source: str, tree: Mapping[str, Any]) -> PxTable:
    try:
        read = read_axes(tree["dimension"], tree.get("id"), tree.get("size"), tree.get("role"))
    except UnreadableError as error:
        raise WrongAnswerError(source, _WHAT, "JSON whose parts do not fit together") from error
    if not read.axes:
        raise WrongAnswerError(source, _WHAT, "one without variables")
    roles = tree.get("role")
    said = roles if isinstance(roles, dict) else {}
    return PxTable(
        title=clean(tree.get("label")),
        axes=read.axes,
        optional=frozenset(axis.code for axis in read.axes if _may_be_left_out(tree["dimension"].get(axis.code))),
        timed=_names(said.get("time")),
        mapped=_names(said.get("geo")),
        notes=tuple(dict.fromkeys((*read_notes(tree.get("note")), *read.notes))),
        updated=read_day(tree.get("updated")),
        source=clean(tree.get("source")),
        traits={
            (axis.code, code): traits
            for axis in read.axes
            for code, traits in read_traits(tree["dimension"].get(axis.code)).items()
        },
    )


def _may_be_left_out(row: object) -> bool:
    extension = row.get("extension") if isinstance(row, dict) else None
    return isinstance(extension, dict) and extension.get("elimination") is True


def _names(listed: object) -> tuple[str, ...]:
    rows: Sequence[object] = listed if isinstance(listed, list) else []
    return tuple(one for one in rows if isinstance(one, str))
