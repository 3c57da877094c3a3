"""Words of a speech and the labels that tables have for them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ALSO: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "men": ("male", "males", "m"),
        "man": ("male", "m"),
        "women": ("female", "females", "f"),
        "woman": ("female", "f"),
    }
)
"""Labels of tables for words of a speech."""
