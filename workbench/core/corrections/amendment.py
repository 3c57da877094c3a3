"""Amendments: a person changes which claims a document has, or what is known about it. They are only ever added.

A claim that an amendment removes keeps its row, its history and its verdicts: it is only set aside, and comes back when the
amendment is taken back. Folding the amendments of a document gives the claims that are set aside and the document's current data.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from workbench.core.document import Document, Speaker


class AmendmentKind(StrEnum):
    """What an amendment does to a document."""

    ADD = "add"
    JOIN = "join"
    SPLIT = "split"
    SET = "set"
    HIDE = "hide"
    SHOW = "show"


BY_HAND = frozenset({AmendmentKind.ADD, AmendmentKind.JOIN, AmendmentKind.SPLIT})
"""Kinds whose claims a person made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentData:
    """What is known about a document besides its words, as in `Document`."""

    title: str
    published: date | None
    place: str | None
    place_name: str
    speakers: tuple[Speaker, ...]
    language: str

    @classmethod
    def of(cls, document: Document) -> DocumentData:
        """Take the data from a document."""
        return cls(
            title=document.title,
            published=document.published,
            place=document.place,
            place_name=document.place_name,
            speakers=document.speakers,
            language=document.language,
        )

    def put_on(self, document: Document) -> Document:
        """Copy the document, with these data."""
        return replace(
            document,
            title=self.title,
            published=self.published,
            place=self.place,
            place_name=self.place_name,
            speakers=self.speakers,
            language=self.language,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """One amendment of a document. Never changed, never deleted; taking one back is a row of its own.

    Attributes:
        document: The document's id.
        kind: What was done.
        reviewer: Who.
        at: When, in UTC.
        said: The words that the reviewer gave: a quote, or what was typed.
        before: The old value, in words; may be empty.
        after: The new value, in words; may be empty.
        gone: Ids of the claims that it removes.
        came: Ids of the claims that it adds.
        data: The document's data from then on; None where they do not change.
        undoes: The id of the amendment that this one takes back; empty otherwise.
        follows: The id of the document's amendment before this one; empty for its first.
    """

    document: str
    kind: AmendmentKind
    reviewer: str
    at: datetime
    said: str = ""
    before: str = ""
    after: str = ""
    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    data: DocumentData | None = None
    undoes: str = ""
    follows: str = ""

    @property
    def id(self) -> str:
        """Twelve hex digits, a hash of the amendment: the same one, stored twice at one moment, has one id."""
        when = self.at.astimezone(UTC).isoformat()
        what = (self.document, self.kind.value, self.reviewer, when, self.said, self.gone, self.came, self.undoes)
        return hashlib.sha256(repr(what).encode(errors="surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Amended:
    """The result of all amendments of a document.

    Attributes:
        aside: The claims that are set aside, each with the amendment that last removed it; None where its own adding was taken back.
        hidden: The amendment that hides the document; None where it is shown.
        data: Its current data; None where they are as they were read.
    """

    aside: dict[str, Amendment | None] = field(default_factory=dict)
    hidden: Amendment | None = None
    data: DocumentData | None = None


def standing_amendments(given: Sequence[Amendment]) -> tuple[Amendment, ...]:
    """Select the amendments in force, oldest first: neither those that were taken back nor the rows that took them back."""
    undone = {each.undoes for each in given if each.undoes}
    return tuple(each for each in given if not each.undoes and each.id not in undone)


def fold_amendments(given: Sequence[Amendment]) -> Amended:
    """Fold the amendments of one document into their result.

    Args:
        given: All of them, in the order in which they were added.
    """
    known: set[str] = set()
    aside: dict[str, Amendment | None] = {}
    for each in (each for each in given if not each.undoes):
        aside.update({key: None for key in each.came if key not in known and key not in each.gone})
        known |= {*each.came, *each.gone}
    hidden: Amendment | None = None
    data: DocumentData | None = None
    for each in standing_amendments(given):
        aside.update(dict.fromkeys(each.gone, each))
        for key in each.came:
            aside.pop(key, None)
        if each.kind in {AmendmentKind.HIDE, AmendmentKind.SHOW}:
            hidden = each if each.kind is AmendmentKind.HIDE else None
        data = each.data or data
    return Amended(aside, hidden, data)
