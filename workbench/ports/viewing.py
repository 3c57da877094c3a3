"""Port of what keeps saved views."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from workbench.core.saved_view import SavedView


class ViewStore(Protocol):
    """Filters under a name. They are only ever added to."""

    def save_view(self, view: SavedView, reviewer: str, at: datetime, *, dropped: bool = False) -> None:
        """Keeps a view under its name, in the place of one of that name; or that it is dropped."""
        ...

    def views(self) -> Sequence[SavedView]:
        """The saved views, from A to Z."""
        ...
