"""The page of precedents: how other claims on the series, or with a similar explanation, were decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.desk.reviewing.precedents import Precedent, Precedents
from workbench.report.list_headline import headline
from workbench.report.precedent_words import tally_of, who_and_when
from workbench.report.slip_words import slip_words
from workbench.tui.lines.line import BLANK, Line, line, say


def precedent_lines(found: Precedents) -> Iterator[Line]:
    """Yield both kinds, each under a heading with counts of ratings."""
    if not found.series:
        yield line(say("No figure lies on the desk yet; research comes first.", "dim"))
        return
    yield from _kind("On the same series", ", ".join(found.series), found.on_series)
    if found.slips:
        yield BLANK
        yield from _kind("With the same kind of explanation", "; ".join(map(slip_words, found.slips)), found.with_slip)


def _kind(head: str, what: str, found: Sequence[Precedent]) -> Iterator[Line]:
    counted = tally_of([each.label for each in found])
    yield line(say(f"{head}: ", "head"), say(counted or "none was decided before", "" if counted else "dim"))
    yield line("  ", say(what, "dim"))
    for each in found:
        yield line("  ", say(each.label, "head"), f"  {headline(each.claim)}", say(f"  {each.claim.id}", "dim"))
        words = f"“{each.verdict.note}”" if each.verdict.note else ""
        yield line("      ", say(f"{each.finding.agreement.words}  {who_and_when(each.verdict)}  ", "dim"), words)
