"""The line at the foot: the keys that hold here, as many as fit, and always the one that shows them all."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import RenderResult
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from workbench.tui.lines.wrap import cells
from workbench.tui.widgets.mark_bar import MarkBar

LAST = "app.help"
"""The command whose key is always shown."""


def foot(keys: Iterable[tuple[str, str, str]], width: int) -> list[tuple[str, str]]:
    """Chooses what fits.

    Args:
        keys: Id, key and words of each command, the nearest first.
        width: Cells.

    Returns:
        Key and words of those that fit, the help key last.
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
    """Bindings in the order in which their commands are declared, the nearest widget's first: a key of the user's own moves none."""
    found = list(live)
    nodes = dict.fromkeys(each.node for each in found)
    declared = {binding.id: n for n, (_, binding) in enumerate(each for node in nodes for each in node._bindings)}  # noqa: SLF001  (as they are before the user's keys)
    return sorted(found, key=lambda each: declared.get(each.binding.id, len(declared)))


def _size(pair: tuple[str, str]) -> int:
    return cells(pair[0]) + cells(pair[1]) + 4


class KeyBar(Widget):
    """Shows the live bindings of the screen."""

    DEFAULT_CSS = """
    KeyBar { height: 1; padding: 0 1; background: $foreground 6%; color: $foreground 75%; }
    """

    def on_mount(self) -> None:
        """Hears when other keys hold."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen.is_current:
            self.refresh()

    def render(self) -> RenderResult:
        """The keys, in bold, each with a word."""
        live = in_order(a for a in self.screen.active_bindings.values() if a.binding.show and a.binding.id)
        if own := self._own:  # letters are text there, or mark words: only the question's own keys hold
            live = [active for active in live if (active.binding.id or "").startswith(own)]
        keys = [(a.binding.id or "", self.app.get_key_display(a.binding), a.binding.description) for a in live]
        pairs = foot(keys, self.content_size.width + 3)
        return Content("   ").join(Content.assemble((key, "bold $text-primary"), f" {words}") for key, words in pairs)

    @property
    def _own(self) -> tuple[str, ...]:
        """How the ids of the keys begin that alone hold while something is asked; none while nothing is."""
        if isinstance(self.screen.focused, Input):
            return ("talk.", "formula.")
        return ("mark.",) if isinstance(self.screen.focused, MarkBar) else ()
