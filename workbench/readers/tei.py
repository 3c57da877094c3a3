"""Read minutes of parliaments in TEI, as published by ParlaMint: each utterance with its speaker and office."""

from __future__ import annotations

import re
from typing import Any

from workbench.ports import Raw, ReadDocument
from workbench.readers._assemble import assemble
from workbench.readers._decoding import decode
from workbench.readers._reading_errors import DamagedFileError, MissingWordsError, UnsafeFileError, WrongKindError
from workbench.readers._speech_turns import put_together
from workbench.readers._tei_header import people_of, sitting_page
from workbench.readers._tei_utterances import utterances

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_DEFINES = re.compile(r"<!\s*(?:ENTITY|DOCTYPE[^>\[]*\[)", re.IGNORECASE)


class TeiReader:
    """Reads ``.xml`` with utterances. No reference is fetched, and files that define entities are refused."""

    name = "tei"
    suffixes = ("xml", "tei")

    def read(self, raw: Raw) -> ReadDocument:
        """Return the document.

        Raises:
            NotTextError: It is binary data, or no XML.
            UnsafeFileError: It defines entities.
            DamagedFileError: The XML is cut off or invalid; the message says where.
            MissingWordsError: It is XML of another kind.
        """
        decoded = decode(raw, markup=True)
        root = _parsed(raw, decoded.text)
        people = people_of(root)
        spoken = put_together(utterances(root, people))
        if not spoken.text:
            raise MissingWordsError(raw.origin, "no utterance", "Of XML, minutes in TEI are read (ParlaMint).")
        page = sitting_page(root)
        return assemble(raw, self.name, spoken.text, page=page, problems=decoded.problems, spoken=spoken)


def _parsed(raw: Raw, text: str) -> Any:
    """Parse the text. The parser uses no network and expands no entities of the file."""
    from lxml import etree  # noqa: PLC0415  (only XML needs it)

    text = _DECLARATION.sub("", text, count=1)
    if not text.lstrip().startswith("<"):
        raise WrongKindError(raw.origin, "XML", "plain text")
    if _DEFINES.search(text):
        raise UnsafeFileError(raw.origin, "XML", "it defines entities, which can grow without end")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: Any = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        where = f"line {error.lineno} cannot be read" if error.lineno else "it cannot be read"
        raise DamagedFileError(raw.origin, "XML", where) from error
    return root


READER = TeiReader()
