"""The message line: what just happened, progress of work, and prompts.

It has one row, so that nothing on the screen moves when a message comes, and more rows only for messages that do not
fit. The evidence stays visible while a question is open.
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
from workbench.tui.safe_text import one_line, plain
from workbench.tui.widgets.message_timing import News, NewsItem

TALK = (
    Command("talk.next", "tab", "turn", "next choice", "Offer the next choice.", label="Tab"),
    Command("talk.stay", "tab", "stay", "stay", "Stay in the question.", foot=False),
    Command("talk.leave", "escape", "leave", "leave it", "Close the question; nothing is done.", label="Esc"),
)

_HELP = re.compile(r",? as in .*:|\s\([^()]*\):")
"""Pattern of a label's help on how to answer, up to its end."""

Turn = Callable[[str], str]
"""Function that returns the next suggestion after a text."""


class Field(Input):
    """An input line; pasted and offered text is made safe, like all foreign text."""

    def validate_value(self, value: str) -> str:
        """Remove control characters before they are drawn."""
        return plain(value)

    def _on_paste(self, event: events.Paste) -> None:
        """Insert all of the pasted text, with its lines joined."""
        event.prevent_default()
        event.stop()
        start, end = self.selection
        self.replace(" ".join(event.text.splitlines()), start, end)


class MessageLine(Widget):
    """One row with a message, or with a label and an input; more rows for long messages."""

    BINDINGS = bindings(TALK)

    DEFAULT_CSS = """
    MessageLine {
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
        """A question was left with Escape; the typed text is passed, to be offered again."""

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
        """Yield the message and the input."""
        yield Static(markup=False)
        yield Field(compact=True, select_on_focus=False)

    @property
    def asking(self) -> bool:
        """Whether a question is open."""
        return bool(self._purpose)

    @property
    def prompt(self) -> Widget | None:
        """The input, while a question is open."""
        return self.field if self.asking else None

    @property
    def field(self) -> Field:
        """The input for answers."""
        return self.query_one(Field)

    def say(self, words: str, *, caveat: bool = False, stays: bool = False) -> None:
        """Show what the reviewer did, unless a question is open; with `stays`, news waits for a few seconds."""
        if not self.asking:
            self._words(words, caveat=caveat)
            self._news.said(words, stays=stays)

    def news(self, words: str, *, caveat: bool = False, still: Callable[[], bool] = lambda: True) -> None:
        """Show a message that the reviewer did not cause, once no question is open and a confirmation could be read.

        It is dropped if `still` says that it is no longer true.
        """
        self._news.put(NewsItem(words, caveat, still))

    def work(self, progress: Progress) -> None:
        """Show progress of some work, with a bar where the total is known."""
        bar = ""
        if progress.of:
            full = min(20, 20 * progress.done // progress.of)
            bar = f" ▕{'█' * full}{'░' * (20 - full)}▏ {progress.done:,} of {progress.of:,}"
        elif progress.done:
            bar = f" {progress.done:,}"
        if not self.asking and not self._news.held:
            self._words(f"{progress.what}{bar} {progress.says}", caveat=progress.state == "failed", whole=False)

    def ask(self, purpose: str, label: str, value: str = "", turn: Turn | None = None, *, topic: str = "") -> None:
        """Ask a question; the answer is posted as `Answered`.

        Args:
            purpose: The id of the question, passed with the answer.
            label: The question.
            value: The initial text of the input.
            turn: Returns the next suggestion for Tab, or for the user's key for it.
            topic: The manual's page on how to answer; that of the screen where empty.
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
        """Show that an answer is being processed. The question stays open until `close` or `refuse` is called."""
        self._held, self._label = True, ""
        self._words(words)

    def refuse(self, why: str) -> None:
        """Show why an answer is invalid, and leave the typed text to be corrected."""
        self._held, self._label = False, ""
        self._words(f"! {why}", caveat=True)

    def close(self, words: str = "") -> None:
        """Close the question, and return the focus."""
        self._purpose, self._held = "", False
        self.remove_class("-asking")
        self._words(words)
        if self._before is not None and self._before.is_attached:
            self.screen.set_focus(self._before)
        self._news.go_on()

    def holds(self, purpose: str) -> bool:
        """Check whether the answer to a question is being processed."""
        return self._held and self._purpose == purpose

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  (Textual's signature)
        """Enable the prompt's keys only while a question is open; Tab offers nothing without suggestions."""
        return self.asking and (action != "turn" or self._turn is not None)

    def action_stay(self) -> None:
        """Do nothing, so that the focus stays."""

    def action_turn(self) -> None:
        """Insert the next suggestion."""
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
        """Show the question, without its help text where the answer needs the room."""
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
        if said != self._said or self.asking:  # one row stays one row: no new layout
            self.query_one(Static).update(Content(said), layout=self.asking or long or was_long)
        self._said = said
