"""The verdict on a claim in a report's words: rating, meaning, what reviewers gave, whether it is a draft."""

from __future__ import annotations

from workbench.core.rating import Rating
from workbench.core.report import Entry, Report
from workbench.core.verdict import PUBLIC, Review, Stage
from workbench.report.language import ENGLISH, ReaderLanguage, language_of
from workbench.report.one_line import one_line
from workbench.report.public_change_words import public_change_words


def rating_of(entry: Entry, report: Report) -> Rating | None:
    """Find the current rating on the scale on which it was given; None while the claim is open or disputed."""
    scale = report.scale_of(entry)
    return next((r for r in scale.ratings if r.key == entry.verdict.rating), None) if scale else None


def meaning_of(entry: Entry, report: Report) -> str:
    """Say what the rating means on its scale; empty for one on the ladder that rests on no figure or attached evidence: the note gives its reason.

    "False: the official figures say otherwise" would be wrong for a verdict that was given because no office counts the thing.
    """
    rating = rating_of(entry, report)
    measured = any(
        found.measured is not None and found.trace.evidence() for found in entry.findings
    )  # not the claim's own arithmetic
    if rating is None or (rating.value is not None and not measured and not entry.attached):
        return ""
    return rating.meaning


_UNPUBLISHED = {
    Stage.DRAFT: "verdict.as_draft",
    Stage.APPROVED: "verdict.as_approved",
    Stage.WITHDRAWN: "verdict.as_withdrawn",
}


def verdict_words(entry: Entry, report: Report) -> str:
    """Write the verdict in words; a claim without one says so and never looks like "false"."""
    verdict, rating, t = entry.verdict, rating_of(entry, report), language_of(report)
    if verdict.stage is Stage.WITHDRAWN and not verdict.ratings:
        return t("verdict.withdrawn")
    if verdict.disputed:
        return t("verdict.disputed", ratings="; ".join(f"{who}: {label}" for who, label in ratings_of(entry, report)))
    words = rating.label if rating else verdict.rating or t("verdict.none")
    as_it_is = _UNPUBLISHED.get(verdict.stage, "") if verdict.rating else ""
    return t(as_it_is, rating=words) if as_it_is else words


def ratings_of(entry: Entry, report: Report) -> list[tuple[str, str]]:
    """List each reviewer whose rating counts, with the words that readers see."""
    return [(one_line(review.reviewer), label_of(review, entry, report)) for review in entry.verdict.ratings]


def label_of(review: Review, entry: Entry, report: Report) -> str:
    """Find the label of a review's rating on the scale on which it was given; its key where the scale is unknown."""
    own = review.given_on or (report.scale_of(entry) if review.scale in {"", entry.verdict.scale} else None)
    return own.label(review.rating) if own else review.rating or ""


def is_draft(entry: Entry) -> bool:
    """Check whether the verdict was never published; a withdrawn one was."""
    verdict = entry.verdict
    return not (verdict.stage in PUBLIC or (verdict.stage is Stage.WITHDRAWN and not verdict.ratings))


def changes_of(entry: Entry, t: ReaderLanguage = ENGLISH) -> list[str]:
    """List what was corrected, updated and withdrawn since publication, one line each, the newest first."""
    return [one_line(public_change_words(change, t)) for change in reversed(entry.changes)]


def draft_words(report: Report) -> str:
    """Write the notice of a report with unpublished claims; empty for any other."""
    known = report.summary
    drafts = known.unpublished if known else sum(is_draft(entry) for entry in report.entries)
    return language_of(report).count("report.draft", drafts) if report.drafts and drafts else ""
