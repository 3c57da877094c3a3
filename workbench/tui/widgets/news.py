"""News of the line where the workbench talks: what comes by itself waits until what the reviewer did could be read.

A source that fails late, an import that ends, a colleague's verdict come at any moment, also right after a rating. The confirmation with
the key that takes it back stays for some seconds; what came meanwhile is told after it, in its order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from textual.timer import Timer
from textual.widget import Widget

STAYS = 4.0
"""Seconds that a confirmation stays, and news that has more news behind it."""

BRIEF = 2.0
"""Seconds that any other words stay where news waits."""

MOST = 6
"""News that waits at most; of more, the oldest is dropped."""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """Words that came by themselves; `still` says whether they are worth telling when their turn comes."""

    words: str
    caveat: bool
    still: Callable[[], bool]


class News:
    """What waits to be told.

    Args:
        line: The widget in which it is told.
        free: Whether it may be told: no question stands.
        tell: Shows it.
    """

    def __init__(self, line: Widget, free: Callable[[], bool], tell: Callable[[NewsItem], None]) -> None:
        self._line, self._free, self._tell = line, free, tell
        self._waiting: deque[NewsItem] = deque(maxlen=MOST)
        self._until = 0.0
        self._timer: Timer | None = None

    @property
    def held(self) -> bool:
        """Whether words stand that news does not talk over."""
        return monotonic() < self._until

    def said(self, words: str, *, stays: bool) -> None:
        """Note that something else was said just now: how long it stands before news."""
        self._until = monotonic() + (STAYS if stays else BRIEF if words and self._waiting else 0.0)
        self.go_on()

    def put(self, item: NewsItem) -> None:
        """Tell news, at once where it may be told, else when its turn comes."""
        if self._free() and not self.held and not self._waiting:
            self._tell(item)
        else:
            self._waiting.append(item)
            self.go_on()

    def go_on(self) -> None:
        """Look again whether the next may be told, once all that is being done is done."""
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
