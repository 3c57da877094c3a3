"""The present keys: the usual ones of the commands, some replaced by the user's."""

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
        given: The keys of commands that differ from the usual ones, by the commands' ids.
        problems: Invalid entries of the user's file; those commands keep their usual keys.
    """

    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def keys(self, command: Command) -> tuple[str, ...]:
        """Return the keys of a command, as Textual names them."""
        return self.given.get(command.id) or usual_keys(command)

    def name(self, command: str) -> str:
        """Return the first key of a command, as shown to users, by the command's id."""
        found = EVERY[command]
        return self._label(found) or shown_key(self.keys(found)[0])

    def shown(self, binding: Binding) -> str:
        """Return the key of one binding, as shown to users."""
        command = EVERY.get(binding.id or "")
        return (self._label(command) if command else "") or shown_key(binding.key)

    def _label(self, command: Command) -> str:
        """Return the shared label of a command and the one shown with it, while both have their usual keys."""
        pair = {command.id, command.beside} & set(self.given)
        if command.beside and pair:
            return " ".join(shown_key(self.keys(EVERY[each])[0]) for each in (command.id, command.beside))
        return "" if command.id in self.given else command.label

    def for_textual(self) -> dict[str, str]:
        """Return the keys for `App.set_keymap`.

        Commands that share a usual key with a changed one are included, since Textual would drop their key.
        """
        freed = {key for name in self.given for key in usual_keys(EVERY[name])}
        sharing = [each for each in EVERY.values() if freed & set(usual_keys(each))]
        return {each.id: ",".join(self.keys(each)) for each in sharing} if self.given else {}


def usual_keys(command: Command) -> tuple[str, ...]:
    """Return the usual keys of a command."""
    return tuple(command.key.split(","))


IN_FORCE: ContextVar[Keymap] = ContextVar("keymap", default=Keymap())  # noqa: B039  (it is frozen)
"""The keys of the running app, which sets them; everything that mentions a key reads this."""


def key_name(command: str) -> str:
    """Return the present key of a command, for sentences that mention it.

    >>> key_name("bench.undo")
    'u'
    """
    return IN_FORCE.get().name(command)
