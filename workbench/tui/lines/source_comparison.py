"""Compare sources: one measure as several offices publish it, and how these differ by their metadata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.compare.providers.side_by_side import Side, SideBySide
from workbench.core.finding import Agreement
from workbench.tui.lines.line import BLANK, Line, line, say

_GOOD = {Agreement.EXACT, Agreement.ROUNDS_TO}


def source_lines(tables: Sequence[SideBySide]) -> Iterator[Line]:
    """Yield the lines of some tables, each after a blank line and its heading."""
    for table in tables:
        yield BLANK
        stands = "the same but for rounding" if table.agree else f"they disagree by {table.spread}"
        yield line(say("Sources", "head"), say(f"  {stands}", "dim" if table.agree else "caveat"))
        width = max(len(side.figure) for side in table.sides)
        for side in table.sides:
            yield from _side(side, width)


def _side(side: Side, width: int) -> Iterator[Line]:
    """Yield one source: its figure, the outcome, its name and series; then, dim, how it differs from the first."""
    how = side.finding.agreement
    tone = "good" if how in _GOOD else "mixed" if how is Agreement.NEAR else "caveat"
    yield line(
        say(f"    {side.figure:>{width}}  ", "figure"),
        say(f"{how.words:<9}  ", tone),
        f"{side.who}: {side.series.title}",
    )
    for phrase in side.differs:
        yield line(say(f"    {'':>{width}}  · ", "sign"), say(phrase, "dim"))
