"""The words of an archived page or file, and the passage that a reviewer refers to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from workbench.core.attachment import Passage
from workbench.core.errors import Problem, ReadingError
from workbench.core.evidence import Snapshot
from workbench.core.failures.attachment_errors import NoSuchPlaceError, NotInArchivedTextError, NoWordsError
from workbench.core.text_cleaning import clean_text
from workbench.evidence.quote_finding import PAGE_END, find_quote, page_at, page_range, words_around
from workbench.evidence.web_page import WebPage, read_web_page
from workbench.ports import Raw, Reader

_MARKUP = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.DOTALL | re.IGNORECASE
)
_CHARSET = re.compile(r"charset\s*=\s*\"?([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_WHOLE = 2_000
"""Most characters of an element or page that are kept as its quote."""


@dataclass(frozen=True, slots=True)
class ArchivedText:
    """What can be read in a body.

    Attributes:
        title: Its own title, or the file's name.
        text: Its words; printed pages are separated by form feeds.
        page: The web page, for selectors; None for anything else.
        why: What kind of file it is, where no words can be read in it; empty otherwise.
    """

    title: str
    text: str = ""
    page: WebPage | None = None
    why: str = ""


def is_markup(body: bytes, media_type: str) -> bool:
    """Check whether a body is a web page, whatever its declared type."""
    return "html" in media_type or bool(_MARKUP.match(body[:4_096]))


def is_login_page(body: bytes) -> bool:
    """Check whether a body is a login page."""
    return is_markup(body, "") and read_web_page(body).login


def read_archived(readers: Mapping[str, Reader], body: bytes, snapshot: Snapshot, name: str) -> ArchivedText:
    """Read the words of a body; for one without words `why` is set, and nothing is raised.

    Args:
        readers: Document readers by name; each works in a process of its own.
        body: The bytes.
        snapshot: Their record in the archive.
        name: The name of the file, or the last part of the address.
    """
    if is_markup(body, snapshot.media_type):
        found = _CHARSET.search(snapshot.header("content-type"))
        page = read_web_page(body, found[1] if found else "")
        return ArchivedText(page.title or name, page.text, page, "" if page.text else "a page without words")
    suffix = "pdf" if body[:1_024].find(b"%PDF-") >= 0 else PurePath(name).suffix.lstrip(".").casefold()
    reader = next((each for each in readers.values() if suffix in each.suffixes), None)
    try:
        read = reader.read(Raw(name, suffix, body)) if reader and suffix != "txt" else None
    except ReadingError as error:
        return ArchivedText(name, why=error.message.removeprefix(f"{name}: ").rstrip("."))
    if read is not None:
        return ArchivedText(read.document.title or name, PAGE_END.join(read.pages) or read.document.text)
    text = _plain(body)
    return ArchivedText(name, text) if text is not None else ArchivedText(name, why="no text")


def passage_in(text: ArchivedText, quote: str, page: int, selector: str) -> tuple[Passage, Sequence[Problem]]:
    """Find the passage given by a quote, a page or a selector; a quote must be in the named page and element.

    Raises:
        UsageError: There is no such place.
        ReadingError: No words can be read in it.
    """
    if text.why:
        raise NoWordsError(text.title, text.why)
    start, end = _range(text, page, selector)
    notices: tuple[Problem, ...] = ()
    if quote:
        found = find_quote(text.text, quote, start, end)
        if found is None:
            raise NotInArchivedTextError(text.title, quote, page)
        start, end = found.start, found.end
        notices = (_several(text.title, found.times),) if found.times > 1 else ()
    end = min(end, start + _WHOLE) if not quote else end
    words = " ".join(text.text[start:end].split())
    before, after = words_around(text.text, start, end)
    at = page or page_at(text.text, start)
    return Passage(words, start, end, page=at, selector=selector, before=before, after=after), notices


def _range(text: ArchivedText, page: int, selector: str) -> tuple[int, int]:
    """Find the range of a page or an element; the whole text where neither is named."""
    start, end = 0, len(text.text)
    if page:
        found = page_range(text.text, page) if PAGE_END in text.text or page == 1 else None
        if found is None:
            raise NoSuchPlaceError(text.title, f"page {page}")
        start, end = found
    if selector:
        element = text.page.selected(selector) if text.page else None
        if element is None:
            raise NoSuchPlaceError(text.title, f"element {selector}")
        start, end = element
    return start, end


def _several(where: str, times: int) -> Problem:
    message = f"The quote stands there {times} times; the first is meant."
    return Problem(where, message, "Give a --page or a --selector for another.", "several-places")


def _plain(body: bytes) -> str | None:
    """Decode a body that is text; None for any other."""
    if b"\x00" in body[:8_192] and not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    for encoding in ("utf-16", "utf-8-sig") if body.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig",):
        try:
            return clean_text(body.decode(encoding)).text
        except UnicodeDecodeError:
            continue
    return clean_text(body.decode("cp1252", errors="replace")).text
