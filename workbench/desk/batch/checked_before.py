"""Finds whether a record's claims were checked before, among given claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from workbench.core.errors import BadRecordError
from workbench.desk.batch.record import Json, Record, parse_object
from workbench.desk.batch.record_ranking import MOST_CLAIMS
from workbench.desk.batch.record_reading import read
from workbench.report import json_records

if TYPE_CHECKING:
    from workbench.match import Checked, KnownIndex

_HINT = 'Write {"id": "…", "text": "…"} a line.'


def known_of(record: Record, *, checked: Callable[[], KnownIndex], limit: int) -> Json:
    """Return what `known` answers: ``{"id","ranked"}``; `checked` opens the claims that were checked before, once per process."""
    found = checked().rank(record.text, limit, read(record, MOST_CLAIMS))
    return {"id": record.id, "ranked": [json_records.known_record(known) for known in found]}


def checked_claims(lines: Iterable[tuple[int, bytes]], origin: str) -> KnownIndex:
    """Build an index over claims that were checked before.

    Args:
        lines: Lines of JSON with their numbers, one claim a line.
        origin: What readers call the file.

    Raises:
        BadRecordError: A line is no checked claim.
    """
    from workbench.extract import read_text
    from workbench.match import KnownIndex

    return KnownIndex([_checked(origin, number, line) for number, line in lines], read=read_text)


def _checked(origin: str, number: int, line: bytes) -> Checked:
    from workbench.match import Checked

    try:
        fields = parse_object(line)
    except BadRecordError as error:
        raise BadRecordError(f"{origin}, line {number}: {error.message}", _HINT) from error
    texts = {name: fields.get(name) or "" for name in ("id", "text", "title", "body", "speaker")}
    if not all(isinstance(text, str) for text in texts.values()) or not texts["id"]:
        raise BadRecordError(f"{origin}, line {number}: this is no checked claim.", _HINT)
    return Checked(texts["id"], texts["text"], texts["title"], texts["body"], texts["speaker"])
