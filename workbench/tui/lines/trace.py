"""The trace pane: how a figure was worked out, line by line, and how it stands to the claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.core.evidence import Evidence
from workbench.core.finding import Agreement, Finding
from workbench.tui.lines.figures import number
from workbench.tui.lines.line import BLANK, Line, Piece, line, say

Sample = Callable[[str], str]
"""Gives what sample answer a body is (its id), empty for a live one."""

_TONES = {Agreement.EXACT: "good", Agreement.ROUNDS_TO: "good", Agreement.NEAR: "mixed"}


def trace_lines(findings: Sequence[Finding], sample: Sample) -> Iterator[Line]:
    """Every finding given, one below the other."""
    for n, finding in enumerate(findings):
        if n:
            yield BLANK
        yield from finding_lines(finding, sample)


def finding_lines(finding: Finding, sample: Sample) -> Iterator[Line]:
    """One finding: its title, its steps, the claimed figure with its range, the word, the difference, the caveats."""
    reading = f" · {finding.reading}" if finding.reading else ""
    own = "" if finding.series else "the claim's own arithmetic: "
    yield line(say(own, "dim"), say(finding.title, "head"), say(reading, "dim"))
    for n, step in enumerate(finding.trace.steps, start=1):
        yield line(say(f"{n:>2}  ", "dim"), step.says, *_origin(step.evidence, sample))
    yield from _verdict(finding)
    if finding.why:
        yield line("    ", finding.why)
    for caveat in finding.caveats:
        yield line(say(" !  ", "caveat"), caveat.says)


def _origin(evidence: Evidence | None, sample: Sample) -> Iterator[Piece]:
    """Where a figure stands: the cell of the archived body, and whether that body is a sample."""
    if evidence is None:
        return
    more = f" +{len(evidence.pointers) - 1}" if len(evidence.pointers) > 1 else ""
    yield say(f"   {evidence.snapshot[:8]} {evidence.pointers[0]}{more}", "dim")
    what = sample(evidence.snapshot)
    if what:
        yield say("  ! sample answer, not live", "caveat")
        yield say(f": {what}", "dim")


def _verdict(finding: Finding) -> Iterator[Line]:
    word = say(finding.agreement.words, f"head {_TONES.get(finding.agreement, 'caveat')}")
    if finding.claimed is None:
        yield line("    ", word)
        return
    interval = f"  in {finding.claimed_range}" if finding.claimed_range else ""
    unit = f" {finding.unit}" if finding.unit else ""
    yield line("    ", say("claimed ", "dim"), say(f"{number(finding.claimed)}{unit}", "figure"), interval, "   ", word)
    if finding.measured is not None:
        yield line(
            "    ", say("measured ", "dim"), say(f"{number(finding.measured)}{unit}", "figure"), *_difference(finding)
        )


def _difference(finding: Finding) -> Iterator[Piece]:
    if finding.difference is not None:
        sign = "+" if finding.difference > 0 else ""
        yield say("   difference ", "dim")
        yield say(f"{sign}{number(finding.difference)}")
