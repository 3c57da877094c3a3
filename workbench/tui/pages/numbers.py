"""The desk's numbers on a screen: claims by stage, work by reviewer, and durations."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.message import Message

from workbench.core.errors import WorkbenchError
from workbench.desk import Desk
from workbench.ports import EVERY
from workbench.report.statistics_words import number_lines
from workbench.tui.lines.line import Line, line, say
from workbench.tui.plugged import PluggedScreen
from workbench.tui.safe_text import plain
from workbench.tui.screens.reader import ReaderScreen
from workbench.tui.widgets.pane import Pane

_SHOWN = 50
"""Names of a table that are shown."""


class NumbersScreen(ReaderScreen):
    """Counts in a thread, so that a large desk does not block the screens, and then shows the numbers."""

    TOPIC = "commands"

    class DeskCounted(Message):
        """Counting is done: the numbers, or why there are none."""

        def __init__(self, lines: Sequence[Line]) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._counted: Sequence[Line] = [line(say("Counting …", "dim"))]
        super().__init__("The desk in numbers", lambda _: self._counted)

    def on_mount(self) -> None:
        """Start counting."""
        self.run_worker(self._count, thread=True)

    def _count(self) -> None:
        try:
            lines = [line(plain(each)) for each in number_lines(self._desk.numbers(EVERY), _SHOWN)]
        except WorkbenchError as error:
            lines = [line(say(f"! {each}", "caveat")) for each in (error.message, error.hint) if each]
        self.post_message(self.DeskCounted(lines))

    @on(DeskCounted)
    def _show(self, event: DeskCounted) -> None:
        self._counted = event.lines
        self.query_one("#page", Pane).rebuild()


SCREEN = PluggedScreen(
    key="f3",
    label="F3",
    says="numbers",
    means="Show the desk in numbers: claims by stage, reviewer, speaker, topic and week.",
    twin="workbench stats",
    opens=lambda standing: NumbersScreen(standing.desk),
)
