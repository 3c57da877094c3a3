"""The form for a formula: an input line, what the result would measure or what is wrong, and completions.

It is below the panes, so that the claim and its figures stay visible.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from workbench.tui.command_keys import Command, bindings
from workbench.tui.safe_text import one_line
from workbench.tui.widgets.message_line import Field

if TYPE_CHECKING:
    from workbench.formula.language.completion import Completion

FORMULA = (
    Command("formula.complete", "tab", "complete", "complete", "Put the offered name into the formula.", label="Tab"),
    Command("formula.leave", "escape", "leave", "leave it", "Close the formula; what was typed is kept.", label="Esc"),
)

NAMES = (
    Command("formula.next", "down", "turn(1)", "other name", "Offer the next name.", label="↓"),
    Command("formula.previous", "up", "turn(-1)", "name before", "Offer the name before.", foot=False),
)

NARROW = 100
"""Width in cells below which a sentence takes two rows."""


class FormulaField(Field):
    """The input line; its arrow keys move through the offered names."""

    BINDINGS = bindings(NAMES)

    class Turned(Message):
        """Another name was selected."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def action_turn(self, by: int) -> None:
        """Select the next or the previous name."""
        self.post_message(self.Turned(by))


class FormulaForm(Widget):
    """Three rows, four on a narrow screen: the formula, what it measures, and completions."""

    TOPIC = "formulas"

    BINDINGS = bindings(FORMULA)

    DEFAULT_CSS = """
    FormulaForm {
        height: 3; display: none; padding: 0 1; background: $foreground 6%;
        &.-open { display: block; }
        & > Horizontal { height: 1; }
        & > Horizontal > Static { width: auto; text-style: bold; }
        & Input { width: 1fr; height: 1; border: none; padding: 0; margin-left: 1; background: $foreground 10%; }
        & > Static { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        &.-tight { height: 4; }
        &.-tight > #formula-says { height: 2; text-wrap: wrap; }
        &.-caveat > #formula-says { color: $text-warning; }
    }
    """

    class Typed(Message):
        """The formula was changed."""

        def __init__(self, text: str, before: str) -> None:
            super().__init__()
            self.text, self.before = text, before

    class Written(Message):
        """The formula was entered with Enter."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The form was left with Escape; the typed text is passed, to be offered again."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, id: str = "formula") -> None:  # noqa: A002  (Textual's own name)
        super().__init__(id=id)
        self._ways: Sequence[Completion] = ()
        self._at = 0
        self._before: Widget | None = None

    def compose(self) -> ComposeResult:
        """Yield the input line, the message, the completions."""
        with Horizontal():
            yield Static("Formula:", markup=False)
            yield FormulaField(compact=True, select_on_focus=False)
        yield Static(markup=False, id="formula-says")
        yield Static(markup=False, id="formula-ways")

    def on_mount(self) -> None:
        """Use a second row for messages where the screen is narrow."""
        self.set_class(self.app.size.width < NARROW, "-tight")

    def on_resize(self) -> None:
        """Lay the form out again when the screen size has changed."""
        self.set_class(self.app.size.width < NARROW, "-tight")

    @property
    def is_open(self) -> bool:
        """Whether a formula is being typed."""
        return self.has_class("-open")

    @property
    def prompt(self) -> Widget | None:
        """The input line, while the form is open."""
        return self.field if self.is_open else None

    @property
    def field(self) -> FormulaField:
        """The input line."""
        return self.query_one(FormulaField)

    def open(self, text: str, wording: str) -> None:
        """Open the form with a text to edit, and a note on where the text comes from."""
        if not self.is_open:
            self._before = self.screen.focused
        self.add_class("-open")
        field = self.field
        with self.prevent(Input.Changed):
            field.value = text
        field.cursor_position = len(text)
        self.screen.set_focus(field)
        self.offer(())
        self.tell(wording)

    def close(self, *, refocus: bool = True) -> None:
        """Close the form, and return the focus, unless the screen sets it elsewhere."""
        self.remove_class("-open")
        if refocus and self._before is not None and self._before.is_attached:
            self.screen.set_focus(self._before)

    def tell(self, wording: str, *, caveat: bool = False) -> None:
        """Show what the formula would measure, or what is wrong with it."""
        self.set_class(caveat, "-caveat")
        self.query_one("#formula-says", Static).update(Content(one_line(f"! {wording}" if caveat else wording)))

    def point(self, at: int) -> None:
        """Move the cursor to an error."""
        self.field.cursor_position = at

    def offer(self, ways: Sequence[Completion]) -> None:
        """Show completions, the first one selected."""
        self._ways, self._at = ways, 0
        self._show()

    def _show(self) -> None:
        shown = Content("")
        if self._ways:
            way = self._ways[self._at]
            others = [each.text for each in self._ways if each is not way][:8]
            rest = f"also {' · '.join(others)}" if others else ""
            name, wording, more = (one_line(part) for part in (way.text, way.says, rest))
            shown = Content.assemble((f"Tab {name}", "bold"), f"  {wording}   ", (more, "dim"))
        self.query_one("#formula-ways", Static).update(shown)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  (Textual's signature)
        """Enable the form's keys only while it is open."""
        return self.is_open

    @on(FormulaField.Turned)
    def _turned(self, event: FormulaField.Turned) -> None:
        """Select another name."""
        event.stop()
        if self._ways:
            self._at = (self._at + event.by) % len(self._ways)
            self._show()

    def action_complete(self) -> None:
        """Insert the selected name at the cursor."""
        if not self._ways:
            return
        field = self.field
        before, after = field.value[: field.cursor_position], field.value[field.cursor_position :]
        put = self._ways[self._at].put(before)
        field.value = put + after
        field.cursor_position = len(put)

    def action_leave(self) -> None:
        """Close the form without evaluating."""
        text = self.field.value
        self.close()
        self.post_message(self.Left(text))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        field = self.field
        self.post_message(self.Typed(event.value, event.value[: field.cursor_position]))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Written(event.value))
