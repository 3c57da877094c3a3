"""Defer and assign claims on both workplaces: one prompt, whose answer applies to the selected or marked claims."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from workbench.desk import Desk
from workbench.tui.assign_typing import HAND, LABELS, LATER, handed, next_name
from workbench.tui.counted import counted
from workbench.tui.keymap.keymap import key_name
from workbench.tui.screens.workplace_base import Workplace, spoken

MARKED = "marked"
"""Beginning of the purpose of a prompt about marked claims; the action follows it."""


class AssigningScreen(Workplace):
    """A workplace where claims can be deferred until a day, taken, and assigned to somebody."""

    UNDO: ClassVar[str] = ""
    """The command that takes the last action back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._handing: tuple[str, ...] = ()

    @property
    def at_hand(self) -> Sequence[str]:
        """The ids of the claims to act on."""
        return ()

    def action_later(self) -> None:
        """Ask until which day to defer the claims."""
        self._ask_about(LATER)

    def action_hand(self) -> None:
        """Ask to whom to assign the claims; Tab offers the reviewers."""
        self._ask_about(HAND)

    def _ask_about(self, purpose: str) -> None:
        self._handing = tuple(self.at_hand)
        if self._handing:
            some = "this claim" if len(self._handing) == 1 else counted(len(self._handing), "marked claim")
            turn = partial(next_name, self.desk) if purpose == HAND else None
            self.talk.ask(purpose, LABELS[purpose].format(some=some), "", turn)

    @spoken
    def hand(self, purpose: str, text: str) -> None:
        """Apply an answer; several claims are processed in a thread."""
        undo, keys = f" · {key_name(self.UNDO)} takes ", self._handing
        if len(keys) > 1:
            self.talk.hold(f"Deciding {counted(len(keys), 'marked claim')} …")
            hear = self.hear(MARKED)
            self.in_thread(MARKED, lambda: f"{handed(self.desk, keys, purpose, text, hear)}{undo}all of it back")
            return
        outcome = handed(self.desk, keys, purpose, text)
        self.talk.close()
        self.was_handed(f"{outcome}{undo}it back")

    def was_handed(self, outcome: str) -> None:
        """Show the result."""
        self.talk.say(outcome, stays=True)
