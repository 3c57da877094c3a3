"""Jump mode: a key is shown over each place of the screen, and typing it moves the focus there."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.command_keys import JUMP, bindings
from workbench.tui.jump_places import Jump
from workbench.tui.keymap.keymap import key_name


class JumpScreen(ModalScreen[Jump | None]):
    """Shows the keys over the screen below; returns the chosen jump, or None."""

    BINDINGS = bindings(JUMP)

    DEFAULT_CSS = """
    JumpScreen {
        background: transparent; layout: vertical;
        & > .label { position: absolute; width: 3; height: 1; background: $accent; color: $background; text-style: bold; }
        & > .say { dock: bottom; width: 1fr; height: 1; padding: 0 1; background: $panel; color: $foreground; }
    }
    """

    def __init__(self, jumps: Sequence[Jump]) -> None:
        super().__init__()
        self._jumps = {jump.label: jump for jump in jumps}

    def compose(self) -> ComposeResult:
        """Yield a label for each place, and an instruction."""
        for jump in self._jumps.values():
            label = Static(f" {jump.label} ", classes="label", markup=False)
            label.styles.offset = (jump.x, jump.y)
            yield label
        yield Static(f"A key goes to its place; {key_name('jump.leave')} stays here.", classes="say", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Go to the place of a key; ignore other keys."""
        if (jump := self._jumps.get(event.character or "")) is not None:
            event.stop()
            self.dismiss(jump)

    def on_click(self, event: events.Click) -> None:
        """Go to the place of the clicked label; leave jump mode where none was clicked."""
        found = (j for j in self._jumps.values() if j.y == event.screen_y and j.x <= event.screen_x < j.x + 3)
        self.dismiss(next(found, None))

    def action_leave(self) -> None:
        """Leave jump mode without moving the focus."""
        self.dismiss(None)
