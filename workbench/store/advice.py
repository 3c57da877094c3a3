"""What to do about a database that is not as the workbench left it: said in one place, by all that look it over."""

from __future__ import annotations

BY_HAND = "Somebody changed the database by hand; restore it from a copy."
"""Rows or tables were changed beside the workbench."""

COPY = "Restore the file from a copy; do not write to it before."
"""Something of the file cannot be read, or is not there."""
