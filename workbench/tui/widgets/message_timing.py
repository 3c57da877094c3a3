"""News for the message line: it waits until the message about the reviewer's own action could be read.

A source that fails late, a finished import or a colleague's verdict may arrive at any moment, even right after a
rating. The confirmation, with the key for undo, stays for some seconds; news is shown after it, in order of arrival.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from textual.timer import Timer
from textual.widget import Widget

STAYS = 4.0
"""Seconds that a confirmation stays before news, and news before the next news."""

BRIEF = 2.0
"""Seconds that any other message stays while news is waiting."""

MOST = 6
"""News that waits at most; of more, the oldest is dropped."""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A message that the reviewer did not cause; `still` says whether it is still true when it can be shown."""

    words: str
    caveat: bool
    still: Callable[[], bool]


class News:
    """The queue of news.

    Args:
        line: The widget that shows it.
        free: Tells whether news may be shown, since no question is open.
        tell: Shows one item.
    """

    def __init__(self, line: Widget, free: Callable[[], bool], tell: Callable[[NewsItem], None]) -> None:
        self._line, self._free, self._tell = line, free, tell
        self._waiting: deque[NewsItem] = deque(maxlen=MOST)
        self._until = 0.0
        self._timer: Timer | None = None

    @property
    def held(self) -> bool:
        """Whether a message is shown that news must not replace yet."""
        return monotonic() < self._until

    def said(self, words: str, *, stays: bool) -> None:
        """Record that another message was shown just now, and delay news by its time."""
        self._until = monotonic() + (STAYS if stays else BRIEF if words and self._waiting else 0.0)
        self.go_on()

    def put(self, item: NewsItem) -> None:
        """Show news at once if possible, else in its turn."""
        if self._free() and not self.held and not self._waiting:
            self._tell(item)
        else:
            self._waiting.append(item)
            self.go_on()

    def go_on(self) -> None:
        """Check again whether the next item can be shown, after the pending events."""
        if self._waiting:
            self._line.call_later(self._turn)

    def _turn(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if not self._free() or not self._waiting:
            return
        if self.held:
            self._timer = self._line.set_timer(self._until - monotonic(), self._turn)
            return
        item = self._waiting.popleft()
        if item.still():
            self._tell(item)
            self._until = monotonic() + (STAYS if self._waiting else 0.0)
        self.go_on()
