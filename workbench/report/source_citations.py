"""The archived bodies behind a finding as a report cites them: series, publisher, licence, exact request and day."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.core.evidence import Snapshot
from workbench.core.finding import Finding
from workbench.core.report import Entry, Report
from workbench.core.series import Series
from workbench.core.trace import Trace
from workbench.report.language import ReaderLanguage, language_of
from workbench.report.one_line import minute, one_line


def unheard(entry: Entry) -> list[str]:
    """List what went wrong with the sources, for a claim without a figure of any series."""
    return [] if any(f.series for f in entry.findings) else [one_line(str(problem)) for problem in entry.problems]


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as a report prints it."""

    title: str
    publisher: str
    licence: str
    page: str
    query: str
    fetched: str
    sha256: str
    sample: str


def citations(finding: Finding, report: Report) -> list[Citation]:
    """Cite each archived body that a finding and its slips use, once, with its exact request and day."""
    return [
        _citation(series, finding.title, body, language_of(report)) for series, body in cited_bodies(finding, report)
    ]


def cited_bodies(finding: Finding, report: Report) -> list[tuple[Series | None, Snapshot]]:
    """List each archived body that a finding and its slips use, once, with the series that was read from it."""
    read = {body: each.series for each in finding.reads for body in each.bodies}  # a formula reads several series
    behind = {key: read.get(key, finding.series) for key in _bodies(finding.trace)}
    for slip in finding.slips:
        behind |= {key: slip.series or finding.series for key in _bodies(slip.trace) if key not in behind}
    found = ((report.body(finding, key), series) for key, series in behind.items())
    return [(series, snapshot) for snapshot, series in found if snapshot is not None]


def _bodies(trace: Trace) -> dict[str, None]:
    """List the archived bodies that a calculation uses, in its order."""
    return dict.fromkeys(evidence.snapshot for evidence in trace.evidence())


def _citation(series: Series | None, title: str, snapshot: Snapshot, t: ReaderLanguage) -> Citation:
    return Citation(
        title=series.title if series else title,
        publisher=series.publisher if series else "",
        licence=series.licence if series else "",
        page=series.url if series else "",
        query=snapshot.url,
        fetched=f"{minute(snapshot.fetched)} UTC",
        sha256=snapshot.id,
        sample=t("source.sample", sample=snapshot.sample) if snapshot.sample else "",
    )
