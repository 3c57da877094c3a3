"""Checks that others made: a claim, who reviewed it, and their rating in their own words.

Somebody may have checked the same thing already. Their rating is their own text, in their language and on their scale. It is shown
as it is, and never converted to one of our ratings or to true or false.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.core.candidate import SeenBefore


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorCheck:
    """A review of a claim by somebody else.

    Attributes:
        text: The claim that was reviewed, in the reviewer's words.
        publisher: Who reviewed it.
        rating: Their rating in their own words; empty where they gave none.
        url: The page of the review.
        title: Its heading.
        claimant: Who said it.
        said: When it was said, where known.
        reviewed: When it was reviewed, where known.
        language: The review's language, as ISO 639-1, where known.
        found_by: The service that found it ("Google Fact Check").
    """

    text: str
    publisher: str
    rating: str = ""
    url: str = ""
    title: str = ""
    claimant: str = ""
    said: date | None = None
    reviewed: date | None = None
    language: str = ""
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class CheckedElsewhere:
    """A review by somebody else of a claim like ours, with how similar the two claims are by our own measure, and what differs."""

    check: PriorCheck
    known: SeenBefore

    @property
    def says(self) -> str:
        """One line: who, the rating in its own words, when.

        >>> from workbench.core.candidate import Relationship
        >>> check = PriorCheck(text="x", publisher="PolitiFact", rating="Half True", reviewed=date(2018, 4, 23))
        >>> CheckedElsewhere(check, SeenBefore("", "x", 0.9, (), Relationship.REPEAT)).says
        'PolitiFact, rating in its own words “Half True”, 2018-04-23'
        """
        rating = f"rating in its own words “{self.check.rating}”" if self.check.rating else "no rating given"
        when = self.check.reviewed.isoformat() if self.check.reviewed else "day unknown"
        return f"{self.check.publisher}, {rating}, {when}"
