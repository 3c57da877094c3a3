"""Verdicts: a person's word, added to a history that is never rewritten."""

from __future__ import annotations

import secrets

from workbench.core.cleaning import clean_text
from workbench.core.verdict import Action, Review, Verdict, fold_reviews
from workbench.desk.tools import Tools


def verdict(tools: Tools, claim: str) -> Verdict:
    """What the reviews of a claim come to."""
    key = tools.store.claim(claim).id
    return fold_reviews(key, tools.scale, tools.store.reviews(key))


def rate(tools: Tools, claim: str, rating: str, note: str, by: str) -> Verdict:
    """Rates a claim; the findings on the desk at that moment are kept with the rating."""
    tools.scales.scale(tools.scale).rating(rating)
    return _add(tools, claim, Action.RATE, rating=rating, note=note, by=by)


def comment(tools: Tools, claim: str, note: str, by: str) -> Verdict:
    """Adds a note."""
    return _add(tools, claim, Action.COMMENT, note=note, by=by)


def defer(tools: Tools, claim: str, note: str, by: str) -> Verdict:
    """Puts a claim off."""
    return _add(tools, claim, Action.DEFER, note=note, by=by)


def mark_published(tools: Tools, claim: str, by: str) -> Verdict:
    """Notes that a verdict went out."""
    return _add(tools, claim, Action.PUBLISH, by=by)


def undo(tools: Tools, claim: str | None, by: str) -> Review | None:
    """Adds the review that takes the newest standing one back, and gives the one that was taken back."""
    last = last_standing(tools, claim)
    if last is not None:
        _add(tools, last.claim, Action.UNDO, by=by, undoes=last.id)
    return last


def last_standing(tools: Tools, claim: str | None) -> Review | None:
    """The newest review that counts, of a claim or of all: what undo would take back."""
    key = tools.store.claim(claim).id if claim else _last_touched(tools)
    return verdict(tools, key).last if key else None


def _last_touched(tools: Tools) -> str | None:
    """The claim of the newest review that still stands."""
    for review in tools.store.last_reviews():
        if review.action is not Action.UNDO and review.id in verdict(tools, review.claim).standing:
            return review.claim
    return None


def _add(
    tools: Tools,
    claim: str,
    action: Action,
    *,
    by: str,
    rating: str | None = None,
    note: str = "",
    undoes: str | None = None,
) -> Verdict:
    key = tools.store.claim(claim).id
    lying = tools.store.research(key)
    tools.store.review(
        Review(
            claim=key,
            reviewer=_one_line(by) or _one_line(tools.reviewer) or "reviewer",
            at=tools.clock(),
            action=action,
            rating=rating,
            scale=tools.scale,
            note=clean_text(note).text.strip(),
            findings=tuple(f.id for f in lying.findings) if lying and rating else (),
            undoes=undoes,
            nonce=secrets.token_hex(4),
        )
    )
    return verdict(tools, key)


def _one_line(name: str) -> str:
    """A person's name, as it may stand in a line of the history."""
    return " ".join(clean_text(name).text.split())
