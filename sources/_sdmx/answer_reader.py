"""Read data answers of SDMX services: figures, an answer in words that there are none, or a refusal."""

from __future__ import annotations

import re

from sources._formats.sdmx.concept_roles import Message
from sources._formats.sdmx.reader import read_sdmx
from sources._formats.sdmx.structure_messages import Structures
from sources._formats.sdmx.table_structure import Structure
from sources._sdmx.build_requests import (
    NO_ROWS,
)
from sources._sdmx.providers import Provider
from sources._text.printable_text import clean
from workbench.core.errors import ServiceError, WrongAnswerError
from workbench.ports import Answer

_NO = r"no[\s_-]*(?:records?|results?|data|observations?)(?:[\s_-]*(?:were |was |is |are )?(?:found|available))?"
NOTHING = re.compile(rf"\b{_NO}\b", re.IGNORECASE)
_ONLY_NOTHING = re.compile(rf"\W*{_NO}\W*", re.IGNORECASE)
_NO_TABLE = re.compile(
    r"could not find (?:the )?(?:requested )?(?:data ?flow|structure|resource)|unknown data ?flow", re.IGNORECASE
)
_MOST_WORDS = 400


def read_data_answer(provider: Provider, structure: Structure, answer: Answer) -> Message | None:
    """Read a data answer; None where it says that there are no data.

    Raises:
        SourceError: It is a refusal, or not SDMX.
    """
    said = words_of_answer(answer.body)
    if answer.status == NO_ROWS and _NO_TABLE.search(said):
        raise ServiceError(provider.title, said)
    if answer.status == NO_ROWS or not answer.body.strip() or _ONLY_NOTHING.fullmatch(said):
        return None
    try:
        found = read_sdmx(provider.title, answer.body, structure, places=provider.places)
    except ServiceError as error:
        if NOTHING.search(error.message):
            return None
        raise
    if isinstance(found, Structures):
        raise WrongAnswerError(provider.title, "figures", "a structure")
    return found if any(axis.members for axis in found.cube.axes) or found.cube.problems else None


def words_of_answer(body: bytes) -> str:
    """Return the words at the beginning of an answer, without mark-up."""
    return clean(re.sub(r"<[^>]*>", " ", body[:4000].decode("utf-8", "replace")), _MOST_WORDS)
