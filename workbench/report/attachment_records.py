"""Evidence that reviewers attached, for reports and scripts: cited like a series, with its place, its day and its hash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from workbench.core.attachment import Attachment, AttachmentKind, standing_attachments
from workbench.core.evidence import Snapshot
from workbench.report.language import ENGLISH, ReaderLanguage

_FRAGMENT = 300
"""Longest quote, in characters, that a link marks on the page."""


@dataclass(frozen=True, slots=True)
class AttachedCitation:
    """An attachment as a report prints it; fields that do not apply are empty.

    Attributes:
        quote: The quoted words.
        note: The reviewer's words.
        title: Its title.
        where: The place in it ("page 3", "element #main p").
        link: The address that opens at the place; empty for what is not on the web.
        origin: The address or file name that was read.
        fetched: When it was read.
        sha256: The hash of its bytes.
        by: Who attached it, and when.
        sample: The name of the sample answer, if it is one.
        says: All of it on one line, as plain words.
    """

    quote: str
    note: str
    title: str
    where: str
    link: str
    origin: str
    fetched: str
    sha256: str
    by: str
    sample: str
    says: str


def attached_citation(
    attachment: Attachment, t: ReaderLanguage = ENGLISH, named: Callable[[str], str] = str
) -> AttachedCitation:
    """Cite an attachment; `named` gives the printed name of the reviewer who attached it."""
    body, place = attachment.body, attachment.passage
    cited = AttachedCitation(
        quote=place.quote if place else "",
        note=" ".join(attachment.note.split()),
        title=attachment.title,
        where=place_words(attachment, t),
        link=_link(attachment, body) if body else "",
        origin=body.url if body else "",
        fetched=f"{body.fetched:%Y-%m-%d %H:%M} UTC" if body else "",
        sha256=body.id if body else "",
        by=f"{named(attachment.reviewer)}, {attachment.at:%Y-%m-%d %H:%M} UTC",
        sample=t("source.sample", sample=body.sample) if body and body.sample else "",
        says="",
    )
    return replace(cited, says=_citation_line(cited, t))


def _citation_line(cited: AttachedCitation, t: ReaderLanguage) -> str:
    """Write a whole citation on one line, as plain words."""
    head = ", ".join(part for part in (cited.title, cited.where) if part)
    words = f"“{cited.quote}”" if cited.quote else ""
    read = (
        f"{t('attached.read', when=cited.fetched)} {cited.origin}, sha256 {cited.sha256[:12]}" if cited.sha256 else ""
    )
    parts = (words, head, cited.note, read, cited.sample, t("attached.by", who=cited.by))
    return " ".join(" — ".join(part for part in parts if part).split())


def place_words(attachment: Attachment, t: ReaderLanguage = ENGLISH) -> str:
    """Say where the passage is; empty for the whole text, or where the quote alone is enough."""
    place = attachment.passage
    parts = (
        (
            t("attached.page", number=place.page) if place.page else "",
            t("attached.element", selector=place.selector) if place.selector else "",
        )
        if place
        else ()
    )
    return ", ".join(part for part in parts if part)


def _link(attachment: Attachment, body: Snapshot) -> str:
    """Make the address that opens at the quote or page, where browsers can."""
    if attachment.kind is not AttachmentKind.PAGE or not body.url.startswith(("http://", "https://")):
        return ""
    place = attachment.passage
    if place is None or "#" in body.url:
        return body.url
    if "html" in body.media_type:
        marked = place.quote and len(place.quote) <= _FRAGMENT
        return f"{body.url}#:~:text={quote(place.quote, safe='')}" if marked else body.url
    return f"{body.url}#page={place.page}" if place.page else body.url


def attachment_record(attachment: Attachment) -> dict[str, Any]:
    """Return an attachment as scripts see it."""
    body, place = attachment.body, attachment.passage
    return {
        "id": attachment.id, "claim": attachment.claim, "kind": attachment.kind.value, "title": attachment.title or None,
        "note": attachment.note or None, "url": body.url if body else None, "sha256": body.id if body else None,
        "media_type": body.media_type if body else None, "fetched": body.fetched.isoformat() if body else None,
        "sample": (body.sample or None) if body else None,
        "passage": {
            "quote": place.quote, "start": place.start, "end": place.end, "page": place.page or None,
            "selector": place.selector or None, "before": place.before, "after": place.after,
        } if place else None,
        "reviewer": attachment.reviewer, "at": attachment.at.isoformat(), "undoes": attachment.undoes or None,
    }  # fmt: skip


def attachments_record(given: Sequence[Attachment]) -> list[dict[str, Any]]:
    """Return all attachments of a claim, each with whether it counts."""
    standing = {each.id for each in standing_attachments(given)}
    return [{**attachment_record(each), "stands": each.id in standing} for each in given if not each.undoes]
