"""Deliver keys one at a time: each waits until everything that the one before caused is done.

Keys may arrive faster than screens open and prompts take the focus: from a terminal that pastes as if it typed, from a
script, over a slow connection. Textual gives each to whatever has the focus when it arrives, so text for a prompt ran
as commands before the prompt had the focus. Here every key waits its turn.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TypeAlias

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import Worker

from workbench.tui.command_keys import EVERY

Typed: TypeAlias = Key | Paste

PASSES = 20
"""Most passes over the message queue for one key, so that a steady stream of news does not hold keys up."""

GONE = 0.2
"""Timeout in seconds for a widget's answer, after which the program checks that the widget still exists."""


class Keyboard:
    """Queue of typed keys and pasted text, delivered in order.

    Args:
        app: Receives the keys.
        refuse: Called with a key that would change stored data but was typed before its screen was visible.
    """

    def __init__(self, app: App[None], refuse: Callable[[Key], None]) -> None:
        self._app, self._refuse = app, refuse
        self._waiting: deque[Typed] = deque()
        self._since = 0.0
        self._drawn = asyncio.Event()
        self._busy = True
        self._turns: list[Typed] = []
        self._stood: DOMNode | None = None
        self._before: Sequence[DOMNode] = ()

    def lets(self, event: Typed) -> bool:
        """Check whether a key may be handled now; otherwise queue it, to be posted again at its turn."""
        mine = any(event is turn for turn in self._turns)
        free = self.free
        if mine or free:
            self._before = self._way()
        else:
            self._waiting.append(event)
        if not self._busy:
            self._follow()
        return mine or free

    @property
    def free(self) -> bool:
        """Whether a key would be handled at once: none is queued, and the effects of the last one are done."""
        return not self._busy and self.stands

    @property
    def stands(self) -> bool:
        """Whether the screen was painted, so that what is typed now is meant for it."""
        return self._app.screen is self._stood

    def begin(self) -> None:
        """Deliver the first key once the first screen is painted.

        Watch every later screen too, even one opened by a click.
        """
        self._app.screen_change_signal.subscribe(self._app, self._changed, immediate=True)
        self._changed(self._app.screen)
        self._follow()

    def _changed(self, screen: Screen[object]) -> None:
        self._drawn = asyncio.Event()
        _: Worker[None] = self._app.run_worker(partial(self._stand, screen), group="screens")

    def _follow(self) -> None:
        self._busy = True
        _: Worker[None] = self._app.run_worker(self._go_on, group="keys")

    async def _go_on(self) -> None:
        """Wait until the effects of the delivered key are done, then deliver the next."""
        try:
            await self._rest()
            while self._waiting:
                self._turns = self._next()
                for event in self._turns:
                    self._app.post_message(event)
                await self._rest()
        finally:
            self._busy = False

    def _next(self) -> list[Typed]:
        """Take the next delivery from the queue: a run of characters for the focused input, or one key.

        Empty if refused.
        """
        event = self._waiting.popleft()
        if event.time < self._since and isinstance(event, Key) and self._decides(event):
            self._refuse(event)
            return []
        turns = [event]
        while self._is_text(event) and self._waiting and self._is_text(self._waiting[0]):
            turns.append(self._waiting.popleft())
        return turns

    def _is_text(self, event: Typed) -> bool:
        return isinstance(event, Key) and event.is_printable and isinstance(self._app.focused, Input)

    def _decides(self, event: Key) -> bool:
        """Check whether a key would run a command that changes stored data; in a prompt, it is text."""
        live = self._app.screen.active_bindings.get(event.key)
        command = EVERY.get(live.binding.id or "") if live else None
        return command is not None and command.decides

    def _way(self) -> Sequence[DOMNode]:
        """Return the nodes that a key passes: the focused widget, its parents, the screen, the app."""
        screen = self._app.screen
        return (screen.focused or screen).ancestors_with_self

    async def _rest(self) -> None:
        """Wait until no message that a key caused is pending: at least two passes, since its command may post more."""
        for n in range(PASSES):
            await _came(self._drawn, lambda: not self.stands)
            way = tuple(dict.fromkeys((*self._before, *self._way())))
            for node in way:
                await _through(node)
            if n and self.stands and not any(node.message_queue_size for node in way):
                return

    async def _stand(self, screen: Screen[object]) -> None:
        """Wait until a screen is painted: first its frame, then the contents of its widgets, once they have a size."""
        await self._painted(screen)
        for node in screen.walk_children(with_self=True):
            await _through(node)
        await self._painted(screen)
        if self._app.screen is screen:
            self._stood = screen
            self._drawn.set()

    async def _painted(self, screen: Screen[object]) -> None:
        painted = asyncio.Event()

        def note() -> None:
            self._since = monotonic()
            painted.set()

        if screen.call_after_refresh(note):
            await _came(painted, lambda: self._app.screen is screen)


async def _through(pump: MessagePump) -> None:
    """Wait until a widget has handled every message that it has now."""
    passed = asyncio.Event()
    if pump.is_running and pump.call_later(passed.set):
        await _came(passed, lambda: pump.is_running)


async def _came(event: asyncio.Event, there: Callable[[], bool]) -> None:
    """Wait for an event, as long as its sender exists."""
    while not event.is_set() and there():
        with suppress(TimeoutError):
            await asyncio.wait_for(event.wait(), GONE)
