"""The metadata of all tables, including those that most commands do not load."""

from __future__ import annotations

from workbench.store import saved_view_table  # noqa: F401  (its table is of METADATA too)
from workbench.store.tables import METADATA

__all__ = ["METADATA"]
