"""Read SDMX-ML structure messages, versions 2.1 and 3.0.

All services send their structures in this format, whatever the format of their data.
Standard: https://github.com/sdmx-twg/sdmx-ml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from types import MappingProxyType
from xml.etree.ElementTree import Element  # only for types: parsing is done by defusedxml

from sources._cube.cube import Member
from sources._formats.sdmx.names import SdmxName, referred
from sources._formats.sdmx.structure_messages import Component, Definition, Flow, Structures
from sources._text.printable_text import clean
from sources._text.xml_body import child, children, in_english, local, text_in

_LONG = 800
_TAG = re.compile(r"<[^<>]*(?:>|$)")


def read_structures(root: Element) -> Structures:
    """Read the artefacts of a structure message; empty where none is used here."""
    found = Structures()
    holder = child(root, "Structures")
    for group in () if holder is None else holder:
        for artefact in group:
            kind = local(artefact.tag) if isinstance(artefact.tag, str) else ""
            _READERS.get(kind, _other)(artefact, found)
    return found


def _other(artefact: Element, found: Structures) -> None:
    kind = local(artefact.tag) if isinstance(artefact.tag, str) else ""
    if kind and kind not in found.others:
        found.others.append(kind)


def _name(artefact: Element) -> SdmxName:
    return SdmxName(artefact.get("agencyID", ""), artefact.get("id", ""), artefact.get("version", ""))


def _called(artefact: Element) -> str:
    return clean(in_english(children(artefact, "Name")))


def _plain(text: str) -> str:
    """Remove the mark-up that some agencies write into descriptions.

    >>> _plain("<p>Hot days, over 35&deg;C.<br/>By city.</p>")
    'Hot days, over 35°C. By city.'
    """
    return clean(unescape(_TAG.sub(" ", text[: 4 * _LONG])), _LONG)


def _flow(artefact: Element, found: Structures) -> None:
    name = _name(artefact)
    if name.id:
        described = _plain(in_english(children(artefact, "Description")))
        found.flows.append(
            Flow(name, _called(artefact) or clean(name.id), described, referred(child(artefact, "Structure")))
        )


def _codelist(artefact: Element, found: Structures) -> None:
    codes = {
        code: Member(code, _called(each) or clean(code))
        for each in children(artefact, "Code", "GeoFeatureSetCode", "GeoGridCode")
        if (code := each.get("id") or each.get("value") or "")
    }
    found.codelists[_name(artefact)] = tuple(codes.values())


def _concepts(artefact: Element, found: Structures) -> None:
    for concept in children(artefact, "Concept"):
        code = concept.get("id", "")
        found.concepts[code] = (_called(concept) or clean(code), _enumeration(child(concept, "CoreRepresentation")))


def _enumeration(representation: Element | None) -> SdmxName | None:
    return referred(child(representation, "Enumeration"))


def _definition(artefact: Element, found: Structures) -> None:
    parts = child(artefact, "DataStructureComponents")
    dimensions = list(_components(child(parts, "DimensionList"), "Dimension", "MeasureDimension", "TimeDimension"))
    attributes = _components(child(parts, "AttributeList"), "Attribute")
    made = Definition(_name(artefact), _called(artefact), tuple(dimensions), tuple(attributes))
    found.definitions[made.name] = made


def _components(listed: Element | None, *kinds: str) -> Iterator[Component]:
    """Yield the components of a list in the order of their positions, which is that of the key."""
    elements = list(children(listed, *kinds)) if listed is not None else []
    for element in sorted(elements, key=_position):
        concept = referred(child(element, "ConceptIdentity"))
        code = element.get("id") or (concept.item or concept.id if concept else "")
        if code:
            codes = _enumeration(child(element, "LocalRepresentation"))
            yield Component(code, concept, codes, local(element.tag) == "TimeDimension")


def _position(element: Element) -> int:
    position = element.get("position", "")
    return int(position) if position.isascii() and position.isdecimal() and len(position) < 6 else 0


def _constraint(artefact: Element, found: Structures) -> None:
    """Read the codes for which there are figures; excluding regions are ignored."""
    for region in children(artefact, "CubeRegion"):
        if region.get("include", "true") != "false":
            for value in children(region, "KeyValue", "Key"):
                listed = frozenset(text_in(one) for one in children(value, "Value"))
                if listed:
                    before = found.available.get(value.get("id", ""), frozenset())
                    found.available[value.get("id", "")] = before | listed


def _agencies(artefact: Element, found: Structures) -> None:
    for agency in children(artefact, "Agency"):
        found.agencies[agency.get("id", "")] = _called(agency)


_READERS: Mapping[str, Callable[[Element, Structures], None]] = MappingProxyType(
    {
        "Dataflow": _flow,
        "Codelist": _codelist,
        "GeographicCodelist": _codelist,
        "ConceptScheme": _concepts,
        "DataStructure": _definition,
        "ContentConstraint": _constraint,
        "DataConstraint": _constraint,
        "AgencyScheme": _agencies,
    }
)
