"""Words that a person wrote for the readers of a claim's report. They change nothing in the reading of the claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """A report's own words on one claim; each is empty where nobody wrote it.

    Attributes:
        headline: What was claimed, in one line that can be understood alone.
        summary: What the check found, in a few sentences.
        context: What a reader should know around the claim.
        tags: What it is about.
        address: The web address of the report, where that is not the publisher's own page.
    """

    headline: str = ""
    summary: str = ""
    context: str = ""
    tags: tuple[str, ...] = ()
    address: str = ""


NO_WORDS = ReportWords()
"""Nobody wrote anything yet."""
