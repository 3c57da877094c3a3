"""Evidence that a reviewer attaches to a claim: an archived page or file with the passage that matters, or a note.

Attachments are only ever added; taking one back is a row of its own. Pages and files are identified by the hash of their
bytes. Of a local file only the name is stored, never the path on the reviewer's machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from workbench.core.evidence import Snapshot


class AttachmentKind(StrEnum):
    """What is attached."""

    PAGE = "page"
    FILE = "file"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Passage:
    """The place in an archived text that an attachment refers to.

    Attributes:
        quote: The words there, on one line; empty for a whole page or element.
        start: Where the place begins, in code points of the text as it was read.
        end: Where it ends, exclusive.
        page: The printed page, from 1; 0 for a text without pages.
        selector: The CSS selector of the element; empty where none was given.
        before: A few words that stand before the quote.
        after: A few words that stand after it.
    """

    quote: str
    start: int
    end: int
    page: int = 0
    selector: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """Evidence that a reviewer attached to a claim, or the taking back of such evidence. Never changed, never deleted.

    Attributes:
        id: Twelve hex digits: a hash of what it says, where it comes from, who attached it and when.
        claim: The claim's id.
        kind: A page of the web, a file, or a note.
        title: The title of the page, or the name of the file; empty for a note.
        note: The reviewer's words; may be empty for a page or file.
        body: The archived bytes with their address and day; a file's address is its name alone. None for a note.
        passage: The place it refers to; None for the whole text.
        reviewer: Who.
        at: When, in UTC.
        undoes: The id of the attachment that this one takes back; empty otherwise.
    """

    id: str
    claim: str
    kind: AttachmentKind
    title: str = ""
    note: str = ""
    body: Snapshot | None = None
    passage: Passage | None = None
    reviewer: str
    at: datetime
    undoes: str = ""


def identified(attachment: Attachment) -> Attachment:
    """Fill in the attachment's id, which is computed from its other fields."""
    body, place = attachment.body, attachment.passage
    where = (place.quote, place.start, place.end, place.page, place.selector) if place else ()
    said = (attachment.claim, attachment.kind.value, attachment.title, attachment.note, body.id if body else "")
    whole = repr((*said, where, attachment.undoes, attachment.reviewer, attachment.at.isoformat()))
    return replace(attachment, id=hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest()[:12])


def standing_attachments(given: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """Select the attachments in force, oldest first: neither those that were taken back nor the rows that took them back.

    Args:
        given: All of one claim, in the order in which they were added.
    """
    gone = {each.undoes for each in given if each.undoes}
    return tuple(each for each in given if not each.undoes and each.id not in gone)
