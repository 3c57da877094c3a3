"""The view of research ahead: which claims come next, and which of them are researched already."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.desk.research_ahead import ASKING, FAILED, READY, WAITING
from workbench.tui.command_keys import AHEAD, PAGE, bindings
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.line import BLANK, Line, line, say
from workbench.tui.screens.reader import ReaderScreen
from workbench.tui.widgets.pane import Pane
from workbench.tui.workers.research_ahead import ResearchAhead

_SIGNS = {READY: "●", ASKING: "…", WAITING: "o", FAILED: "!"}


class AheadView(ReaderScreen):
    """Lists the next claims; a key stops or continues research ahead."""

    BINDINGS = bindings((*AHEAD, *PAGE))

    def __init__(self, ahead: ResearchAhead) -> None:
        super().__init__("Coming next", lambda _: list(ahead_lines(ahead)))
        self._ahead = ahead

    def on_mount(self) -> None:
        """Redraw regularly while it is open."""
        self.set_interval(0.3, self.query_one("#page", Pane).rebuild)

    def action_switch(self) -> None:
        """Stop or continue research ahead."""
        self._ahead.switch()
        self.query_one("#page", Pane).rebuild()


def ahead_lines(ahead: ResearchAhead) -> Iterator[Line]:
    """Yield the lines of the view."""
    if not ahead.count:
        yield line(
            say("Nothing is researched ahead. ", "head"), "[ahead] claims = 3 in the configuration sets how many."
        )
        return
    state = "going on" if ahead.on else "stopped"
    key = say(key_name("ahead.switch"), "head")
    yield line(
        say(f"The next {ahead.count} claims of the queue: {state}. ", "head"), key, say(" stops it or goes on.", "dim")
    )
    yield line(say("No verdict is given by it; what it finds is marked “researched ahead”.", "dim"))
    yield BLANK
    for each in list(ahead.claims.values()):
        role = {READY: "good", FAILED: "bad", ASKING: "head"}.get(each.state, "dim")
        yield line(
            say(f"{_SIGNS[each.state]} {each.state:8}", role),
            f" {each.row.headline or each.row.quote}",
            say(f"  {each.failure}", "dim"),
        )
