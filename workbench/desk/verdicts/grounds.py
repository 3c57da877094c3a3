"""Grounds of a rating: figures with evidence, or a reason in words. A rating with neither is not published."""

from __future__ import annotations

from workbench.core.attachment import Attachment, standing_attachments
from workbench.core.finding import Finding
from workbench.core.verdict import Review, Verdict
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts import citations

_SHORTEST_REASON = 3


def rated_on(ports: DeskPorts, verdict: Verdict) -> tuple[Finding, ...]:
    """Return the findings that lay on the desk when a rating that counts was given, the newest that has any."""
    given = _given_on_findings(verdict)
    return () if given is None else citations.cited_on(ports, map(ports.store.finding, given.findings), given.at)


def named(verdict: Verdict) -> tuple[str, ...]:
    """Return the ids of the findings that `rated_on` gives."""
    given = _given_on_findings(verdict)
    return () if given is None else given.findings


def _given_on_findings(verdict: Verdict) -> Review | None:
    return next((review for review in reversed(verdict.ratings) if review.findings), None)


def is_grounded(ports: DeskPorts, verdict: Verdict) -> bool:
    """Return whether a rating says its reason, or rests on a figure that stands in an archived body, or on what reviewers attached."""
    attached = standing_attachments(ports.store.attachments(verdict.claim))
    return (
        is_reason(verdict.note)
        or any(is_own_evidence(each) for each in attached)
        or any(is_evidence(found) for found in rated_on(ports, verdict))
    )


def is_evidence(finding: Finding) -> bool:
    """Return whether a finding has a figure that stands in an archived body."""
    return finding.measured is not None and bool(finding.trace.evidence())


def is_own_evidence(attachment: Attachment) -> bool:
    """Return whether an attachment is archived bytes, or a note that says something."""
    return attachment.body is not None or is_reason(attachment.note)


def is_reason(note: str) -> bool:
    r"""Return whether a note says something: three letters or digits at least, whatever white space and signs stand around them.

    >>> is_reason("No official figure: the ministry keeps none."), is_reason(" \u200b …"), is_reason("没有官方数据")
    (True, False, True)
    """
    return sum(c.isalnum() for c in note) >= _SHORTEST_REASON
