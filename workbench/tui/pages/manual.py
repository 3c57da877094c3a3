"""The manual as a screen: the page about the focused widget, next to the list of topics."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen

from workbench.manual import page, topics
from workbench.tui.command_keys import Command, bindings
from workbench.tui.lines.line import line
from workbench.tui.lines.manual_page import page_lines
from workbench.tui.plugged import PluggedScreen, ScreenContext
from workbench.tui.screen_sizes import fit_at_once
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.pane import Pane, PaneRow
from workbench.tui.widgets.title_bar import TitleBar

FIRST_PAGE = "screens"
"""Default topic, where the focused pane has none."""

MANUAL = (
    Command("manual.back", "escape,q", "back", "back", "Close the manual.", label="Esc"),
    Command("manual.next", "tab,right,n", "turn(1)", "next topic", "Go to the next topic.", label="Tab"),
    Command("manual.previous", "shift+tab,left,p", "turn(-1)", "topic before", "Go to the topic before.", foot=False),
    Command("manual.down", "j,down", "scroll('down')", "scroll", "Scroll down a line.", label="j k", beside="manual.up"),
    Command("manual.up", "k,up", "scroll('up')", "up", "Scroll up a line.", foot=False),
    Command("manual.page-down", "pagedown,space", "scroll('page_down')", "page down", "Scroll a screenful.", foot=False),
    Command("manual.page-up", "pageup", "scroll('page_up')", "page up", "Scroll a screenful back.", foot=False),
    Command("manual.first", "home", "scroll('home')", "beginning", "Go to the beginning of the page.", foot=False),
    Command("manual.last", "end,G", "scroll('end')", "end", "Go to the end of the page.", foot=False),
)  # fmt: skip


class TopicsPane(Pane, can_focus=False):
    """Lists the topics; the shown one is marked, and a click opens another."""

    class Taken(Message):
        """A topic was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, names: Sequence[str], number: int) -> None:
        super().__init__("Topics", id="topics")
        self._names, self._number = names, number

    @property
    def cursor(self) -> int:
        """The number of the shown topic."""
        return self._number

    def take(self, number: int) -> None:
        """Select a topic, and scroll to it."""
        self._number = number
        self.rebuild()
        self.reveal(number)

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (a list has any height)
        """Return one row per topic."""
        return [PaneRow(line(name), owner=n) for n, name in enumerate(self._names)]

    def on_click(self, event: events.Click) -> None:
        """Select the topic under the pointer."""
        if (number := self.owner_at(event.y)) is not None:
            self.post_message(self.Taken(number))


class PagePane(Pane, can_focus=False):
    """Shows one page."""

    def __init__(self, topic: str) -> None:
        super().__init__(topics()[topic], id="page")
        self._topic = topic

    def show(self, topic: str) -> None:
        """Show a page from its beginning."""
        self._topic, self.title = topic, topics()[topic]
        self.head()
        self.rebuild()
        self.scroll_home(animate=False)

    def rows(self, width: int, height: int) -> Sequence[PaneRow]:  # noqa: ARG002  (a page has any height)
        """Return the lines of the page; the pane wraps them, and shows the title in its edge."""
        body = page(self._topic).partition("\n")[2]
        return [PaneRow(each.line, each.hang) for each in page_lines(body, width)]


class ManualScreen(Screen[None]):
    """A page of the manual next to the list of topics."""

    BINDINGS = bindings(MANUAL)

    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (60, "-roomy")]  # noqa: RUF012  (Textual declares it so)

    DEFAULT_CSS = """
    ManualScreen {
        layout: vertical;
        #topics { width: 19; height: 1fr; }
        #page { width: 1fr; height: 1fr; }
        &.-small #topics { display: none; }
    }
    """

    def __init__(self, topic: str) -> None:
        super().__init__()
        self._names = list(topics())
        self._number = self._names.index(topic if topic in self._names else FIRST_PAGE)

    def compose(self) -> ComposeResult:
        """Yield title, topics, page, keys."""
        fit_at_once(self)
        yield TitleBar(id="title")
        with Horizontal():
            yield TopicsPane(self._names, self._number)
            yield PagePane(self._names[self._number])
        yield KeyBar()

    def on_mount(self) -> None:
        """Set the title, and show the first page."""
        self._say_where()

    def _say_where(self) -> None:
        title = self.query_one(TitleBar)
        title.left = f"Manual · {topics()[self._names[self._number]]}"
        title.right = f"{self._number + 1} of {len(self._names)}"

    def _show(self, number: int) -> None:
        self._number = number
        self._say_where()
        self.query_one(TopicsPane).take(number)
        self.query_one(PagePane).show(self._names[number])

    def action_back(self) -> None:
        """Close the manual."""
        self.dismiss()

    def action_turn(self, by: int) -> None:
        """Move to another topic; after the last comes the first."""
        self._show((self._number + by) % len(self._names))

    def action_scroll(self, where: str) -> None:
        """Scroll the page: ``down``, ``up``, ``page_down``, ``page_up``, ``home`` or ``end``."""
        getattr(self.query_one(PagePane), f"scroll_{where}")(animate=False)

    @on(TopicsPane.Taken)
    def _taken(self, event: TopicsPane.Taken) -> None:
        self._show(event.number)


def topic_of(standing: ScreenContext) -> str:
    """Return the ``TOPIC`` of the focused widget, or of its nearest parent that has one."""
    screen = standing.app.screen
    way = (screen.focused or screen).ancestors_with_self
    return next((topic for node in way if (topic := getattr(node, "TOPIC", ""))), FIRST_PAGE)


SCREEN = PluggedScreen(
    key="f1",
    label="F1",
    says="manual",
    means="Open the manual at the page of what you stand on.",
    twin="workbench help TOPIC",
    opens=lambda standing: ManualScreen(topic_of(standing)),
    foot=True,
)
