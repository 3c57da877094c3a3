"""The pane of the arithmetic, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.compare.providers.side_by_side import SideBySide
from workbench.core.finding import Finding
from workbench.tui.lines.line import Line
from workbench.tui.lines.source_comparison import source_lines
from workbench.tui.lines.trace import Body, trace_lines
from workbench.tui.widgets.pane import Pane, PaneRow


class TracePane(Pane):
    """Shows findings with their traces."""

    TOPIC = "judging"

    def __init__(self, body: Body, *, id: str) -> None:  # noqa: A002  (Textual's own name)
        super().__init__("Trace", id=id)
        self._body = body
        self._findings: Sequence[Finding] = ()
        self._tables: Sequence[SideBySide] = ()
        self._instead: Line = ()

    def show(self, findings: Sequence[Finding], instead: Line = (), tables: Sequence[SideBySide] = ()) -> None:
        """Show findings, the decisive one first, and the comparison of sources; without findings, show `instead`."""
        if [f.id for f in findings] != [f.id for f in self._findings]:
            self.scroll_to(y=0, animate=False)
        self._findings, self._instead, self._tables = findings, instead, tables
        self.rebuild()

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (a text has any height)
        """Return the findings, steps numbered."""
        lines = [*trace_lines(self._findings, self._body), *source_lines(self._tables)] or [self._instead]
        return [PaneRow(line, 4) for line in lines]
