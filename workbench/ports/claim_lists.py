"""Lists of documents and claims: the filter, and the rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """A filter of claims. Empty fields match all.

    Attributes:
        words: Words of the quote, the sentence, the measure or the speaker.
        document: A document's id.
        stages: Stages of the verdict ("open", "draft", …).
        kinds: Kinds of claim.
        least_worth: The least worth, 0 to 1.
        place: A place's code.
        ids: Only these claims.
        speakers: Words of the speaker's name, any of these.
        ratings: Keys of ratings.
        since: The first day on which it may have been said.
        until: The day before which it was said.
        reviewers: Words of a reviewer's name, any of these.
        sources: Names of sources whose figures its last research compared.
        agreements: Agreements of the first finding of its last research ("apart").
        edited: ``yes``, ``no``, or slots of its reading that were corrected.
        tags: Tags, any of these.
        holders: Words of the name of the person who has it, any of these.
        day: The current day: an open claim that is deferred until a later day is not listed as open, and one whose day has come
            is no longer deferred. Without it, deferred claims stay deferred, and open.
        folded: Whether claims with the same words are listed once, by the first that matches.
        order: ``worth`` (best first), ``text`` (document by document, in order of the text), or a column: `ORDERS`.
        backwards: Whether the order is reversed.
    """

    words: str = ""
    document: str = ""
    stages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    least_worth: float = 0.0
    place: str = ""
    ids: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    reviewers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    day: date | None = None
    folded: bool = False
    order: str = "worth"
    backwards: bool = False


ORDERS = ("worth", "date", "speaker", "place", "kind", "text")
"""The orders of lists: best worth, newest day, or a column from A to Z; equal ones by best worth."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in the library, without its text, with the progress of its claims; `damaged` where its row cannot be read."""

    id: str
    title: str
    published: date | None
    place: str | None
    origin: str
    claims: int
    open: int
    worth: float
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list; `damaged` where the row cannot be read, so that only its id is valid.

    `until` is the day on which a deferred claim comes back; `holder` is the person who has it, else empty. `sightings` is the number of
    claims with the same words, including this one; `headline` is empty where it was not requested; `withheld` says that others rated it and
    that their ratings are hidden.
    """

    id: str
    document: str
    quote: str
    context: str
    kind: str
    worth: float
    said: date | None
    place: str | None
    speaker: str
    stage: str
    rating: str | None
    deferred: bool
    damaged: bool = False
    tags: tuple[str, ...] = ()
    sightings: int = 1
    headline: str = ""
    withheld: bool = False
    until: date | None = None
    holder: str = ""

    @property
    def disputed(self) -> bool:
        """Whether its reviewers disagree: it was rated, and has no common rating."""
        return (
            self.rating is None
            and not self.withheld
            and self.stage not in {"open", "taken", "withdrawn", "dismissed", "aside"}
        )


EVERY = ClaimFilter()
"""Lets every claim through."""
