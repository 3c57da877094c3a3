"""Lines of the trace pane: how a figure was computed, step by step, and how it compares with the claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import parse_qs

from workbench.compare.finding_words import with_unit
from workbench.core.evidence import Evidence, Snapshot
from workbench.core.finding import Agreement, Finding
from workbench.report.figure_citations import asked_words, citing, source_phrases
from workbench.report.figure_formatting import number
from workbench.tui.lines.line import BLANK, Line, StyledPiece, line, say

Body = Callable[[str], Snapshot | None]
"""Function that returns the record of an archived body, by its id."""

_TONES = {Agreement.EXACT: "good", Agreement.ROUNDS_TO: "good", Agreement.NEAR: "mixed"}


def trace_lines(findings: Sequence[Finding], body: Body) -> Iterator[Line]:
    """Yield the lines of some findings, one below the other."""
    for n, finding in enumerate(findings):
        if n:
            yield BLANK
        yield from finding_lines(finding, body)


def finding_lines(finding: Finding, body: Body) -> Iterator[Line]:
    """Yield a finding: title, steps, the claimed figure and its range, outcome, difference, explanations, caveats."""
    reading = f" · {finding.reading}" if finding.reading else ""
    yield line(say(finding.title, "head"), say(reading, "dim"))
    for n, step in enumerate(finding.trace.steps, start=1):
        yield line(say(f"{n:>2}  ", "dim"), step.says, *_origin(step.evidence, body))
    yield from _verdict(finding)
    if finding.why:
        yield line("    ", finding.why)
    yield from _slips(finding)
    for caveat in finding.caveats:
        yield line(say(" !  ", "caveat"), caveat.says)
    for sample in _samples(finding, body):
        yield line(say(" !  ", "caveat"), f"sample answer, not live: {sample}")
    yield from _source_notes(finding, body)


def _slips(finding: Finding) -> Iterator[Line]:
    """Yield possible explanations: a question mark and the sentence, then steps not yet shown above."""
    if finding.slips:
        yield line(say("    What would make it true, which is no agreement:", "dim"))
    for slip in finding.slips:
        arithmetic = " · ".join(slip.lines(finding.trace))
        yield line(say(" ?  ", "sign"), slip.says, say(f"  {arithmetic}" if arithmetic else "", "dim"))


def _source_notes(finding: Finding, body: Body) -> Iterator[Line]:
    """Yield notes on the figures, dim: the publisher, their age, what was chosen. Caveats go first."""
    citation = citing(finding)
    said = (citation.publisher, asked_words(finding, body), *source_phrases(finding), citation.licence, citation.method)
    if finding.trace.evidence() and any(said):
        yield line(say(" ·  ", "sign"), say(" · ".join(part for part in said if part), "dim"))
    for note in finding.notes:
        yield line(say(" ·  ", "sign"), say(str(note), "dim"))


def _origin(evidence: Evidence | None, body: Body) -> Iterator[StyledPiece]:
    """Yield the provenance of a figure: the cell of the archived body, and whether that body is a sample."""
    if evidence is None:
        return
    snapshot = body(evidence.snapshot)
    more = f" and {len(evidence.pointers) - 1} more" if len(evidence.pointers) > 1 else ""
    source = (snapshot.source if snapshot else "") or evidence.snapshot[:8]
    yield say(f"   {source} {_cell(evidence.pointers[0])}{more}", "dim")
    if snapshot is not None and snapshot.sample:
        yield say(" (sample)", "caveat")


def _cell(pointer: str) -> str:
    """Describe a cell so that a reader can find it: ``row 14, col value`` of a table, the path in a JSON body."""
    if not pointer.startswith("csv:"):
        return pointer
    parts = parse_qs(pointer.removeprefix("csv:"))
    return f"row {parts.get('row', ['?'])[0]}, col {parts.get('col', ['?'])[0]}"


def _samples(finding: Finding, body: Body) -> list[str]:
    """Return the names of the sample answers behind the figures, each once."""
    bodies = (body(evidence.snapshot) for evidence in finding.evidence())
    return list(dict.fromkeys(each.sample for each in bodies if each is not None and each.sample))


def _verdict(finding: Finding) -> Iterator[Line]:
    word = say(finding.agreement.words, f"head {_TONES.get(finding.agreement, 'caveat')}")
    if finding.claimed is None:
        yield line("    ", word)
        return
    interval = f"  in {finding.claimed_range}" if finding.claimed_range else ""
    claimed = with_unit(number(finding.claimed), finding.claimed, finding.unit)
    yield line("    ", say("claimed ", "dim"), say(claimed, "figure"), interval, "   ", word)
    if finding.measured is not None:
        give = f" ± {number(finding.slack)}" if finding.slack else ""
        figure = say(with_unit(f"{number(finding.measured)}{give}", finding.measured, finding.unit), "figure")
        yield line("    ", say("measured ", "dim"), figure, *_difference(finding))


def _difference(finding: Finding) -> Iterator[StyledPiece]:
    if finding.difference is not None:
        sign = "+" if finding.difference > 0 else ""
        yield say("   difference ", "dim")
        yield say(f"{sign}{number(finding.difference)}")
