"""Reads a record's text: its sentences and their claims."""

from __future__ import annotations

from workbench.core.claim import Reading
from workbench.core.place import find_place
from workbench.core.text import Speaker
from workbench.desk.batch.record import Json, Record
from workbench.report import records


def read(record: Record, most: int | None = None) -> Reading:
    """All that a record's text holds, or as much of it as holds so many claims.

    Reading is loaded by the first record: a process that only hands records on does without.
    """
    from workbench.extract import read_text

    return read_text(
        record.text,
        said=record.date,
        place=find_place(record.place) or record.place if record.place else None,
        speaker=Speaker(record.speaker) if record.speaker else None,
        language=record.language or "en",
        document=record.id,
        most=most,
    )


def sentences_of(record: Record) -> Json:
    """What `sentences` answers: ``{"id","sentences"}``."""
    from workbench.extract import split_sentences

    spans = [sentence.span for sentence in split_sentences(record.text, record.language or "en")]
    return {"id": record.id, "sentences": [{"start": span.start, "end": span.end} for span in spans]}


def reading_of(record: Record) -> Json:
    """What `extract` answers."""
    return records.reading_record(record.id, read(record), record.text)
