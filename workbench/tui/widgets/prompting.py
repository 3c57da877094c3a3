"""Prompts to the reviewer. While one is open, it takes every key of its screen."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.widget import Widget


@runtime_checkable
class Prompting(Protocol):
    """A widget that asks now and then. The screen looks for these alone, so that no prompt can be forgotten."""

    @property
    def prompt(self) -> Widget | None:
        """What takes every key now; None where nothing is asked."""
        ...
