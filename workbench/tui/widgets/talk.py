"""The line where the workbench and the reviewer talk: what just happened, how far some work is, and inline questions.

It takes one row, so nothing on the screen moves when it speaks, and more for words that do not fit into one: they are read whole. A
question keeps what it is about in sight.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from workbench.ports import Progress
from workbench.tui.command_keys import Command, bindings
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.wrap import cells
from workbench.tui.plain import one_line, plain
from workbench.tui.widgets.news import News, NewsItem

TALK = (
    Command("talk.next", "tab", "turn", "next choice", "Offer the next choice.", label="Tab"),
    Command("talk.stay", "tab", "stay", "stay", "Stay in the question.", foot=False),
    Command("talk.leave", "escape", "leave", "leave it", "Close the question; nothing is done.", label="Esc"),
)

_HELP = re.compile(r",? as in .*:|\s\([^()]*\):")
"""What a label says of how to answer, up to its end."""

Turn = Callable[[str], str]
"""Give the next suggestion after the given text."""


class Field(Input):
    """One line of text; what is pasted or offered again is made safe like all text from outside."""

    def validate_value(self, value: str) -> str:
        """Take out control characters before they are drawn."""
        return plain(value)

    def _on_paste(self, event: events.Paste) -> None:
        """Take pasted text whole: its lines become one."""
        event.prevent_default()
        event.stop()
        start, end = self.selection
        self.replace(" ".join(event.text.splitlines()), start, end)


class Talk(Widget):
    """One row: a notice, or a label with an input; more for words that do not fit."""

    BINDINGS = bindings(TALK)

    DEFAULT_CSS = """
    Talk {
        height: 1; layout: horizontal; padding: 0 1;
        & > Static { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & > Input { width: 1fr; height: 1; display: none; border: none; padding: 0; margin-left: 1; background: $foreground 10%; }
        &.-asking > Static { width: auto; max-width: 70%; text-style: bold; }
        &.-asking > Input { display: block; }
        &.-long { height: auto; max-height: 4; layout: vertical; }
        &.-long > Static { width: 1fr; max-width: 100%; height: auto; max-height: 3; text-wrap: wrap; }
        &.-long > Input { margin-left: 0; }
        &.-caveat > Static { color: $text-warning; }
    }
    """

    TOPIC = ""

    class Answered(Message):
        """A question was answered with Enter."""

        def __init__(self, purpose: str, text: str) -> None:
            super().__init__()
            self.purpose, self.text = purpose, text

    class Left(Message):
        """A question was left with Escape; what was typed is told, so that it can be offered again."""

        def __init__(self, purpose: str, text: str) -> None:
            super().__init__()
            self.purpose, self.text = purpose, text

    def __init__(self, *, id: str = "talk") -> None:  # noqa: A002  (Textual's own name)
        super().__init__(id=id)
        self._purpose = self._label = ""
        self._turn: Turn | None = None
        self._before: Widget | None = None
        self._held = False
        self._said = ""
        self._news = News(self, lambda: not self.asking, lambda item: self._words(item.words, caveat=item.caveat))

    def compose(self) -> ComposeResult:
        """Yield the words and the input."""
        yield Static(markup=False)
        yield Field(compact=True, select_on_focus=False)

    @property
    def asking(self) -> bool:
        """Whether a question stands."""
        return bool(self._purpose)

    @property
    def prompt(self) -> Widget | None:
        """Its line, while a question stands."""
        return self.field if self.asking else None

    @property
    def field(self) -> Field:
        """The line in which answers are written."""
        return self.query_one(Field)

    def say(self, words: str, *, caveat: bool = False, stays: bool = False) -> None:
        """Tell what the reviewer did, unless a question stands (it is not talked over); news waits for what `stays`."""
        if not self.asking:
            self._words(words, caveat=caveat)
            self._news.said(words, stays=stays)

    def news(self, words: str, *, caveat: bool = False, still: Callable[[], bool] = lambda: True) -> None:
        """Tell what came by itself, once no question stands and a confirmation could be read; not where it is not so any more."""
        self._news.put(NewsItem(words, caveat, still))

    def work(self, progress: Progress) -> None:
        """Tell how far some work is, with a bar where the total is known."""
        bar = ""
        if progress.of:
            full = min(20, 20 * progress.done // progress.of)
            bar = f" ▕{'█' * full}{'░' * (20 - full)}▏ {progress.done:,} of {progress.of:,}"
        elif progress.done:
            bar = f" {progress.done:,}"
        if not self.asking and not self._news.held:
            self._words(f"{progress.what}{bar} {progress.says}", caveat=progress.state == "failed", whole=False)

    def ask(self, purpose: str, label: str, value: str = "", turn: Turn | None = None, *, topic: str = "") -> None:
        """Ask one thing; the answer comes as `Answered`.

        Args:
            purpose: What it is about.
            label: The question.
            value: What stands in the line at first.
            turn: Gives the next choice at Tab, or at the key that a user has for it.
            topic: The page of the manual that tells how to answer; that of the screen where empty.
        """
        self.TOPIC = topic
        if not self.asking:
            self._before = self.screen.focused
        self._purpose, self._turn, self._held = purpose, turn, False
        self.add_class("-asking")
        self._label = label.replace("(Tab", f"({key_name('talk.next')}")
        field = self.field
        field.value = value
        field.cursor_position = len(value)
        self._show_label()
        self.screen.set_focus(field)

    def hold(self, words: str) -> None:
        """Say that an answer is being acted on. The question stands until that is done: `close` ends it, or `refuse`."""
        self._held, self._label = True, ""
        self._words(words)

    def refuse(self, why: str) -> None:
        """Say why an answer will not do, and leave what was typed to be mended."""
        self._held, self._label = False, ""
        self._words(f"! {why}", caveat=True)

    def close(self, words: str = "") -> None:
        """End the question; the focus goes back to where it was."""
        self._purpose, self._held = "", False
        self.remove_class("-asking")
        self._words(words)
        if self._before is not None and self._before.is_attached:
            self.screen.set_focus(self._before)
        self._news.go_on()

    def holds(self, purpose: str) -> bool:
        """Return whether the answer for a purpose is being acted on, its question still open."""
        return self._held and self._purpose == purpose

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  (Textual's signature)
        """Return its keys hold while it asks; Tab stays in the question where there is nothing to choose."""
        return self.asking and (action != "turn" or self._turn is not None)

    def action_stay(self) -> None:
        """Do nothing: the focus stays."""

    def action_turn(self) -> None:
        """Offer the next choice."""
        field = self.field
        if self._turn is not None:
            field.value = self._turn(field.value)
            field.cursor_position = len(field.value)

    def action_leave(self) -> None:
        """Close the question."""
        purpose, text = self._purpose, self.field.value
        self.close()
        self.post_message(self.Left(purpose, text))

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        event.stop()
        if not self._held:
            self.post_message(self.Answered(self._purpose, event.value))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.asking and self._label:
            self._show_label()

    def _show_label(self) -> None:
        """Show what is asked: without what helps to answer where the answer needs its room."""
        taken = cells(self._label.rstrip()) + 2 + cells(self.field.value) + 1
        shown = _HELP.sub(":", self._label) if 0 < self.size.width < taken else self._label
        if one_line(shown) != self._said:
            self._words(shown)

    def _words(self, words: str, *, caveat: bool = False, whole: bool = True) -> None:
        said = one_line(words)
        room = self.size.width - 2 if self.size.width else cells(said)
        self.set_class(caveat, "-caveat")
        was_long, fits = self.has_class("-long"), room * 7 // 10 if self.asking else room
        self.set_class(long := whole and not self._held and cells(said) > fits, "-long")
        if said != self._said or self.asking:  # one row stays one row: nothing else on the screen is placed anew for it
            self.query_one(Static).update(Content(said), layout=self.asking or long or was_long)
        self._said = said
