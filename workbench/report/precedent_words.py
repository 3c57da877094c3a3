"""Precedents (claims that were decided before) in words and as records for scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from workbench.core.claim import Claim
from workbench.core.finding import Finding
from workbench.core.verdict import Verdict
from workbench.report.list_headline import headline


def tally(given: Iterable[tuple[str, int]]) -> str:
    """Count how often each rating was given: ``2 False, 1 Mostly true``."""
    return ", ".join(f"{times} {label}" for label, times in given)


def tally_of(labels: Sequence[str]) -> str:
    """Count the same from a list of labels, the most frequent first.

    >>> tally_of(["True", "False", "False"])
    '2 False, 1 True'
    """
    counted = {label: labels.count(label) for label in dict.fromkeys(labels)}
    return tally(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def who_and_when(verdict: Verdict) -> str:
    """Say who rated last, and on which day."""
    last = verdict.ratings[-1]
    return f"{last.reviewer}, {last.at:%Y-%m-%d}"


def precedent_record(claim: Claim, verdict: Verdict, label: str, finding: Finding, slip: str) -> dict[str, Any]:
    """Return a precedent as scripts see it."""
    last = verdict.ratings[-1]
    return {
        "claim": claim.id, "headline": headline(claim), "said": claim.said.isoformat() if claim.said else None,
        "rating": verdict.rating, "label": label, "stage": verdict.stage.value, "reviewer": last.reviewer,
        "at": last.at.isoformat(), "note": verdict.note or None, "shares": "slip" if slip else "series",
        "series": str(finding.series.ref) if finding.series else None, "agreement": finding.agreement.value,
        "slip": slip or None,
    }  # fmt: skip
