"""Base of prompts. While one is open, it takes every key of its screen."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.widget import Widget


@runtime_checkable
class Prompting(Protocol):
    """A widget that may prompt. The screen finds prompts by this class, so that none can be forgotten."""

    @property
    def prompt(self) -> Widget | None:
        """The widget that takes every key now; None while no prompt is open."""
        ...
