"""The source: the document's words around the claim, with every claim marked in place."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.claim import Claim
from workbench.tui.lines.line import Line
from workbench.tui.lines.marked import first_line, light, mark_claims
from workbench.tui.widgets.pane import Pane, PaneRow

TRIES = 5
"""Most attempts to scroll to the claim while the pane is laid out."""


class SourcePane(Pane):
    """Shows a text with its claims and scrolls to the selected one."""

    TOPIC = "reading"

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's own name)
        super().__init__("Source", id=id)
        self._text = ""
        self._claims: Sequence[Claim] = ()
        self._at = 0

    def show(self, text: str, claims: Sequence[Claim]) -> None:
        """Takes a document's text and its claims, in order of the text."""
        self._text, self._claims = text, claims
        self.rebuild()

    def go_to(self, number: int) -> None:
        """Selects a claim, by its number from 1, and scrolls to it where it is not in sight."""
        self._at = number
        self._follow_soon()
        self.refresh()

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (a text has any height)
        """The text in lines; they are wrapped already."""
        return [PaneRow(line) for line in mark_claims(self._text, [claim.span for claim in self._claims], width)]

    def rebuild(self) -> None:
        """Wraps the text anew and goes back to the selected claim."""
        super().rebuild()
        self._follow_soon()

    def lit(self, line: Line) -> Line:
        """Lights the selected claim."""
        return light(line, self._at)

    def _follow_soon(self, tries: int = TRIES) -> None:
        self.call_after_refresh(self._follow, tries)

    def _follow(self, tries: int) -> None:
        """Scrolls to the claim; a pane that has not its final size yet cannot be scrolled as far, and is asked again."""
        y = self._out_of_sight()
        if y is None:
            return
        self.scroll_to(y=max(0, y - self.scrollable_content_region.height // 3), animate=False, immediate=True)
        if tries and self._out_of_sight() is not None:
            self._follow_soon(tries - 1)

    def _out_of_sight(self) -> int | None:
        """The line of the selected claim where it is not in sight."""
        y = first_line([line for line, _ in self._drawn], self._at)
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        return None if y is None or top <= y <= top + height - 3 else y
