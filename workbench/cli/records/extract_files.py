"""`extract` and `sentences` for whole files; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workbench.bootstrap.open_desk import read_file
from workbench.cli.output.standard_streams import put, say, tell_problems, write
from workbench.cli.output.text_output import claim_lines
from workbench.core.claim import Reading
from workbench.core.document import Document
from workbench.core.errors import UsageError, WorkbenchError
from workbench.core.hiding.local_paths import file_name
from workbench.core.place import place_name
from workbench.desk.importing.document_import import read_claims
from workbench.report.json_records import document_record, reading_record
from workbench.report.recording_links import heard_words


def show_claims(paths: list[Path], *, as_json: bool) -> int:
    """Print the claims of documents, read with each document's day, place and speaker."""
    for document in _documents(paths):
        reading = read_claims(document)
        if as_json:
            put({**document_record(document), **reading_record(document.id, reading, document.text)})
            continue
        for line in (*_head(document), "", *_body(document, reading)):
            write(line)
        tell_problems(reading.problems)
    return 0


def show_sentences(paths: list[Path], *, as_json: bool) -> int:
    """Print the sentences of documents, one per line."""
    for document in _documents(paths):
        spans = read_claims(document).sentences
        if as_json:
            put({"id": document.id, "sentences": [{"start": span.start, "end": span.end} for span in spans]})
            continue
        for span in spans:
            write(" ".join(span.cut(document.text).split()))
    return 0


def _documents(paths: list[Path]) -> Iterator[Document]:
    """Yield the documents that can be read, and report the others. Raises the last error where none can be read."""
    if not paths:
        raise UsageError("No document was named.", "Name files, or use --records to read JSON Lines from stdin.")
    any_read = False
    for path in paths:
        try:
            read = read_file(str(path))
        except WorkbenchError as error:
            if path is paths[-1] and not any_read:
                raise
            say(f"! {error.message} {error.hint}")
            continue
        any_read = True
        tell_problems(read.problems)
        yield read.document


def _head(document: Document) -> Iterator[str]:
    yield document.title or file_name(document.origin)
    day = document.published.isoformat() if document.published else "day unknown"
    where = f"{document.place} {place_name(document.place)}" if document.place else "place unknown"
    yield f"{day} · {where}" + (f" ({document.place_name})" if document.place_name else "")
    for speaker in document.speakers:
        yield f"speaker: {', '.join(part for part in (speaker.name, speaker.role, speaker.organisation) if part)}"


def _body(document: Document, reading: Reading) -> Iterator[str]:
    for claim in reading.claims:
        yield from (*claim_lines(claim, heard_words(document, claim.span.start)), "")
    if not reading.claims:
        yield "No claims."
