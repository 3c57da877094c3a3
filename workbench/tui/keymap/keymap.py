"""The keys in force: those of the commands, with the user's in place of some."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field

from textual.binding import Binding

from workbench.core.errors import Problem
from workbench.tui.command_keys import EVERY, Command
from workbench.tui.keymap.key_names import shown_key


@dataclass(frozen=True, slots=True)
class Keymap:
    """The user's keys.

    Attributes:
        given: Keys of commands, by their ids, where they are not the usual ones.
        problems: What in the user's file does not hold; the usual keys stay for those.
    """

    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def keys(self, command: Command) -> tuple[str, ...]:
        """Return the keys of a command, as Textual names them."""
        return self.given.get(command.id) or usual_keys(command)

    def name(self, command: str) -> str:
        """Return how the key of a command is written for readers, by the command's id: its first one."""
        found = EVERY[command]
        return self._label(found) or shown_key(self.keys(found)[0])

    def shown(self, binding: Binding) -> str:
        """Return how the key of one binding is written for readers."""
        command = EVERY.get(binding.id or "")
        return (self._label(command) if command else "") or shown_key(binding.key)

    def _label(self, command: Command) -> str:
        """Return the label of a command and of the one that is shown beside it, while both have their usual keys."""
        pair = {command.id, command.beside} & set(self.given)
        if command.beside and pair:
            return " ".join(shown_key(self.keys(EVERY[each])[0]) for each in (command.id, command.beside))
        return "" if command.id in self.given else command.label

    def for_textual(self) -> dict[str, str]:
        """Return the keys as `App.set_keymap` takes them; with those that share a usual key with a changed one, which Textual would drop."""
        freed = {key for name in self.given for key in usual_keys(EVERY[name])}
        sharing = [each for each in EVERY.values() if freed & set(usual_keys(each))]
        return {each.id: ",".join(self.keys(each)) for each in sharing} if self.given else {}


def usual_keys(command: Command) -> tuple[str, ...]:
    """Return the keys that a command has where the user gave it no other."""
    return tuple(command.key.split(","))


IN_FORCE: ContextVar[Keymap] = ContextVar("keymap", default=Keymap())  # noqa: B039  (it is frozen)
"""The keys of the app that is running: the app sets it, and everything that speaks of a key reads it."""


def key_name(command: str) -> str:
    """Return how the key of a command is written now, for sentences that name it.

    >>> key_name("bench.undo")
    'u'
    """
    return IN_FORCE.get().name(command)
