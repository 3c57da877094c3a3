"""The footer: the active keys, as many as fit, and always the key of the help page."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.app import RenderResult
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from workbench.tui.lines.wrap import cells
from workbench.tui.widgets.word_marking_bar import WordMarkingBar

GAP = 3
"""Cells between two keys."""

LAST = "app.help"
"""The command whose key is always shown."""


def foot(keys: Iterable[tuple[str, str, str]], width: int) -> list[tuple[str, str]]:
    """Choose the keys that fit.

    Args:
        keys: Id, key and label of each command, the focused widget's first.
        width: Width in cells.

    Returns:
        Key and label of those that fit, the help key last.
    """
    seen: dict[str, tuple[str, str]] = {}
    for name, key, words in keys:
        seen.setdefault(name, (key, words))
    last = seen.pop(LAST, None)
    room = width - (_size(last) if last else 0)
    chosen = []
    for each in seen.values():
        if _size(each) > room:
            break
        room -= _size(each)
        chosen.append(each)
    return [*chosen, *([last] if last else [])]


def in_order(live: Iterable[ActiveBinding]) -> list[ActiveBinding]:
    """Sort bindings by the declaration of their commands, the nearest widget's first.

    So keys that the user assigned do not change the order.
    """
    found = list(live)
    nodes = dict.fromkeys(each.node for each in found)
    declared = {binding.id: n for n, (_, binding) in enumerate(each for node in nodes for each in node._bindings)}  # noqa: SLF001  (as they are before the user's keys)
    return sorted(found, key=lambda each: declared.get(each.binding.id, len(declared)))


def pair_at(pairs: Iterable[tuple[str, str]], x: int) -> tuple[str, str] | None:
    """Return the key and label at a cell; None between two.

    >>> pair_at([("n", "note"), ("?", "keys")], 10), pair_at([("n", "note")], 7)
    (('?', 'keys'), None)
    """
    at = 0
    for pair in pairs:
        if at <= x < at + _size(pair) - GAP:
            return pair
        at += _size(pair)
    return None


def _size(pair: tuple[str, str]) -> int:
    return cells(pair[0]) + cells(pair[1]) + 1 + GAP


class KeyBar(Widget):
    """Shows the active bindings of the screen."""

    DEFAULT_CSS = """
    KeyBar { height: 1; padding: 0 1; background: $foreground 6%; color: $foreground 75%; }
    """

    def on_mount(self) -> None:
        """Listen to changes of the active bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen.is_current:
            self.refresh()

    def render(self) -> RenderResult:
        """Return the keys, in bold, each with its label."""
        return Content(" " * GAP).join(
            Content.assemble((key, "bold $text-primary"), f" {words}") for key, words in self._pairs()
        )

    def on_click(self, event: events.Click) -> None:
        """Press the key under the pointer."""
        shown = pair_at(self._pairs(), event.x - self.gutter.left)
        for active in self._live():
            if shown == (self.app.get_key_display(active.binding), active.binding.description):
                self.app.simulate_key(active.binding.key)
                return

    def _live(self) -> list[ActiveBinding]:
        live = in_order(a for a in self.screen.active_bindings.values() if a.binding.show and a.binding.id)
        own = self._own  # letters are text there, or mark words: only the prompt's own keys are active
        return [each for each in live if not own or (each.binding.id or "").startswith(own)]

    def _pairs(self) -> list[tuple[str, str]]:
        named = [(a.binding.id or "", self.app.get_key_display(a.binding), a.binding.description) for a in self._live()]
        return foot(named, self.content_size.width + GAP)

    @property
    def _own(self) -> tuple[str, ...]:
        """Return the prefixes of the ids of the only keys that are active while a prompt is open; empty without one."""
        if isinstance(self.screen.focused, Input):
            return ("talk.", "formula.")
        return ("mark.",) if isinstance(self.screen.focused, WordMarkingBar) else ()
