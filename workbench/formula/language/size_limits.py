"""Limits of a formula's size. A larger one is refused with a message, so that no text blocks the desk."""

from __future__ import annotations

LONGEST = 2_000
"""Most characters of a formula."""

DEEPEST = 40
"""Deepest nesting of parentheses, functions and signs."""

MOST_PARTS = 200
"""Most numbers, series, functions and signs."""

MOST_CELLS = 3_000
"""Most figures that one formula reads."""

MOST_YEARS = 400
"""Most years of a stretch, and most years that a period is moved by."""
