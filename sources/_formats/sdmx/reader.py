"""Read an SDMX body of any kind, recognised by its first character.

Services send XML where CSV was requested, and errors in any form; and the test over all recorded answers needs one
reader for all.
"""

from __future__ import annotations

from collections.abc import Sequence

from sources._formats.sdmx.concept_roles import Message
from sources._formats.sdmx.csv_reader import read_sdmx_csv
from sources._formats.sdmx.json_reader import read_sdmx_json
from sources._formats.sdmx.structure_messages import Structures
from sources._formats.sdmx.table_structure import Structure
from sources._formats.sdmx.xml_reader import read_sdmx_xml

_SPACE = b" \t\r\n\xef\xbb\xbf\xfe\xff\0"


def read_sdmx(
    title: str, body: bytes, structure: Structure | None = None, *, places: Sequence[str] = ()
) -> Message | Structures:
    """Read a body of SDMX-CSV, SDMX-JSON or SDMX-ML.

    Args:
        title: The service's name for readers.
        body: The bytes.
        structure: The table's structure, where known.
        places: Additional ids of the place dimension at this service.

    Raises:
        ServiceError: The service refused.
        WrongAnswerError: It is none of these formats.
    """
    first = body[:200].lstrip(_SPACE)[:1]
    if first in {b"{", b"["}:
        return read_sdmx_json(title, body, structure, places=places)
    if first == b"<":
        return read_sdmx_xml(title, body, structure, places=places)
    return read_sdmx_csv(title, body, structure, places=places)
