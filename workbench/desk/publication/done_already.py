"""Checks whether an action on a verdict was done already, so that doing it twice adds nothing."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.reviews.required_votes import ReviewRules, approvals, decided
from workbench.core.text_cleaning import clean_text
from workbench.core.verdict import PUBLIC, Action, Verdict


def is_published_as_it_stands(verdict: Verdict, rules: ReviewRules) -> bool:
    """Check whether the rating to publish is published already; a different majority rating since then is a correction to publish."""
    if verdict.stage not in PUBLIC or verdict.out is None:
        return False
    now = decided(verdict, rules)
    return now.disputed or (now.rating, now.scale) == (verdict.out.rating, verdict.out.scale or now.scale)


def is_approved(verdict: Verdict, who: str, note: str) -> bool:
    """Check whether somebody has approved the current ratings already, with the same note."""
    return any(each.who == who.casefold() and _said(note) in {"", each.note} for each in approvals(verdict))


def is_last(
    verdict: Verdict, action: Action, who: str, note: str, *, rating: str | None = None, findings: Sequence[str] = ()
) -> bool:
    """Check whether the last review of a claim is the same as this one, on the same findings."""
    last = verdict.last
    if last is None or last.who != who.casefold():
        return False
    return (last.action, last.note, last.rating, last.findings) == (action, _said(note), rating, tuple(findings))


def _said(note: str) -> str:
    """Normalise a note as it is stored."""
    return clean_text(note).text.strip()
