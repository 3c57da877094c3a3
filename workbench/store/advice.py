"""Advice about a changed or damaged database, shared by all checks."""

from __future__ import annotations

BY_HAND = "Somebody changed the database by hand; restore it from a copy."
"""For rows or tables that were changed by another program than the workbench."""

COPY = "Restore the file from a copy; do not write to it before."
"""For a part of the file that is missing or cannot be read."""
