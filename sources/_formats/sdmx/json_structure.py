"""Read the structure inside an SDMX-JSON message: the meaning of the indices of its keys and attributes.

Data have only indices; versions 1.0 and 2.0 list their meanings in slightly different ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sources._cube.cube import Axis, Member
from sources._formats.sdmx.concept_roles import VALUES
from sources._text.printable_text import clean
from workbench.core.errors import WrongAnswerError

_MOST_INDEX_DIGITS = 9


def listed(value: Any) -> list[Any]:
    """Return a list; empty where a service sends another type."""
    return value if isinstance(value, list) else []


@dataclass(frozen=True, slots=True)
class JsonComponent:
    """A dimension or attribute: its id, its label, its values, and its position in the key (-1 where unknown)."""

    id: str
    label: str
    members: tuple[Member, ...]
    position: int = -1

    @property
    def axis(self) -> Axis:
        """Return it as an axis, for its labels."""
        return Axis(self.id, self.label, self.members)

    def code(self, index: int) -> str:
        """Return the code of an index; empty where the list has no such index."""
        return self.members[index].code if 0 <= index < len(self.members) else ""


@dataclass(frozen=True, slots=True)
class JsonParts:
    """The meanings of a message's indices.

    Attributes:
        name: The title of the message.
        at_data_set: Dimensions with one value for the whole data set.
        at_series: Dimensions of the series' keys.
        at_observation: Dimensions of the observations' keys.
        data_set_attributes: Attributes of the data set.
        group_attributes: Attributes of groups.
        series_attributes: Attributes of series.
        observation_attributes: Attributes of observations.
        value_at: The positions of the value and of the first attribute in an observation's list.
    """

    name: str
    at_data_set: tuple[JsonComponent, ...]
    at_series: tuple[JsonComponent, ...]
    at_observation: tuple[JsonComponent, ...]
    data_set_attributes: tuple[JsonComponent, ...]
    group_attributes: tuple[JsonComponent, ...]
    series_attributes: tuple[JsonComponent, ...]
    observation_attributes: tuple[JsonComponent, ...]
    value_at: tuple[int, int]

    @property
    def ordered(self) -> tuple[JsonComponent, ...]:
        """All dimensions in the order of the key; those without a position in it, such as time, come last."""
        all_of_them = (*self.at_data_set, *self.at_series, *self.at_observation)
        return tuple(sorted(all_of_them, key=lambda one: (one.position < 0, one.position)))

    @property
    def attributes(self) -> tuple[JsonComponent, ...]:
        """All attributes."""
        return (
            *self.data_set_attributes,
            *self.group_attributes,
            *self.series_attributes,
            *self.observation_attributes,
        )

    @staticmethod
    def codes(dimensions: Sequence[JsonComponent], key: str) -> dict[str, str] | None:
        """Return the codes of a key of indices; None for a key of another length or with an unknown index."""
        indices = [_index(part) for part in str(key).split(":")]
        if len(indices) != len(dimensions):
            return None
        found = {one.id: one.code(index) for one, index in zip(dimensions, indices, strict=True)}
        return found if all(found.values()) else None

    @staticmethod
    def said(attributes: Sequence[JsonComponent], cells: Any) -> dict[str, str]:
        """Return the values of a list of attributes, given as indices of their values or as the values themselves."""
        pairs = zip(attributes, listed(cells), strict=False)
        return {one.id: value for one, cell in pairs if (value := _value(one, cell))}

    def said_of_data_set(self, cells: Any) -> dict[str, str]:
        """Return the attributes of a whole data set; those with a single possible value may be omitted in it."""
        single = {one.id: one.code(0) for one in self.data_set_attributes if len(one.members) == 1}
        return {**(single if cells is None else {}), **self.said(self.data_set_attributes, cells)}

    def groups(self, table: Any) -> JsonGroups:
        """Return the attributes of groups of series."""
        groups = JsonGroups()
        for key, cells in table.items() if isinstance(table, dict) else ():
            slots = str(key).split(":")
            pairs = zip(self.ordered, slots, strict=False)
            fixed = {one.id: one.code(_index(slot)) for one, slot in pairs if slot}
            groups.add(fixed, self.said(self.group_attributes, cells))
        return groups


class JsonGroups:
    """Attributes of groups of series, found by the dimensions that the groups fix."""

    def __init__(self) -> None:
        self._tables: dict[tuple[str, ...], dict[tuple[str, ...], dict[str, str]]] = defaultdict(dict)

    def __bool__(self) -> bool:
        return bool(self._tables)

    def add(self, fixed: Mapping[str, str], said: dict[str, str]) -> None:
        """Add attributes of the series with some codes."""
        self._tables[tuple(fixed)][tuple(fixed.values())] = said

    def of(self, codes: Mapping[str, str]) -> dict[str, str]:
        """Return the group attributes of a series."""
        found: dict[str, str] = {}
        for names, table in self._tables.items():
            found |= table.get(tuple(codes.get(name, "") for name in names), {})
        return found


def parts_of(title: str, structure: Mapping[str, Any]) -> JsonParts:
    """Read the structure of a message.

    Raises:
        WrongAnswerError: It lists no dimensions.
    """
    dimensions, attributes = structure.get("dimensions"), structure.get("attributes")
    if not isinstance(dimensions, dict):
        raise WrongAnswerError(title, "an SDMX-JSON message with its dimensions", "one without")
    attached = attributes if isinstance(attributes, dict) else {}
    return JsonParts(
        name=clean(structure.get("name") or ""),
        at_data_set=_components(dimensions, "dataSet", "dataset"),
        at_series=_components(dimensions, "series"),
        at_observation=_components(dimensions, "observation"),
        data_set_attributes=_components(attached, "dataSet", "dataset"),
        group_attributes=_components(attached, "dimensionGroup"),
        series_attributes=_components(attached, "series"),
        observation_attributes=_components(attached, "observation"),
        value_at=_value_at(structure.get("measures")),
    )


def _value_at(measures: Any) -> tuple[int, int]:
    """Return the positions of value and attributes.

    In version 2.0, values of several measures come first in the list.
    """
    ids = (
        [str(one.get("id")) for one in listed(measures.get("observation")) if isinstance(one, dict)]
        if isinstance(measures, dict)
        else []
    )
    return next((n for n, one in enumerate(ids) if one.upper() in VALUES), 0), max(len(ids), 1)


def _components(table: Mapping[str, Any], *names: str) -> tuple[JsonComponent, ...]:
    found = next((table[name] for name in names if name in table), None)
    return tuple(_component(one) for one in listed(found) if isinstance(one, dict))


def _component(one: Mapping[str, Any]) -> JsonComponent:
    code = str(one.get("id") or "")
    position = one.get("keyPosition")
    placed = position if isinstance(position, int) and not isinstance(position, bool) else -1
    members = tuple(_member(value) for value in listed(one.get("values")))
    return JsonComponent(code, clean(_named(one) or code), members, placed)


def _member(value: Any) -> Member:
    if not isinstance(value, dict):
        text = "" if value is None else str(value)
        return Member(text, clean(text))
    code = value.get("id") or value.get("value") or value.get("start") or _named(value)
    text = str(code or "")
    return Member(text, clean(_named(value) or text))


def _named(thing: Mapping[str, Any]) -> str:
    name, names = thing.get("name"), thing.get("names")
    if isinstance(name, dict):
        name, names = None, name
    several = names if isinstance(names, dict) else {}
    return str(name or several.get("en") or next(iter(several.values()), ""))


def _index(text: str) -> int:
    plain = text.isascii() and text.isdecimal() and len(text) <= _MOST_INDEX_DIGITS
    return int(text) if plain else -1


def _value(one: JsonComponent, cell: Any) -> str:
    """Return an attribute's value: by its index where the attribute lists its values, else as written.

    Several are joined.
    """
    if isinstance(cell, list):
        return " ".join(filter(None, (_value(one, each) for each in cell)))[:400]
    if isinstance(cell, bool) or cell is None or isinstance(cell, dict):
        return ""
    if isinstance(cell, int) and one.members:
        return one.code(cell)
    return str(cell)
