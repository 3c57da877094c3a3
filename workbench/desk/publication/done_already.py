"""Whether what somebody does to a verdict was done already, so that doing it twice adds nothing."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.cleaning import clean_text
from workbench.core.reviews.required_votes import ReviewRules, approvals, decided
from workbench.core.verdict import PUBLIC, Action, Verdict


def is_out(verdict: Verdict, rules: ReviewRules) -> bool:
    """Return whether readers have the rating that publishing would give them; another that most gave since is a correction to be published."""
    if verdict.stage not in PUBLIC or verdict.out is None:
        return False
    now = decided(verdict, rules)
    return now.disputed or (now.rating, now.scale) == (verdict.out.rating, verdict.out.scale or now.scale)


def is_approved(verdict: Verdict, who: str, note: str) -> bool:
    """Return whether somebody's approval of the ratings as they stand is in; one with other words is another."""
    return any(each.who == who.casefold() and _said(note) in {"", each.note} for each in approvals(verdict))


def is_last(
    verdict: Verdict, action: Action, who: str, note: str, *, rating: str | None = None, findings: Sequence[str] = ()
) -> bool:
    """Return whether the last that was done to a claim is just this, on the same figures."""
    last = verdict.last
    if last is None or last.who != who.casefold():
        return False
    return (last.action, last.note, last.rating, last.findings) == (action, _said(note), rating, tuple(findings))


def _said(note: str) -> str:
    """Return a note as it is kept."""
    return clean_text(note).text.strip()
