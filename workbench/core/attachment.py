"""Evidence of a reviewer's own beside a claim's series: an archived page or file with the passage that is meant, or a note.

Attachments are only ever added; taking one back is a row of its own. Pages and files are known by the hash of their bytes. Where a
file lay on the reviewer's machine is kept nowhere: its name is.
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
    """The place in an archived text that is meant.

    Attributes:
        quote: The words there, on one line; empty where a whole page or element is meant.
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
    """Evidence that a reviewer attached to a claim, or that one is taken back. Never changed, never deleted.

    Attributes:
        id: Twelve hex digits over what it says, where it comes from, who attached it and when.
        claim: The claim's id.
        kind: A page of the web, a file, or a note.
        title: The title of the page, or the name of the file; empty for a note.
        note: The reviewer's words; may be empty for a page or file.
        body: The archived bytes with their address and day; a file's address is its name alone. None for a note.
        passage: The place that is meant; None where the whole is.
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
    """Return the attachment under the id that the rest of it makes."""
    body, place = attachment.body, attachment.passage
    where = (place.quote, place.start, place.end, place.page, place.selector) if place else ()
    said = (attachment.claim, attachment.kind.value, attachment.title, attachment.note, body.id if body else "")
    whole = repr((*said, where, attachment.undoes, attachment.reviewer, attachment.at.isoformat()))
    return replace(attachment, id=hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest()[:12])


def standing_attachments(given: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """Return the attachments that count, oldest first: without those that were taken back, and without what took them back.

    Args:
        given: All of one claim, in the order in which they were added.
    """
    gone = {each.undoes for each in given if each.undoes}
    return tuple(each for each in given if not each.undoes and each.id not in gone)
