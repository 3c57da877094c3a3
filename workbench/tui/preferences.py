"""What the screens keep from one session to the next: the theme, and other choices of looks. Nothing of the work is here."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

LARGEST = 100_000
"""Most bytes of the file."""


class Preferences:
    """Choices by name. A file that cannot be read or written costs the choices, and nothing else.

    Args:
        path: The file; None where nothing is kept beyond the session.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._kept = self._read()

    def get(self, name: str, default: str = "") -> str:
        """Return what was chosen, else the default."""
        return self._kept.get(name, default)

    def keep(self, name: str, value: str) -> None:
        """Keep a choice, beside those that another window has kept meanwhile."""
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
