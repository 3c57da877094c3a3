"""Lines of the series pane: the observations behind a finding as a chart, with the claimed figure."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.claim import Claim
from workbench.core.finding import Finding
from workbench.report.chart_data import chart
from workbench.tui.lines.chart import UNSURE, ChartDot, chart_lines
from workbench.tui.lines.line import Line, line, say
from workbench.tui.lines.wrap import wrap

_SHORTENED = frozenset(
    {"whole-years", "whole-periods", "partial-period", "claim-before-period-end", "claim-within-period"}
)
"""Caveats about a series whose periods differ from the claim's."""

RECENT = 60
"""Most recent figures shown in a chart."""


def series_lines(claim: Claim, finding: Finding, width: int, height: int) -> list[Line]:
    """Return the chart of a finding's series with the claimed figure, and below it caveats about periods."""
    notes = [
        part
        for caveat in finding.caveats
        if caveat.kind in _SHORTENED
        for part in wrap(line(say("! ", "caveat"), caveat.says), width, 2)
    ]
    points = points_of(finding)
    title = wrap(line(say(finding.series.title if finding.series else finding.title, "dim")), width)[:1]
    drawn = chart_lines(points, claimed_point(claim, finding), width, height - len(title) - min(len(notes), 2))
    return [*title, *drawn, *notes]


def points_of(finding: Finding) -> Sequence[ChartDot]:
    """Return the observations as points, in order of time."""
    return [ChartDot(o.period, o.value, o.status in UNSURE) for o in finding.observations[-RECENT:]]


def claimed_point(claim: Claim, finding: Finding) -> ChartDot | None:
    """Return the claimed point: the claimed level, or the measured base with the claimed change."""
    claimed = chart(claim, finding).claimed
    return ChartDot(*claimed) if claimed else None
