"""Amendments of documents in words, for histories, messages and reports."""

from __future__ import annotations

from typing import Any

from workbench.core.claim import Claim
from workbench.core.corrections.amendment import Amendment, AmendmentKind
from workbench.report.language import ENGLISH, ReaderLanguage


def amended_words(amendment: Amendment, t: ReaderLanguage = ENGLISH) -> str:
    """Say what an amendment did: ``joined 1a2b and 3c4d into 5e6f``.

    >>> from datetime import UTC, datetime
    >>> at = datetime(2026, 11, 28, tzinfo=UTC)
    >>> amended_words(Amendment(document="d", kind=AmendmentKind.JOIN, reviewer="ana", at=at, gone=("1a", "3c"), came=("5e",)))
    'joined 1a and 3c into 5e'
    """
    gone, came = (t.listed(keys) for keys in (amendment.gone, amendment.came))
    match amendment.kind:
        case AmendmentKind.ADD:
            return t("history.by_hand", came=came)
        case AmendmentKind.JOIN:
            return t("history.joined", gone=gone, came=came) if came else t("history.joined_other", gone=gone)
        case AmendmentKind.SPLIT:
            return t("history.split", gone=gone or t("history.a_claim"), came=came)
        case AmendmentKind.SET:
            return t("history.set", change=_change(amendment, t))
        case AmendmentKind.HIDE:
            return t("history.hidden")
        case AmendmentKind.SHOW:
            return t("history.shown")


def aside_words(amendment: Amendment | None) -> str:
    """Say why a claim is set aside: ``joined 1a and 3c into 5e by ana, 2026-11-28``."""
    if amendment is None:
        return "what brought it was taken back"
    by = f"by {amendment.reviewer}, {amendment.at:%Y-%m-%d}"
    if amendment.kind is AmendmentKind.SET:
        return f"no longer read since the document's data were put right {by}"
    if amendment.kind is AmendmentKind.HIDE:
        return f"its document was hidden {by}"
    return f"{amended_words(amendment)} {by}"


def _change(amendment: Amendment, t: ReaderLanguage) -> str:
    nothing = t("history.nothing")
    return f"{amendment.before or nothing} → {amendment.after or nothing}"


def amendment_record(amendment: Amendment) -> dict[str, Any]:
    """Return an amendment as scripts see it."""
    return {
        "id": amendment.id, "document": amendment.document, "kind": amendment.kind.value, "said": amendment.said or None,
        "before": amendment.before or None, "after": amendment.after or None, "gone": list(amendment.gone),
        "came": list(amendment.came), "reviewer": amendment.reviewer, "at": amendment.at.isoformat(),
        "undoes": amendment.undoes or None,
    }  # fmt: skip


def by_hand_record(claim: Claim) -> dict[str, Any] | None:
    """Return who made a claim, when and how; null for one that the machine read."""
    made = claim.by_hand
    return (
        None if made is None else {"how": made.how, "by": made.reviewer, "at": made.at.isoformat(), "of": list(made.of)}
    )
