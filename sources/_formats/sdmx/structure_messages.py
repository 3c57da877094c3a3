"""Contents of structure messages: dataflows, data structures, code lists, concepts, constraints, agencies.

Only these messages say which tables a service has and what their codes mean. A message may have any of these parts, in
any order, and refer to the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sources._cube.cube import Axis, Member, Role
from sources._formats.sdmx.concept_roles import axis_of, roles_of
from sources._formats.sdmx.names import SdmxName
from sources._formats.sdmx.table_structure import Structure

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Flow:
    """A dataflow in a list: its name, title, description, and data structure."""

    name: SdmxName
    title: str
    description: str
    structure: SdmxName | None


@dataclass(frozen=True, slots=True)
class Component:
    """A dimension or attribute of a data structure.

    Attributes:
        id: Its id.
        concept: Its concept.
        codes: Its code list.
        time: Whether it is the time dimension.
    """

    id: str
    concept: SdmxName | None
    codes: SdmxName | None
    time: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A data structure: its name, its title, its dimensions in the order of the key, its attributes."""

    name: SdmxName
    title: str
    dimensions: tuple[Component, ...]
    attributes: tuple[Component, ...]


@dataclass(slots=True)
class Structures:
    """The contents of a structure message; each part may be empty.

    Attributes:
        flows: Dataflows.
        definitions: Data structures, by their names.
        codelists: The codes of each code list, by its name.
        concepts: The titles and code lists of concepts, by their ids.
        available: The codes for which the service has figures, by dimension.
        agencies: The names of agencies, by their ids.
        others: Kinds of other artefacts in the message, which are not used.
    """

    flows: list[Flow] = field(default_factory=list)
    definitions: dict[SdmxName, Definition] = field(default_factory=dict)
    codelists: dict[SdmxName, tuple[Member, ...]] = field(default_factory=dict)
    concepts: dict[str, tuple[str, SdmxName | None]] = field(default_factory=dict)
    available: dict[str, frozenset[str]] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

    def structure(self, flow: SdmxName | None = None, places: tuple[str, ...] = ()) -> Structure | None:
        """Return the structure of a dataflow, of the message's first one by default; None where it is incomplete."""
        listed = [one for one in self.flows if flow is None or one.name.id.lower() == flow.id.lower()]
        found = next((one for one in listed if _find(self.definitions, one.structure)), None)
        definition = _find(self.definitions, found.structure) if found else None
        if flow is None and definition is None:
            definition = next(iter(self.definitions.values()), None)
        if definition is None or not definition.dimensions:
            return None
        name = found.name if found else definition.name
        axes = self._axes(definition, places)
        return Structure(
            agency=name.agency,
            flow=name.id,
            version=name.version,
            title=(found.title if found else "") or definition.title or name.id,
            description=found.description if found else "",
            axes=tuple(axes),
            attributes={one.id: self._axis(one, {}) for one in definition.attributes},
        )

    def _axes(self, definition: Definition, places: tuple[str, ...]) -> Iterator[Axis]:
        roles = roles_of([one.id for one in definition.dimensions], places)
        roles |= {one.id: Role.TIME for one in definition.dimensions if one.time}
        ordered = sorted(definition.dimensions, key=lambda one: one.time)
        return (self._axis(one, roles) for one in ordered)

    def _axis(self, one: Component, roles: Mapping[str, Role]) -> Axis:
        label, brought = self.concepts.get(one.concept.item if one.concept else one.id, ("", None))
        codes = _find(self.codelists, one.codes) or _find(self.codelists, brought) or ()
        return axis_of(one.id, label or one.id, () if one.time else codes, roles)


def _find(table: Mapping[SdmxName, T], name: SdmxName | None) -> T | None:
    """Find the item with a name, or else another version of it (``1.0+.0`` means any from 1.0 on)."""
    if name is None:
        return None
    exact = table.get(name)
    if exact is not None:
        return exact
    return next((one for known, one in table.items() if (known.agency, known.id) == (name.agency, name.id)), None)
