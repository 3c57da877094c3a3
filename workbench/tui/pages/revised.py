"""A screen of verdicts with revised figures, as found by rechecks of this desk or the team's workers.

Nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import on
from textual.message import Message

from workbench.core.errors import WorkbenchError
from workbench.desk import Desk
from workbench.desk.publication.approval_and_correction import READERS_HAVE
from workbench.report.list_headline import headline
from workbench.report.revision_words import revision_lines
from workbench.tui.lines.line import Line, line, say
from workbench.tui.plugged import PluggedScreen
from workbench.tui.screens.reader import ReaderScreen
from workbench.tui.widgets.pane import Pane

_NONE = (
    "No verdict that readers have rests on a figure that was revised, as far as it was asked: workbench recheck asks."
)


class RevisedScreen(ReaderScreen):
    """Searches in a thread, so that a large desk does not block the screens."""

    TOPIC = "reports"

    class Listed(Message):
        """The search is done: the verdicts, or why there are none."""

        def __init__(self, lines: Sequence[Line]) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._listed: Sequence[Line] = [line(say("Looking …", "dim"))]
        super().__init__("Figures that were revised since", lambda _: self._listed)

    def on_mount(self) -> None:
        """Start the search."""
        self.run_worker(self._look, thread=True)

    def _look(self) -> None:
        try:
            lines = list(self._revised()) or [line(_NONE)]
        except WorkbenchError as error:
            lines = [line(say(f"! {each}", "caveat")) for each in (error.message, error.hint) if each]
        self.post_message(self.Listed(lines))

    def _revised(self) -> Iterator[Line]:
        for one in self._desk.known_revisions(READERS_HAVE):
            if one.revisions:
                yield line(say(f"{one.claim}  ", "dim"), headline(self._desk.claim(one.claim)))
                yield from (line(f"    {each}") for each in revision_lines(one.revisions))

    @on(Listed)
    def _show(self, event: Listed) -> None:
        self._listed = event.lines
        self.query_one("#page", Pane).rebuild()


SCREEN = PluggedScreen(
    key="f6",
    label="F6",
    says="revised",
    means="Show the verdicts whose figures their offices revised since.",
    twin="workbench recheck --known",
    opens=lambda standing: RevisedScreen(standing.desk),
)
