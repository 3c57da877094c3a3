"""The pane with a chart of the series and the claimed figure."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.attachment import Attachment
from workbench.core.claim import Claim
from workbench.core.finding import Finding
from workbench.tui.lines.attached import attached_lines
from workbench.tui.lines.line import Line
from workbench.tui.lines.series import series_lines
from workbench.tui.lines.wrap import wrap
from workbench.tui.widgets.pane import Pane, PaneRow


class SeriesPane(Pane):
    """Draws the observations behind a finding."""

    TOPIC = "judging"

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's own name)
        super().__init__("Series", id=id)
        self._claim: Claim | None = None
        self._finding: Finding | None = None
        self._instead: Line = ()
        self._attached: Sequence[Attachment] = ()

    def show(
        self, claim: Claim, finding: Finding | None, instead: Line = (), attached: Sequence[Attachment] = ()
    ) -> None:
        """Show a finding and the claim's attachments; without a finding, show `instead`."""
        self._claim, self._finding, self._instead, self._attached = claim, finding, instead, attached
        self.rebuild()

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:
        """Return the chart, as large as the pane allows, and the attachments."""
        attached_rows = [PaneRow(line, 2) for line in attached_lines(self._attached)]
        if self._claim is None or self._finding is None:
            return [PaneRow(self._instead), *attached_rows]
        taken = sum(len(wrap(row.line, width, row.hang)) for row in attached_rows)
        room = max(height - taken, height // 2)
        return [*(PaneRow(line) for line in series_lines(self._claim, self._finding, width, room)), *attached_rows]
