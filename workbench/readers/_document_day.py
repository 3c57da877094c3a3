"""Find the day on which a document's words were said: from its note, its dateline, its lines, its file's name or its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from workbench.core.dates.written_days import WRITTEN_DAY, read_day
from workbench.core.errors import Problem
from workbench.ports import Raw
from workbench.readers._dateline import Dateline
from workbench.readers._header_note import Note
from workbench.readers._page_furniture import Stripped
from workbench.readers._page_metadata import Page

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


def published_day(
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
