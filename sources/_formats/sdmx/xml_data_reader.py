"""Read SDMX-ML data messages, generic and structure-specific, versions 2.1 and 3.0, as a cube.

The World Bank and the UN support only XML. A cell's pointer counts elements from the root (see
`workbench.evidence.xml_cell`), so that its figure is evidence like any other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element  # only for types: parsing is done by defusedxml

from sources._formats.sdmx.concept_roles import ATTRIBUTES, VALUES, Message
from sources._formats.sdmx.names import referred
from sources._formats.sdmx.points_to_cube import SaidValues, SdmxPoint, message_of
from sources._formats.sdmx.table_structure import Structure
from sources._text.printable_text import clean
from sources._text.xml_body import child, children, local
from workbench.evidence.xml_cell import xml_pointer

Pairs = dict[str, str]
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
"""XML attribute that names the measure of an observation with explicit measures."""
Path = tuple[int, ...]


def read_data(root: Element, structure: Structure | None = None, *, places: Sequence[str] = ()) -> Message:
    """Read the tree of a data message.

    Args:
        root: Its root.
        structure: The dimensions and the labels of codes, where known.
        places: Additional ids of the place dimension at this service.
    """
    reading = _XmlReading()
    for n, element in enumerate(root, 1):
        if local(element.tag) == "DataSet":
            reading.data_set(element, (n,), _at_observation(root))
    order = [axis.code for axis in structure.axes] if structure else list(reading.dimensions)
    if structure:
        _settle(reading.points, frozenset(order))
    return message_of(
        reading.points,
        order,
        structure=structure,
        flow=_flow(root),
        updated=_day(reading.stamp),
        places=places,
    )


def _settle(points: Sequence[SdmxPoint], dimensions: frozenset[str]) -> None:
    """Separate dimensions from attributes, which structure-specific elements mix."""
    together = SaidValues()
    for point in points:
        extra = [name for name in point.codes if name not in dimensions]
        if extra:
            point.said = together.of(point.said, {name: point.codes.pop(name) for name in extra})


def _flow(root: Element) -> str:
    said = child(root, "Header", "Structure")
    named = (
        referred(child(said, "StructureUsage"))
        or referred(child(said, "Structure"))
        or referred(child(said, "ProvisionAgreement"))
    )
    return clean(str(named)) if named else ""


def _at_observation(root: Element) -> str:
    said = child(root, "Header", "Structure")
    name = said.get("dimensionAtObservation", "") if said is not None else ""
    return "" if name == "AllDimensions" else name or "TIME_PERIOD"


def _day(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def _values(element: Element | None) -> Pairs:
    """Return the id and value pairs of a generic key or list of attributes."""
    listed = children(element, "Value") if element is not None else ()
    return {one.get("id") or one.get("concept") or "": one.get("value", "") for one in listed}


def _own(element: Element) -> Pairs:
    """Return a structure-specific element's XML attributes, without those of the format itself."""
    return {name: value for name, value in element.attrib.items() if not name.startswith("{")}


@dataclass(slots=True)
class _XmlReading:
    """Collects the points of a message."""

    points: list[SdmxPoint] = field(default_factory=list)
    dimensions: dict[str, None] = field(default_factory=dict)
    stamp: str = ""
    _groups: list[tuple[Pairs, Pairs]] = field(default_factory=list)
    _said: SaidValues = field(default_factory=SaidValues)

    def data_set(self, element: Element, path: Path, at: str) -> None:
        """Read a data set: its own attributes, those of groups, its series or flat observations."""
        attributes = _values(child(element, "Attributes"))
        own = _own(element)
        self.stamp = self.stamp or own.get("UPDATE_DATE", "")
        self._groups = [self._group(group) for group in children(element, "Group")]
        for n, one in enumerate(element, 1):
            kind = local(one.tag)
            if kind == "Series":
                self._series(one, (*path, n), at, attributes)
            elif kind == "Obs":
                self._observation(one, (*path, n), at, attributes, {})

    def _group(self, group: Element) -> tuple[Pairs, Pairs]:
        """Return the dimensions and the attributes of a group; structure-specific groups mix the two."""
        key = _values(child(group, "GroupKey"))
        return (key, _values(child(group, "Attributes"))) if key else ({}, _own(group))

    def _series(self, series: Element, path: Path, at: str, above: Pairs) -> None:
        generic = child(series, "SeriesKey")
        key = _values(generic)
        said = above | _values(child(series, "Attributes"))
        if generic is None:
            key, said = _key_and_attributes(_own(series), said)
        for n, one in enumerate(series, 1):
            if local(one.tag) == "Obs":
                self._observation(one, (*path, n), at, said, key)

    def _observation(self, one: Element, path: Path, at: str, above: Mapping[str, str], key: Pairs) -> None:
        read = _generic(one, path, at) or _specific(one, path, at)
        codes = key | read.codes
        self.dimensions.update(dict.fromkeys(codes))
        said = self._said.of(self._grouped(codes) if self._groups else {}, above, read.said)
        self.points.append(SdmxPoint(codes, read.text, read.pointer, said))

    def _grouped(self, codes: Pairs) -> Pairs:
        found: Pairs = {}
        for key, said in self._groups:
            mine = key or {name: value for name, value in said.items() if name in codes}
            if mine and all(codes.get(name) == value for name, value in mine.items()):
                found |= {name: value for name, value in said.items() if name not in codes}
        return found


def _key_and_attributes(own: Pairs, above: Pairs) -> tuple[Pairs, Pairs]:
    """Split a structure-specific element's values into dimensions and known attributes."""
    key = {name: value for name, value in own.items() if name.upper() not in ATTRIBUTES}
    return key, above | {name: value for name, value in own.items() if name not in key}


def _generic(one: Element, path: Path, at: str) -> SdmxPoint | None:
    """Read a generic observation; None for a structure-specific one."""
    value = next(((n, each) for n, each in enumerate(one, 1) if local(each.tag) == "ObsValue"), None)
    where, key = child(one, "ObsDimension"), child(one, "ObsKey")
    if value is None and where is None and key is None:
        return None
    codes = _values(key)
    if where is not None:
        codes[where.get("id") or at] = where.get("value", "")
    n, element = value or (0, None)
    text = element.get("value", "") if element is not None else ""
    return SdmxPoint(codes, text, xml_pointer((*path, n), "value"), _values(child(one, "Attributes")))


def _specific(one: Element, path: Path, at: str) -> SdmxPoint:
    own = _own(one)
    name = next((each for each in VALUES if each in own), "")
    text = own.pop(name, "")
    if at and at in own:
        codes = {at: own.pop(at)}
        return SdmxPoint(codes, text, xml_pointer(path, name), own)
    codes, said = _key_and_attributes(own, {})
    if at and (
        measure := one.get(_TYPE, "").rpartition(":")[2]
    ):  # several measures, such as births and deaths, may share place and time
        codes[at] = measure
    return SdmxPoint(codes, text, xml_pointer(path, name), said)
