"""Sightings: the same words, said in another place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sighting:
    """Another claim with the words and the sentence of a claim.

    Attributes:
        claim: Its id.
        document: The id of the document in which it stands.
        start: Where it begins in that document's text.
        said: When it was said; None where unknown.
        address: Where readers find it on the web; empty where nowhere.
    """

    claim: str
    document: str
    start: int
    said: date | None = None
    address: str = ""
