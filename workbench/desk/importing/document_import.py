"""Imports one file: from the file to a stored document with its claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.core.claim import Claim, Reading
from workbench.core.document import Document, Speaker
from workbench.core.errors import Problem, UnknownFormatError, UnknownNameError
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.importing.formats_to_save_anew import SAVE_AS
from workbench.extract import read_text
from workbench.extract.claim.check_worthiness import WEIGHTS, weights_with
from workbench.ports import Raw, ReadDocument, Reader


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """An imported document: whether it is new, its claims, and its problems."""

    document: Document
    claims: tuple[Claim, ...]
    new: bool
    problems: tuple[Problem, ...] = ()


def read_file(ports: DeskPorts, path: str, form: str = "auto") -> ReadDocument:
    """Read a file with the reader of its format. Raises ReadingError, or UsageError for an unknown format."""
    return read_raw(ports.readers, ports.files.raw(path), form)


def read_raw(readers: Mapping[str, Reader], raw: Raw, form: str = "auto") -> ReadDocument:
    """Read bytes as a document with the reader of their format."""
    return reader_for(readers, raw, form).read(raw)


def reader_for(readers: Mapping[str, Reader], raw: Raw, form: str) -> Reader:
    """Find the named reader, or the one for the suffix."""
    if form != "auto":
        reader = readers.get(form)
        if reader is None:
            raise UnknownNameError("format", form, list(readers))
        return reader
    for reader in readers.values():
        if raw.suffix in reader.suffixes:
            return reader
    known = tuple(f".{s}" for reader in readers.values() for s in reader.suffixes)
    raise UnknownFormatError(raw.origin, known, SAVE_AS.get(raw.suffix, "this kind of file"))


def read_claims(document: Document, weights: Mapping[str, float] = WEIGHTS) -> Reading:
    """Read the claims of a document, with its day, place and speaker; `weights` are those of check-worthiness."""
    speaker: Speaker | None = document.speakers[0] if document.speakers else None
    return read_text(
        document.text,
        said=document.published,
        place=document.place,
        speaker=speaker,
        language=document.language,
        document=document.id,
        weights=weights,
    )


def import_document(ports: DeskPorts, path: str, form: str = "auto") -> ImportedDocument:
    """Read a file, find its claims and store both; a file that was imported before is left unchanged."""
    read = read_file(ports, path, form)
    document = read.document
    if ports.store.has_document(document.id):
        kept = tuple(ports.store.claims_in(document.id))
        return ImportedDocument(ports.store.document(document.id), kept, new=False, problems=read.problems)
    reading = read_claims(document, weights_with(ports.worth))
    ports.store.add([(document, reading.claims)])
    return ImportedDocument(document, reading.claims, new=True, problems=(*read.problems, *reading.problems))
