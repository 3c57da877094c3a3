"""The row below the panes while words are being marked: the words so far, and the keys. It takes every key."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from workbench.tui.command_keys import Command, bindings
from workbench.tui.keymap.keymap import key_name
from workbench.tui.lines.wrap import fit
from workbench.tui.safe_text import one_line
from workbench.tui.word_marking import WordMarking

MARK = (
    Command("mark.word", "right,l", "move(1)", "word", "Go to the next word.", label="→"),
    Command("mark.word-back", "left,h", "move(-1)", "word back", "Go to the word before.", foot=False),
    Command("mark.sentence", "down,j", "sentence(1)", "sentence", "Go to the next sentence, or mark to its end.", label="↓"),
    Command("mark.sentence-back", "up,k", "sentence(-1)", "sentence back", "Go to the sentence before.", foot=False),
    Command("mark.begin", "space", "begin", "begin here", "Begin the mark at this word.", label="Space"),
    Command("mark.whole", "s", "whole", "whole sentence", "Mark the whole sentence."),
    Command("mark.take", "enter", "take", "take it", "Take the marked words as a claim.", "workbench claim add DOCUMENT --quote …", label="Enter", decides=True),
    Command("mark.leave", "escape", "leave", "leave it", "Leave the marking; nothing is done.", label="Esc"),
)  # fmt: skip

ROOMY = 100
"""Cells from which the row repeats keys."""

Way = Callable[[WordMarking], WordMarking]


class WordMarkingBar(Widget, can_focus=True):
    """Shows the marked words in one row."""

    TOPIC = "reading"

    BINDINGS = bindings(MARK)

    DEFAULT_CSS = """
    WordMarkingBar { height: 1; display: none; padding: 0 1; background: $foreground 6%; &.-open { display: block; } }
    """

    class Moved(Message):
        """Other words are marked."""

        def __init__(self, marking: WordMarking) -> None:
            super().__init__()
            self.marking = marking

    class Taken(Message):
        """The marked words were taken."""

        def __init__(self, marking: WordMarking) -> None:
            super().__init__()
            self.marking = marking

    class Left(Message):
        """Marking was cancelled."""

    def __init__(self, *, id: str = "marking") -> None:  # noqa: A002  (Textual's own name)
        super().__init__(id=id)
        self.marking: WordMarking | None = None
        self._before: Widget | None = None

    @property
    def prompt(self) -> Widget | None:
        """This widget, while words are being marked."""
        return self if self.marking is not None else None

    def open(self, marking: WordMarking) -> None:
        """Start marking, or update the marked words."""
        if self.marking is None:
            self._before = self.screen.focused
        self.marking = marking
        self.add_class("-open")
        self.screen.set_focus(self)
        self._moved(marking)

    def close(self) -> None:
        """End marking, and return the focus."""
        self.marking = None
        self.remove_class("-open")
        if self._before is not None and self._before.is_attached:
            self.screen.set_focus(self._before)

    def render(self) -> Content:
        """Return the words and, on a wide screen, the most important keys; the footer has all."""
        if self.marking is None:
            return Content("")
        keys = (
            f"  {key_name('mark.begin')} begins · {key_name('mark.take')} takes it · {key_name('mark.leave')} leaves it"
        )
        keys = keys if self.size.width >= ROOMY else ""
        room = max(10, self.size.width - len(keys) - 11)
        words = fit(one_line(self.marking.quote), room).rstrip()
        return Content(f"Marked: “{words}”{keys}")

    def on_key(self, event: events.Key) -> None:
        """Block all other keys, so that no digit rates a claim while words are being marked."""
        live = self.screen.active_bindings.get(event.key)
        if live is None or live.node is not self:
            event.stop()

    def action_move(self, by: int) -> None:
        """Move by words."""
        self._go(lambda marking: marking.move(by))

    def action_sentence(self, by: int) -> None:
        """Move by sentences."""
        self._go(lambda marking: marking.move_sentence(by))

    def action_begin(self) -> None:
        """Begin the mark here."""
        self._go(WordMarking.drop)

    def action_whole(self) -> None:
        """Mark the sentence."""
        self._go(WordMarking.whole)

    def action_take(self) -> None:
        """Take the words."""
        if self.marking is not None:
            self.post_message(self.Taken(self.marking))

    def action_leave(self) -> None:
        """Cancel marking."""
        self.close()
        self.post_message(self.Left())

    def _go(self, way: Way) -> None:
        if self.marking is not None:
            self._moved(way(self.marking))

    def _moved(self, marking: WordMarking) -> None:
        self.marking = marking
        self.refresh()
        self.post_message(self.Moved(marking))
