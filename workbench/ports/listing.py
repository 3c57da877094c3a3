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
        order: ``worth`` (best first) or ``text`` (document by document, in order of the text).
    """

    words: str = ""
    document: str = ""
    stages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    least_worth: float = 0.0
    place: str = ""
    ids: tuple[str, ...] = ()
    order: str = "worth"


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
    """A claim in a list: what a row shows; `damaged` where the row cannot be read, so that nothing but its id is true."""

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

    @property
    def disputed(self) -> bool:
        """Whether its reviewers differ: it was rated, and has no rating."""
        return self.rating is None and self.stage not in {"open", "withdrawn", "dismissed", "aside"}


EVERY = ClaimFilter()
"""Lets every claim through."""
