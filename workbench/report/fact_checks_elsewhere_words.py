"""Fact checks by others in a report's words."""

from __future__ import annotations

from workbench.core.prior_checks import CheckedElsewhere
from workbench.core.report import Entry
from workbench.report.language import ENGLISH, ReaderLanguage
from workbench.report.one_line import one_line


def elsewhere_of(entry: Entry, t: ReaderLanguage = ENGLISH) -> list[tuple[str, str, str]]:
    """List reviews by others: who, the rating in its own words, how their claim relates to ours, the address."""
    return [(one_line(_theirs(one, t)), _next_to_ours(one, t), one.check.url) for one in entry.elsewhere]


def _theirs(one: CheckedElsewhere, t: ReaderLanguage) -> str:
    """Say who checked it, with the rating in its own words, and when."""
    check = one.check
    rating = t("claim.their_words", rating=check.rating) if check.rating else t("claim.no_rating")
    day = check.reviewed.isoformat() if check.reviewed else t("claim.day_unknown")
    return f"{check.publisher or check.url}, {rating}, {day}"


def _next_to_ours(one: CheckedElsewhere, t: ReaderLanguage) -> str:
    return one_line(f"{t(f'claim.{one.known.relationship}')}: “{one.check.text}” {one.known.because}")
