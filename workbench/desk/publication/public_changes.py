"""The changes of a verdict for readers: labels on the scale of that day, and the figures that it rested on."""

from __future__ import annotations

from workbench.compare.finding_words import with_unit
from workbench.core.number import shown
from workbench.core.reviews.public_change import PublicChange
from workbench.core.reviews.published import Release, changes
from workbench.core.verdict import Review, Verdict
from workbench.desk.desk_ports import DeskPorts
from workbench.desk.verdicts import verdicts


def public_changes(ports: DeskPorts, verdict: Verdict) -> tuple[PublicChange, ...]:
    """List each change since the first publication, oldest first."""
    return tuple(
        PublicChange(
            kind,
            release.review.at,
            before=_label(ports, release.before),
            after=_label(ports, release.after),
            why=release.review.note,
            **_figures(ports, release),
        )
        for kind, release in changes(verdict)
    )


def _label(ports: DeskPorts, review: Review | None) -> str:
    return verdicts.label(ports, review) if review is not None else ""


def _figures(ports: DeskPorts, release: Release) -> dict[str, str]:
    """Find the figures before and after a change, where they differ."""
    before, after = _figure(ports, release.before), _figure(ports, release.after)
    return {"figure_before": before, "figure_after": after} if release.after is not None and before != after else {}


def _figure(ports: DeskPorts, review: Review | None) -> str:
    """Write the first measured figure that a rating rests on, with its unit."""
    for key in review.findings if review is not None else ():
        finding = ports.store.finding(key)
        if finding.measured is not None:
            return with_unit(shown(finding.measured), finding.measured, finding.unit)
    return ""
