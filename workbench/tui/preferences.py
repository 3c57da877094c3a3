"""Preferences saved between sessions: the theme, and other choices of layout. No data of the work are here."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

LARGEST = 100_000
"""Most bytes of the file."""


class Preferences:
    """Preferences by name. If the file cannot be read or written, they are lost, without an error.

    Args:
        path: The file; None to save nothing beyond the session.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._kept = self._read()

    def get(self, name: str, default: str = "") -> str:
        """Return a preference, or the default."""
        return self._kept.get(name, default)

    def keep(self, name: str, value: str) -> None:
        """Save a preference, and keep those that another window has saved meanwhile."""
        self._kept = {**self._kept, **self._read(), name: value}
        if self._path is not None:
            with suppress(OSError):
                _replace(self._path, json.dumps(self._kept, ensure_ascii=False, indent=1).encode())

    def _read(self) -> dict[str, str]:
        if self._path is None:
            return {}
        try:
            with self._path.open("rb") as file:
                read = json.loads(file.read(LARGEST))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(read, dict):
            return {}
        return {str(name): value for name, value in read.items() if isinstance(value, str)}


def _replace(path: Path, body: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(body)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
