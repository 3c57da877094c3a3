"""The pane of the document's text, with every claim marked in place."""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import MouseDown, MouseEvent, MouseMove
from textual.message import Message
from textual.strip import Strip

from workbench.core.claim import Claim
from workbench.core.document import Span
from workbench.tui.lines.line import Line
from workbench.tui.lines.text_with_claims import LetterMap, first_line, light, mark_claims
from workbench.tui.widgets.pane import Pane, PaneRow

TRIES = 5
"""Most attempts to scroll to the claim while the pane is laid out."""


class SourcePane(Pane):
    """Shows a text with its claims and scrolls to the selected one."""

    TOPIC = "reading"

    ALLOW_SELECT = False  # dragging marks words for a new claim

    class Dragged(Message):
        """Words were marked with the mouse: the offsets of the drag's beginning and end."""

        def __init__(self, start: int, end: int) -> None:
            super().__init__()
            self.start, self.end = start, end

    def __init__(self, *, id: str) -> None:  # noqa: A002  (Textual's own name)
        super().__init__("Source", id=id)
        self._text = ""
        self._claims: Sequence[Claim] = ()
        self._at = 0
        self._marking: Span | None = None
        self._map: LetterMap | None = None
        self._y = 0
        self._held: int | None = None

    def show(self, text: str, claims: Sequence[Claim]) -> None:
        """Show a document's text and its claims, given in order of the text."""
        self._text, self._claims = text, claims
        self.rebuild()

    def go_to(self, number: int) -> None:
        """Select a claim, by its number from 1, and scroll to it where it is not visible."""
        self._at = number
        self.keep_in_sight()
        self.refresh()

    def keep_in_sight(self) -> None:
        """Scroll to the selected claim in the same paint, so that the text does not jump afterwards."""
        self._follow(TRIES)

    def mark(self, marking: Span | None) -> None:
        """Highlight the words that are being marked, and scroll to them; None ends it."""
        self._marking = marking
        if marking is not None:
            y = self._letters.line_of(marking.end - 1)
            top, height = self.scroll_offset.y, self.scrollable_content_region.height
            if not top <= y <= top + height - 2:
                self.scroll_to(y=max(0, y - height // 2), animate=False, immediate=True)
        self.refresh()

    @property
    def _letters(self) -> LetterMap:
        """Return the map of letters to cells, computed at the first use."""
        if self._map is None:
            self._map = LetterMap(self._text, [line for line, _ in self._drawn])
        return self._map

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        self._y = self.scroll_offset.y + y
        return super().render_line(y)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Start marking."""
        self._held = self._offset(event)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Extend the mark while the button is held."""
        at = self._offset(event) if self._held is not None and event.button else None
        if at is not None and self._held is not None and at != self._held:
            self.post_message(self.Dragged(self._held, at))

    def on_mouse_up(self) -> None:
        """End the drag; the words stay marked."""
        self._held = None

    def _offset(self, event: MouseEvent) -> int | None:
        """Return the offset in the text under the mouse."""
        return self._letters.offset_at(self.scroll_offset.y + event.y - self.gutter.top, event.x - self.gutter.left)

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (a text has any height)
        """Return the lines of the text, which are wrapped already."""
        return [PaneRow(line) for line in mark_claims(self._text, [claim.span for claim in self._claims], width)]

    def rebuild(self) -> None:
        """Wrap the text again, and scroll to the selected claim."""
        self._map = None
        super().rebuild()
        self._follow_soon()

    def lit(self, line: Line) -> Line:
        """Highlight the selected claim, and the words that are being marked."""
        if self._marking is not None and self._y < len(self._drawn):
            line = self._letters.marked(self._y, line, self._marking)
        return light(line, self._at)

    def _follow_soon(self, tries: int = TRIES) -> None:
        self.call_after_refresh(self._follow, tries)

    def _follow(self, tries: int) -> None:
        """Scroll to the claim; try again while the pane, without its final size, cannot be scrolled far enough."""
        y = self._out_of_sight()
        if y is None:
            return
        self.scroll_to(
            y=max(0, y - self.scrollable_content_region.height // 3), animate=False, force=True, immediate=True
        )
        if tries and self._out_of_sight() is not None:
            self._follow_soon(tries - 1)

    def _out_of_sight(self) -> int | None:
        """Return the line of the selected claim if it is not visible."""
        y = first_line([line for line, _ in self._drawn], self._at)
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        return None if y is None or top <= y <= top + height - 3 else y
