"""Assemble a document from its note, dateline, page furniture and metadata fields, trusted in that order."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from workbench.core.dates.written_days import WRITTEN_DAY, read_day
from workbench.core.document import Document, Speaker
from workbench.core.errors import EmptyFileError, Problem
from workbench.ports import Raw, ReadDocument
from workbench.readers._dateline import Dateline, find_dateline
from workbench.readers._dateline_country import country_of, country_of_site
from workbench.readers._header_note import NO_NOTE, Note
from workbench.readers._language import guess_language
from workbench.readers._page_furniture import Stripped, strip_furniture
from workbench.readers._quoted_speakers import find_speakers, read_speaker
from workbench.readers._speech_turns import SpokenText
from workbench.readers._superscripts import without_note_marks
from workbench.readers._transcript_speakers import speakers_of_turns

_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)|[/-]((?:19|20)\d\d)-(\d\d)-(\d\d)(?:\D|$)", re.ASCII
)
_IN_WORDS = re.compile(rf"(?<!\w){WRITTEN_DAY}(?!\w)", re.IGNORECASE)
_AT_HEAD = re.compile(
    rf"^(?:(?P<opens>{WRITTEN_DAY})\s*[.:–—]\s|(?:[^\n.!?]{{1,120}}[\s,(])?(?P<closes>{WRITTEN_DAY})\)?\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A day that opens a text ("2 December 2021. We stopped …") or ends a line that is no sentence ("Speech of 2 December 2021"). A day amid
a sentence is what the sentence speaks of, not when it was said."""
_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<between>[-_.]?)(?P<month>\d\d)(?P=between)(?P<day>\d\d)(?!\d)", re.ASCII
)
_LOOKED_AT = 600
_MADE_BY_PROGRAMS = frozenset({"pdf", "docx", "docm", "dotx", "dotm"})
"""Suffixes of files that tell the day on which a program wrote them, which is weaker evidence than their name."""
_NOT_WRITTEN_IN = frozenset({"pdf", "xml", "tei"})
"""Suffixes of files to which nobody adds a line by hand."""


@dataclass(frozen=True, slots=True)
class Page:
    """Metadata from the fields of a file format; empty where it has none."""

    title: str = ""
    day: date | None = None
    url: str = ""
    author: str = ""
    site: str = ""
    language: str = ""
    place: str = ""
    place_name: str = ""


NO_PAGE = Page()


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
    published, about_day = _published(raw, note, dateline, stripped, page)
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


def _published(
    raw: Raw, note: Note, dateline: Dateline | None, stripped: Stripped, page: Page
) -> tuple[date | None, tuple[Problem, ...]]:
    """Return the day, and a Problem where the evidence is weaker than a note, a dateline or a source line."""
    about: tuple[Problem, ...] = ()
    if note.get("date"):
        try:
            return read_day(note.get("date")), ()
        except ValueError as error:
            message = f"The date in the note at the top was not taken: {error}."
            about = (Problem(raw.origin, message, "Write it as 2021-12-02.", "bad-date"),)
    for day in (dateline.day if dateline else None, stripped.site_day):
        if day:
            return day, about
    for day, where in _weaker(raw, note, dateline, stripped, page):
        if day:
            message = f"There is no dateline; {day.isoformat()} was taken from {where}."
            return day, (
                *about,
                Problem(raw.origin, message, "Check that the words were said on that day.", "weak-date"),
            )
    return None, (*about, _no_day(raw, stripped))


def _weaker(
    raw: Raw, note: Note, dateline: Dateline | None, stripped: Stripped, page: Page
) -> Iterator[tuple[date | None, str]]:
    yield stripped.own_day, "a line that holds a date alone"
    if raw.suffix in _MADE_BY_PROGRAMS:
        yield day_in_name(raw.origin), "its file name"
    if page.day != stripped.printed:
        yield page.day, "what the page says of itself"
    yield _in_address(note.get("url") or page.url), "its address"
    yield day_in_name(raw.origin), "its file name"
    yield _at_head(f"{stripped.title}\n{stripped.text}"), "a date at the head of the text"
    if dateline:  # a dispatch begins with the day of the reported event
        yield _in_words(stripped.text), "the first date of the dispatch"


def _no_day(raw: Raw, stripped: Stripped) -> Problem:
    printed = f" ({stripped.printed.isoformat()} is when the page was printed)" if stripped.printed else ""
    message = f"It is not known when this was said{printed}."
    put = "Give its words as text with" if raw.suffix in _NOT_WRITTEN_IN else "Put"
    return Problem(
        raw.origin, message, f'{put} "# date: 2021-12-02" on top, so that "last year" means something.', "no-date"
    )


def _in_address(url: str) -> date | None:
    found = _IN_ADDRESS.search(url)
    return _first_day("-".join(part for part in found.groups() if part)) if found else None


def day_in_name(origin: str) -> date | None:
    """Return the day in a file's name, with the year first.

    >>> day_in_name("speeches/2021-12-02-skopje.txt"), day_in_name("speeches/20211202_skopje.txt"), day_in_name("a-2021.txt")
    (datetime.date(2021, 12, 2), datetime.date(2021, 12, 2), None)
    """
    found = _IN_NAME.search(re.split(r"[/\\]", origin)[-1])
    try:
        return date(*map(int, found.group("year", "month", "day"))) if found else None
    except ValueError:
        return None


def _at_head(text: str) -> date | None:
    found = _AT_HEAD.search(text[:_LOOKED_AT])
    return _first_day(found["opens"] or found["closes"]) if found else None


def _in_words(text: str) -> date | None:
    found = _IN_WORDS.search(text[:_LOOKED_AT])
    return _first_day(found[0]) if found else None


def _first_day(written: str) -> date | None:
    try:
        return read_day(written)
    except ValueError:
        return None


def _place(
    raw: Raw, note: Note, dateline: Dateline | None, stripped: Stripped, page: Page
) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the country, and a Problem where only the site's address shows it."""
    if written := note.get("place"):
        parts = [written, *written.split(",")]
        if code := next((code for part in parts if (code := country_of(part.strip()))), None):
            return code, ()
    if dateline and dateline.place:
        return dateline.place, ()
    if code := country_of(page.place):
        return code, ()
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
