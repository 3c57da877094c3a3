"""Read the dimensions of a JSON-stat body: members in order, roles, units and footnotes.

An index may be a list, an object or missing, sizes may be texts, roles may be missing. The declared size of an axis
must be the number of its members, so that no size can demand memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from sources._cube.cube import Axis, Member
from sources._formats.jsonstat.roles import roles_of
from sources._formats.jsonstat.value_texts import UnreadableError
from sources._text.json_body import as_int
from sources._text.printable_text import clean

MOST_AXES, MOST_MEMBERS, MOST_NOTES = 40, 500_000, 200
_LARGEST_POWER = 12
_POWERS = {"hundreds": 2, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12}
_SCALES = frozenset({"thousand", "million", "billion", "trillion"})


@dataclass(frozen=True, slots=True)
class Axes:
    """The dimensions of a cube as read.

    Attributes:
        axes: In the body's order.
        scales: The position of the axis whose members have multipliers, with these; None without one.
        notes: Footnotes of axes and members.
    """

    axes: tuple[Axis, ...]
    scales: tuple[int, Mapping[str, Decimal]] | None
    notes: tuple[str, ...]


def read_axes(dimension: object, names: object, sizes: object, roles: object) -> Axes:
    """Read the dimensions.

    Args:
        dimension: The object of all dimensions.
        names: Their names in order; None for version 1, which has them inside `dimension`.
        sizes: Their numbers of members; None likewise.
        roles: The names of those for time, place and measure; None likewise, or where missing.

    Raises:
        UnreadableError: They are not valid JSON-stat, or a size is not the number of members.
    """
    tree = _object(dimension)
    listed = [_name(one) for one in _list(tree.get("id") if names is None else names)]
    counts = [as_int(one, -1) for one in _list(tree.get("size") if sizes is None else sizes)]
    if len(listed) != len(counts) or len(listed) > MOST_AXES or len(set(listed)) != len(listed):
        raise UnreadableError
    if sum(counts) > MOST_MEMBERS:
        raise UnreadableError
    rows = [_object(tree.get(name)) for name in listed]
    members = [_members(name, row, count) for name, row, count in zip(listed, rows, counts, strict=True)]
    bare = [Axis(clean(n, 200), _label(row, n), few) for n, row, few in zip(listed, rows, members, strict=True)]
    found = roles_of(bare, tree.get("role") if roles is None else roles)
    axes = tuple(
        Axis(axis.code, axis.label, axis.members, role, _total(row, axis))
        for axis, row, role in zip(bare, rows, found, strict=True)
    )
    return Axes(axes, _scales(rows), tuple(islice(_notes(axes, rows), MOST_NOTES)))


def read_axis(name: str, row: object) -> Axis:
    """Read a dimension that stands alone.

    Raises:
        UnreadableError: It is no valid dimension.
    """
    tree = _object(row)
    category = _object(tree.get("category"))
    listed = category.get("index", category.get("label"))
    axis = Axis(clean(name, 200), _label(tree, name), _members(name, tree, len(_sized(listed))))
    return Axis(axis.code, axis.label, axis.members, roles_of([axis], None)[0])


def _sized(listed: object) -> Sequence[Any] | Mapping[str, Any]:
    if isinstance(listed, list | dict):
        return listed
    raise UnreadableError


def _members(name: str, row: Mapping[str, Any], size: int) -> tuple[Member, ...]:
    category = _object(row.get("category", {}))
    labels = category.get("label")
    labels = labels if isinstance(labels, dict) else {}
    codes = _codes(category.get("index"), labels, size) or ([name] if size == 1 else [])
    units = category.get("unit")
    units = units if isinstance(units, dict) else {}
    found = tuple(Member(clean(c, 200), clean(labels.get(c)) or clean(c), _unit(units.get(c))) for c in codes)
    if len(found) != size or len({member.code for member in found}) != size:
        raise UnreadableError
    return found


def _codes(index: object, labels: Mapping[str, Any], size: int) -> list[str]:
    """Return the codes in order; in an index that is an object, positions must run from 0 without a gap."""
    if isinstance(index, list):
        return [_name(one) for one in index]
    if index is None:
        return list(labels)
    by_position = {as_int(position, -1): code for code, position in _object(index).items()}
    if len(by_position) != size or set(by_position) != set(range(size)):
        raise UnreadableError
    return [by_position[n] for n in range(size)]


def _unit(unit: object) -> str:
    """Return the text of a member's unit, without the multiplier, which is applied to the values."""
    if not isinstance(unit, dict):
        return ""
    label, base, symbol = (clean(unit.get(key)) for key in ("label", "base", "symbol"))
    alone = label.lower().rstrip("s") in _SCALES  # only "million" does not say what is counted
    return f"{symbol or base} {label}".strip() if alone else label or base or symbol


def _scales(rows: Sequence[Mapping[str, Any]]) -> tuple[int, Mapping[str, Decimal]] | None:
    for n, row in enumerate(rows):
        units = _object(row.get("category", {})).get("unit")
        powers = {
            clean(code, 200): _power(unit.get("multiplier"))
            for code, unit in (units.items() if isinstance(units, dict) else ())
            if isinstance(unit, dict)
        }
        scaled = {code: Decimal(10) ** power for code, power in powers.items() if 0 < power <= _LARGEST_POWER}
        if scaled:
            return n, scaled
    return None


def _power(multiplier: object) -> int:
    """Return the power of ten of a multiplier: a number is the power; a text is the factor, in digits or words.

    >>> _power(3), _power("1"), _power("1000"), _power("Thousands"), _power("Units"), _power("6")
    (3, 0, 3, 3, 0, 6)
    """
    if not isinstance(multiplier, str):
        return as_int(multiplier)
    text = multiplier.strip().lower()
    factor = re.fullmatch("1(0*)", text)
    return len(factor[1]) if factor else _POWERS.get(text, as_int(text))


def _total(row: Mapping[str, Any], axis: Axis) -> str:
    """Return the member that is the total, where the extension names it (as PxWeb's does)."""
    extension = row.get("extension")
    code = clean(extension.get("eliminationValueCode"), 200) if isinstance(extension, dict) else ""
    return code if code and axis.member(code) else ""


def _notes(axes: Sequence[Axis], rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for axis, row in zip(axes, rows, strict=True):
        yield from (f"{axis.label}: {note}" for note in read_notes(row.get("note")))
        by_member = _object(row.get("category", {})).get("note")
        labels = {member.code: member.label for member in axis.members}
        for code, note in (by_member if isinstance(by_member, dict) else {}).items():
            yield from (f"{labels.get(code) or clean(code, 80)}: {text}" for text in read_notes(note))


def read_notes(note: object) -> list[str]:
    """Read footnotes: a single one, a list or an object of them; each becomes one line."""
    if isinstance(note, dict):
        return [text for one in note.values() for text in read_notes(one) if not isinstance(one, dict)]
    listed = note if isinstance(note, list) else [note]
    return [text for one in listed if isinstance(one, str) and (text := clean(one, 1000))]


def _label(row: Mapping[str, Any], name: str) -> str:
    return clean(row.get("label")) or clean(name)


def _name(one: object) -> str:
    if isinstance(one, str | int) and not isinstance(one, bool):
        return str(one)
    raise UnreadableError


def _object(one: object) -> Mapping[str, Any]:
    if isinstance(one, dict):
        return one
    raise UnreadableError


def _list(one: object) -> Sequence[Any]:
    if isinstance(one, list):
        return one
    raise UnreadableError
