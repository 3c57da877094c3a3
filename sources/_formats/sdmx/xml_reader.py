"""SDMX-ML of every kind: structures, data, and the ways in which services say no in XML.

An answer in XML may be what was asked, an error, a promise to work it out later, or a message of no use
here; each is told apart by its root, and what is of no use is refused in a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element  # the tree alone: nothing is parsed with it

from sources._formats.sdmx.cube import Message
from sources._formats.sdmx.structure import Structure
from sources._formats.sdmx.structures import Structures
from sources._formats.sdmx.xml_data import read_data
from sources._formats.sdmx.xml_structures import read_structures
from sources._text.cleaning import clean
from sources._text.xml_tree import child, children, in_english, local, read_xml, text_in
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
        title: The service, as readers know it.
        body: The bytes.
        structure: The table's structure, for data whose dimensions are to be named.
        places: Ids of the place dimension that this service uses beside the usual ones.

    Raises:
        ServiceError: The service's own refusal.
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
    """Return what an error message says; empty for any other.

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
