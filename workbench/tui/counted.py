"""A number of things with their noun: ``1 claim``, ``12,345 claims``."""

from __future__ import annotations


def counted(count: int, thing: str) -> str:
    """Format a count with its noun: ``1 claim``, ``12,345 claims``."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
