"""Grounds of a rating: figures with evidence, or a reason in words. A rating with neither is not published."""

from __future__ import annotations

from workbench.core.attachment import Attachment, standing_attachments
from workbench.core.finding import Finding
from workbench.core.verdict import Review, Verdict
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts import citations

_SHORTEST_REASON = 3


def rated_on(ports: DeskPorts, verdict: Verdict) -> tuple[Finding, ...]:
    """Find the findings at the time of the newest valid rating that has any."""
    given = _given_on_findings(verdict)
    return () if given is None else citations.cited_on(ports, map(ports.store.finding, given.findings), given.at)


def named(verdict: Verdict) -> tuple[str, ...]:
    """List the ids of the findings of `rated_on`."""
    given = _given_on_findings(verdict)
    return () if given is None else given.findings


def _given_on_findings(verdict: Verdict) -> Review | None:
    return next((review for review in reversed(verdict.ratings) if review.findings), None)


def is_grounded(ports: DeskPorts, verdict: Verdict) -> bool:
    """Check whether a rating has a reason, a figure from an archived body, or attached evidence."""
    attached = standing_attachments(ports.store.attachments(verdict.claim))
    return (
        is_reason(verdict.note)
        or any(is_own_evidence(each) for each in attached)
        or any(is_evidence(found) for found in rated_on(ports, verdict))
    )


def is_evidence(finding: Finding) -> bool:
    """Check whether a finding has a figure from an archived body."""
    return finding.measured is not None and bool(finding.trace.evidence())


def is_own_evidence(attachment: Attachment) -> bool:
    """Check whether an attachment has archived bytes, or a note that is a reason."""
    return attachment.body is not None or is_reason(attachment.note)


def is_reason(note: str) -> bool:
    r"""Check whether a note is a reason: it has at least three letters or digits, besides white space and punctuation.

    >>> is_reason("No official figure: the ministry keeps none."), is_reason(" \u200b …"), is_reason("没有官方数据")
    (True, False, True)
    """
    return sum(c.isalnum() for c in note) >= _SHORTEST_REASON
