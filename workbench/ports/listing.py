"""Lists of documents and claims: which are wanted, and what a row of each shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims are wanted. Empty fields ask nothing.

    Attributes:
        words: Words of the quote, the sentence, the measure or the speaker.
        document: A document's id.
        stages: Stages of the verdict ("open", "draft", …).
        kinds: Kinds of claim.
        least_worth: The least worth, 0 to 1.
        place: A place's code.
        ids: These claims alone.
        speakers: Words of the speaker's name, any of these.
        ratings: Keys of ratings.
        since: The first day on which it may have been said.
        until: The day before which it was said.
        reviewers: Words of the name of somebody who reviewed it, any of these.
        sources: Names of sources whose figures its last research compared.
        agreements: How the first figure of its last research agrees ("apart").
        edited: ``yes``, ``no``, or slots of its reading that were put right.
        tags: Tags, any of these.
        holders: Words of the name of who took it or was given it, any of these.
        day: The day on which the list is asked for: an open claim that is deferred until a later one is not among the open ones,
            and one whose day has come is not deferred any more. Without it, what is deferred stays so, and open.
        folded: Whether claims that say the same words are one, the first of those that pass.
        order: ``worth`` (best first), ``text`` (document by document, in order of the text), or a column: `ORDERS`.
        backwards: Whether the order is turned round.
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
"""What lists are sorted by: the best worth, the newest day, or a column from A to Z; within it, the best worth first."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in the library: without its text, with how far its claims are; `damaged` where its row cannot be read."""

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
    """A claim in a list: what a row shows; `damaged` where the row cannot be read, so that nothing but its id is true.

    `until` is the day on which one that is deferred comes back; `holder` is who took it or was given it, empty where nobody has it.
    `sightings` is how many claims say the same words, this one among them; `headline` is empty where nobody asked for it; `withheld` says that others rated it, which is not shown yet.
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
        """Whether its reviewers differ: it was rated, and has no rating."""
        return (
            self.rating is None
            and not self.withheld
            and self.stage not in {"open", "taken", "withdrawn", "dismissed", "aside"}
        )


EVERY = ClaimFilter()
"""Lets every claim through."""
