"""The structure of a table: its dimensions, in the order of its keys, and the labels of their codes.

SDMX data have only codes. The structure is fetched once, is the same for every series of a table, and is used to build
the key of a request.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from sources._cube.cube import Axis, Member, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """A dataflow with its dimensions.

    Attributes:
        agency: The agency that maintains it.
        flow: Its id.
        version: Its version.
        title: Its name, one printable line.
        description: The agency's description.
        axes: Its dimensions in the order of the key, time last; without members where the code list is unknown.
        attributes: Its attributes, with their codes where they are coded, by id.
    """

    agency: str
    flow: str
    version: str
    title: str
    description: str = ""
    axes: tuple[Axis, ...] = ()
    attributes: Mapping[str, Axis] = field(default_factory=lambda: MappingProxyType({}))

    def label(self, component: str, code: str) -> str:
        """Return the label of a code of a dimension or attribute; the code itself where it has none."""
        axis = self.attributes.get(component) or next((one for one in self.axes if one.code == component), None)
        member = axis.member(code) if axis else None
        return member.label if member else code

    def narrowed(self, available: Mapping[str, Collection[str]]) -> Structure:
        """Restrict the structure to the codes for which the service has figures.

        A dimension without such a list, or with only unknown codes in it, is unchanged.
        """
        return replace(self, axes=tuple(_narrow(axis, available.get(axis.code, ())) for axis in self.axes))

    def completed(self, available: Mapping[str, Collection[str]]) -> Structure:
        """Add the codes for which the service has figures but which its code lists lack."""
        return replace(self, axes=tuple(_complete(axis, available.get(axis.code, ())) for axis in self.axes))

    def key(self, fixed: Mapping[str, Iterable[str]], *, every: str = "") -> str:
        """Return the key of a request: one slot per dimension, without time.

        Args:
            fixed: The codes wanted, by the id of the dimension.
            every: The text in the slot of a dimension without a restriction.

        >>> axes = (Axis("FREQ", "", ()), Axis("REF_AREA", "", ()), Axis("TIME_PERIOD", "", (), Role.TIME))
        >>> Structure(agency="X", flow="F", version="1.0", title="", axes=axes).key({"REF_AREA": ["MKD", "ALB"]})
        '.MKD+ALB'
        """
        slots = ["+".join(fixed.get(axis.code, ())) for axis in self.axes if axis.role is not Role.TIME]
        return ".".join(slot or every for slot in slots) if any(slots) else "all"


def _narrow(axis: Axis, codes: Collection[str]) -> Axis:
    wanted = frozenset(codes)
    left = tuple(one for one in axis.members if one.code in wanted)
    return replace(axis, members=left) if left else axis


def _complete(axis: Axis, codes: Collection[str]) -> Axis:
    known = {one.code for one in axis.members}
    missing = sorted(code for code in codes if code not in known)
    if not missing or not axis.members or axis.role is Role.TIME:
        return axis
    return replace(axis, members=(*axis.members, *(Member(code, code) for code in missing)))


def named(structure: Structure | None, component: str, codes: Iterable[str]) -> tuple[Member, ...]:
    """Return the members of some codes, with labels from a structure where known."""
    axis = next((one for one in structure.axes if one.code == component), None) if structure else None
    axis = axis or (structure.attributes.get(component) if structure else None)
    known = {one.code: one for one in axis.members} if axis else {}
    return tuple(known.get(code) or Member(code, code) for code in codes)
