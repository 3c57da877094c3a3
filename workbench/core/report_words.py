"""Words that a person wrote for the readers of a claim's report. They stand beside the reading, and change nothing in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """A report's own words on one claim; each is empty where nobody wrote it.

    Attributes:
        headline: What was claimed, in one line that stands by itself.
        summary: What the check found, in a few sentences.
        context: What a reader should know around the claim.
        tags: What it is about.
        address: The web address at which the report stands, where that is not the publisher's own page.
    """

    headline: str = ""
    summary: str = ""
    context: str = ""
    tags: tuple[str, ...] = ()
    address: str = ""


NO_WORDS = ReportWords()
"""Nobody wrote anything yet."""
