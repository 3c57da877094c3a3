"""Reads a record's text: its sentences and their claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.core.claim import Reading
from workbench.core.document import Speaker
from workbench.core.errors import Problem
from workbench.desk.batch.record import Json, Record
from workbench.report import json_records


def read(record: Record, most: int | None = None) -> Reading:
    """Read a record's text, up to a maximum number of claims.

    The reading rules are loaded by the first record: a process that only passes records on does not need them.
    """
    from workbench.extract import read_text
    from workbench.extract.place.written_places import place_written

    place = place_written(record.place) if record.place else None
    reading = read_text(
        record.text,
        said=record.date,
        place=place or record.place or None,
        speaker=Speaker(record.speaker) if record.speaker else None,
        language=language_of(record),
        document=record.id,
        most=most,
    )
    if place or not record.place:
        return reading
    return replace(reading, problems=(*reading.problems, _unknown_place(record.place)))


def _unknown_place(written: str) -> Problem:
    """Return a note on a place that may be a code of the user's own table, and is used as it is written."""
    message = f"The table of places does not know “{written}”; it is used as it is written."
    return Problem("place", message, "Write a country's name in any language, or its code.", "unknown-place")


def language_of(record: Record) -> str:
    """Take the language that a record names, or else guess one that can be read."""
    from workbench.extract.words.language_guess import guess_reading_language

    return record.language or guess_reading_language(record.text)


def in_its_language(record: Record) -> Record:
    """Name the language of a record that names none, so that it is guessed once."""
    return replace(record, language=language_of(record))


def unread(record: Record, reading: Reading) -> Sequence[Problem]:
    """Find a sentence with a statement that became no claim: it must be right too before the whole is supported."""
    from workbench.extract import unread_sentence

    said = unread_sentence(record.text, reading.sentences, reading.claims, language_of(record))
    return [] if said is None else [said]


def sentences_of(record: Record) -> Json:
    """Make the answer of `sentences`: ``{"id","sentences"}``."""
    from workbench.extract import split_sentences

    spans = [sentence.span for sentence in split_sentences(record.text, language_of(record))]
    return {"id": record.id, "sentences": [{"start": span.start, "end": span.end} for span in spans]}


def reading_of(record: Record) -> Json:
    """Make the answer of `extract`."""
    return json_records.reading_record(record.id, read(record), record.text)
