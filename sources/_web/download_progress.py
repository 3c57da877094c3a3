"""Progress of a long download, reported every quarter of a megabyte."""

from __future__ import annotations

from workbench.ports import Progress, Tell

_STEP = 1 << 18


class DownloadProgress:
    """Reports the number of received bytes.

    Args:
        who: The sender.
        length: The declared ``Content-Length``, if any.
        tell: Called with progress.
    """

    def __init__(self, who: str, length: str | None, tell: Tell) -> None:
        self._who, self._tell = who, tell
        self._whole = int(length[:20]) if length and length.isascii() and length.isdecimal() else None
        self._reported = 0

    def at(self, came: int) -> None:
        """Report progress after each step of bytes received."""
        if came - self._reported >= _STEP:
            self._reported = came
            self._tell(Progress(self._who, came, self._whole, says="bytes"))

    def end(self, came: int) -> None:
        """Report the end of a download; nothing for a short answer, of which no progress was reported."""
        if self._reported:
            self._tell(Progress(self._who, came, came, "done", says="bytes"))
