"""Parse names of SDMX artefacts: references and URNs.

Version 2.1 refers by ``<Ref agencyID id version>``, version 3.0 by URN, and services mix them; both give an `SdmxName`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element  # only for types: parsing is done by defusedxml

from sources._text.printable_text import clean
from sources._text.xml_body import children, text_in

_URN = re.compile(
    r"urn:sdmx:[\w.]+=(?P<agency>[^:]+):(?P<id>[^(]+)\((?P<version>[^)]*)\)(?:\.(?P<item>.+))?\Z", re.ASCII | re.DOTALL
)
_PLAIN = re.compile(r"[A-Za-z0-9][\w@$.+\-]*\Z", re.ASCII)
LONGEST = 120


@dataclass(frozen=True, slots=True)
class SdmxName:
    """The name of an artefact, or of an item in it if `item` is not empty. An empty version means the newest."""

    agency: str
    id: str
    version: str = ""
    item: str = ""

    def __str__(self) -> str:
        return f"{self.agency}:{self.id}" + (f"({self.version})" if self.version else "")


def name_of(urn: str) -> SdmxName | None:
    """Read a URN.

    >>> str(name_of("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=ECB:CL_FREQ(1.0)"))
    'ECB:CL_FREQ(1.0)'
    """
    found = _URN.match(urn.strip()[:400])
    return SdmxName(found["agency"], found["id"], found["version"], found["item"] or "") if found else None


def referred(element: Element | None) -> SdmxName | None:
    """Return the artefact to which an element refers, by ``Ref``, ``URN`` or its own text."""
    if element is None:
        return None
    for ref in children(element, "Ref"):
        parent = ref.get("maintainableParentID")
        if parent:
            return SdmxName(
                ref.get("agencyID", ""), parent, ref.get("maintainableParentVersion", ""), ref.get("id", "")
            )
        return SdmxName(ref.get("agencyID", ""), ref.get("id", ""), ref.get("version", ""))
    urn = next((text_in(one) for one in children(element, "URN")), "") or text_in(element)
    return name_of(urn)


def flow_named(reference: str) -> SdmxName:
    """Parse a dataflow's name as written by users: ``agency,flow,version``, ``agency,flow`` or ``flow``.

    Raises:
        ValueError: It is not a name of a dataflow.

    >>> flow_named("OECD.SDD.NAD,DSD_NAMAIN1@DF_QNA,1.0").id, flow_named("EXR")
    ('DSD_NAMAIN1@DF_QNA', SdmxName(agency='', id='EXR', version='', item=''))
    """
    parts = [part.strip() for part in reference.split(",")]
    given = parts if len(parts) > 1 else ["", *parts]
    agency, flow, version = (*given, "", "")[:3]
    wellformed = (
        len(parts) <= 3 and _PLAIN.match(flow) and all(not one or _PLAIN.match(one) for one in (agency, version))
    )
    if not wellformed or len(reference) > LONGEST:
        raise ValueError(clean(reference, 80))
    return SdmxName(agency, flow, version)
