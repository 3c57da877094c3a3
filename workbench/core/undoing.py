"""The error of an undo that somebody else made first."""

from __future__ import annotations

from workbench.core.errors import StoreError


class TakenBackError(StoreError):
    """Somebody else took the same thing back in the meantime."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key} was taken back by somebody else in the meantime.", "Look again, and undo once more.")
