"""Records: one text with its data, as one line of JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.core.errors import BadRecordError

LONGEST = 32_000_000
"""Maximum size of a record's line, in bytes."""

LONGEST_TEXT = 1_000_000
"""Maximum number of characters of a text that is read for claims. A longer one would delay later records by minutes."""

Json = dict[str, Any]
Answer = Callable[["Record"], Json]


@dataclass(frozen=True, slots=True)
class Record:
    """One text to process, with the fields of the contract."""

    id: str
    text: str
    date: date | None = None
    place: str | None = None
    speaker: str | None = None
    language: str | None = None


def within(record: Record, *, answer: Answer, longest: int = LONGEST_TEXT) -> Json:
    """Answer a record whose text is short enough not to delay the others. Raises BadRecordError."""
    if len(record.text) > longest:
        message = (
            f"The text has {len(record.text):,} characters, more than the {longest:,} that are read of one record."
        )
        raise BadRecordError(message, "Split it at its paragraphs into several records, or import it as a document.")
    return answer(record)


def parse_object(line: bytes) -> Json:
    """Parse the JSON object on a line.

    Raises:
        BadRecordError: The line is too long, no UTF-8, no JSON, or no object.

    >>> parse_object(b'{"id": "1", "text": "Prices rose."}')
    {'id': '1', 'text': 'Prices rose.'}
    """
    if len(line) >= LONGEST:
        raise BadRecordError(
            f"The line is longer than {LONGEST // 1_000_000} MB.", "Split the text into several records."
        )
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadRecordError("The line is not UTF-8.", "Save the file as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise BadRecordError(f"The line is not JSON: {error}.", "One JSON object a line.") from error
    if not isinstance(fields, dict):
        raise BadRecordError("The line is JSON but no object.", 'Write {"id": "…", "text": "…"}.')
    return fields


def record_from(fields: Json) -> Record:
    """Make the record that an object describes.

    Raises:
        BadRecordError: It has no id or no text, a field that is no text, or a date that is no day.

    >>> record_from({"id": "1", "text": "Prices rose.", "date": "2021-12-02"}).date
    datetime.date(2021, 12, 2)
    """
    for name in ("id", "text"):
        if not isinstance(fields.get(name), str):
            raise BadRecordError(f"The record has no {name}, or it is not a text.", 'Write {"id": "…", "text": "…"}.')
    for name in ("place", "speaker", "language", "date"):
        if not isinstance(fields.get(name), str | None):
            raise BadRecordError(f"The record's {name} is not a text.", "Leave it out where it is not known.")
    return Record(
        fields["id"],
        fields["text"],
        _day(fields.get("date")),
        fields.get("place"),
        fields.get("speaker"),
        fields.get("language"),
    )


def _day(written: str | None) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written[:10])
    except ValueError as error:
        raise BadRecordError(f"The record's date is not a day: {written[:40]}.", "Write it as 2021-12-02.") from error
