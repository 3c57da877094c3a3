"""Saved views: filters that reviewers gave a name, and a digit that opens them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SavedView:
    """A filter with a name.

    Attributes:
        name: What it is called.
        query: The filter, as it is typed.
        key: The digit that opens it in the library; empty for none.
    """

    name: str
    query: str
    key: str = ""
