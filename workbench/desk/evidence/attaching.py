"""Attaches a reviewer's evidence to a claim: a web page, a file, or a note.

A page is fetched once, by the same client as the services' data, and archived before it is read. A quote must be in the archived
text. If any step fails, nothing is attached.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from workbench.core.attachment import Attachment, AttachmentKind, identified, standing_attachments
from workbench.core.errors import NoSuchRecordError, Problem, SourceError, StoreError, WorkbenchError, WrongAnswerError
from workbench.core.evidence import Snapshot
from workbench.core.failures.attachment_errors import (
    LoginPageError,
    NotFetchedError,
    NothingToAttachError,
    NoWebAddressError,
    PlacelessNoteError,
)
from workbench.core.failures.review_errors import TakenBackError
from workbench.core.text_cleaning import clean_text
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.evidence.archived_text import ArchivedText, is_login_page, passage_in, read_archived
from workbench.desk.evidence.replaying import Replayed
from workbench.desk.verdicts.new_review import moment_at
from workbench.desk.verdicts.verdicts import reviewer
from workbench.ports import Request

SOURCE = "attached"
"""Name under which the archive keeps what was attached."""

LARGEST = 64_000_000
"""Maximum size of a page or file, in bytes."""

_TYPES = {"pdf": "application/pdf", "html": "text/html", "htm": "text/html", "txt": "text/plain", "csv": "text/csv"}
_WEB = re.compile(r"https?://", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceGiven:
    """What a reviewer gives as evidence.

    Attributes:
        place: An address of the web or the path of a file; empty for a note.
        note: The reviewer's words.
        quote: Words to find there.
        page: The printed page; 0 for none.
        selector: A CSS selector of the element.
        title: A title for it; by default its own title or name.
    """

    place: str = ""
    note: str = ""
    quote: str = ""
    page: int = 0
    selector: str = ""
    title: str = ""

    @property
    def is_web(self) -> bool:
        """Whether it is a web page."""
        return bool(_WEB.match(self.place))

    @property
    def is_address(self) -> bool:
        """Whether it is written as an address, even one that cannot be fetched."""
        return _ADDRESS.fullmatch(self.place) is not None

    @property
    def has_place(self) -> bool:
        """Whether it refers to a passage."""
        return bool(self.quote.strip() or self.page or self.selector.strip())


@dataclass(frozen=True, slots=True)
class EvidenceFor:
    """Evidence with the id of its claim, and who gives it; by default the configured reviewer."""

    claim: str
    given: EvidenceGiven
    by: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """What was attached, with problems to report: an older answer, a quote that occurs several times."""

    attachment: Attachment
    problems: tuple[Problem, ...] = ()


async def attach(ports: DeskPorts, claim: str, given: EvidenceGiven, by: str, *, fresh: bool = False) -> Attached:
    """Attach evidence to a claim.

    Args:
        ports: The desk.
        claim: The claim's id.
        given: The evidence.
        by: Who attaches it; the configured reviewer where empty.
        fresh: Whether a page is fetched again although the archive has a recent answer.

    Raises:
        NoSuchRecordError: There is no such claim.
        SourceError: The page could not be fetched, or is a login page.
        ReadingError: The file cannot be read, or has no words to quote.
        UsageError: Nothing was given, the address cannot be fetched, or the quote, page or element is not there.
    """
    return _kept(ports, await _made(ports, EvidenceFor(claim, given, by), fresh=fresh))


async def attach_all(
    ports: DeskPorts, given: Iterable[EvidenceFor], *, fresh: bool = False
) -> Sequence[Attached | WorkbenchError]:
    """Attach evidence to several claims; for what cannot be attached, the error is returned.

    All of it is fetched and read first, one after another, and then stored in one transaction, so that a slow page does not block other
    writers.

    Raises:
        StoreError: The database cannot be used.
    """
    made: list[Attached | WorkbenchError] = []
    for each in given:
        try:
            made.append(await _made(ports, each, fresh=fresh))
        except WorkbenchError as error:
            made.append(error)
    with ports.store.together(each.attachment.claim for each in made if isinstance(each, Attached)):
        return [_kept(ports, each) if isinstance(each, Attached) else each for each in made]


async def _made(ports: DeskPorts, wanted: EvidenceFor, *, fresh: bool) -> Attached:
    """Make an attachment from evidence; it is archived, but not yet stored with its claim."""
    key, by = ports.store.claim(wanted.claim).id, wanted.by
    given = _cleaned(wanted.given)
    if not given.place:
        return Attached(_note(ports, key, given, by))
    if given.is_address and not given.is_web and ports.files.size(given.place) is None:
        raise NoWebAddressError(given.place)
    text, body, problems = await _web(ports, given, fresh=fresh) if given.is_web else _file(ports, given)
    passage, notices = passage_in(text, given.quote, given.page, given.selector) if given.has_place else (None, ())
    made = Attachment(
        id="",
        claim=key,
        kind=AttachmentKind.PAGE if given.is_web else AttachmentKind.FILE,
        title=given.title or text.title,
        note=given.note,
        body=body,
        passage=passage,
        reviewer=reviewer(ports, by),
        at=moment_at(ports, key),
    )
    return Attached(made, (*problems, *notices))


def _cleaned(given: EvidenceGiven) -> EvidenceGiven:
    return replace(
        given,
        place=given.place.strip(),
        note=clean_text(given.note).text.strip(),
        quote=" ".join(clean_text(given.quote).text.split()),
        selector=given.selector.strip(),
        title=" ".join(clean_text(given.title).text.split()),
    )


def _kept(ports: DeskPorts, made: Attached) -> Attached:
    attachment = identified(made.attachment)
    ports.store.attach(attachment)
    return replace(made, attachment=attachment)


def _note(ports: DeskPorts, claim: str, given: EvidenceGiven, by: str) -> Attachment:
    if not given.note:
        raise NothingToAttachError
    if given.has_place:
        raise PlacelessNoteError
    who, when = reviewer(ports, by), moment_at(ports, claim)
    return Attachment(id="", claim=claim, kind=AttachmentKind.NOTE, note=given.note, reviewer=who, at=when)


async def _web(
    ports: DeskPorts, given: EvidenceGiven, *, fresh: bool
) -> tuple[ArchivedText, Snapshot, Sequence[Problem]]:
    address = given.place.partition("#")[0]
    request = Request(address, accept="*/*", source=SOURCE, expects=(), largest=LARGEST, fails=is_login_page)
    try:
        answer = await ports.fetch(request, fresh=fresh)
    except SourceError as error:
        raise NotFetchedError(error) from error
    parts = urlsplit(address)
    host = parts.hostname or address
    if answer.snapshot.failed:
        raise LoginPageError(host)
    if not answer.body.strip():
        raise NotFetchedError(WrongAnswerError(host, "a page", "nothing at all"))
    name = unquote(PurePath(parts.path).name) or host
    text = read_archived(ports.readers, answer.body, answer.snapshot, name)
    body = replace(answer.snapshot, url=given.place)
    return text, body, [answer.problem] if answer.problem else []


def _file(ports: DeskPorts, given: EvidenceGiven) -> tuple[ArchivedText, Snapshot, Sequence[Problem]]:
    raw = ports.files.raw(given.place)
    ports.files.check_evidence(given.place)
    name = PurePath(raw.origin.replace("\\", "/")).name
    snapshot = Snapshot(
        id=hashlib.sha256(raw.body).hexdigest(),
        url=name,
        fetched=ports.clock(),
        media_type=_TYPES.get(raw.suffix, "application/octet-stream"),
        size=len(raw.body),
        source=SOURCE,
    )
    text = read_archived(ports.readers, raw.body, snapshot, name)
    if given.has_place:
        passage_in(text, given.quote, given.page, given.selector)  # before anything is stored
    return text, ports.archive.keep(snapshot, raw.body), ()


def attachments(ports: DeskPorts, claim: str) -> Sequence[Attachment]:
    """List the valid attachments of a claim, oldest first."""
    return standing_attachments(ports.store.attachments(claim))


def last_standing(ports: DeskPorts, claim: str | None, by: str) -> Attachment | None:
    """Find the reviewer's own newest valid attachment, of a claim or of all."""
    who = reviewer(ports, by).casefold()
    if claim is None:
        newest = ports.store.attachments(limit=50)
        claim = next((each.claim for each in newest if each.reviewer.casefold() == who), None)
    standing = attachments(ports, claim) if claim else ()
    return next((each for each in reversed(standing) if each.reviewer.casefold() == who), None)


def take_back(ports: DeskPorts, gone: Attachment, by: str) -> Attachment | None:
    """Take back an attachment, and return it; None where somebody took it back in the meantime."""
    back = replace(gone, id="", undoes=gone.id, reviewer=reviewer(ports, by), at=moment_at(ports, gone.claim))
    with suppress(TakenBackError):
        ports.store.attach(identified(back))
        return gone
    return None


def lost(ports: DeskPorts, attached: Iterable[Attachment]) -> Iterator[Replayed]:
    """Yield the attachments whose archived bytes are missing or changed."""
    for each in attached:
        if each.body is not None:
            try:
                ports.archive.read(each.body.id)
            except StoreError as error:
                never = isinstance(error, NoSuchRecordError)
                yield Replayed(each.claim, None, f"{each.title}: {error.message}", never_here=never)


def faults(ports: DeskPorts) -> Iterator[Problem]:
    """Yield, for `doctor`, the attachments whose quote is no longer at its place; the archive reports missing bodies."""
    for each in ports.store.attachments(limit=100_000):
        if each.body is None or each.passage is None or each.undoes:
            continue
        with suppress(StoreError):
            text = read_archived(ports.readers, ports.archive.read(each.body.id), each.body, each.title)
            place = each.passage
            if " ".join(text.text[place.start : place.end].split()) != place.quote:
                message = f"Its quote is no longer where it was found in {each.title}."
                yield Problem(f"attachment {each.id}", message, "Attach it again with its quote.", "moved-quote")
