"""Assemble a document from its note, dateline, page furniture and metadata fields, trusted in that order."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from workbench.core.document import Document, Speaker
from workbench.core.errors import EmptyFileError, Problem
from workbench.extract.words.language_guess import guess_language
from workbench.ports import Raw, ReadDocument
from workbench.readers._dateline import Dateline, find_dateline
from workbench.readers._dateline_country import country_of, country_of_site, place_of
from workbench.readers._document_day import published_day
from workbench.readers._header_note import NO_NOTE, Note
from workbench.readers._page_furniture import Stripped, strip_furniture
from workbench.readers._page_metadata import NO_PAGE, Page
from workbench.readers._quoted_speakers import find_speakers, read_speaker
from workbench.readers._speech_turns import SpokenText
from workbench.readers._superscripts import without_note_marks
from workbench.readers._transcript_speakers import speakers_of_turns


def document_id(body: bytes, reader: str) -> str:
    """Return a document's id, sixteen hex digits: the same for the same bytes and reader."""
    return hashlib.sha256(body + b"\x1f" + reader.encode()).hexdigest()[:16]


def assemble(
    raw: Raw,
    reader: str,
    text: str,
    *,
    note: Note = NO_NOTE,
    page: Page = NO_PAGE,
    problems: tuple[Problem, ...] = (),
    spoken: SpokenText | None = None,
) -> ReadDocument:
    """Assemble a document from cleaned text.

    Args:
        raw: The bytes.
        reader: The name of the reader.
        text: The text.
        note: The note at the top of the file.
        page: The metadata from fields of the format.
        problems: Doubts about the bytes.
        spoken: The same words turn by turn, where the format has turns (captions, minutes): then no line is page furniture.

    Raises:
        EmptyFileError: It has only page furniture.
    """
    title = note.get("title") or page.title
    stripped = Stripped(text, title) if spoken else strip_furniture(without_note_marks(text), title=title)
    if not stripped.text.strip():
        raise EmptyFileError(raw.origin)
    dateline = find_dateline(stripped.text)
    known = page.day if spoken else None
    stripped = replace(stripped, site_day=stripped.site_day or known)
    published, about_day = published_day(raw, note, dateline, stripped, page)
    place, about_place = _place(raw, note, dateline, stripped, page)
    document = Document(
        id=document_id(raw.body, reader),
        title=" ".join(stripped.title.split()),
        text=stripped.text,
        origin=raw.origin,
        language=note.get("language").lower() or page.language or guess_language(stripped.text),
        published=published,
        place=place,
        place_name=dateline.name if dateline else page.place_name,
        speakers=_speakers(note, stripped, spoken),
        source_note=note.words or _byline(page, stripped),
        url=note.get("url") or page.url,
        marks=spoken.marks if spoken else (),
    )
    return ReadDocument(document, (*problems, *about_day, *about_place))


def _place(
    raw: Raw, note: Note, dateline: Dateline | None, stripped: Stripped, page: Page
) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the country, and a Problem where only the site's address shows it or the note's place is not known."""
    written = note.get("place")
    if code := next((code for part in (written, *written.split(",")) if (code := place_of(part))), None):
        return code, ()
    unknown = (_unknown_place(raw.origin, written),) if written else ()
    if code := (dateline.place if dateline else None) or country_of(page.place):
        return code, unknown
    code, problems = _place_of_site(raw, note, page, stripped)
    return code, (*unknown, *problems)


def _unknown_place(origin: str, written: str) -> Problem:
    message = f"The table of places does not know the place of the note, “{written}”."
    return Problem(
        origin, message, "Write a country's name in any language, its code, or a city of it.", "unknown-place"
    )


def _place_of_site(raw: Raw, note: Note, page: Page, stripped: Stripped) -> tuple[str | None, tuple[Problem, ...]]:
    address = note.get("url") or page.url or stripped.site
    if code := country_of_site(address):
        message = f"There is no dateline with a known place; {code} was taken from the site's address."
        return code, (Problem(raw.origin, message, 'Put "# place: …" on top if that is wrong.', "weak-place"),)
    return None, ()


def _speakers(note: Note, stripped: Stripped, spoken: SpokenText | None) -> tuple[Speaker, ...]:
    named = find_speakers(stripped.title, stripped.text)
    found = (spoken.speakers if spoken else ()) or speakers_of_turns(stripped.text, named)
    note_speaker = read_speaker(note.get("speaker"))
    if note_speaker is None:
        return found
    last = note_speaker.name.split()[-1:]
    return (note_speaker, *(speaker for speaker in found if speaker.name.split()[-1:] != last))


def _byline(page: Page, stripped: Stripped) -> str:
    """Describe author and site for readers; the author is never taken for the speaker."""
    by = f"By {page.author}" if page.author else ""
    return ", ".join(part for part in (by, page.site or stripped.site) if part)
