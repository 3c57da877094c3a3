"""Read SDMX-ML of every kind: structures, data, and errors.

An answer in XML may be the requested data, an error, a promise to send them later, or another kind of message; its root
element shows which, and other kinds are refused with an error.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element  # only for types: parsing is done by defusedxml

from sources._formats.sdmx.concept_roles import Message
from sources._formats.sdmx.structure_messages import Structures
from sources._formats.sdmx.table_structure import Structure
from sources._formats.sdmx.xml_data_reader import read_data
from sources._formats.sdmx.xml_structure_reader import read_structures
from sources._text.printable_text import clean
from sources._text.xml_body import child, children, in_english, local, read_xml, text_in
from workbench.core.errors import ServiceError, WrongAnswerError

_DATA = frozenset(
    {"GenericData", "GenericTimeSeriesData", "StructureSpecificData", "StructureSpecificTimeSeriesData", "CompactData"}
)
_QUEUED = "It works this answer out and has it later; ask again in some minutes, or for fewer places and years."


def read_sdmx_xml(
    title: str, body: bytes, structure: Structure | None = None, *, places: Sequence[str] = ()
) -> Message | Structures:
    """Read a body.

    Args:
        title: The service's name for readers.
        body: The bytes.
        structure: The table's structure, for the dimensions and labels of data.
        places: Additional ids of the place dimension at this service.

    Raises:
        ServiceError: The service refused.
        WrongAnswerError: It is no XML, or another kind of message.
    """
    root = read_xml(title, body)
    kind = local(root.tag)
    refusal = said_no(root)
    if refusal:
        raise ServiceError(title, refusal)
    if _queued(root):
        raise ServiceError(title, "your request is queued", _QUEUED)
    if kind == "Structure":
        return _structures(title, root)
    if kind in _DATA and child(root, "DataSet") is not None:
        return read_data(root, structure, places=places)
    if kind in _DATA:
        raise ServiceError(title, _footer(root) or "a message without a data set", _QUEUED if _footer(root) else "")
    raise WrongAnswerError(title, "an SDMX message of data or structures", f"a message of the kind {clean(kind, 60)}")


def _structures(title: str, root: Element) -> Structures:
    found = read_structures(root)
    some = found.flows or found.definitions or found.codelists or found.concepts or found.available or found.agencies
    if not some:
        kinds = ", ".join(found.others[:4]) or "nothing"
        raise WrongAnswerError(
            title, "dataflows, data structures or code lists", f"a structure message of {clean(kinds)}"
        )
    return found


def said_no(root: Element) -> str:
    """Return the text of an error message; empty for any other message.

    SDMX has ``Error/ErrorMessage/Text``, SOAP services ``Fault/faultstring``.
    """
    kind = local(root.tag)
    if kind == "Error":
        said = [in_english(children(each, "Text")) for each in children(root, "ErrorMessage")]
        return clean(" ".join(each for each in said if each)) or "an error without words"
    if kind == "Fault":
        return clean(text_in(child(root, "faultstring"))) or "a fault without words"
    return ""


def _queued(root: Element) -> bool:
    return local(root.tag) == "syncResponse" and child(root, "queued") is not None


def _footer(root: Element) -> str:
    message = child(root, "Footer", "Message")
    return clean(in_english(children(message, "Text"))) if message is not None else ""
