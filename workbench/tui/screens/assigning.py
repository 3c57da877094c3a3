"""What both workplaces do with who has a claim, and until when it is deferred: one line is asked, and the claims at hand follow it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from workbench.desk import Desk
from workbench.tui.assigning import HAND, LABELS, LATER, handed, next_name
from workbench.tui.background_work import counted
from workbench.tui.keymap.keymap import key_name
from workbench.tui.screens.workplace import Workplace, spoken

MARKED = "marked"
"""What a prompt is about that acts on marked claims; behind it stands what it does."""


class AssigningScreen(Workplace):
    """A workplace in which claims are deferred until a day, taken, and given to somebody."""

    UNDO: ClassVar[str] = ""
    """The command that takes back what was done last."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._handing: tuple[str, ...] = ()

    @property
    def at_hand(self) -> Sequence[str]:
        """The claims that are acted on."""
        return ()

    def action_later(self) -> None:
        """Ask until which day the claims at hand are deferred."""
        self._ask_about(LATER)

    def action_hand(self) -> None:
        """Ask who is to do the claims at hand; Tab offers the reviewers."""
        self._ask_about(HAND)

    def _ask_about(self, purpose: str) -> None:
        self._handing = tuple(self.at_hand)
        if self._handing:
            some = "this claim" if len(self._handing) == 1 else counted(len(self._handing), "marked claim")
            turn = partial(next_name, self.desk) if purpose == HAND else None
            self.talk.ask(purpose, LABELS[purpose].format(some=some), "", turn)

    @spoken
    def hand(self, purpose: str, text: str) -> None:
        """Act on an answer: several claims are done beside the screen."""
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
        """Show what came of it."""
        self.talk.say(outcome, stays=True)
