"""Reads a record's text: its sentences and their claims."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.claim import Reading
from workbench.core.errors import Problem
from workbench.core.place import find_place
from workbench.core.text import Speaker
from workbench.desk.batch.record import Json, Record
from workbench.report import records


def read(record: Record, most: int | None = None) -> Reading:
    """Return all that a record's text holds, or as much of it as holds so many claims.

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


def unread(record: Record, reading: Reading) -> Sequence[Problem]:
    """Return what a record states in a sentence of its own that became no claim: it must hold too before the whole is supported."""
    from workbench.extract import unread_sentence

    said = unread_sentence(record.text, reading.sentences, reading.claims, record.language or "en")
    return [] if said is None else [said]


def sentences_of(record: Record) -> Json:
    """Return what `sentences` answers: ``{"id","sentences"}``."""
    from workbench.extract import split_sentences

    spans = [sentence.span for sentence in split_sentences(record.text, record.language or "en")]
    return {"id": record.id, "sentences": [{"start": span.start, "end": span.end} for span in spans]}


def reading_of(record: Record) -> Json:
    """Return what `extract` answers."""
    return records.reading_record(record.id, read(record), record.text)
