"""A report's own words on a claim, for scripts and pages: what a person wrote, or the default text until somebody does."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from workbench.core.claim import Claim
from workbench.core.corrections.correction import FOR_READERS, standing_corrections
from workbench.core.report import Entry
from workbench.core.reviews.published import first_published, last_corrected
from workbench.report.reader_headline import reader_headline


def report_words_record(claim: Claim) -> dict[str, Any]:
    """Return the words as JSON values; `written` says whether a person wrote the headline."""
    words = claim.report_words
    return {
        "headline": reader_headline(claim), "written": bool(words.headline), "summary": words.summary or None,
        "context": words.context or None, "tags": list(words.tags), "address": words.address or None,
    }  # fmt: skip


def last_changed(entry: Entry) -> datetime | None:
    """Find when the published part of a claim last changed, its verdict or the words of its report; None where never."""
    first, verdict = first_published(entry.verdict), last_corrected(entry.verdict)
    if first is None:
        return None
    worded = (
        each.at for each in standing_corrections(entry.corrections) if each.slot in FOR_READERS and each.at > first
    )
    return max((*worded, *([verdict] if verdict else [])), default=None)
